using System.Runtime.CompilerServices;
using CollabRisk.Conditions;
using CollabRisk.Facts;

namespace CollabRisk.Rules.Tables;

/// <summary>Tests of facts that are kept in numbers, as what a table can work out without asking the node of the tree.</summary>
internal static class CodeTests
{
    private const byte False = TruthByte.False;
    private const byte Unknown = TruthByte.Unknown;
    private const byte True = TruthByte.True;

    /// <summary>The lowest and the highest code of a value: the lowest of all are those that are not known, cannot be, or do not apply.</summary>
    private const long Lowest = Fact.NotApplicable + 1;
    private const long Highest = long.MaxValue;
    private const long AllBits = -1;

    /// <summary>The test; null where it is not one of a single fact that is kept in a number.</summary>
    public static CodeTest? Of(Condition condition) => condition switch
    {
        Not { Children: [SetTest { Fact.IsByte: false } set] } => Opposite(Of(set)),
        SetTest { Fact.IsByte: false } set => Of(set),
        NumberTest { Fact.IsByte: false } number => Of(number),
        UnknownTest { Fact.IsByte: false } test => new CodeTest(test.Fact.Slot, AllBits, Lowest, 0, False, False, True),
        _ => null,
    };

    /// <summary>The opposite. Of what does not apply it is false as well.</summary>
    private static CodeTest Opposite(CodeTest test) => test with { Inside = test.Outside, Outside = test.Inside };

    /// <summary>A comparison of two numbers of the same owner.</summary>
    public static CodePairTest Of(NumberPairTest pair)
    {
        return new(pair.Left.Slot, pair.Right.Slot, Value(-1), Value(0), Value(1));

        byte Value(long difference) => Comparisons.Holds(difference, pair.Comparison, 0) ? True : False;
    }

    private static CodeTest Of(NumberTest test) => test.Comparison switch
    {
        Comparison.Equal => Within(test, test.Constant, test.Constant),
        Comparison.NotEqual => Within(test, test.Constant, test.Constant, True, False),
        Comparison.Less => Within(test, test.Constant, Highest, True, False),
        Comparison.AtMost => Within(test, Lowest, test.Constant),
        Comparison.Greater => Within(test, Lowest, test.Constant, True, False),
        _ => Within(test, test.Constant, Highest),
    };

    private static CodeTest Of(SetTest test) => test.Question switch
    {
        SetQuestion.HasAll => new(test.Fact.Slot, (long)test.WordBits, (long)test.WordBits, 0, True, False, Unknown),
        SetQuestion.HasAny => new(test.Fact.Slot, (long)test.WordBits, 0, 0, False, True, Unknown),
        _ => Within(test, (long)test.WordBits, (long)test.WordBits),
    };

    private static CodeTest Within(FactTest test, long from, long to, byte outside = False, byte inside = True) =>
        new(test.Fact.Slot, AllBits, from, (ulong)(to - from), inside, outside, Unknown);

    /// <summary>
    /// One of two values without a branch. What is known of facts follows no pattern, so a branch is guessed wrong every other time, which costs more
    /// than all else a table does; and in a loop the compiler makes branches of "?:".
    /// </summary>
    public static int Choose(bool isFirst, int first, int second) => second ^ ((second ^ first) & -(isFirst ? 1 : 0));
}

/// <summary>A test of a fact that is kept in a number: whether some of its bits are a number within bounds.</summary>
/// <param name="Fact">Where the fact is.</param>
/// <param name="Bits">The bits that count: all of a number or a day, those of the words that are asked for of a set.</param>
/// <param name="From">The lower bound.</param>
/// <param name="Width">How far the upper bound is above it.</param>
/// <param name="Inside">The value within the bounds.</param>
/// <param name="Outside">The value elsewhere.</param>
/// <param name="Unknown">The value where the fact is not known. Where it does not apply, it is false.</param>
internal readonly record struct CodeTest(int Fact, long Bits, long From, ulong Width, byte Inside, byte Outside, byte Unknown)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte Of(long code) => (byte)CodeTests.Choose(code == Facts.Fact.NotApplicable, TruthByte.False, OfApplicable(code));

    /// <summary>The same where every fact applies, as nearly always.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte OfApplicable(long code)
    {
        var value = CodeTests.Choose((ulong)((code & Bits) - From) <= Width, Inside, Outside);
        return (byte)CodeTests.Choose(code == Facts.Fact.Unknown, Unknown, value);
    }
}

/// <summary>A comparison of two facts that are kept in numbers.</summary>
/// <param name="Left">Where the one is.</param>
/// <param name="Right">Where the other is.</param>
/// <param name="Less">The value where the one is less.</param>
/// <param name="Equal">The value where both are the same.</param>
/// <param name="Greater">The value where the one is greater.</param>
internal readonly record struct CodePairTest(int Left, int Right, byte Less, byte Equal, byte Greater)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte Of(long one, long other) =>
        (byte)CodeTests.Choose(one == Fact.NotApplicable | other == Fact.NotApplicable, TruthByte.False, OfApplicable(one, other));

    /// <summary>The same where every fact applies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte OfApplicable(long one, long other)
    {
        var value = CodeTests.Choose(one < other, Less, Greater);
        value = CodeTests.Choose(one == other, Equal, value);
        return (byte)CodeTests.Choose(one == Fact.Unknown | other == Fact.Unknown, TruthByte.Unknown, value);
    }
}
