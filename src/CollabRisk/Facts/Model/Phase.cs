namespace CollabRisk.Facts;

/// <summary>The phases in the life of a collaboration, in the order in which they come.</summary>
[Ordered]
public enum Phase
{
    /// <summary>Before it: why and whether to collaborate.</summary>
    Preconditions,

    /// <summary>The partners come together and agree.</summary>
    Formation,

    /// <summary>Governance, roles and rules are set up.</summary>
    Structuring,

    /// <summary>The joint service or system is being built.</summary>
    Development,

    /// <summary>It goes into operation.</summary>
    GoLive,

    /// <summary>It runs and has to be kept up.</summary>
    Sustaining,

    /// <summary>Its leaders are being replaced.</summary>
    LeadershipTransition,

    /// <summary>It is being ended.</summary>
    Closure,
}
