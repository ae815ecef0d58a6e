using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Remedies;

/// <summary>A case of a rule, for the collaboration or for one row of partners.</summary>
internal readonly record struct RuleCase(Rule Rule, int Case, int Row)
{
    /// <summary>The row that conditions are asked about.</summary>
    public int Partner => EvaluationState.PartnerAt(Rule, Row);

    /// <summary>The conditions that must all hold for the case to be raised.</summary>
    public IEnumerable<Condition> Conditions => new[] { Rule.AppliesWhen, Rule.Cases[Case].AppliesWhen, Rule.Cases[Case].When }.OfType<Condition>();

    /// <summary>Whether a case that could be raised stopped to apply, and is not clear by its own condition: it only looks cleared.</summary>
    public bool IsEvadedIn(EvaluationState state, EvaluationState before) =>
        In(before).Guard != Truth.False && In(state).Guard == Truth.False && When.Evaluate(state, Partner) != Truth.False;

    /// <summary>The condition of the case, apart from whether it applies.</summary>
    public Condition When => Rule.Cases[Case].When;

    /// <summary>What decides whether the case applies.</summary>
    public IEnumerable<Condition> Guards => new[] { Rule.AppliesWhen, Rule.Cases[Case].AppliesWhen }.OfType<Condition>();

    public bool IsSwitchedOff => Rule.Cases[Case].IsSwitchedOff;

    public CaseResult In(EvaluationState state) => state.ResultOf(Rule, Case, Row);

    /// <summary>What a finding of the case is about, as <see cref="Finding.Subject"/> has it.</summary>
    public string? SubjectIn(FactTable facts) =>
        Rule.Cases[Case].Subject ?? (Rule.IsPerPartner && !facts.IsMissing(Row) ? facts.Listed[Row].Name : null);

    /// <summary>All cases of a rule; none where the rule failed.</summary>
    public static IEnumerable<RuleCase> Of(Rule rule, EvaluationState state)
    {
        if (state.ErrorOf(rule) is not null)
        {
            yield break;
        }

        for (var v = 0; v < rule.Cases.Length; v++)
        {
            for (var row = 0; row < state.RowsOf(rule); row++)
            {
                yield return new(rule, v, row);
            }
        }
    }
}

/// <summary>A target in a rule book: which rules have a say in it, and which of their cases speak against it.</summary>
internal sealed class RemedyGoal
{
    private readonly Rule? rule;

    public RemedyGoal(RuleBook book, RemedyTarget target)
    {
        Book = book;
        Target = target;
        rule = target.Code is { } code ? book.Find(code) : null;
        IReadOnlyList<Rule> asked = rule is not null ? [rule] : [.. book.Rules.Where(CanPassLevel)];
        Asked = asked;
        Rules = Closure(book, asked);
    }

    public RuleBook Book { get; }

    public RemedyTarget Target { get; }

    /// <summary>The rules that can speak against the target.</summary>
    public IReadOnlyList<Rule> Asked { get; }

    /// <summary>These and the rules on which they build, in the order of the book: all that the search has to evaluate.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>What findings of the rule can be about, in a collaboration.</summary>
    public IReadOnlyList<string> SubjectsIn(Collaboration collaboration)
    {
        var facts = FactTable.Of(collaboration, Book.Facts);
        return
        [
            .. Enumerable.Range(0, rule!.Cases.Length)
                .SelectMany(v => Enumerable.Range(0, rule.IsPerPartner ? facts.PartnerRows : 1).Select(row => new RuleCase(rule, v, row).SubjectIn(facts)))
                .OfType<string>().Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>The cases that speak against the target. A rule that fails has none; ask <see cref="FailsIn"/>.</summary>
    public IEnumerable<RuleCase> Against(EvaluationState state) =>
        Asked.SelectMany(asked => RuleCase.Of(asked, state)).Where(each => StandsAgainst(each, state));

    /// <summary>Whether the rule to clear failed. An error is never "clear".</summary>
    public bool FailsIn(EvaluationState state) => rule is not null && state.ErrorOf(rule) is not null;

    private bool StandsAgainst(RuleCase each, EvaluationState state) => Target.Level is { } level
        ? !each.IsSwitchedOff && each.In(state) is { Raised: Truth.True } result && result.AtLeast > level
        : each.In(state).Raised != Truth.False && (Target.Subject is null || each.SubjectIn(state.Facts) == Target.Subject);

    /// <summary>Whether findings of the rule can reach a level above the target's.</summary>
    private bool CanPassLevel(Rule other) =>
        other.HasLevel && other.Highest > Target.Level;

    private static IReadOnlyList<Rule> Closure(RuleBook book, IEnumerable<Rule> asked)
    {
        var needed = new HashSet<Rule>();
        var waiting = new Queue<Rule>(asked);
        while (waiting.TryDequeue(out var next))
        {
            if (!needed.Add(next))
            {
                continue;
            }

            if (next.AsksForOverall)
            {
                // The overall range is made of all rules.
                return book.Rules;
            }

            foreach (var code in next.BuildsOn)
            {
                waiting.Enqueue(book.Find(code)!);
            }
        }

        return [.. book.Rules.Where(needed.Contains)];
    }
}
