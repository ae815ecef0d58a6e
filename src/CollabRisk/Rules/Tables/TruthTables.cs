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
