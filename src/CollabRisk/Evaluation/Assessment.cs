using System.Globalization;
using CollabRisk.Evaluation;
using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>What an evaluation found out about a collaboration, and what it could not.</summary>
/// <remarks>
/// Immutable and thread-safe. The same facts and the same rule book give the same assessment, whatever the order of
/// partners and packs.
/// </remarks>
public sealed class Assessment
{
    private readonly EvaluationState state;
    private readonly Lazy<IReadOnlyList<OpenQuestion>> openQuestions;

    internal Assessment(EvaluationState state)
    {
        this.state = state;
        Overall = new OverallRange(state.Overall.AtLeast, state.Overall.AtMost);
        Outcomes = state.Book.Rules
            .OrderBy(rule => rule.Code, StringComparer.Ordinal)
            .ToDictionary(rule => rule.Code, OutcomeOf, StringComparer.Ordinal);
        var all = new FindingWriter(state).Write();
        Findings = [.. all.Where(finding => !finding.Rule.IsSwitchedOff)];
        SwitchedOff = [.. all.Where(finding => finding.Rule.IsSwitchedOff)];
        (KnownFacts, TotalFacts) = state.Facts.Count();
        openQuestions = new(() => OpenQuestionList.Of(state));
    }

    /// <summary>The collaboration with the facts that follow from others filled in.</summary>
    public Collaboration Collaboration => state.Facts.Collaboration;

    /// <summary>How grave the matter is overall, as a range.</summary>
    public OverallRange Overall { get; }

    /// <summary>The findings, worst first; those without a level follow by kind.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Findings of rules that are switched off; <see cref="Rule.Override"/> has the reason. They do not count in the overall range.</summary>
    public IReadOnlyList<Finding> SwitchedOff { get; }

    /// <summary>How every rule ended, by code.</summary>
    public IReadOnlyDictionary<string, RuleOutcome> Outcomes { get; }

    /// <summary>The facts that are not known and could settle rules, those that matter most first.</summary>
    public IReadOnlyList<OpenQuestion> OpenQuestions => openQuestions.Value;

    /// <summary>How many facts are known.</summary>
    public int KnownFacts { get; }

    /// <summary>How many facts there are; the partners' facts count for each partner.</summary>
    public int TotalFacts { get; }

    /// <summary>The rule book that was evaluated.</summary>
    public RuleBook RuleBook => state.Book;

    /// <summary>Notes about the evidence base, which hold for every assessment.</summary>
    public IReadOnlyList<string> Notes => state.Book.Notes;

    /// <summary>The overall range and the number of findings.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"Overall {Overall}; {Findings.Count} findings; {KnownFacts} of {TotalFacts} facts known");

    private RuleOutcome OutcomeOf(Rule rule)
    {
        var outcome = state.OutcomeOf(rule);
        return new RuleOutcome(rule, outcome, state.ErrorOf(rule)?.Message, () => OpenFactsOf(rule, outcome));
    }

    private IReadOnlyList<FactReading> OpenFactsOf(Rule rule, Outcome outcome)
    {
        if (outcome is not (Outcome.Undetermined or Outcome.Raised))
        {
            return [];
        }

        var open = new FactSink(state.Facts);
        state.AddOpen(rule, open);
        return open.ToList();
    }
}
