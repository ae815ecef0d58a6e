using CollabRisk.Facts;
using CollabRisk.RulePacks.Tests;
using CollabRisk.Rules;
using CollabRisk.Tests.Knowledge;
using CollabRisk.Tests.Rules;

namespace CollabRisk.NRules.Tests;

/// <summary>Both engines come to the identical assessment, byte for byte. COLLABRISK_RANDOM sets on how many random collaborations.</summary>
public class ConformanceTests
{
    private const int Collaborations = 500, CollaborationsOfOthers = 100;

    private static readonly NRulesCollaborationEvaluator InNRules = new(Books.Compile(Books.AllPacks));

    public static TheoryData<string> Files => [.. CaseFiles.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void Evaluate_CaseFile_IsTheSame(string file) => Both.AreTheSame(RuleCases.Evaluator, InNRules, CaseFiles.Read(file));

    /// <summary>One test for all of them, since there are over a thousand and a case takes milliseconds.</summary>
    [Fact]
    public void Evaluate_EveryCaseOfEveryRule_IsTheSame() => Parallel.ForEach(
        RuleCases.All, row => Both.AreTheSame(RuleCases.Evaluator, InNRules, FactText.Read(row.Facts), $"{row.File}({row.Line})"));

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
        var seen = Enumerable.Range(0, 1_000)
            .SelectMany(_ => evaluator.Evaluate(Books.Collaboration(evaluator.RuleBook, random, random.NextDouble())).Outcomes.Values)
            .Where(outcome => outcome.Rule.PackId == pack).Select(outcome => (outcome.Rule.Code, outcome.Outcome == Outcome.Raised)).Distinct();
        seen.Should().HaveCount(2 * evaluator.RuleBook.Rules.Count(rule => rule.PackId == pack));
    }

    [Fact]
    public void Evaluate_NothingKnown_IsTheSame() => Both.AreTheSame(RuleCases.Evaluator, InNRules, new Collaboration());

    [Fact]
    public void Evaluate_BookWithoutRules_IsTheSame()
    {
        var book = RuleBook.Build([RotaPack.Of(_ => { })]);
        Both.AreTheSame(new CollaborationEvaluator(book), new NRulesCollaborationEvaluator(book), new Collaboration());
    }
}
