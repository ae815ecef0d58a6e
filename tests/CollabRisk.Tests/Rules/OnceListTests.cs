using CollabRisk.Rules.Building;

namespace CollabRisk.Tests.Rules;

public sealed class OnceListTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1_000)]
    public void Add_ItemsSeveralTimes_KeepsEachOnceInTheOrderOfTheFirst(int many)
    {
        var once = new OnceList<int>();
        once.Add(Enumerable.Range(0, many));
        once.Add(Enumerable.Range(0, many).Reverse());

        once.ToReadOnly().Should().Equal(Enumerable.Range(0, many));
    }

    [Fact]
    public void Add_ManyItems_ComparesFewOfThem()
    {
        var counting = new Counting();
        var once = new OnceList<string>(counting);
        once.Add(Enumerable.Range(0, 10_000).Select(number => $"{number}"));

        counting.Comparisons.Should().BeLessThan(20_000, "a pack with very many caveats for a rule is read in the time that reading takes");
        once.ToReadOnly().Should().HaveCount(10_000);
    }

    private sealed class Counting : IEqualityComparer<string>
    {
        public int Comparisons { get; private set; }

        public bool Equals(string? x, string? y)
        {
            Comparisons++;
            return x == y;
        }

        public int GetHashCode(string obj) => obj.GetHashCode(StringComparison.Ordinal);
    }
}
