using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Evaluation;

/// <summary>The unknown facts that keep cases of rules open: those that their conditions wait for, and those of the rules on which they build.</summary>
internal sealed class OpenFacts(EvaluationState state)
{
    private readonly OpenCollector open = new(state.Facts);

    /// <summary>The unknown facts that keep a rule from being settled, in the order of the model.</summary>
    public static IReadOnlyList<FactReading> Of(EvaluationState state, Rule rule)
    {
        var facts = new OpenFacts(state);
        facts.Add(rule, partner: -1);
        return facts.ToList();
    }

    /// <summary>Adds what keeps one case of a rule from being settled; nothing where it is.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="number">The number of the case in the rule.</param>
    /// <param name="row">The row of partners.</param>
    /// <param name="result">What the case came to.</param>
    public void Add(Rule rule, int number, int row, CaseResult result)
    {
        if (result.Outcome != Outcome.Undetermined)
        {
            return;
        }

        if (result.Guard == Truth.Unknown)
        {
            state.Gather(Truth.Unknown, rule, number, CasePart.Guards, row, open);
        }

        if (result.Condition == Truth.Unknown)
        {
            state.Gather(Truth.Unknown, rule, number, CasePart.When, row, open);
        }

        // Partners that are not listed may be all that is missing.
        if (rule.IsPerPartner && state.Facts.IsMissing(row)
            && (result.Condition != Truth.Unknown || rule.Cases[number].When.Evaluate(state, row) != Truth.Unknown))
        {
            open.AddPartnerList();
        }
    }

    /// <summary>Adds what keeps the level of one case of a rule open: the unknown facts of its moderators.</summary>
    public void AddLevel(Rule rule, int number, int row, CaseResult result)
    {
        if (result.AtLeast < result.AtMost)
        {
            state.Gather(Truth.Unknown, rule, number, CasePart.Moderators, row, open);
        }
    }

    /// <summary>All that was found, in the order of the model.</summary>
    public IReadOnlyList<FactReading> ToList()
    {
        AddThoseOfRules();
        return open.ToList();
    }

    /// <summary>All that was found, as it came: without the values, in no particular order, and some of it more than once.</summary>
    public ReadOnlySpan<FactCell> AsTheyCame()
    {
        AddThoseOfRules();
        return open.AsTheyCame;
    }

    /// <summary>Forgets the facts that were found, and not which rules were looked at: what those wait for is not found again.</summary>
    public void ForgetFacts() => open.ForgetFacts();

    /// <summary>Forgets all that was found, to be used again.</summary>
    public void Clear() => open.Clear();

    /// <summary>Adds what keeps the rules open that conditions wait for.</summary>
    private void AddThoseOfRules()
    {
        while (open.TryTakeRule(out var waiting))
        {
            var rule = state.Book.Find(waiting.Code)!;
            if (!rule.IsPerPartner && waiting.Partner >= 0)
            {
                // Whichever partner it is asked for, it is the same.
                open.AddRule(waiting.Code, partner: -1, waiting.WithLevel);
            }
            else
            {
                Add(rule, waiting.Partner, waiting.WithLevel);
            }
        }
    }

    /// <summary>Adds what keeps the cases of a rule open, for one row of partners or, with -1, for all.</summary>
    private void Add(Rule rule, int partner, bool withLevel = false)
    {
        // No fact settles a rule that failed, and it has no results to look at.
        for (var v = 0; v < rule.Cases.Length && state.ErrorOf(rule) is null; v++)
        {
            for (var row = 0; row < state.RowsOf(rule); row++)
            {
                if (!rule.IsPerPartner || partner < 0 || row == partner)
                {
                    var result = state.ResultOf(rule, v, row);
                    Add(rule, v, row, result);
                    if (withLevel)
                    {
                        AddLevel(rule, v, row, result);
                    }
                }
            }
        }
    }
}
