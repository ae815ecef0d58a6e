using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>A chapter of which something was checked and is in order.</summary>
/// <param name="Chapter">The heading.</param>
/// <param name="Rules">What is in order, as the chapter has it; never empty.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ChapterInOrder(string Chapter, IReadOnlyList<RuleInOrder> Rules);

/// <summary>A risk or mismatch that is ruled out by something that is known and good.</summary>
/// <param name="Rule">The rule; it ended clear.</param>
/// <param name="Facts">The good facts that rule it out, in the order of the model; never empty.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RuleInOrder(Rule Rule, IReadOnlyList<FactReading> Facts);

/// <summary>
/// Finds the risks and mismatches that good answers rule out. A rule that does not apply earns no credit, nor does one that is clear because
/// of something bad, of something neither good nor bad, or of a fact that raised a risk.
/// </summary>
internal sealed class InOrderList(EvaluationState state, IReadOnlyList<Finding> findings)
{
    /// <summary>The facts that raised a risk or a mismatch, by path.</summary>
    private readonly HashSet<string> troubled = new(
        findings.Where(finding => finding.Level is not null).SelectMany(finding => finding.Facts, (_, reading) => reading.Path), StringComparer.Ordinal);

    public IReadOnlyList<ChapterInOrder> Write() =>
    [
        .. state.Book.Rules
            .Where(rule => rule.HasLevel && !rule.IsSwitchedOff && state.OutcomeOf(rule) == Outcome.Clear)
            .OrderBy(rule => rule.Position)
            .Select(rule => new RuleInOrder(rule, GoodOf(rule).ToList()))
            .Where(inOrder => inOrder.Facts.Count > 0)
            .GroupBy(inOrder => inOrder.Rule.Chapter, StringComparer.Ordinal)
            .Select(chapter => new ChapterInOrder(chapter.Key, [.. chapter])),
    ];

    /// <summary>The good facts that make cases of a rule clear; none where none is clear because of them.</summary>
    private FactCollector GoodOf(Rule rule)
    {
        var good = new FactCollector(state.Facts);
        for (var v = 0; v < rule.Cases.Length; v++)
        {
            for (var row = 0; row < state.RowsOf(rule) && !rule.Cases[v].IsSwitchedOff; row++)
            {
                if (state.ResultOf(rule, v, row).Outcome == Outcome.Clear)
                {
                    IsEarned(rule.Cases[v].When, Truth.False, EvaluationState.PartnerAt(rule, row), good);
                }
            }
        }

        return good;
    }

    /// <summary>Whether good facts alone give a node its value. If they do, they are added; if not, nothing is added.</summary>
    private bool IsEarned(Condition node, Truth value, int partner, FactCollector good)
    {
        switch (node)
        {
            case Not not:
                return IsEarned(not.Children[0], Kleene.Not(value), partner, good);
            case RaisedTest raised:
                return value == Truth.False && state.Book.Find(raised.Code) is { } other && state.OutcomeOf(other) == Outcome.Clear && Add(GoodOf(other), good);
            case AllOf or AnyOf or AtLeastOf or AtLeastPartners or EveryPartner:
                // One false child makes "all" false, and one true child "any" true; the other way round it takes them all.
                var takesOne = value == (node is AllOf or EveryPartner ? Truth.False : Truth.True);
                return takesOne ? IsEarnedByAny(node, value, partner, good) : IsEarnedByAll(node, value, partner, good);
            default:
                var read = new FactCollector(state.Facts);
                node.AddRead(state, partner, read);
                return AreGood(read.AsTheyCame) && Add(read, good);
        }
    }

    private bool IsEarnedByAny(Condition node, Truth value, int partner, FactCollector good)
    {
        var any = false;
        foreach (var (child, at, _) in node.Asked(state, partner))
        {
            any |= Decides(child, at, value) && IsEarned(child, value, at, good);
        }

        return any;
    }

    private bool IsEarnedByAll(Condition node, Truth value, int partner, FactCollector good)
    {
        var ofAll = new FactCollector(state.Facts);
        foreach (var (child, at, _) in node.Asked(state, partner))
        {
            if (Decides(child, at, value) && !IsEarned(child, value, at, ofAll))
            {
                return false;
            }
        }

        return Add(ofAll, good);
    }

    /// <summary>
    /// Whether a node has a value. A condition that throws has none: it was never asked, where others before it had decided already.
    /// </summary>
    private bool Decides(Condition node, int partner, Truth value)
    {
        try
        {
            return node.Evaluate(state, partner) == value;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return false;
        }
    }

    /// <summary>Adds what was collected.</summary>
    /// <returns>Whether there was anything.</returns>
    private static bool Add(FactCollector facts, FactCollector good)
    {
        foreach (var fact in facts.AsTheyCame)
        {
            good.Add(fact);
        }

        return facts.AsTheyCame.Length > 0;
    }

    private bool AreGood(ReadOnlySpan<FactCell> facts)
    {
        foreach (var fact in facts)
        {
            if (!IsGood(fact))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a fact is known to be better than the worst that it could be, and raised no risk.</summary>
    private bool IsGood(FactCell cell)
    {
        var (fact, code) = (cell.Fact, state.Facts[cell.Fact, cell.Row]);
        return fact.Direction != FactDirection.Neutral && Fact.IsValue(code)
            && fact.Type switch
            {
                FactType.YesNo => fact.CompareForBetter(code, fact.Direction == FactDirection.Yes ? 0 : 1) > 0,
                FactType.Word => fact.CompareForBetter(code, fact.Direction == FactDirection.Higher ? 0 : fact.AllowedWords.Count - 1) > 0,
                _ => true,
            }
            && !troubled.Contains(state.Facts.PathOf(fact, cell.Row));
    }
}
