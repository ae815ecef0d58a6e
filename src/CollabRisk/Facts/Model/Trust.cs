using static CollabRisk.Facts.FactDirection;

namespace CollabRisk.Facts;

/// <summary>Trust between the organisations and between the people.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record Trust
{
    /// <summary>Trust between the organisations.</summary>
    [Fact("trust between the organisations (inter-organisational trust)", "How much trust is there between the organisations?", Better = Higher)]
    public TrustLevel? Organisational { get; init; }

    /// <summary>Trust between the individuals.</summary>
    [Fact("trust between the individuals (interpersonal trust)", "How much trust is there between the individuals?", Better = Higher)]
    public TrustLevel? Individual { get; init; }

    /// <summary>Which way trust is going.</summary>
    [Fact("direction in which trust is going (trust trajectory)", "How is trust developing?", Better = Higher)]
    public TrustTrend? Trend { get; init; }

    /// <summary>Whether there is, or was, trust enough to begin.</summary>
    [Fact("enough trust to begin (threshold trust)", "Is there, or was there, enough trust to begin?", Better = Yes)]
    public bool? SufficientToInitiate { get; init; }

    /// <summary>Whether someone works at keeping trust up.</summary>
    [Fact("active work to keep trust up (trust reinforcement)", "Is there active work to build and keep up trust?", Better = Yes)]
    public bool? ReinforcementActive { get; init; }

    /// <summary>Whether motives are suspected of being concealed.</summary>
    [Fact("concealed motives are suspected (hidden agendas)", "Are any of the partners suspected of a hidden agenda?", Better = No)]
    public bool? HiddenAgendas { get; init; }

    /// <summary>Whether the partners can count on information being shared.</summary>
    [Fact("dependable information sharing", "Is information shared dependably between the partners?", Better = Yes)]
    public bool? InformationSharingDependable { get; init; }

    /// <summary>Whether the partners behave consistently.</summary>
    [Fact("the partners behave consistently (predictability)", "Do the partners behave consistently and predictably?", Better = Yes)]
    public bool? PartnersPredictable { get; init; }

    /// <summary>Whether early results are good enough to renew trust and carry larger joint work.</summary>
    [Fact("early results good enough to renew trust (sufficient outcome)", "Are early results good enough to strengthen trust?", Better = Yes)]
    public bool? SufficientOutcome { get; init; }

    /// <summary>Whether services keep running during change.</summary>
    [Fact("nothing fails while things change (service continuity)", "Is the service kept running without failures during change?", Better = Yes)]
    public bool? ServiceContinuityKept { get; init; }

    /// <summary>Whether failures are reported candidly to senior management.</summary>
    [Fact("failures reported candidly to senior management", "Are failures reported candidly to senior management?", Better = Yes)]
    public bool? FailuresReportedUp { get; init; }
}

/// <summary>How much trust there is, in rising order.</summary>
[Ordered]
public enum TrustLevel
{
    /// <summary>No trust.</summary>
    None,

    /// <summary>Less trust than the joint work needs.</summary>
    Low,

    /// <summary>Enough trust for the joint work.</summary>
    Sufficient,

    /// <summary>Ample trust.</summary>
    High,
}

/// <summary>Which way trust is going, in rising order.</summary>
[Ordered]
public enum TrustTrend
{
    /// <summary>Trust wears away.</summary>
    Eroding,

    /// <summary>Trust stays as it is.</summary>
    Stable,

    /// <summary>Trust grows.</summary>
    Rising,
}
