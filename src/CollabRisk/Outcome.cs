namespace CollabRisk;

/// <summary>How a rule ended. Unknown facts and errors never end as <see cref="Clear"/>.</summary>
public enum Outcome
{
    /// <summary>The rule applies and its condition holds: there is a finding.</summary>
    Raised,

    /// <summary>The rule applies and its condition is known not to hold.</summary>
    Clear,

    /// <summary>Facts that are not known decide; <see cref="RuleOutcome.OpenFacts"/> names them.</summary>
    Undetermined,

    /// <summary>
    /// The rule is not meant for this collaboration: its guard is known not to hold, or it is not raised and reads a fact that does not apply
    /// (<see cref="Facts.DoesNotApply"/>). It earns no credit.
    /// </summary>
    NotApplicable,

    /// <summary>The rule failed; <see cref="RuleOutcome.Error"/> gives the reason. The other rules are not affected.</summary>
    Error,
}
