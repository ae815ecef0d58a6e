using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>A case of a rule that is raised, for the collaboration or for one row of partners.</summary>
internal readonly record struct RaisedCase(Rule Rule, int Case, int Row);

/// <summary>Finds the root of each raised case: the one at the top, where rules say under which others they are.</summary>
/// <remarks>
/// A case is under a case of the first of its rule's roots that is raised and not switched off. For a partner, that is the case of the same
/// partner where the root is asked of each. Of several cases, it is the one with the same subject, otherwise the gravest. Cases that are
/// under no other rule are one matter, since one rule asked them: the gravest of them is the root, of the same partner where there is one.
/// </remarks>
internal sealed class FindingRoots(EvaluationState state)
{
    /// <summary>What was found last: a rule with many cases is asked for each that is raised.</summary>
    private (Rule Rule, int Row, RaisedCase? Case)? lastGravest;

    /// <summary>The root of a case; the case itself where it is under no other.</summary>
    public RaisedCase Of(RaisedCase each)
    {
        while (!IsAlwaysRoot(each.Rule) && Above(each) is { } above)
        {
            each = above;
        }

        return each;
    }

    /// <summary>Whether findings of a rule are roots whatever else is raised.</summary>
    private static bool IsAlwaysRoot(Rule rule) => rule.Roots.Length == 0 && rule.Cases.Length == 1;

    private RaisedCase? Above(RaisedCase each)
    {
        if (each.Rule.Cases[each.Case].IsSwitchedOff)
        {
            return null;
        }

        foreach (var root in each.Rule.Roots)
        {
            if (CaseOf(root, each) is { } above)
            {
                return above;
            }
        }

        return each.Rule.Cases.Length > 1 && GravestOf(each.Rule, each.Row) is { } gravest && gravest != each ? gravest : null;
    }

    /// <summary>The gravest raised case of a rule, of one partner where it is asked of each; the first of several.</summary>
    private RaisedCase? GravestOf(Rule rule, int row)
    {
        if (lastGravest is not { } last || last.Rule != rule || last.Row != row)
        {
            lastGravest = last = (rule, row, FindGravest(rule, row));
        }

        return last.Case;
    }

    private RaisedCase? FindGravest(Rule rule, int row)
    {
        RaisedCase? best = null;
        var (bestAtLeast, bestAtMost) = (Level.None, Level.None);
        for (var v = 0; v < rule.Cases.Length; v++)
        {
            if (!rule.Cases[v].IsSwitchedOff && state.Raised(rule, v, row) == Truth.True && state.ResultOf(rule, v, row) is var result
                && (best is null || (result.AtLeast, result.AtMost).CompareTo((bestAtLeast, bestAtMost)) > 0))
            {
                best = new RaisedCase(rule, v, row);
                (bestAtLeast, bestAtMost) = (result.AtLeast, result.AtMost);
            }
        }

        return best;
    }

    /// <summary>The raised case of a rule under which another rule's case is found; null where there is none.</summary>
    private RaisedCase? CaseOf(Rule rule, RaisedCase below)
    {
        if (!state.IsRaised(rule))
        {
            return null;
        }

        var subject = below.Rule.Cases[below.Case].Subject;
        var samePartner = rule.IsPerPartner && below.Rule.IsPerPartner;
        RaisedCase? best = null;
        var (bestFits, bestAtLeast, bestAtMost) = (false, Level.None, Level.None);
        for (var v = 0; v < rule.Cases.Length; v++)
        {
            for (var row = samePartner ? below.Row : 0; row < (samePartner ? below.Row + 1 : state.RowsOf(rule)) && !rule.Cases[v].IsSwitchedOff; row++)
            {
                if (state.Raised(rule, v, row) != Truth.True)
                {
                    continue;
                }

                var result = state.ResultOf(rule, v, row);
                var fits = subject is not null && rule.Cases[v].Subject == subject;
                if (best is null || (fits, result.AtLeast, result.AtMost).CompareTo((bestFits, bestAtLeast, bestAtMost)) > 0)
                {
                    best = new RaisedCase(rule, v, row);
                    (bestFits, bestAtLeast, bestAtMost) = (fits, result.AtLeast, result.AtMost);
                }
            }
        }

        return best;
    }
}
