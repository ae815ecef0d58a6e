using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Tests.Knowledge;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests.Evaluation;

/// <summary>Advice that is followed already is not given again: it is in place, and to be kept.</summary>
public class DoneAdviceTests
{
    private static readonly Recommendation Restate = new("RESTATE", "Say it again.") { DoneWhen = c => c.Vision.ReinforcedThroughout == true };

    private static readonly Recommendation Involve = new("INVOLVE", "Involve the partner.") { DoneForPartnerWhen = (c, p) => p.ActiveInDecisions == true };

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(null, true)]
    public void Findings_AdviceThatIsDone_IsInPlace(bool? reinforced, bool isAdvised)
    {
        var finding = TestPack.Evaluator(chapter => chapter.ARisk("R").When(c => c.Vision.Exists == false).Advise(Restate))
            .Evaluate(new Collaboration { Vision = new() { Exists = false, ReinforcedThroughout = reinforced } }).Findings
            .Should().ContainSingle().Which;
        finding.Recommendations.Contains(Restate).Should().Be(isAdvised);
        finding.InPlace.Contains(Restate).Should().Be(!isAdvised);
    }

    [Fact]
    public void Findings_AdviceForEachPartner_IsInPlaceForThoseWithWhomItIsDone()
    {
        var findings = TestPack.Evaluator(chapter => chapter.ARisk("R").ForEach(c => c.Partners).When((c, p) => p.Reputation == Reputation.Poor).Titled("A title").Says("{subject}.").RestsOn("T-1").Advise(Involve))
            .Evaluate(new Collaboration
            {
                Partners =
                [
                    new() { Name = "A", Reputation = Reputation.Poor, ActiveInDecisions = true },
                    new() { Name = "B", Reputation = Reputation.Poor, ActiveInDecisions = false },
                ],
            }).Findings;
        findings.Where(finding => finding.InPlace.Count > 0).Select(finding => finding.Subject).Should().Equal("A");
        findings.Where(finding => finding.Recommendations.Count > 0).Select(finding => finding.Subject).Should().Equal("B");
    }

    [Fact]
    public void Findings_AdviceForEachPartnerAboutTheCollaboration_IsInPlaceWhenItIsDoneWithAll()
    {
        var evaluator = TestPack.Evaluator(chapter => chapter.ARisk("R").When(c => c.Vision.Exists == false).Advise(Involve));
        InPlace(true, false).Should().BeEmpty();
        InPlace(true, null).Should().BeEmpty();
        InPlace(true, true).Should().Equal(Involve);

        IEnumerable<Recommendation> InPlace(bool? first, bool? second) => evaluator.Evaluate(new Collaboration
        {
            Vision = new() { Exists = false },
            Partners = [new() { Name = "A", ActiveInDecisions = first }, new() { Name = "B", ActiveInDecisions = second }],
        }).Findings
            .Should().ContainSingle().Which.InPlace;
    }

    [Fact]
    public void Findings_OfTheKnowledge_RecommendWhatIsDoneOnlyToKeepIt()
    {
        var wrong = new List<string>();
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var findings = RuleCases.Evaluator.Evaluate(Some.Collaboration(random, random.NextDouble())).Findings;
            wrong.AddRange(findings.Where(finding => finding.Kind == FindingKind.Recommendation && finding.Recommendations.Count == 0 && !finding.Message.StartsWith("Already in place", StringComparison.Ordinal)).Select(finding => finding.Code));
        }

        wrong.Distinct().Should().BeEmpty();
    }
}
