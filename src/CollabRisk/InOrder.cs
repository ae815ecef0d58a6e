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
    /// <summary>By the number of its cell, whether a fact raised a risk or a mismatch.</summary>
    private readonly bool[] isTroubled = TroubledBy(state.Facts, findings);

    /// <summary>The good facts that were found for the rule that is looked at.</summary>
    private readonly FactCollector good = new(state.Facts);

    public IReadOnlyList<ChapterInOrder> Write()
    {
        var chapters = new OrderedDictionary<string, List<RuleInOrder>>(StringComparer.Ordinal);
        foreach (var rule in state.Book.RisksByPosition)
        {
            if (state.OutcomeOf(rule) == Outcome.Clear && AddGoodOf(rule))
            {
                if (!chapters.TryGetValue(rule.Chapter, out var rules))
                {
                    chapters.Add(rule.Chapter, rules = []);
                }

                rules.Add(new RuleInOrder(rule, good.ToList()));
                good.ForgetFacts();
            }
        }

        return [.. chapters.Select(chapter => new ChapterInOrder(chapter.Key, chapter.Value.AsReadOnly()))];
    }

    private static bool[] TroubledBy(FactTable facts, IReadOnlyList<Finding> findings)
    {
        var isTroubled = new bool[facts.CellCount];
        foreach (var finding in findings)
        {
            for (var i = 0; i < finding.Facts.Count && finding.Level is not null; i++)
            {
                isTroubled[facts.NumberOf(facts.CellOf(finding.Facts[i]))] = true;
            }
        }

        return isTroubled;
    }

    /// <summary>Adds the good facts that make cases of a rule clear.</summary>
    /// <returns>Whether any case is clear because of them.</returns>
    private bool AddGoodOf(Rule rule)
    {
        var any = false;
        for (var v = 0; v < rule.Cases.Length; v++)
        {
            for (var row = 0; row < state.RowsOf(rule) && !rule.Cases[v].IsSwitchedOff; row++)
            {
                any |= state.ResultOf(rule, v, row).Outcome == Outcome.Clear && IsEarned(rule.Cases[v].When, Truth.False, EvaluationState.PartnerAt(rule, row));
            }
        }

        return any;
    }

    /// <summary>Whether good facts alone give a node its value. If they do, they are added; if not, nothing is added.</summary>
    private bool IsEarned(Condition node, Truth value, int partner)
    {
        switch (node)
        {
            case Not not:
                return IsEarned(not.Children[0], Kleene.Not(value), partner);
            case RaisedTest raised:
                return value == Truth.False && state.Book.Find(raised.Code) is { } other && state.OutcomeOf(other) == Outcome.Clear && AddGoodOf(other);
            case AllOf or AnyOf or AtLeastOf or AtLeastPartners or EveryPartner:
                // One false child makes "all" false, and one true child "any" true; the other way round it takes them all.
                var takesOne = value == (node is AllOf or EveryPartner ? Truth.False : Truth.True);
                return takesOne ? IsEarnedByAny(node, value, partner) : IsEarnedByAll(node, value, partner);
            default:
                var before = good.AsTheyCame.Length;
                node.AddRead(state, partner, good);
                return AreGood(good.AsTheyCame[before..]) || Forget(before);
        }
    }

    private bool IsEarnedByAny(Condition node, Truth value, int partner)
    {
        var any = false;
        foreach (var (child, at, _) in node.Asked(state, partner))
        {
            any |= Decides(child, at, value) && IsEarned(child, value, at);
        }

        return any;
    }

    private bool IsEarnedByAll(Condition node, Truth value, int partner)
    {
        var before = good.AsTheyCame.Length;
        foreach (var (child, at, _) in node.Asked(state, partner))
        {
            if (Decides(child, at, value) && !IsEarned(child, value, at))
            {
                return Forget(before);
            }
        }

        return good.AsTheyCame.Length > before;
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

    /// <summary>Forgets the facts that came after so many, which earned nothing.</summary>
    private bool Forget(int kept)
    {
        good.ForgetFacts(kept);
        return false;
    }

    /// <summary>Whether there are facts, and all of them are good.</summary>
    private bool AreGood(ReadOnlySpan<FactCell> facts)
    {
        foreach (var fact in facts)
        {
            if (!IsGood(fact))
            {
                return false;
            }
        }

        return facts.Length > 0;
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
            && !isTroubled[state.Facts.NumberOf(cell)];
    }
}
