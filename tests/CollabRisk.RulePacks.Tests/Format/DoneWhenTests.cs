using CollabRisk.Facts;

namespace CollabRisk.RulePacks.Tests.Format;

/// <summary>What "done" means for a piece of advice that a pack gives.</summary>
public class DoneWhenTests
{
    private const string Advice = """
        recommendations:
          - code: TST-WRITE-IT-DOWN
            says: Write the vision down.
            claims: [TST-C1]
            done when: {vision.inStrategyDocument: yes}
          - code: TST-INVOLVE
            says: Involve the partner in decisions.
            claims: [TST-C1]
            done for partner when: {partner.activeInDecisions: yes}

        """;

    [Theory]
    [InlineData(null, true)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Evaluate_AdviceOfTheWhole_IsGivenUntilItIsDone(bool? inStrategy, bool isAdvised)
    {
        var finding = Evaluate("when: {vision.exists: no}\nadvises: [TST-WRITE-IT-DOWN]", new() { Vision = new() { Exists = false, InStrategyDocument = inStrategy } })
            .Should().ContainSingle().Which;

        finding.Recommendations.Select(step => step.Code).Should().Equal(isAdvised ? ["TST-WRITE-IT-DOWN"] : []);
        finding.InPlace.Select(step => step.Code).Should().Equal(isAdvised ? [] : ["TST-WRITE-IT-DOWN"]);
    }

    [Fact]
    public void Evaluate_AdviceForEachPartner_IsGivenToThoseWithWhomItIsNotDone()
    {
        var findings = Evaluate(
            "for each: partner\nwhen: {partner.strategicEngagement: None}\nadvises: [TST-INVOLVE]",
            new() { Partners = [Partner("A", true), Partner("B", false), Partner("C", null)] });

        findings.Where(finding => finding.Recommendations.Count > 0).Select(finding => finding.Subject).Should().Equal("B", "C");
        findings.Where(finding => finding.InPlace.Count > 0).Select(finding => finding.Subject).Should().Equal("A");

        static Partner Partner(string name, bool? isActive) => new() { Name = name, StrategicEngagement = Engagement.None, ActiveInDecisions = isActive };
    }

    [Fact]
    public void Evaluate_AdviceOfACase_IsGivenInThatCaseAfterWhatHelpsInAll()
    {
        var findings = Evaluate(
            "cases: [{subject: vision, when: {vision.exists: no}, advises: TST-WRITE-IT-DOWN}, {subject: start, when: {vision.atStart: no}}]\nadvises: [TST-INVOLVE]",
            new() { Vision = new() { Exists = false, AtStart = false }, Partners = [new() { Name = "A", ActiveInDecisions = false }] });

        findings.Select(finding => string.Join(' ', finding.Recommendations.Select(step => step.Code))).Should().Equal("TST-INVOLVE TST-WRITE-IT-DOWN", "TST-INVOLVE");
    }

    [Fact]
    public void Load_DoneWhenOfAFactThatIsNotThere_SaysSoAtItsLine()
    {
        var problem = PackText.Problem(PackText.WithRisk("when: {vision.exists: no}\nadvises: [TST-WRITE-IT-DOWN]") + Advice.Replace("inStrategyDocument", "inStrategyDocumnt", StringComparison.Ordinal));
        problem.What.Should().Contain("Did you mean 'vision.inStrategyDocument'?");
        problem.Place!.Line.Should().Be(PackText.WithRisk("when: {vision.exists: no}\nadvises: [TST-WRITE-IT-DOWN]").Split('\n').Length + 4);
    }

    private static IReadOnlyList<Finding> Evaluate(string clauses, Collaboration collaboration) =>
        new CollaborationEvaluator(PackText.Load(PackText.WithRisk(clauses) + Advice, new() { BasePacks = [] }).RuleBook).Evaluate(collaboration).Findings;
}
