using CollabRisk.Comparing;
using CollabRisk.NRules;

namespace CollabRisk.Benchmarks;

/// <summary>How much memory each engine holds on to, which no benchmark of allocations shows: what it is once, and for each session.</summary>
internal static class HeldMemory
{
    private const int Sessions = 20;

    public static void Print()
    {
        var book = CollaborationEvaluator.Default.RuleBook;

        // Once for nothing, so that what the runtime makes at first use is not counted.
        Begin(NRulesRuleBook.Compile(book));
        _ = new CollaborationMonitor(book, Cases.JointItDepartment);

        var (compiled, compiledBytes) = Held(() => NRulesRuleBook.Compile(book));
        var (_, sessionBytes) = Held(() => Enumerable.Range(0, Sessions).Select(_ => Begin(compiled)).ToList());
        var (_, monitorBytes) = Held(() => Enumerable.Range(0, Sessions).Select(_ => new CollaborationMonitor(book, Cases.JointItDepartment)).ToList());
        Console.WriteLine($"the rules compiled for NRules: {compiledBytes / 1024:N0} KB next to the rule book");
        Console.WriteLine($"a session that has fired: {sessionBytes / Sessions / 1024:N0} KB in NRules, {monitorBytes / Sessions / 1024:N0} KB built in");
    }

    private static CollaborationSession Begin(NRulesRuleBook compiled)
    {
        var session = compiled.Begin(Cases.JointItDepartment);
        session.Fire();
        return session;
    }

    private static (T Made, long Bytes) Held<T>(Func<T> make)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var made = make();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(made);
        return (made, after - before);
    }
}
