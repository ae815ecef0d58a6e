using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CollabRisk.Conditions;
using CollabRisk.Facts;

namespace CollabRisk.Rules.Tables;

/// <summary>The nodes that have one value for the collaboration, or one for each row of partners.</summary>
/// <param name="slots">How many values there are: the facts that are kept in bytes, the opposites of those, the constants, the tests in their order, and all else.</param>
/// <param name="bytes">How many of them are facts.</param>
/// <param name="words">The tests of facts that are kept in a byte.</param>
/// <param name="numbers">The tests of facts that are kept in a number.</param>
/// <param name="pairs">The comparisons of two such facts of the same owner.</param>
/// <param name="otherPairs">Other tests of two such facts, which the nodes themselves make.</param>
/// <param name="tests">All other tests, which the nodes themselves make.</param>
/// <param name="cases">The cases.</param>
/// <param name="ofCases">Whether each case is raised, by its place; nothing else waits for it.</param>
/// <param name="ofStages">What is made of other values before that, stage by stage.</param>
internal sealed class TruthSpace(
    int slots,
    int bytes,
    WordTest[] words,
    CodeTest[] numbers,
    CodePairTest[] pairs,
    PairTest[] otherPairs,
    Condition[] tests,
    CaseBlocks cases,
    Operations ofCases,
    Operations[] ofStages)
{
    private readonly int firstWord = SlotOf(Constant.Count, bytes);
    private readonly int firstNumber = SlotOf(Constant.Count, bytes) + words.Length;
    private readonly int firstPair = SlotOf(Constant.Count, bytes) + words.Length + numbers.Length;
    private readonly int firstOtherPair = SlotOf(Constant.Count, bytes) + words.Length + numbers.Length + pairs.Length;
    private readonly int firstTest = SlotOf(Constant.Count, bytes) + words.Length + numbers.Length + pairs.Length + otherPairs.Length;
    private readonly HashSet<Fact> asked = [.. tests.SelectMany(node => node.All).SelectMany(node => node.OwnFacts)];

    public int Slots => slots;

    public CaseBlocks Cases => cases;

    public Operations OfCases => ofCases;

    /// <summary>Whether nodes that make their test themselves read some of the facts; those of a partner may read what the collaboration has.</summary>
    public bool AsksItself(List<Fact> facts) => facts.Exists(asked.Contains);

    /// <summary>Where a constant is.</summary>
    public static int SlotOf(Constant constant, int bytes) => (2 * bytes) + (int)constant;

    /// <summary>Where the opposite of a yes/no fact is.</summary>
    public static int SlotOfOpposite(int fact, int bytes) => bytes + fact;

    /// <summary>What is made of each value.</summary>
    public SlotReaders Readers => field ??= new(slots, Reads(), ReadsOfNumbers());

    /// <summary>By its slot, how a value is made of others; anything where it is not.</summary>
    private (OperationKind Kind, Operation Of)[] Made => field ??= MadeBySlot();

    /// <summary>Puts in the facts that moved and the tests that nodes make themselves, and marks what is made of those that are different.</summary>
    /// <param name="moved">The facts of the collaboration that have another code.</param>
    /// <param name="facts">Those that are kept in bytes. All apply, and did before.</param>
    /// <param name="context">What nodes are asked of that make their test themselves.</param>
    /// <param name="values">The values before.</param>
    /// <param name="marked">A bit for each value.</param>
    public void Move(List<Fact> moved, ReadOnlySpan<byte> facts, ConditionContext context, Span<byte> values, Span<ulong> marked)
    {
        foreach (var fact in moved)
        {
            if (!fact.IsByte)
            {
                Readers.MarkThoseOfNumber(fact.Slot, marked);
                continue;
            }

            Put(fact.Slot, facts[fact.Slot], values, marked);
            Put(SlotOfOpposite(fact.Slot, bytes), OppositeOf(facts[fact.Slot]), values, marked);
        }

        for (var i = 0; i < tests.Length; i++)
        {
            Put(firstTest + i, TruthByte.Of(tests[i].Evaluate(context, -1)), values, marked);
        }
    }

    /// <summary>Makes again what is marked, and what is made of that in turn. A value comes after those of which it is made.</summary>
    /// <param name="marked">A bit for each value; none is left.</param>
    /// <param name="codes">The facts that are kept in numbers.</param>
    /// <param name="values">The values.</param>
    public void Follow(Span<ulong> marked, ReadOnlySpan<long> codes, Span<byte> values)
    {
        var word = 0;
        while (SlotReaders.Next(marked, ref word) is var slot and >= 0)
        {
            Put(slot, ValueOf(slot, codes, values), values, marked);
        }
    }

    private void Put(int slot, byte value, Span<byte> values, Span<ulong> marked)
    {
        if (values[slot] != value)
        {
            values[slot] = value;
            Readers.Mark(slot, marked);
        }
    }

    /// <summary>What a value that is made of others comes to.</summary>
    private byte ValueOf(int slot, ReadOnlySpan<long> codes, ReadOnlySpan<byte> values)
    {
        if (slot >= firstTest)
        {
            var (kind, of) = Made[slot];
            return kind switch
            {
                OperationKind.And => (byte)(values[of.A] & values[of.B]),
                OperationKind.Or => (byte)(values[of.A] | values[of.B]),
                OperationKind.Not => TruthByte.Not(values[of.A]),
                _ => values[of.A],
            };
        }

        return slot < firstNumber ? words[slot - firstWord].Of(values[words[slot - firstWord].Fact])
            : slot < firstPair ? numbers[slot - firstNumber].Of(codes[numbers[slot - firstNumber].Fact])
            : slot < firstOtherPair ? pairs[slot - firstPair].Of(codes[pairs[slot - firstPair].Left], codes[pairs[slot - firstPair].Right])
            : TruthByte.Of(otherPairs[slot - firstOtherPair].Of(codes[otherPairs[slot - firstOtherPair].Left.Slot], codes[otherPairs[slot - firstOtherPair].Right.Slot]));
    }

    private IEnumerable<(int Reader, int Slot)> Reads() => words.Select((test, i) => (firstWord + i, test.Fact))
        .Concat(WhatIsMade().SelectMany(each => new[] { (each.Slot, each.Of.A), (each.Slot, each.Of.B) }));

    private IEnumerable<(int Reader, int Number)> ReadsOfNumbers() => numbers.Select((test, i) => (firstNumber + i, test.Fact))
        .Concat(pairs.SelectMany((test, i) => new[] { (firstPair + i, test.Left), (firstPair + i, test.Right) }))
        .Concat(otherPairs.SelectMany((test, i) => new[] { (firstOtherPair + i, test.Left.Slot), (firstOtherPair + i, test.Right.Slot) }));

    private (OperationKind Kind, Operation Of)[] MadeBySlot()
    {
        var made = new (OperationKind, Operation)[slots];
        foreach (var (slot, kind, of) in WhatIsMade())
        {
            made[slot] = (kind, of);
        }

        return made;
    }

    /// <summary>The values that are made of others, each with how.</summary>
    private IEnumerable<(int Slot, OperationKind Kind, Operation Of)> WhatIsMade() =>
        from operations in ofStages.Append(ofCases)
        from each in operations.Runs.SelectMany(run => run.Each, (run, operation) => (run.Kind, operation)).Index()
        select (operations.FirstSlot + each.Index, each.Item.Kind, each.Item.operation);

    /// <summary>Puts in what is known before anything is asked: the facts, true, false, and whether a partner is listed.</summary>
    public void Begin(ReadOnlySpan<byte> facts, Span<byte> values, bool isListed)
    {
        facts.CopyTo(values);
        Oppose(facts, values[bytes..]);
        values[SlotOf(Constant.False, bytes)] = TruthByte.False;
        values[SlotOf(Constant.True, bytes)] = TruthByte.True;
        values[SlotOf(Constant.Listed, bytes)] = isListed ? TruthByte.True : TruthByte.Unknown;
    }

    /// <summary>Makes the tests.</summary>
    /// <param name="codes">The facts that are kept in numbers.</param>
    /// <param name="context">What nodes are asked of that make their test themselves.</param>
    /// <param name="partner">The row of partners, or -1.</param>
    /// <param name="values">Where the facts that are kept in bytes are, and the values go.</param>
    public void Test(ReadOnlySpan<long> codes, ConditionContext context, int partner, Span<byte> values)
    {
        // The builder gives slots in range; checking each of them again would cost as much as the test.
        ref var fact = ref MemoryMarshal.GetReference(values);
        ref var code = ref MemoryMarshal.GetReference(codes);
        ref var to = ref Unsafe.Add(ref fact, SlotOf(Constant.Count, bytes));
        foreach (ref readonly var test in words.AsSpan())
        {
            to = test.Of(Unsafe.Add(ref fact, test.Fact));
            to = ref Unsafe.Add(ref to, 1);
        }

        // Nearly always every fact applies, so that is asked once and not by each test.
        if (context.Facts.HasNotApplicable)
        {
            foreach (ref readonly var test in numbers.AsSpan())
            {
                to = test.Of(Unsafe.Add(ref code, test.Fact));
                to = ref Unsafe.Add(ref to, 1);
            }

            foreach (ref readonly var test in pairs.AsSpan())
            {
                to = test.Of(Unsafe.Add(ref code, test.Left), Unsafe.Add(ref code, test.Right));
                to = ref Unsafe.Add(ref to, 1);
            }
        }
        else
        {
            foreach (ref readonly var test in numbers.AsSpan())
            {
                to = test.OfApplicable(Unsafe.Add(ref code, test.Fact));
                to = ref Unsafe.Add(ref to, 1);
            }

            foreach (ref readonly var test in pairs.AsSpan())
            {
                to = test.OfApplicable(Unsafe.Add(ref code, test.Left), Unsafe.Add(ref code, test.Right));
                to = ref Unsafe.Add(ref to, 1);
            }
        }

        foreach (var node in otherPairs)
        {
            to = TruthByte.Of(node.Of(codes[node.Left.Slot], codes[node.Right.Slot]));
            to = ref Unsafe.Add(ref to, 1);
        }

        foreach (var node in tests)
        {
            to = TruthByte.Of(node.Evaluate(context, partner));
            to = ref Unsafe.Add(ref to, 1);
        }
    }

    /// <summary>
    /// Writes the opposite of each byte as if it were that of a yes/no fact, many at once: most tests ask for "no". The opposite of what does
    /// not apply is false as well, and what comes out for words is never read.
    /// </summary>
    private static void Oppose(ReadOnlySpan<byte> facts, Span<byte> opposites)
    {
        var yes = new Vector<byte>(TruthByte.True);
        var at = 0;
        for (; at <= facts.Length - Vector<byte>.Count; at += Vector<byte>.Count)
        {
            var these = new Vector<byte>(facts[at..]);
            Vector.SubtractSaturate(yes, these + these).CopyTo(opposites[at..]);
        }

        for (; at < facts.Length; at++)
        {
            opposites[at] = OppositeOf(facts[at]);
        }
    }

    private static byte OppositeOf(byte fact) => (byte)Math.Max(0, TruthByte.True - (2 * fact));

    /// <summary>Makes yes/no facts that do not apply the truth of "yes", which is false, once all tests have seen them. Words are not read as truths.</summary>
    public void End(Span<byte> values, bool hasNotApplicable)
    {
        if (hasNotApplicable)
        {
            values[..bytes].Replace(FactCodes.NotApplicable, TruthByte.False);
        }
    }
}

/// <summary>The values that are always there, after the facts and their opposites.</summary>
internal enum Constant
{
    False,
    True,
    Listed,
    Count,
}

/// <summary>A test of a fact that is kept in a byte.</summary>
/// <param name="Fact">Where the fact is.</param>
/// <param name="True">One bit for each byte that makes it true.</param>
/// <param name="False">One bit for each byte that makes it false; neither is unknown.</param>
internal readonly record struct WordTest(int Fact, ulong True, ulong False)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte Of(byte word) => (byte)(TruthByte.Unknown + (2 * (int)(True >> word & 1)) - (int)(False >> word & 1));
}
