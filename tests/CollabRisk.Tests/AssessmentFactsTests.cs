using CollabRisk.Facts;

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
            "name: given", "partnerCount: 2", "partners: given", "vision.exists: no", "governance.leadOrganisation: yes",
            "partners[A].name: given", "partners[B].name: given", "partners[B].role: lead", "partners[A].benefitShare: 40");
        CollaborationEvaluator.Default.Evaluate(new()).Facts.Should().BeEmpty();
    }

    [Fact]
    public void Facts_OfRandomCollaborations_AreAsManyAsAreCounted()
    {
        var random = new Random(7);
        var evaluator = new CollaborationEvaluator(Rules.RotaPack.Book);
        for (var i = 0; i < 100; i++)
        {
            var assessment = evaluator.Evaluate(Some.Collaboration(random, knownShare: 0.3));
            Assert.Equal(assessment.KnownFacts, assessment.Facts.Count);
        }
    }
}
