using CollabRisk.Facts;

namespace CollabRisk.Tests;

public class SomeTests
{
    [Fact]
    public void Collaboration_SameSeed_SameCollaboration() =>
        Some.Collaboration(new Random(7), 0.5).Should().Be(Some.Collaboration(new Random(7), 0.5));

    [Fact]
    public void Collaboration_KnownShare_GivesEveryFactOrNone()
    {
        var all = Some.Collaboration(new Random(7), 1);
        FactRegistry.Default.Facts.Where(fact => fact is { IsPerPartner: false, IsDerived: false }).Should().AllSatisfy(
            fact => CodeOf(all, fact).Should().NotBe(Fact.Unknown));
        Some.Collaboration(new Random(7), 0).Should().Be(new Collaboration());
    }

    [Fact]
    public void Collaboration_WhatIsGiven_NeverContradictsWhatFollows()
    {
        var random = new Random(20);
        for (var i = 0; i < 500; i++)
        {
            var given = Some.Collaboration(random, random.NextDouble());
            var completed = DerivedFacts.Complete(given);
            completed.PartnerCount.Should().Be(given.PartnerCount ?? completed.PartnerCount);
            completed.CrossProfession.Should().Be(given.CrossProfession ?? completed.CrossProfession);
            completed.Governance.LeadOrganisation.Should().Be(given.Governance.LeadOrganisation ?? completed.Governance.LeadOrganisation);
        }
    }

    private static long CodeOf(Collaboration collaboration, Fact fact) =>
        fact.Owner.In(collaboration) is { } owner ? fact.Read(owner) : Fact.Unknown;
}
