using CollabRisk.Facts;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests.Facts;

public class FactTableTests
{
    [Fact]
    public void Moved_RandomTables_AreTheFactsWithAnotherCode() => AssertMoved(FactRegistry.Default, Some.Collaboration);

    [Fact]
    public void Moved_FactsThatPacksDeclare_AreTheFactsWithAnotherCode() => AssertMoved(RotaPack.Book.Facts, Some.Collaboration);

    [Fact]
    public void Moved_WordsThatPacksAdd_AreTheFactsWithAnotherCode() => AssertMoved(HousingPack.Book.Facts, HousingPack.Collaboration);

    [Fact]
    public void Moved_OneFact_IsThatOne()
    {
        var given = new Collaboration { Vision = new() { Exists = true } };
        FactTable Of(Collaboration collaboration) => FactTable.Of(collaboration, FactRegistry.Default);
        Of(given).Moved(-1, Of(given with { Vision = new() }), -1).Should().Equal(FactRegistry.Default.Find("vision.exists")!);
        Of(given).Moved(-1, Of(given with { NotApplicable = given.NotApplicable.With("startYear", isThere: true) }), -1).Should().Equal(FactRegistry.Default.Find("startYear")!);
    }

    private static void AssertMoved(FactRegistry registry, Func<Random, double, Collaboration> make)
    {
        var different = new List<string>();
        for (var seed = 0; seed < 100; seed++)
        {
            var one = FactTable.Of(make(new Random(seed), seed % 5 / 4.0), registry);
            var other = FactTable.Of(make(new Random(seed + 1), 1 - (seed % 3 / 4.0)), registry);
            foreach (var (row, otherRow) in Rows())
            {
                var expected = registry.Facts.Where(fact => fact.IsPerPartner == row >= 0 && one[fact, row] != other[fact, otherRow]).ToList();
                if (!one.Moved(row, other, otherRow).OrderBy(fact => fact.Index).SequenceEqual(expected) || one.HasSameCodes(row, other, otherRow) != (expected.Count == 0)
                    || one.Moved(row, one, row).Count > 0)
                {
                    different.Add($"seed {seed}, row {row} and {otherRow}");
                }
            }

            IEnumerable<(int Row, int OtherRow)> Rows() => Enumerable.Range(0, one.PartnerRows)
                .SelectMany(row => Enumerable.Range(0, other.PartnerRows), (row, otherRow) => (row, otherRow)).Prepend((-1, -1));
        }

        different.Should().BeEmpty();
    }
}
