using CollabRisk.Facts;
using CollabRisk.RulePacks.Tests;
using CollabRisk.Rules;
using CollabRisk.Tests.Knowledge;

namespace CollabRisk.NRules.Tests;

/// <summary>Both engines come to the identical assessment, byte for byte.</summary>
public class ConformanceTests
{
    private const int Collaborations = 10_000, CollaborationsOfOthers = 1_000;

    private static readonly NRulesCollaborationEvaluator InNRules = new(Books.Compile(Books.AllPacks));

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

    [Theory]
    [MemberData(nameof(Books.Names), MemberType = typeof(Books))]
    public void Evaluate_RandomCollaborations_AreTheSame(string name)
    {
        var compiled = Books.Compile(name);
        var (builtIn, inNRules) = (new CollaborationEvaluator(compiled.RuleBook), new NRulesCollaborationEvaluator(compiled));
        Parallel.For(
            0, RandomCount.Of(name == Books.AllPacks ? Collaborations : CollaborationsOfOthers),
            new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken },
            seed =>
            {
                var random = new Random(seed);
                Both.AreTheSame(builtIn, inNRules, Books.Collaboration(compiled.RuleBook, random, random.NextDouble()), $"{name}, seed {seed}");
            });
    }

    /// <summary>Otherwise the test above would say little about packs with facts of their own.</summary>
    [Theory]
    [InlineData(Books.FromYaml, "regional.control-room")]
    [InlineData("facts of every type", "test")]
    public void RandomCollaborations_RaiseEveryRuleOfAPackAndDoNot(string name, string pack)
    {
        var evaluator = new CollaborationEvaluator(Books.Compile(name).RuleBook);
        var random = new Random(0);
        var seen = Enumerable.Range(0, CollaborationsOfOthers)
            .SelectMany(_ => evaluator.Evaluate(Books.Collaboration(evaluator.RuleBook, random, random.NextDouble())).Outcomes.Values)
            .Where(outcome => outcome.Rule.PackId == pack).Select(outcome => (outcome.Rule.Code, outcome.Outcome == Outcome.Raised)).Distinct();
        Assert.Equal(2 * evaluator.RuleBook.Rules.Count(rule => rule.PackId == pack), seen.Count());
    }

    [Fact]
    public void Evaluate_NothingKnown_IsTheSame() => Both.AreTheSame(RuleCases.Evaluator, InNRules, new Collaboration());

    [Fact]
    public void Evaluate_BookWithoutRules_IsTheSame()
    {
        var book = RuleBook.Build([]);
        Both.AreTheSame(new CollaborationEvaluator(book), new NRulesCollaborationEvaluator(book), new Collaboration());
    }
}
