using CollabRisk.Facts;

namespace CollabRisk.Tests;

public class SomeTests
{
    [Fact]
    public void Collaboration_SameSeed_SameCollaboration() =>
        Assert.Equal(Some.Collaboration(new Random(7), 0.5), Some.Collaboration(new Random(7), 0.5));

    [Fact]
    public void Collaboration_KnownShare_GivesEveryFactOrNone()
    {
        var all = Some.Collaboration(new Random(7), 1);
        Assert.All(
            FactRegistry.Default.Facts.Where(fact => fact is { IsPerPartner: false, IsDerived: false }),
            fact => Assert.NotEqual(Fact.Unknown, CodeOf(all, fact)));
        Assert.Equal(new Collaboration(), Some.Collaboration(new Random(7), 0));
    }

    [Fact]
    public void Collaboration_WhatIsGiven_NeverContradictsWhatFollows()
    {
        var random = new Random(20);
        for (var i = 0; i < 500; i++)
        {
            var given = Some.Collaboration(random, random.NextDouble());
            var completed = DerivedFacts.Complete(given);
            Assert.Equal(given.PartnerCount ?? completed.PartnerCount, completed.PartnerCount);
            Assert.Equal(given.CrossProfession ?? completed.CrossProfession, completed.CrossProfession);
            Assert.Equal(given.Governance.LeadOrganisation ?? completed.Governance.LeadOrganisation, completed.Governance.LeadOrganisation);
        }
    }

    private static long CodeOf(Collaboration collaboration, Fact fact)
    {
        var row = new long[FactRegistry.Default.Collaboration.Count];
        FactRegistry.Default.Collaboration.Read(collaboration, row);
        return row[fact.Index];
    }
}
