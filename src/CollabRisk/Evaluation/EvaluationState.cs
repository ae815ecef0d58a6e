using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Evaluation;

/// <summary>
/// One evaluation of a rule book on the facts of a collaboration: how each case of each rule ended. The <see cref="Evaluator"/>
/// settles the rules in their order; from then on nothing changes, so results can be read at any time and from any thread.
/// </summary>
internal sealed class EvaluationState(RuleBook book, FactTable facts) : ConditionContext(facts)
{
    private readonly CaseResult[][] results = new CaseResult[book.Rules.Count][];
    private readonly Exception?[] errors = new Exception?[book.Rules.Count];
    private OverallRange overall;

    public RuleBook Book { get; } = book;

    public override OverallRange Overall => overall;

    /// <summary>Gives a rule its results, case by case and within each by the rows of partners; or why it failed, without any.</summary>
    public void Settle(Rule rule, CaseResult[] results, Exception? error)
    {
        (this.results[rule.Index], errors[rule.Index]) = (results, error);
        Widen(rule);
    }

    /// <summary>Gives a rule the results that it had in another run of the same book.</summary>
    public void TakeOver(EvaluationState previous, Rule rule) => Settle(rule, previous.results[rule.Index], previous.errors[rule.Index]);

    /// <summary>Whether the rule read nothing that changed since another run, so that its result was taken over.</summary>
    public bool TookOver(EvaluationState previous, Rule rule) => ReferenceEquals(results[rule.Index], previous.results[rule.Index]);

    /// <summary>Whether the rule ended with the same results, or failed, in both runs.</summary>
    public bool HasResultsOf(EvaluationState previous, Rule rule) =>
        errors[rule.Index] is null == previous.errors[rule.Index] is null
        && results[rule.Index].AsSpan().SequenceEqual(previous.results[rule.Index]);

    public Exception? ErrorOf(Rule rule) => errors[rule.Index];

    /// <summary>How many rows of partners the rule is asked of; one where it is about the collaboration.</summary>
    public int RowsOf(Rule rule) => rule.IsPerPartner ? Facts.PartnerRows : 1;

    /// <summary>The row that conditions of the rule are asked about.</summary>
    public static int PartnerAt(Rule rule, int row) => rule.IsPerPartner ? row : -1;

    /// <summary>The result of a case of a rule; a case for partners that are not listed is never more than undetermined.</summary>
    public CaseResult ResultOf(Rule rule, int number, int row) => results[rule.Index][(number * RowsOf(rule)) + row];

    /// <summary>The results of the cases that are not switched off.</summary>
    public CaseResult[] ResultsThatCount(Rule rule) => rule.Overrides.Count == 0
        ? results[rule.Index]
        : [.. results[rule.Index].Where((_, i) => !rule.Cases[i / RowsOf(rule)].IsSwitchedOff)];

    /// <summary>How the rule ended, with the cases that are switched off: what is so stays so, whether it counts or not.</summary>
    public Outcome OutcomeOf(Rule rule) => OutcomeOf(rule, results[rule.Index]);

    /// <summary>How the cases of the rule ended that are not switched off; not applicable where all are.</summary>
    public Outcome OutcomeThatCounts(Rule rule) => OutcomeOf(rule, ResultsThatCount(rule));

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

        for (var v = 0; v < rule.Cases.Count; v++)
        {
            if (rule.Cases[v].Subject == subject && !rule.Cases[v].IsSwitchedOff)
            {
                return ErrorOf(rule) is not null ? Outcome.Error
                    : isAboutPartner && row < 0 ? Outcome.NotApplicable
                    : ResultOf(rule, v, isAboutPartner ? row : 0).Outcome;
            }
        }

        return null;
    }

    /// <summary>Whether the book has a rule with the code and it was raised.</summary>
    public bool IsRaised(string code) => Book.Find(code) is { } rule && OutcomeOf(rule) == Outcome.Raised;

    public override (Outcome Outcome, bool IsPerPartner) EndOf(string code) =>
        Book.Find(code)! is var rule ? (OutcomeOf(rule), rule.IsPerPartner) : default;

    public override Truth Raised(string code, int partner)
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

    /// <summary>Widens the overall range by what a rule came to; only cases of risks and mismatches that are not switched off count.</summary>
    private void Widen(Rule rule)
    {
        if (!rule.HasLevel)
        {
            return;
        }

        var (atLeast, atMost) = overall;
        if (errors[rule.Index] is not null)
        {
            // No one knows what the rule would have found, so the worst it can find stays possible.
            atMost = Max(atMost, rule.Highest);
        }

        foreach (var result in ResultsThatCount(rule))
        {
            atLeast = result.Raised == Truth.True ? Max(atLeast, result.AtLeast) : atLeast;
            atMost = result.Raised != Truth.False ? Max(atMost, result.AtMost) : atMost;
        }

        overall = new(atLeast, atMost);

        static Level Max(Level a, Level b) => a > b ? a : b;
    }
}
