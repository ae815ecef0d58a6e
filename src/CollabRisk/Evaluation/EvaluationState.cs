using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Evaluation;

/// <summary>What one case of a rule came to, for the collaboration or for one partner.</summary>
internal readonly record struct CaseResult(Truth Guard, Truth Condition, Level AtLeast, Level Shown, Level AtMost)
{
    /// <summary>Whether the case is raised: it applies and its condition holds.</summary>
    public Truth Raised => Kleene.And(Guard, Condition);

    public Outcome Outcome => Guard switch
    {
        Truth.False => Outcome.NotApplicable,
        Truth.Unknown => Outcome.Undetermined,
        _ => Condition switch { Truth.True => Outcome.Raised, Truth.False => Outcome.Clear, _ => Outcome.Undetermined },
    };

    /// <summary>What a case comes to, from the values of its parts.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="variant">The case.</param>
    /// <param name="guard">Whether it applies.</param>
    /// <param name="condition">Whether its condition holds; false where it does not apply.</param>
    /// <param name="moderators">Which moderators act, in their order; of no matter where there is no level or the condition does not hold.</param>
    /// <param name="isUnlisted">Whether it is asked of partners that are not listed.</param>
    public static CaseResult Of(Rule rule, Variant variant, Truth guard, Truth condition, ReadOnlySpan<Truth> moderators, bool isUnlisted)
    {
        if (guard == Truth.False)
        {
            return new CaseResult(guard, Truth.False, Level.None, Level.None, Level.None);
        }

        if (condition == Truth.True && isUnlisted)
        {
            // Nobody has said yet who these partners are, so nothing can be raised about them.
            condition = Truth.Unknown;
        }

        if (!rule.HasLevel)
        {
            return new CaseResult(guard, condition, Level.None, Level.None, Level.None);
        }

        var (atLeast, shown, atMost) = (0, 0, 0);
        for (var i = 0; i < variant.Moderators.Count && condition != Truth.False; i++)
        {
            var acts = moderators[i];
            var step = variant.Moderators[i].Direction == Direction.Raised ? 1 : -1;
            shown += acts == Truth.True ? step : 0;
            atLeast += acts == Truth.True || (acts == Truth.Unknown && step < 0) ? step : 0;
            atMost += acts == Truth.True || (acts == Truth.Unknown && step > 0) ? step : 0;
        }

        return new CaseResult(guard, condition, Moved(atLeast), Moved(shown), Moved(atMost));

        Level Moved(int steps) => (Level)Math.Clamp((int)variant.Level!.Level + steps, (int)Level.Low, (int)rule.Cap);
    }
}

/// <summary>
/// One evaluation of a rule book on the facts of a collaboration: the rules in their order, each case of each rule once.
/// What it holds never changes once it has run, so results can be read from it at any time and from any thread.
/// </summary>
internal sealed class EvaluationState
{
    private readonly CaseResult[][] results;
    private readonly Exception?[] errors;

    private EvaluationState(RuleBook book, FactTable facts)
    {
        Book = book;
        Facts = facts;
        results = new CaseResult[book.Rules.Count][];
        errors = new Exception?[book.Rules.Count];
    }

    public RuleBook Book { get; }

    public FactTable Facts { get; }

    /// <summary>The range that the rules evaluated so far leave open.</summary>
    public (Level AtLeast, Level AtMost) Overall { get; private set; }

    /// <summary>The facts alone, before any rule is evaluated: enough for conditions that read facts and no rules.</summary>
    public static EvaluationState OfFacts(RuleBook book, Collaboration collaboration) =>
        new(book, FactTable.Of(collaboration, book.Facts));

    public static EvaluationState Run(RuleBook book, Collaboration collaboration) => Run(book, collaboration, book.Rules);

    /// <summary>Evaluates some of the rules only; nothing may be asked about the others.</summary>
    /// <param name="book">The rule book.</param>
    /// <param name="collaboration">The facts.</param>
    /// <param name="rules">The rules, in the order of the book, with every rule on which one of them builds.</param>
    public static EvaluationState Run(RuleBook book, Collaboration collaboration, IReadOnlyList<Rule> rules)
    {
        var state = OfFacts(book, collaboration);
        foreach (var rule in rules)
        {
            state.Evaluate(rule);
            state.Widen(rule);
        }

        return state;
    }

    /// <summary>
    /// The same as a run on the collaboration from the start, but the results of rules that read nothing that changed
    /// are taken over from a run of the same book.
    /// </summary>
    public static EvaluationState Run(EvaluationState previous, Collaboration collaboration)
    {
        var book = previous.Book;
        var state = new EvaluationState(book, FactTable.Of(collaboration, book.Facts));
        var touched = book.Dependencies.TouchedBy(previous.Facts, state.Facts);
        foreach (var rule in book.Rules)
        {
            // Rules that ask for the overall range come after those that make it up.
            if (touched[rule.Index] || (book.Dependencies.AsksForOverall(rule) && state.Overall != previous.Overall))
            {
                state.Evaluate(rule);
                if (!state.HasResultsOf(previous, rule))
                {
                    book.Dependencies.TouchThoseBuiltOn(rule, touched);
                }
            }
            else
            {
                state.results[rule.Index] = previous.results[rule.Index];
                state.errors[rule.Index] = previous.errors[rule.Index];
            }

            state.Widen(rule);
        }

        return state;
    }

    /// <summary>A run whose results another engine worked out, from the same conditions and the same facts.</summary>
    /// <param name="book">The rule book.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="rules">The rules that were evaluated, in the order of the book; nothing may be asked about the others.</param>
    /// <param name="resultsOf">The results of a rule, case by case and within each by the rows of partners; or why it failed, without any.</param>
    /// <param name="previous">An earlier run of the same book, so that it can be told which rules read nothing that changed since; or null.</param>
    public static EvaluationState OfResults(
        RuleBook book, FactTable facts, IReadOnlyList<Rule> rules, Func<Rule, (CaseResult[] Results, Exception? Error)> resultsOf, EvaluationState? previous = null)
    {
        var state = new EvaluationState(book, facts);
        var touched = previous is null ? null : book.Dependencies.TouchedBy(previous.Facts, facts);
        foreach (var rule in rules)
        {
            (state.results[rule.Index], state.errors[rule.Index]) = resultsOf(rule);
            if (touched is not null)
            {
                if (!state.HasResultsOf(previous!, rule))
                {
                    book.Dependencies.TouchThoseBuiltOn(rule, touched);
                }
                else if (!touched[rule.Index] && !(book.Dependencies.AsksForOverall(rule) && state.Overall != previous!.Overall))
                {
                    state.results[rule.Index] = previous!.results[rule.Index];
                }
            }

            state.Widen(rule);
        }

        return state;
    }

    /// <summary>Whether the rule read nothing that changed since another run, so that its result was taken over.</summary>
    public bool TookOver(EvaluationState previous, Rule rule) => ReferenceEquals(results[rule.Index], previous.results[rule.Index]);

    public Exception? ErrorOf(Rule rule) => errors[rule.Index];

    /// <summary>How many rows of partners the rule is asked of; one where it is about the collaboration.</summary>
    public int RowsOf(Rule rule) => rule.IsPerPartner ? Facts.PartnerRows : 1;

    /// <summary>The row that conditions of the rule are asked about.</summary>
    public static int PartnerAt(Rule rule, int row) => rule.IsPerPartner ? row : -1;

    /// <summary>The result of a case of a rule; a case for partners that are not listed is never more than undetermined.</summary>
    public CaseResult ResultOf(Rule rule, int variant, int row) => results[rule.Index][(variant * RowsOf(rule)) + row];

    /// <summary>How the rule ended, with the cases that are switched off: what is so stays so, whether it counts or not.</summary>
    public Outcome OutcomeOf(Rule rule) => OutcomeOf(rule, results[rule.Index]);

    /// <summary>How the cases of the rule ended that are not switched off; not applicable where all are.</summary>
    public Outcome OutcomeThatCounts(Rule rule) => OutcomeOf(rule, ThatCount(rule));

    private Outcome OutcomeOf(Rule rule, CaseResult[] of)
    {
        if (errors[rule.Index] is not null)
        {
            return Outcome.Error;
        }

        // Raised before undetermined before clear before not applicable: the first that any case has.
        var (raised, undetermined, clear) = (false, false, false);
        foreach (var result in of)
        {
            var outcome = result.Outcome;
            raised |= outcome == Outcome.Raised;
            undetermined |= outcome == Outcome.Undetermined;
            clear |= outcome == Outcome.Clear;
        }

        return raised ? Outcome.Raised : undetermined ? Outcome.Undetermined : clear ? Outcome.Clear : Outcome.NotApplicable;
    }

    /// <summary>
    /// How one case of a rule ended, for one row of partners where it is about partners; null where the book has no such case or
    /// it is switched off. A rule does not apply to a partner without a row.
    /// </summary>
    public Outcome? OutcomeOf(string code, string? subject, bool isAboutPartner, int row)
    {
        if (Book.Find(code) is not { } rule || rule.IsPerPartner != isAboutPartner)
        {
            return null;
        }

        for (var v = 0; v < rule.Variants.Count; v++)
        {
            if (rule.Variants[v].Subject == subject && !rule.Variants[v].IsSwitchedOff)
            {
                return ErrorOf(rule) is not null ? Outcome.Error
                    : isAboutPartner && row < 0 ? Outcome.NotApplicable
                    : ResultOf(rule, v, isAboutPartner ? row : 0).Outcome;
            }
        }

        return null;
    }

    /// <summary>The highest level at which an open case of the rule could still be raised; None where no case can, or without a level.</summary>
    public Level WorstOpen(Rule rule)
    {
        var worst = Level.None;
        foreach (var result in ThatCount(rule))
        {
            worst = result.Raised == Truth.Unknown ? Max(worst, result.AtMost) : worst;
        }

        return worst;
    }

    /// <summary>
    /// How many cases of rules keep the overall range from being settled below a level: cases of risks and mismatches that
    /// can still reach it, each partner counting once. None, if the range has already reached the level from below.
    /// </summary>
    public int CasesHoldingUp(Level level)
    {
        if (Overall.AtLeast >= level)
        {
            return 0;
        }

        var count = 0;
        foreach (var rule in Book.Rules)
        {
            if (rule.HasLevel)
            {
                foreach (var result in ThatCount(rule))
                {
                    count += result.Raised != Truth.False && result.AtMost >= level ? 1 : 0;
                }
            }
        }

        return count;
    }

    /// <summary>Whether the book has a rule with the code and it was raised.</summary>
    public bool IsRaised(string code) => Book.Find(code) is { } rule && OutcomeOf(rule) == Outcome.Raised;

    /// <summary>Whether a rule was raised, for one partner where both the rule and the question are about partners.</summary>
    public Truth TruthOf(string code, int partner)
    {
        var rule = Book.Find(code)!;
        if (errors[rule.Index] is not null)
        {
            return Truth.Unknown;
        }

        var rows = RowsOf(rule);
        var one = rule.IsPerPartner && partner >= 0;
        var value = Truth.False;
        for (var i = 0; i < results[rule.Index].Length; i++)
        {
            if (!one || i % rows == partner)
            {
                value = Kleene.Or(value, results[rule.Index][i].Raised);
            }
        }

        return value;
    }

    /// <summary>Whether a recommendation of a rule is known to be done, for one partner where the rule is asked of each.</summary>
    public bool IsDone(Rule rule, Recommendation recommendation, int partner) =>
        rule.DoneWhen.TryGetValue(recommendation.Code, out var done) && done.Evaluate(this, partner) == Truth.True;

    /// <summary>Adds the unknown facts that keep a rule from being settled.</summary>
    public void AddOpen(string code, int partner, FactCollector open)
    {
        var rule = Book.Find(code)!;
        AddOpen(rule, open, row => !rule.IsPerPartner || partner < 0 || row == partner);
    }

    /// <summary>Adds the unknown facts that keep a rule from being settled.</summary>
    public void AddOpen(Rule rule, FactCollector open) => AddOpen(rule, open, static _ => true);

    private void AddOpen(Rule rule, FactCollector open, Func<int, bool> isAsked)
    {
        // No fact settles a rule that failed, and it has no results to look at.
        for (var v = 0; v < rule.Variants.Count && errors[rule.Index] is null; v++)
        {
            for (var row = 0; row < RowsOf(rule); row++)
            {
                if (isAsked(row))
                {
                    AddOpen(rule, v, row, open);
                }
            }
        }
    }

    /// <summary>Adds the unknown facts that keep one case of a rule from being settled.</summary>
    public void AddOpen(Rule rule, int variant, int row, FactCollector open)
    {
        var result = ResultOf(rule, variant, row);
        if (result.Outcome != Outcome.Undetermined)
        {
            return;
        }

        var partner = PartnerAt(rule, row);
        if (result.Guard == Truth.Unknown)
        {
            AddOpen(rule.Guards, partner, open);
            AddOpen(rule.Variants[variant].Guard, partner, open);
        }

        if (result.Condition == Truth.Unknown)
        {
            rule.Variants[variant].When.AddOpen(this, partner, open);
        }
        else if (rule.IsPerPartner && Facts.IsMissing(row))
        {
            open.AddPartnerList();
        }
    }

    /// <summary>Adds the unknown facts of moderators that keep the level of one case of a rule open.</summary>
    public void AddOpenLevel(Rule rule, int variant, int row, FactCollector open)
    {
        var result = ResultOf(rule, variant, row);
        if (result.AtLeast == result.AtMost)
        {
            return;
        }

        foreach (var moderator in rule.Variants[variant].Moderators)
        {
            AddOpen(moderator.When, PartnerAt(rule, row), open);
        }
    }

    private void AddOpen(Condition? condition, int partner, FactCollector open)
    {
        if (condition is not null && condition.Evaluate(this, partner) == Truth.Unknown)
        {
            condition.AddOpen(this, partner, open);
        }
    }

    private void Evaluate(Rule rule)
    {
        var rows = RowsOf(rule);
        var of = new CaseResult[rule.Variants.Count * rows];
        try
        {
            for (var v = 0; v < rule.Variants.Count; v++)
            {
                for (var row = 0; row < rows; row++)
                {
                    of[(v * rows) + row] = Evaluate(rule, rule.Variants[v], row);
                }
            }
        }
#pragma warning disable CA1031 // A rule that fails must not stop the others; its outcome is Error, with the reason.
        catch (Exception e)
#pragma warning restore CA1031
        {
            errors[rule.Index] = e;
            of = [];
        }

        results[rule.Index] = of;
    }

    private bool HasResultsOf(EvaluationState previous, Rule rule) =>
        errors[rule.Index] is null == previous.errors[rule.Index] is null
        && results[rule.Index].AsSpan().SequenceEqual(previous.results[rule.Index]);

    private CaseResult Evaluate(Rule rule, Variant variant, int row)
    {
        var partner = PartnerAt(rule, row);
        var guard = Kleene.And(rule.Guards?.Evaluate(this, partner) ?? Truth.True, variant.Guard?.Evaluate(this, partner) ?? Truth.True);
        var condition = guard == Truth.False ? Truth.False : variant.When.Evaluate(this, partner);
        var count = variant.Moderators.Count;
        Span<Truth> moderators = count <= 16 ? stackalloc Truth[count] : new Truth[count];
        for (var i = 0; i < moderators.Length && rule.HasLevel && condition != Truth.False; i++)
        {
            moderators[i] = variant.Moderators[i].When.Evaluate(this, partner);
        }

        return CaseResult.Of(rule, variant, guard, condition, moderators, isUnlisted: rule.IsPerPartner && Facts.IsMissing(row));
    }

    /// <summary>Widens the overall range by what a rule came to; only cases of risks and mismatches that are not switched off count.</summary>
    private void Widen(Rule rule)
    {
        if (!rule.HasLevel)
        {
            return;
        }

        var (atLeast, atMost) = Overall;
        if (errors[rule.Index] is not null)
        {
            // Nobody knows what the rule would have found, so the worst it can find stays possible.
            atMost = Max(atMost, rule.Highest);
        }

        foreach (var result in ThatCount(rule))
        {
            atLeast = result.Raised == Truth.True ? Max(atLeast, result.AtLeast) : atLeast;
            atMost = result.Raised != Truth.False ? Max(atMost, result.AtMost) : atMost;
        }

        Overall = (atLeast, atMost);
    }

    /// <summary>The results of the cases that are not switched off.</summary>
    private CaseResult[] ThatCount(Rule rule) => rule.Overrides.Count == 0
        ? results[rule.Index]
        : [.. results[rule.Index].Where((_, i) => !rule.Variants[i / RowsOf(rule)].IsSwitchedOff)];

    private static Level Max(Level a, Level b) => a > b ? a : b;
}
