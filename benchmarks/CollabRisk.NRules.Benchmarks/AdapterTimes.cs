using System.Diagnostics;
using System.Globalization;
using CollabRisk.NRules;

namespace CollabRisk.Benchmarks;

/// <summary>
/// What the adapter takes in a fresh process, a line each. It uses only what every version of the adapter has, so that
/// benchmarks/nrules can run an earlier one in turn with this one.
/// </summary>
internal static class AdapterTimes
{
    private const int Warm = 400;

    public static void Print()
    {
        var book = CollaborationEvaluator.Default.RuleBook;
        CollaborationEvaluator.Default.Evaluate(Cases.JointItDepartment).ToJson();

        Print("compile and first evaluation", Milliseconds(() => new NRulesCollaborationEvaluator(book).Evaluate(Cases.JointItDepartment)));
        Print("compile again, as after a reload", Milliseconds(() => NRulesRuleBook.Compile(book)));

        var evaluator = new NRulesCollaborationEvaluator(book);
        for (var i = 0; i < Warm; i++)
        {
            _ = evaluator.Evaluate(Cases.JointItDepartment).Findings.Count;
        }

        // What compiles in the background is compiled by then.
        Thread.Sleep(TimeSpan.FromSeconds(6));
        Print("a warm evaluation", Median(() => evaluator.Evaluate(Cases.JointItDepartment).Findings.Count));
        var session = NRulesRuleBook.Compile(book).Begin(Cases.JointItDepartment);
        session.Fire();
        FactChange[] changes = [FactChange.Parse("vision.exists=yes"), FactChange.Parse("vision.exists=no")];
        var next = 0;
        int Change()
        {
            session.Change(changes[next++ % 2]);
            session.Fire();
            return session.Assessment.Findings.Count;
        }

        for (var i = 0; i < Warm; i++)
        {
            Change();
        }

        Thread.Sleep(TimeSpan.FromSeconds(6));
        Print("a change of one fact", Median(Change));
    }

    private static double Median(Func<int> run)
    {
        var times = Enumerable.Range(0, Warm).Select(_ => Milliseconds(() => run())).Order().ToList();
        return times[Warm / 2];
    }

    private static double Milliseconds(Action run)
    {
        var started = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static void Print(string what, double milliseconds) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}\t{milliseconds:0.000}"));
}
