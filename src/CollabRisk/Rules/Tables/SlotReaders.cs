using System.Numerics;

namespace CollabRisk.Rules.Tables;

/// <summary>
/// Which values are made of which, so that what moved is followed to what it makes different and no further. Most changes of a collaboration are of one
/// fact, which a handful of a thousand values wait for.
/// </summary>
/// <remarks>Made when something is followed for the first time: most hosts evaluate and never change anything. Immutable and thread-safe.</remarks>
internal sealed class SlotReaders
{
    private readonly int[][] ofSlot;
    private readonly int[][] ofNumber;

    /// <param name="slots">How many values there are.</param>
    /// <param name="reads">Each value that is made of others, with one of them.</param>
    /// <param name="readsOfNumbers">Each value that is made of a fact that is kept in a number, with the place of the fact.</param>
    public SlotReaders(int slots, IEnumerable<(int Reader, int Slot)> reads, IEnumerable<(int Reader, int Number)> readsOfNumbers)
    {
        ofSlot = ByPlace(reads, slots);
        var numbers = readsOfNumbers.ToList();
        ofNumber = ByPlace(numbers, numbers.Select(each => each.Number + 1).DefaultIfEmpty().Max());
    }

    /// <summary>Marks what is made of a value.</summary>
    public void Mark(int slot, Span<ulong> marked) => Mark(ofSlot[slot], marked);

    /// <summary>Marks what is made of a fact that is kept in a number.</summary>
    public void MarkThoseOfNumber(int number, Span<ulong> marked) => Mark(number < ofNumber.Length ? ofNumber[number] : [], marked);

    /// <summary>The first marked slot from a word of bits on, which is not marked any more; -1 where there is none.</summary>
    public static int Next(Span<ulong> marked, ref int word)
    {
        for (; word < marked.Length; word++)
        {
            if (marked[word] is var bits and not 0)
            {
                marked[word] = bits & (bits - 1);
                return (word << 6) + BitOperations.TrailingZeroCount(bits);
            }
        }

        return -1;
    }

    private static void Mark(int[] readers, Span<ulong> marked)
    {
        foreach (var slot in readers)
        {
            marked[slot >> 6] |= 1UL << slot;
        }
    }

    private static int[][] ByPlace(IEnumerable<(int Reader, int Place)> reads, int places)
    {
        var readers = reads.ToLookup(each => each.Place, each => each.Reader);
        return [.. Enumerable.Range(0, places).Select(place => readers[place].Distinct().ToArray())];
    }
}
