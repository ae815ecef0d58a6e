using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CollabRisk.Conditions;
using CollabRisk.Facts;

namespace CollabRisk.Rules.Tables;

/// <summary>
/// The condition trees of a rule book, flattened: one byte of truth for each distinct node, whoever asks it, worked out in an order
/// in which nothing waits. The trees stay the one source and the one explanation; this is only a faster way to the same values.
/// </summary>
/// <remarks>
/// <para>
/// Values are kept as <see cref="TruthByte"/>, first those of the collaboration, then a row for each row of partners. No code is made at run
/// time. Yes/no facts are kept by <see cref="FactTable"/> as the truth of "yes" and need no test; neither does "no", their opposite.
/// </para>
/// <para>
/// A rule is left out, and <see cref="IsWalked"/>, where it asks for the overall range, has a node that is not known here, or builds on
/// such a rule: there are few of these, and they are evaluated on the tree after all others. Immutable and thread-safe.
/// </para>
/// </remarks>
internal sealed class TruthTables
{
    /// <summary>For how many values marks are kept on the stack: a bit for each, so two kilobytes.</summary>
    private const int MostMarkedOnStack = 16 * 1024;

    private static readonly int[] FirstNumbers = [.. Enumerable.Range(0, 1024)];

    private readonly TruthSpace root;
    private readonly TruthSpace row;
    private readonly Stage[] stages;
    private readonly CaseSlots[]?[] cases;

    /// <summary>By the index of a rule, its place among those that are evaluated on their trees.</summary>
    private readonly int[] walkedAt;

    internal TruthTables(TruthSpace root, TruthSpace row, Stage[] stages, CaseSlots[]?[] cases, IReadOnlyList<Rule> walked)
    {
        this.root = root;
        this.row = row;
        this.stages = stages;
        this.cases = cases;
        Walked = walked;
        walkedAt = new int[cases.Length];
        for (var i = 0; i < walked.Count; i++)
        {
            walkedAt[walked[i].Index] = i;
        }
    }

    /// <summary>The rules that are left out, in the order of the book.</summary>
    public IReadOnlyList<Rule> Walked { get; }

    /// <summary>The blocks of cases of the collaboration, and of each row of partners.</summary>
    public CaseBlocks CasesOfCollaboration => root.Cases;

    /// <inheritdoc cref="CasesOfCollaboration"/>
    public CaseBlocks CasesOfPartner => row.Cases;

    /// <summary>The tables of a rule book.</summary>
    public static TruthTables Of(RuleBook book) => new TruthTableBuilder(book).Build();

    /// <summary>Whether the rule is evaluated on its tree.</summary>
    public bool IsWalked(Rule rule) => cases[rule.Index] is null;

    /// <summary>The place of a rule among those that are evaluated on their trees.</summary>
    public int WalkedAt(Rule rule) => walkedAt[rule.Index];

    /// <summary>Where the values of a case are, in <see cref="ValuesOf"/> for a row of partners where the rule is asked of each.</summary>
    public ref readonly CaseSlots SlotsOf(Rule rule, int number) => ref cases[rule.Index]![number];

    /// <summary>The values of the collaboration, or of a row of partners.</summary>
    /// <param name="values">What <see cref="Evaluate"/> gave.</param>
    /// <param name="partner">The row, or -1.</param>
    public ReadOnlySpan<byte> ValuesOf(byte[] values, int partner) => partner < 0
        ? values.AsSpan(0, root.Slots)
        : RowOf(values, partner);

    /// <summary>The value of every node.</summary>
    /// <param name="context">The facts.</param>
    /// <param name="before">
    /// The values for other facts, or nothing. Rows of partners are taken over of which nothing moved that their nodes read: there may be hundreds. Of the
    /// row of the collaboration, what moved is followed to the values that it makes different.
    /// </param>
    /// <param name="moved">What moved since then; null where there are no values before.</param>
    /// <param name="arrays">Those in which values are kept for as long as they are lent; null for an array of their own.</param>
    public byte[] Evaluate(ConditionContext context, ReadOnlySpan<byte> before, MovedFacts? moved, ThreadArrays? arrays)
    {
        var facts = context.Facts;
        var all = NumbersTo(facts.PartnerRows);
        before = moved is { HasSamePartners: true } ? before : [];
        var count = root.Slots + (all.Length * row.Slots);
        var values = !before.IsEmpty ? before.ToArray() : arrays?.Truths(count) ?? GC.AllocateUninitializedArray<byte>(count);
        var rows = before.IsEmpty || row.AsksItself(moved!.OfCollaboration) ? all : CollectionsMarshal.AsSpan(moved.Rows);
        var own = values.AsSpan(0, root.Slots);
        var codes = facts.NumbersOf(-1);

        // What does not apply is no longer told from "no" once all tests have seen it.
        var isFollowed = !before.IsEmpty && !facts.HasNotApplicable && !moved!.Before.HasNotApplicable;
        Span<ulong> marked = !isFollowed ? [] : root.Slots <= MostMarkedOnStack ? stackalloc ulong[(root.Slots + 63) / 64] : new ulong[(root.Slots + 63) / 64];
        if (isFollowed)
        {
            root.Move(moved!.OfCollaboration, facts.BytesOf(-1), context, own, marked);
        }
        else
        {
            root.Begin(facts.BytesOf(-1), own, isListed: true);
            root.Test(codes, context, -1, own);
            root.End(own, facts.HasNotApplicable);
        }

        foreach (var partner in rows)
        {
            var at = RowOf(values, partner);
            row.Begin(facts.BytesOf(partner), at, isListed: !facts.IsMissing(partner));
            row.Test(facts.NumbersOf(partner), context, partner, at);
            row.End(at, facts.HasNotApplicable);
        }

        foreach (var stage in stages)
        {
            foreach (var quantifier in stage.Quantifiers)
            {
                if (before.IsEmpty || HasMoved(quantifier.Of, rows, values, before))
                {
                    own[quantifier.Slot] = Quantify(quantifier, values.AsSpan(root.Slots), facts);
                    if (isFollowed)
                    {
                        root.Readers.Mark(quantifier.Slot, marked);
                    }
                }
            }

            if (isFollowed)
            {
                root.Follow(marked, codes, own);
            }
            else
            {
                Operate(stage.OfCollaboration, own);
            }

            if (rows.Length < all.Length && HasMoved(stage.Imports, values, before))
            {
                rows = all;
            }

            foreach (var partner in stage.Imports.Length > 0 || stage.OfPartner.Runs.Length > 0 ? rows : [])
            {
                var at = RowOf(values, partner);
                foreach (var (slot, from) in stage.Imports)
                {
                    at[slot] = own[from];
                }

                Operate(stage.OfPartner, at);
            }
        }

        if (!isFollowed)
        {
            Operate(root.OfCases, own);
        }

        foreach (var partner in rows)
        {
            Operate(row.OfCases, RowOf(values, partner));
        }

        return values;
    }

    /// <summary>
    /// Adds what gives trees a value, of those that have it; see <see cref="Condition.Gather"/>.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="trees">The trees, one after the other.</param>
    /// <param name="values">What <see cref="Evaluate"/> gave.</param>
    /// <param name="context">What was evaluated.</param>
    /// <param name="partner">The row of partners that is asked about, or -1.</param>
    /// <param name="to">Where facts are added: an <see cref="OpenCollector"/> where the value is unknown.</param>
    public void Gather(byte value, ReadOnlySpan<PlacedNode> trees, byte[] values, ConditionContext context, int partner, FactCollector to)
    {
        for (var i = 0; i < trees.Length; i++)
        {
            ref readonly var at = ref trees[i];
            if (ValueOf(at, values, partner) != value)
            {
                i += at.Below;
            }
            else if (at.Tested is { } fact)
            {
                to.Add(fact, partner);
            }
            else if (at.AsksAllPartners)
            {
                var rows = to is OpenCollector ? context.Facts.PartnerRows : context.Facts.Listed.Count;
                for (var row = 0; row < rows; row++)
                {
                    Gather(value, trees.Slice(i + 1, at.Below), values, context, row, to);
                }

                i += at.Below;
            }
            else if (at.Below == 0)
            {
                at.Node.Gather(context, partner, to);
            }
        }
    }

    /// <summary>The value of a node.</summary>
    public byte ValueOf(in PlacedNode node, byte[] values, int partner) => values[node.IsOfPartner ? root.Slots + (partner * row.Slots) + node.Slot : node.Slot];

    /// <summary>The numbers of so many rows. Most collaborations have few, so they are kept.</summary>
    private static ReadOnlySpan<int> NumbersTo(int count) => count <= FirstNumbers.Length ? FirstNumbers.AsSpan(0, count) : Enumerable.Range(0, count).ToArray();

    private static bool HasMoved((int Slot, int From)[] imports, ReadOnlySpan<byte> values, ReadOnlySpan<byte> before)
    {
        foreach (var (_, from) in imports)
        {
            if (values[from] != before[from])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a value is another in any of some rows.</summary>
    private bool HasMoved(int slot, ReadOnlySpan<int> rows, ReadOnlySpan<byte> values, ReadOnlySpan<byte> before)
    {
        foreach (var partner in rows)
        {
            var at = root.Slots + (partner * row.Slots) + slot;
            if (values[at] != before[at])
            {
                return true;
            }
        }

        return false;
    }

    private Span<byte> RowOf(byte[] values, int partner) => values.AsSpan(root.Slots + (partner * row.Slots), row.Slots);

    private static void Operate(Operations block, Span<byte> values)
    {
        // The builder gives slots in range; checking each of them again would cost as much as the operation.
        ref var v = ref MemoryMarshal.GetReference(values);
        ref var to = ref Unsafe.Add(ref v, block.FirstSlot);
        foreach (var (kind, each) in block.Runs)
        {
            switch (kind)
            {
                case OperationKind.And:
                    foreach (ref readonly var operation in each.AsSpan())
                    {
                        to = (byte)(Unsafe.Add(ref v, operation.A) & Unsafe.Add(ref v, operation.B));
                        to = ref Unsafe.Add(ref to, 1);
                    }

                    break;
                case OperationKind.Or:
                    foreach (ref readonly var operation in each.AsSpan())
                    {
                        to = (byte)(Unsafe.Add(ref v, operation.A) | Unsafe.Add(ref v, operation.B));
                        to = ref Unsafe.Add(ref to, 1);
                    }

                    break;
                case OperationKind.Not:
                    foreach (ref readonly var operation in each.AsSpan())
                    {
                        to = TruthByte.Not(Unsafe.Add(ref v, operation.A));
                        to = ref Unsafe.Add(ref to, 1);
                    }

                    break;
                default:
                    foreach (ref readonly var operation in each.AsSpan())
                    {
                        to = Unsafe.Add(ref v, operation.A);
                        to = ref Unsafe.Add(ref to, 1);
                    }

                    break;
            }
        }
    }

    private byte Quantify(Quantifier quantifier, ReadOnlySpan<byte> rows, FactTable facts)
    {
        var (every, any) = (TruthByte.True, TruthByte.False);
        var (sure, possible) = (0, 0);
        for (var partner = 0; partner < facts.Listed.Count; partner++)
        {
            var value = rows[(partner * row.Slots) + quantifier.Of];
            every &= value;
            any |= value;
            sure += value >> 1;
            possible += value & 1;
        }

        var (missingMay, missingMayMiss) = (false, false);
        if (facts.PartnerRows > facts.Listed.Count)
        {
            var value = rows[(facts.Listed.Count * row.Slots) + quantifier.Of];
            every &= value;
            any |= value;
            (missingMay, missingMayMiss) = (value != TruthByte.False, value != TruthByte.True);
        }

        return quantifier.Kind switch
        {
            QuantifierKind.Every => every,
            QuantifierKind.Any => any,
            QuantifierKind.FewerMiss => TruthByte.Of(Kleene.Not(quantifier.Quota.Reached(facts.Listed.Count - possible, facts.Listed.Count - sure, missingMayMiss, facts))),
            _ => TruthByte.Of(quantifier.Quota.Reached(sure, possible, missingMay, facts)),
        };
    }
}

/// <summary>Where the values of a case are.</summary>
/// <param name="Guard">Whether it applies.</param>
/// <param name="When">Whether its condition holds; of partners that are not listed never more than unknown.</param>
/// <param name="Moderators">Which moderators act; empty where there is no level.</param>
/// <param name="Trees">The nodes of its conditions.</param>
internal readonly record struct CaseSlots(int Guard, int When, int[] Moderators, PlacedTrees Trees);

/// <summary>The slots of cases, where each has whether it is raised: in blocks by what it counts for.</summary>
/// <param name="First">The first slot.</param>
/// <param name="High">How many risks and mismatches there are, without moderators, that are raised at High; their block is the first.</param>
/// <param name="Moderate">How many at Moderate; next.</param>
/// <param name="Low">How many at Low; next.</param>
/// <param name="Moderated">How many risks and mismatches have moderators; next.</param>
/// <param name="All">Every case by its place; at the end are those that count for no level.</param>
internal sealed record CaseBlocks(int First, int High, int Moderate, int Low, int Moderated, PlacedCase[] All)
{
    /// <summary>The place of the first case with moderators.</summary>
    public int FirstModerated { get; } = High + Moderate + Low;

    /// <summary>How many count for a level; they come before the others.</summary>
    public int WithLevel { get; } = High + Moderate + Low + Moderated;
}

/// <summary>A case at its place, with what its level is made of.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Number">The number of the case in the rule.</param>
/// <param name="Level">The level before moderators; of a case without any, that at which it is raised; None where it has no level.</param>
/// <param name="Highest">The highest level that moderators can make of it.</param>
/// <param name="Moderators">What moves it, each with the slot that says whether it acts; empty for most.</param>
internal readonly record struct PlacedCase(Rule Rule, int Number, Level Level, Level Highest, (int Slot, Direction Direction)[] Moderators)
{
    /// <summary>The level at which it is raised, or would be.</summary>
    /// <param name="values">The values of the collaboration, or of the row of partners.</param>
    public LevelRange LevelIn(ReadOnlySpan<byte> values)
    {
        if (Moderators.Length == 0)
        {
            return new(Level, Level);
        }

        var moved = new ModeratedLevel(Level);
        foreach (var (slot, direction) in Moderators)
        {
            moved.Move(TruthByte.ToTruth(values[slot]), direction);
        }

        return moved.Within(Rule.Cap);
    }
}

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

/// <summary>What is made of two values.</summary>
internal enum OperationKind
{
    /// <summary>The bits that both have.</summary>
    And,

    /// <summary>The bits that either has.</summary>
    Or,

    /// <summary>The opposite of the first.</summary>
    Not,

    /// <summary>The first as it is.</summary>
    Copy,
}

/// <summary>The two values of an operation; where it has one, the same twice.</summary>
internal readonly record struct Operation(int A, int B);

/// <summary>Operations whose values follow one another: runs of one kind, so that nothing has to be asked of each.</summary>
internal readonly record struct Operations(int FirstSlot, (OperationKind Kind, Operation[] Each)[] Runs);

internal enum QuantifierKind
{
    Every,
    Any,
    AtLeast,

    /// <summary>Fewer rows than are asked for miss it.</summary>
    FewerMiss,
}

/// <summary>A question about a value of all rows of partners.</summary>
internal readonly record struct Quantifier(int Slot, QuantifierKind Kind, Quota Quota, int Of);

/// <summary>What can be worked out at once: first of the collaboration, then of each partner.</summary>
/// <param name="Quantifiers">Of values of partners that an earlier stage worked out.</param>
/// <param name="OfCollaboration">Operations on values of the collaboration.</param>
/// <param name="Imports">Values of the collaboration that conditions about partners read.</param>
/// <param name="OfPartner">Operations on values of a partner.</param>
internal sealed record Stage(Quantifier[] Quantifiers, Operations OfCollaboration, (int Slot, int From)[] Imports, Operations OfPartner);
