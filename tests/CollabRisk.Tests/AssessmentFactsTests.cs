using CollabRisk.Explaining;
using CollabRisk.Facts;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests;

public class AssessmentFactsTests
{
    [Fact]
    public void Facts_OfACollaboration_AreThoseThatAreKnownWithTheirValues()
    {
        var assessment = CollaborationEvaluator.Default.Evaluate(new Collaboration
        {
            Name = "North",
            Vision = new() { Exists = false },
            Partners = [new() { Name = "B", Role = PartnerRole.Lead }, new() { Name = "A", BenefitShare = 40 }],
        });
        assessment.Facts.Select(fact => $"{fact}").Should().Equal(
            "name: given", "partnerCount: 2 (follows from the list of partners)", "partners: given", "vision.exists: no", "governance.leadOrganisation: yes (follows from the roles of the partners)",
            "partners[A].name: given", "partners[B].name: given", "partners[B].role: lead", "partners[A].benefitShare: 40");
        CollaborationEvaluator.Default.Evaluate(new()).Facts.Should().BeEmpty();
    }

    private const string Niche =
        "network.drivers.ecological=0.8; network.drivers.resourceExchange=0; network.drivers.competenceAndLearning=0; network.drivers.personal=0.1; network.drivers.problemFocused=0; network.drivers.technologyFocused=0";

    [Theory]
    [InlineData(Niche, "network.primaryForm", "niche", "the driver that weighs most")]
    [InlineData(Niche, "network.topDriver", "ecological", "the weights of network.drivers")]
    [InlineData(Niche + "; network.primaryForm=ProblemSolving", "network.primaryForm", "problem solving", null)]
    [InlineData("partnerCount=2; partners[A].drivers=[Ecological]; partners[B].drivers=[Ecological]", "network.primaryForm", "niche", "the one driver of all partners")]
    [InlineData("partners[A].sector=Police; partners[B].sector=FireRescue", "crossProfession", "yes", "the sectors of the partners")]
    [InlineData("crossProfession=yes; partners[A].sector=Police; partners[B].sector=FireRescue", "crossProfession", "yes", null)]
    [InlineData("crossProfession=no; partners[A].sector=Police; partners[B].sector=FireRescue", "crossProfession", "yes", "the sectors of the partners")]
    [InlineData("partners[A].benefitShare=60; partners[B].benefitShare=40", "benefitShareSpread", "20", "the benefit share of every partner")]
    [InlineData("", "network.primaryForm", "not known", null)]
    public void Facts_ThatFollowFromOthers_AreReadWithWhatTheyFollowFrom(string facts, string path, string value, string? origin)
    {
        var evaluator = TestPack.Evaluator(chapter => chapter.ARisk("READS")
            .When(c => c.Network.PrimaryForm == NetworkForm.Niche || c.Network.TopDriver == Driver.Ecological || c.CrossProfession == true || c.BenefitShareSpread > 5));
        var reading = Leaves(evaluator.Explain(FactText.Read(facts), "READS").Cases[0].Condition!).SelectMany(leaf => leaf.Facts).Should().ContainSingle(fact => fact.Path == path).Which;
        (reading.Value, reading.FollowsFrom, reading.IsKnown).Should().Be((value, origin, value != "not known"));
    }

    [Fact]
    public void Facts_ThatFollowFromOthers_AreSaidToInTextAndJson()
    {
        var assessment = CollaborationEvaluator.Default.Evaluate(FactText.Read(Niche + "; leadership.attributes.entrepreneurship=no"));
        assessment.ToText().Should().Contain("network.primaryForm: niche (follows from the driver that weighs most)");
        assessment.ToJson(indented: false).Should().Contain("""{"path":"network.primaryForm","value":"Niche","followsFrom":"the driver that weighs most"}""")
            .And.Contain("""{"path":"leadership.attributes.entrepreneurship","value":false,"followsFrom":null}""");
        assessment.Explain("DRIVER-ATTRIBUTE").ToText().Should().Contain("network.primaryForm is niche (follows from the driver that weighs most)");
    }

    private static IEnumerable<ExplainedCondition> Leaves(ExplainedCondition condition) => condition.Children.Count == 0 ? [condition] : condition.Children.SelectMany(Leaves);

    [Fact]
    public void Facts_OfRandomCollaborations_AreAsManyAsAreCounted()
    {
        var random = new Random(7);
        var evaluator = new CollaborationEvaluator(RotaPack.Book);
        for (var i = 0; i < 100; i++)
        {
            var assessment = evaluator.Evaluate(Some.Collaboration(random, knownShare: 0.3));
            Assert.Equal(assessment.KnownFacts, assessment.Facts.Count);
        }
    }
}
