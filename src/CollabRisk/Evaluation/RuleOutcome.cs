using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>How one rule ended.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RuleOutcome
{
    private readonly Lazy<IReadOnlyList<FactReading>> openFacts;

    internal RuleOutcome(Rule rule, Outcome outcome, string? error, Func<IReadOnlyList<FactReading>> openFacts)
    {
        Rule = rule;
        Outcome = outcome;
        Error = error;
        this.openFacts = new(openFacts);
    }

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>How it ended.</summary>
    public Outcome Outcome { get; }

    /// <summary>
    /// The unknown facts that could settle the rule, in the order of the model. Of a rule over partners that was raised for
    /// some of them, the facts that keep it open for the others.
    /// </summary>
    public IReadOnlyList<FactReading> OpenFacts => openFacts.Value;

    /// <summary>Why the rule failed, or <see langword="null"/> if it did not.</summary>
    public string? Error { get; }

    /// <summary>Code and outcome.</summary>
    public override string ToString() => $"{Rule.Code}: {Outcome}";
}
