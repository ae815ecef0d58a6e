using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests.Evaluation;

/// <summary>The contract holds for rule books with random overrides as well.</summary>
public class OverridePropertyTests
{
    private const int Books = 12;
    private const int CasesPerBook = 25;

    [Fact]
    public void Evaluate_LearningFactsUnderOverrides_NeverTurnsOutcomesOrWidensTheRange() => ForEach((evaluator, random, label) =>
    {
        var later = Some.Collaboration(random, random.NextDouble());
        var earlier = EvaluationPropertyTests.Forget(later, random, share: random.NextDouble());
        var (before, after) = (evaluator.Evaluate(earlier), evaluator.Evaluate(later));
        foreach (var (code, was) in before.Outcomes)
        {
            EvaluationPropertyTests.MayBecome(was, after.Outcomes[code]).Should().BeTrue($"{label}: {code} went from {was.Outcome} to {after.Outcomes[code].Outcome}.");
        }

        (before.Overall.AtLeast <= after.Overall.AtLeast && after.Overall.AtMost <= before.Overall.AtMost).Should().BeTrue(
            $"{label}: the range went from {before.Overall} to {after.Overall}.");
    });

    [Fact]
    public void Evaluate_UnderOverrides_MarksWhatTheyTouchAndCountsNothingSwitchedOff() => ForEach((evaluator, random, label) =>
    {
        var assessment = evaluator.Evaluate(Some.Collaboration(random, random.NextDouble()));
        assessment.Outcomes.Values.Should().NotContain(outcome => outcome.Outcome == Outcome.Error);
        assessment.Overall.AtLeast.Should().Be(
            assessment.Findings.Select(finding => finding.Level?.AtLeast ?? Level.None).DefaultIfEmpty(Level.None).Max());
        assessment.SwitchedOff.Where(finding => finding.Overrides.All(change => change.Kind != OverrideKind.SwitchOff)).Should().BeEmpty();
        assessment.Findings.Where(finding => finding.Overrides.Any(change => change.Kind == OverrideKind.SwitchOff)).Should().BeEmpty();
        assessment.Findings.Where(finding => finding.OwnLevel is not null && finding.Overrides.All(change => change.Level is null)).Should().BeEmpty();
        foreach (var finding in assessment.Findings.Where(finding => finding.Rule.Overrides.Count > 0))
        {
            var explained = assessment.Explain(finding.Code).Cases.Single(each => each.Subject == finding.Subject && each.Outcome == Outcome.Raised && each.Message == finding.Message);
            (explained.Level?.Range == finding.Level).Should().BeTrue($"{label}: {finding}");
        }
    });

    [Fact]
    public void Run_FromAPreviousRunUnderOverrides_GivesTheSameAsFromTheStart() => ForEach((evaluator, random, label) =>
    {
        var earlier = Some.Collaboration(random, random.NextDouble());
        var later = EvaluationPropertyTests.Forget(earlier, random, share: random.NextDouble() / 4);
        var before = Evaluator.Run(evaluator.RuleBook, earlier);
        var stepwise = new Assessment(Evaluator.Run(before, later), new Assessment(before));
        evaluator.Evaluate(later).ToJson().Should().Be(stepwise.ToJson(), label);
    });

    private static void ForEach(Action<CollaborationEvaluator, Random, string> assert) => Parallel.For(0, Books, seed =>
    {
        var random = new Random(seed);
        var evaluator = new CollaborationEvaluator(RuleBook.Build(KnowledgePacks.All, SomeOverrides.Of(random)));
        for (var i = 0; i < CasesPerBook; i++)
        {
            assert(evaluator, random, $"Book {seed}, case {i}");
        }
    });
}
