using static CollabRisk.Facts.FactDirection;

namespace CollabRisk.Facts;

/// <summary>Tensions in the collaboration, and what is done about them.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record Tensions
{
    /// <summary>Whether likely flashpoints have been foreseen for each phase.</summary>
    [Fact(
        "likely flashpoints foreseen for each phase (flashpoints register)",
        "Have likely flashpoints been worked out for each phase?",
        Better = Yes)]
    public bool? FlashpointsAnticipated { get; init; }

    /// <summary>Whether conflict or instability can be seen now.</summary>
    [Fact("observed conflict or instability", "Is there visible conflict or instability in the collaboration?", Better = No)]
    public bool? Present { get; init; }

    /// <summary>Whether the conflict or instability is being handled: someone has taken it up and knows how to go about it.</summary>
    [Fact("the visible conflict or instability is being handled", "Where there is visible conflict or instability, is it being handled?", Better = Yes)]
    public bool? Handled { get; init; }

    /// <summary>How many of the known challenges are addressed, each with a clear approach.</summary>
    [Fact(
        "how many of the known challenges are addressed with a clear approach",
        "How many of the known challenges are being addressed with a clear approach?",
        Better = Higher)]
    public ChallengesAddressed? ChallengesAddressed { get; init; }
}

/// <summary>How many of the known challenges are addressed, in rising order.</summary>
[Ordered]
public enum ChallengesAddressed
{
    /// <summary>None of them.</summary>
    None,

    /// <summary>Some of them, and others not.</summary>
    Some,

    /// <summary>All of them.</summary>
    All,
}
