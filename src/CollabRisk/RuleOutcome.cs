using CollabRisk.Evaluation;
using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>How one rule ended.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RuleOutcome
{
    private readonly EvaluationState state;

    internal RuleOutcome(EvaluationState state, Rule rule)
    {
        this.state = state;
        Rule = rule;
        Outcome = state.OutcomeOf(rule);
    }

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>How it ended.</summary>
    public Outcome Outcome { get; }

    /// <summary>
    /// The unknown facts that could settle the rule, in the order of the model. Of a rule that was raised for some partners
    /// or cases, the facts that keep it open for the others. Worked out again at every call.
    /// </summary>
    public IReadOnlyList<FactReading> OpenFacts => Evaluation.OpenFacts.Of(state, Rule);

    /// <summary>Why the rule failed, or <see langword="null"/> if it did not.</summary>
    public string? Error => state.ErrorOf(Rule)?.Message;

    /// <summary>Code and outcome.</summary>
    public override string ToString() => $"{Rule.Code}: {Outcome}";
}
