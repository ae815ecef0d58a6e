using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Tests.Rules;

/// <summary>A pack for tests that declares a fact of every type, for the collaboration and for partners, with a rule for each.</summary>
internal static class RotaPack
{
    private static readonly DateOnly Deadline = new(2024, 3, 31);

    public static IReadOnlyList<FactDeclaration> Facts { get; } =
    [
        Fact("rcr.rotaShared", FactType.YesNo, "one rota for the control room (joint rostering)", "Do the services share one rota?"),
        Fact("rcr.maturity", FactType.Word, "maturity of the joint control room", "How mature is the joint control room?", ["None", "Partial", "Sufficient"], isOrdered: true, FactDirection.Higher),
        Fact("rcr.tools", FactType.Words, "means of contact", "Which means of contact are there?", ["Phone", "Radio", "Video"]),
        Fact("rcr.spareTools", FactType.Words, "spare means of contact", "Which means of contact are spare?", ["Phone", "Radio", "Video"]),
        new() { Name = "rcr.calls", Type = FactType.WholeNumber, Meaning = "calls a day", Question = "How many calls are there in a day?", Minimum = 0, Better = FactDirection.Lower },
        Fact("rcr.cost", FactType.Number, "cost of a call", "What does a call cost?"),
        Fact("rcr.goLive", FactType.Date, "first day of the joint control room", "On which day does it start?"),
        new() { Name = "rcr.building.listed", Type = FactType.YesNo, Meaning = "the building is listed", Question = "Is the building listed?", IsChangeable = false },
        new() { Name = "rcr.staffed", Type = FactType.YesNo, Meaning = "staffs the control room", Question = "Does this partner staff the control room?", IsPerPartner = true },
        new() { Name = "rcr.shift", Type = FactType.Word, Meaning = "shift", Question = "Which shift does this partner take?", AllowedWords = ["Day", "Night"], IsPerPartner = true },
    ];

    public static RuleBook Book { get; } = RuleBook.Build([Of(Write)]);

    public static CollaborationEvaluator Evaluator { get; } = new(Book);

    public static RulePack Of(Action<OpenChapter> write, IReadOnlyList<FactDeclaration>? facts = null, string id = "test") => new()
    {
        Id = id,
        Version = "1.0.0",
        Title = "A pack for tests",
        Chapters = [new OpenChapter(write)],
        Claims = TestPack.Claims,
        Facts = facts ?? Facts,
    };

    public static IReadOnlyList<RuleBookProblem> Problems(params RulePack[] packs)
    {
        RuleBook.TryBuild(packs, null, out _, out var problems).Should().BeFalse("The book was built.");
        return problems;
    }

    public static void Write(OpenChapter chapter)
    {
        chapter.ARisk("ROTA-APART", Level.High)
            .When(c => c.Extensions.YesNo("rcr.rotaShared") == false)
            .LoweredWhen(c => c.Extensions.Word("rcr.maturity").IsAtLeast("Sufficient"), "the control room is mature");
        chapter.ARisk("ROOM-IMMATURE").AppliesWhen(c => c.Extensions.YesNo("rcr.building.listed") == true).When(c => c.Extensions.Word("rcr.maturity").IsBelow("Sufficient"));
        chapter.ARisk("NO-RADIO", Level.Low).When(c => !c.Extensions.Words("rcr.tools").Includes("Radio"));
        chapter.ARisk("SPARES-ODD", Level.Low).When(c => !c.Extensions.Words("rcr.spareTools").IsWithin(c.Extensions.Words("rcr.tools")));
        chapter.ARisk("CALLS-MANY").When(c => c.Extensions.Number("rcr.calls") > 100 && c.Extensions.Number("rcr.cost") >= 2.5m).Says("There are {extensions.rcr.calls} calls a day.");
        chapter.ARisk("START-LATE", Level.Low).When(c => c.Extensions.Day("rcr.goLive") > Deadline);
        chapter.ARisk("UNSTAFFED").ForEach(c => c.Partners).When((c, p) => p.Extensions.YesNo("rcr.staffed") == false).Titled("A title").Says("{subject} sends no one.").RestsOn("T-1");
        chapter.AContext("SHIFTS-DIFFER").When(c => c.Partners.DifferIn(p => p.Extensions.Word("rcr.shift")));
        chapter.AContext("EACH").ForEachFact(flag => flag == true, c => c.Extensions.YesNo("rcr.rotaShared"), c => c.Extensions.YesNo("rcr.building.listed"));
        chapter.ADataGap("TOOLS-UNKNOWN").When(c => c.Extensions.Words("rcr.tools").IsUnknown());
    }

    private static FactDeclaration Fact(string name, FactType type, string meaning, string question, string[]? words = null, bool isOrdered = false, FactDirection better = FactDirection.Neutral) =>
        new() { Name = name, Type = type, Meaning = meaning, Question = question, AllowedWords = words ?? [], IsOrdered = isOrdered, Better = better };
}
