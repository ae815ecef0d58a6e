using System.Runtime.CompilerServices;
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
        var comparisons = new StrongBox<int>();
        var once = new OnceList<Counted>();
        once.Add(Enumerable.Range(0, 10_000).Select(number => new Counted(number, comparisons)));

        comparisons.Value.Should().BeLessThan(20_000, "a pack with very many caveats for a rule is read in the time that reading takes");
        once.ToReadOnly().Should().HaveCount(10_000);
    }

    private sealed class Counted(int number, StrongBox<int> comparisons) : IEquatable<Counted>
    {
        private readonly int number = number;

        public bool Equals(Counted? other)
        {
            comparisons.Value++;
            return other?.number == number;
        }

        public override bool Equals(object? obj) => Equals(obj as Counted);

        public override int GetHashCode() => number;
    }
}
