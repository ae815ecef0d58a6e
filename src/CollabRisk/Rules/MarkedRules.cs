using System.Numerics;

namespace CollabRisk.Rules;

/// <summary>Those rules of a book that are marked: a bit for each, by its index.</summary>
/// <param name="book">The book.</param>
internal sealed class MarkedRules(RuleBook book)
{
    private readonly ulong[] bits = new ulong[(book.Rules.Count + 63) / 64];

    /// <summary>The same rules, to mark more.</summary>
    public MarkedRules Copy()
    {
        var copy = new MarkedRules(book);
        bits.CopyTo(copy.bits, 0);
        return copy;
    }

    public bool Contains(Rule rule) => (bits[rule.Index >> 6] >> rule.Index & 1) != 0;

    /// <summary>Marks a rule.</summary>
    /// <returns>Whether it was not marked yet.</returns>
    public bool Add(Rule rule)
    {
        ref var word = ref bits[rule.Index >> 6];
        var bit = 1UL << rule.Index;
        var isNew = (word & bit) == 0;
        word |= bit;
        return isNew;
    }

    /// <summary>Marks a rule, or takes its mark away.</summary>
    public void Set(Rule rule, bool isMarked)
    {
        ref var word = ref bits[rule.Index >> 6];
        var bit = 1UL << rule.Index;
        word = isMarked ? word | bit : word & ~bit;
    }

    public bool ContainsAny(Rule[] rules)
    {
        foreach (var rule in rules)
        {
            if (Contains(rule))
            {
                return true;
            }
        }

        return false;
    }

    public void AddAll(List<Rule> rules)
    {
        foreach (var rule in rules)
        {
            Add(rule);
        }
    }

    /// <summary>The first marked rule, in the order of the book, whose index is at least so high; null where there is none. More may be marked meanwhile.</summary>
    public Rule? From(int index) => From(index, null);

    /// <summary>The marked rule that comes after another; null after the last.</summary>
    public Rule? After(Rule rule) => From(rule.Index + 1);

    /// <summary>The first rule, in the same order, that is marked only here or only among others; null where there is none.</summary>
    public Rule? FirstDifferent(MarkedRules others, int index) => From(index, others.bits);

    private Rule? From(int index, ulong[]? others)
    {
        for (var at = index >> 6; at < bits.Length; at++)
        {
            var word = others is null ? bits[at] : bits[at] ^ others[at];
            word &= at == index >> 6 ? ulong.MaxValue << index : ulong.MaxValue;
            if (word != 0)
            {
                return book.RuleAt((at << 6) + BitOperations.TrailingZeroCount(word));
            }
        }

        return null;
    }
}
