using static CollabRisk.Facts.FactDirection;

namespace CollabRisk.Facts;

/// <summary>How open the partners are with one another.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record Transparency
{
    /// <summary>How open the partners are overall.</summary>
    [Fact("level of transparency", "How open are the partners with one another?", Better = Higher)]
    public TransparencyLevel? Level { get; init; }

    /// <summary>What the partners are open about.</summary>
    public TransparencyDomains Domains { get; init; } = new();

    /// <summary>Whether partners accuse one another of gaining more.</summary>
    [Fact("accusations of unequal gain (benefit disputes)", "Do partners accuse one another of gaining more than their share?", Better = No)]
    public bool? BenefitDisputes { get; init; }

    /// <summary>Whether partners accuse one another of manipulation.</summary>
    [Fact("accusations of manipulation", "Do partners accuse one another of manipulation?", Better = No)]
    public bool? ManipulationClaims { get; init; }
}

/// <summary>What the partners are open about, each asked by itself.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record TransparencyDomains : IFlagGroup
{
    /// <summary>Whether the partners are open about money.</summary>
    [Fact("financial transparency", "Are the partners open with one another about money?", Better = Yes)]
    public bool? Financial { get; init; }

    /// <summary>Whether the partners are open about staff and other resources.</summary>
    [Fact("transparency of resourcing", "Are the partners open with one another about staff and other resources?", Better = Yes)]
    public bool? Resourcing { get; init; }

    /// <summary>Whether the partners are open about their plans.</summary>
    [Fact("transparency of planning", "Are the partners open with one another about their plans?", Better = Yes)]
    public bool? Planning { get; init; }

    /// <summary>Whether the partners are open about when things will happen.</summary>
    [Fact("transparency of timing", "Are the partners open with one another about timing?", Better = Yes)]
    public bool? Timing { get; init; }
}

/// <summary>How open the partners are, in rising order.</summary>
[Ordered]
public enum TransparencyLevel
{
    /// <summary>Not open.</summary>
    None,

    /// <summary>Open about some things.</summary>
    Partial,

    /// <summary>Open about everything that concerns the collaboration.</summary>
    Full,
}
