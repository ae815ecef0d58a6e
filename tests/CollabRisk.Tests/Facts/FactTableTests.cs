using CollabRisk.Facts;

namespace CollabRisk.Tests.Facts;

public class FactTableTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(1.0)]
    public void Moved_RandomTables_AreTheFactsWithAnotherCode(double knownShare)
    {
        var registry = FactRegistry.Default;
        var different = new List<string>();
        for (var seed = 0; seed < 100; seed++)
        {
            var one = FactTable.Of(Some.Collaboration(new Random(seed), knownShare), registry);
            var other = FactTable.Of(Some.Collaboration(new Random(seed + 1), knownShare), registry);
            for (var row = -1; row < Math.Min(one.PartnerRows, other.PartnerRows); row++)
            {
                var expected = registry.Facts.Where(fact => fact.IsPerPartner == row >= 0 && one[fact, row] != other[fact, row]).ToList();
                if (!one.Moved(row, other, row).OrderBy(fact => fact.Index).SequenceEqual(expected) || one.Moved(row, one, row).Count > 0
                    || (row >= 0 && one.HasSameCodes(row, other, row) != (expected.Count == 0)))
                {
                    different.Add($"seed {seed}, row {row}");
                }
            }
        }

        different.Should().BeEmpty();
    }

    [Fact]
    public void Moved_OneFact_IsThatOne()
    {
        var given = new Collaboration { Vision = new() { Exists = true } };
        FactTable Of(Collaboration collaboration) => FactTable.Of(collaboration, FactRegistry.Default);
        Of(given).Moved(-1, Of(given with { Vision = new() }), -1).Should().Equal(FactRegistry.Default.Find("vision.exists")!);
        Of(given).Moved(-1, Of(given with { NotApplicable = given.NotApplicable.With("startYear", isThere: true) }), -1).Should().Equal(FactRegistry.Default.Find("startYear")!);
    }
}
