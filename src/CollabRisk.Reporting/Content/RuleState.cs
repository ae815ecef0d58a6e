namespace CollabRisk.Reporting.Content;

/// <summary>How a rule with a level ended, in the order of a row of squares.</summary>
internal enum RuleState
{
    /// <summary>Raised, and shown to be at least High.</summary>
    High,

    /// <summary>Raised, and shown to be at least Moderate.</summary>
    Moderate,

    /// <summary>Raised.</summary>
    Low,

    /// <summary>Ruled out by what is known.</summary>
    Clear,

    /// <summary>The rule failed, so that it is not known either.</summary>
    Failed,

    /// <summary>Not known.</summary>
    Open,

    /// <summary>Not meant for this collaboration.</summary>
    NotApplicable,
}
