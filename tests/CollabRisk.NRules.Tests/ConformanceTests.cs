using CollabRisk.Knowledge;
using CollabRisk.Rules;
using CollabRisk.Tests;
using CollabRisk.Tests.Knowledge;

namespace CollabRisk.NRules.Tests;

/// <summary>Both engines come to the identical assessment, byte for byte.</summary>
public class ConformanceTests
{
    private const int Collaborations = 10_000;

    private static readonly NRulesCollaborationEvaluator InNRules = new(Both.AllPacks);

    public static TheoryData<string> Files => [.. CaseFiles.Names];

    public static TheoryData<RuleCase> Rows => [.. RuleCases.All];

    [Theory]
    [MemberData(nameof(Files))]
    public void Evaluate_CaseFile_IsTheSame(string file) => Both.AreTheSame(RuleCases.Evaluator, InNRules, CaseFiles.Read(file));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Evaluate_CaseOfARule_IsTheSame(RuleCase row)
    {
        ArgumentNullException.ThrowIfNull(row);
        Both.AreTheSame(RuleCases.Evaluator, InNRules, FactText.Read(row.Facts));
    }

    [Fact]
    public void Evaluate_RandomCollaborations_AreTheSame() => Parallel.For(
        0, Collaborations,
        new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken },
        seed =>
        {
            var random = new Random(seed);
            Both.AreTheSame(RuleCases.Evaluator, InNRules, Some.Collaboration(random, random.NextDouble()), $"seed {seed}");
        });

    [Fact]
    public void Evaluate_NothingKnown_IsTheSame() => Both.AreTheSame(RuleCases.Evaluator, InNRules, new Collaboration());

    [Fact]
    public void Evaluate_BookWithoutRules_IsTheSame()
    {
        var book = RuleBook.Build([]);
        Both.AreTheSame(new CollaborationEvaluator(book), new NRulesCollaborationEvaluator(book), new Collaboration());
    }

    [Fact]
    public void Evaluate_RulesSwitchedOffAndAtAnotherLevel_IsTheSame()
    {
        var book = RuleBook.Build(
            [KnowledgePacks.General],
            [new RuleOverride("VISION-ABSENT", Level: null, "Asked elsewhere."), new RuleOverride("TRUST-LOW", Level.Low, "Seldom here.")]);
        var (builtIn, inNRules) = (new CollaborationEvaluator(book), new NRulesCollaborationEvaluator(book));
        foreach (var file in CaseFiles.Names)
        {
            Both.AreTheSame(builtIn, inNRules, CaseFiles.Read(file));
        }
    }
}
