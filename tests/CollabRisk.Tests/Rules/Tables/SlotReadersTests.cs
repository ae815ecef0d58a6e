using CollabRisk.Rules.Tables;

namespace CollabRisk.Tests.Rules.Tables;

public class SlotReadersTests
{
    /// <summary>Two tests of a number and one of two, values that are made of those, and one beyond a word of bits.</summary>
    private static readonly SlotReaders Readers = new(
        200, [(10, 1), (11, 1), (11, 10), (150, 11), (150, 11)], [(20, 0), (21, 2), (21, 3)]);

    [Theory]
    [InlineData(1, new[] { 10, 11 })]
    [InlineData(10, new[] { 11 })]
    [InlineData(11, new[] { 150 })]
    [InlineData(150, new int[0])]
    public void Mark_Value_MarksWhatIsMadeOfItAndNothingElse(int slot, int[] expected) => Marked(bits => Readers.Mark(slot, bits)).Should().Equal(expected);

    [Theory]
    [InlineData(0, new[] { 20 })]
    [InlineData(1, new int[0])]
    [InlineData(3, new[] { 21 })]
    [InlineData(99, new int[0])]
    public void MarkThoseOfNumber_Fact_MarksItsTests(int number, int[] expected) => Marked(bits => Readers.MarkThoseOfNumber(number, bits)).Should().Equal(expected);

    [Fact]
    public void Next_SlotMarkedOnTheWay_ComesInItsTurn()
    {
        var bits = new ulong[4];
        Readers.Mark(1, bits);
        var word = 0;
        var met = new List<int>();
        while (SlotReaders.Next(bits, ref word) is var slot and >= 0)
        {
            met.Add(slot);
            Readers.Mark(slot, bits);
        }

        met.Should().Equal(10, 11, 150);
        bits.Should().OnlyContain(all => all == 0);
    }

    private static List<int> Marked(Action<ulong[]> mark)
    {
        var bits = new ulong[4];
        mark(bits);
        var marked = new List<int>();
        var word = 0;
        while (SlotReaders.Next(bits, ref word) is var slot and >= 0)
        {
            marked.Add(slot);
        }

        return marked;
    }
}
