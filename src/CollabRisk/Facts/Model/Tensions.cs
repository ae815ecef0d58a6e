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

    /// <summary>Whether each known challenge has somebody in charge of it and an approach.</summary>
    [Fact("known challenges have an owner and an approach", "Do the known challenges each have an owner and an approach?", Better = Yes)]
    public bool? ChallengesAddressed { get; init; }
}
