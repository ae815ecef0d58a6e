namespace CollabRisk;

/// <summary>How much of an assessment is written.</summary>
public enum AssessmentDetail
{
    /// <summary>
    /// What a reader acts on: the overall range, the findings with their advice and caveats, what is counted and the
    /// questions that matter most.
    /// </summary>
    Compact,

    /// <summary>Everything: the evidence of each finding, how each rule ended, the rule book and every list to its end.</summary>
    Full,
}
