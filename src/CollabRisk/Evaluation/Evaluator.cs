using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Rules.Tables;

namespace CollabRisk.Evaluation;

/// <summary>Evaluates the rules of a book in their order: each after those on which it builds, each case of each once.</summary>
internal static class Evaluator
{
    public static EvaluationState Run(RuleBook book, Collaboration collaboration) => Run(book, collaboration, book.Rules);

    /// <summary>Evaluates some of the rules only; nothing may be asked about the others.</summary>
    /// <param name="book">The rule book.</param>
    /// <param name="collaboration">The facts.</param>
    /// <param name="rules">The rules, in the order of the book, with every rule on which one of them builds.</param>
    /// <param name="arrays">Arrays in which to evaluate; nothing may be asked once they are not lent for this any more. Null for arrays of its own.</param>
    public static EvaluationState Run(RuleBook book, Collaboration collaboration, IReadOnlyList<Rule> rules, ThreadArrays? arrays = null) =>
        Run(book, FactTable.Of(collaboration, book.Facts, before: null, arrays), rules, book.Tables, arrays);

    /// <summary>Evaluates some of the rules with tables, or where they are null on the trees of conditions. Both come to the same.</summary>
    public static EvaluationState Run(RuleBook book, FactTable facts, IReadOnlyList<Rule> rules, TruthTables? tables, ThreadArrays? arrays = null)
    {
        var state = new EvaluationState(book, facts, tables, arrays: arrays);
        if (tables is not null)
        {
            Settle(state, rules, tables);
            return state;
        }

        foreach (var rule in rules)
        {
            Evaluate(rule, state);
        }

        return state;
    }

    /// <summary>
    /// The same as a run on the collaboration from the start, but the results of rules that read nothing that changed
    /// are taken over from a run of the same book, and what is said of them can be.
    /// </summary>
    public static EvaluationState Run(EvaluationState previous, Collaboration collaboration)
    {
        var book = previous.Book;
        var facts = FactTable.Of(collaboration, book.Facts, previous.Facts);
        var moved = new MovedFacts(previous.Facts, facts);
        var touched = book.Dependencies.TouchedBy(moved);
        var tables = book.Tables;
        var state = new EvaluationState(book, facts, tables, previous, moved);
        if (tables is not null)
        {
            state.WidenByTables(book.Rules);
        }

        SettleAgain(state, previous, touched, tables?.Walked ?? book.Rules);
        state.NoteTakenOver(previous, moved, touched);
        return state;
    }

    /// <summary>
    /// Touches the rules that build on those whose results are others. Of the rules that are evaluated on their trees, evaluates those that are touched, and
    /// takes the results of the others over; rules come after those on which they build.
    /// </summary>
    private static void SettleAgain(EvaluationState state, EvaluationState previous, MarkedRules touched, IReadOnlyList<Rule> walked)
    {
        var followed = 0;
        foreach (var rule in walked)
        {
            FollowUpTo(rule.Index);

            // Rules that ask for the overall range come after those that make it up.
            if (touched.Contains(rule) || (rule.AsksForOverall && state.Overall != previous.Overall))
            {
                touched.Add(rule);
                Evaluate(rule, state);
            }
            else
            {
                state.TakeOver(previous, rule);
            }
        }

        if (state.Overall != previous.Overall)
        {
            // Of those before, only what they say may be something else.
            touched.AddAll(state.Book.Dependencies.OfOverall);
        }

        FollowUpTo(state.Book.Rules.Count);

        void FollowUpTo(int end)
        {
            for (var rule = touched.From(followed); rule is not null && rule.Index < end; rule = touched.After(rule))
            {
                TouchThoseBuiltOn(rule, state, previous, touched);
            }

            followed = end;
        }
    }

    private static void TouchThoseBuiltOn(Rule rule, EvaluationState state, EvaluationState previous, MarkedRules touched)
    {
        if (state.Book.Dependencies.BuiltOn(rule) is { Count: > 0 } built && !state.HasResultsOf(previous, rule))
        {
            touched.AddAll(built);
        }
    }

    /// <summary>Settles what tables worked out, then the rules that they leave to the trees.</summary>
    private static void Settle(EvaluationState state, IReadOnlyList<Rule> rules, TruthTables tables)
    {
        state.WidenByTables(rules);
        foreach (var rule in tables.Walked)
        {
            if (ReferenceEquals(rules, state.Book.Rules) || rules.Contains(rule))
            {
                Evaluate(rule, state);
            }
        }
    }

    private static void Evaluate(Rule rule, EvaluationState state)
    {
        var rows = state.RowsOf(rule);
        var results = new CaseResult[rule.Cases.Length * rows];
        Exception? error = null;
        try
        {
            for (var v = 0; v < rule.Cases.Length; v++)
            {
                for (var row = 0; row < rows; row++)
                {
                    results[(v * rows) + row] = Evaluate(rule, rule.Cases[v], row, state);
                }
            }
        }
#pragma warning disable CA1031 // A rule that fails must not stop the others; its outcome is Error, with the reason.
        catch (Exception e)
#pragma warning restore CA1031
        {
            (results, error) = ([], e);
        }

        state.Settle(rule, results, error);
    }

    private static CaseResult Evaluate(Rule rule, Case @case, int row, EvaluationState state)
    {
        var partner = EvaluationState.PartnerAt(rule, row);
        var guard = Kleene.And(rule.AppliesWhen?.Evaluate(state, partner) ?? Truth.True, @case.AppliesWhen?.Evaluate(state, partner) ?? Truth.True);
        var condition = guard == Truth.False ? Truth.False : @case.When.Evaluate(state, partner);
        var count = @case.Moderators.Length;
        Span<Truth> moderators = count <= 16 ? stackalloc Truth[count] : new Truth[count];
        for (var i = 0; i < moderators.Length && rule.HasLevel && condition != Truth.False; i++)
        {
            moderators[i] = @case.Moderators[i].When.Evaluate(state, partner);
        }

        return CaseResult.Of(rule, @case, guard, condition, moderators, isUnlisted: rule.IsPerPartner && state.Facts.IsMissing(row));
    }
}
