using CollabRisk.Comparing;

namespace CollabRisk.Register.Coordination;

/// <summary>What is different from the snapshot before, and who answered for the two; all of it null where there is not one before.</summary>
internal sealed record SinceBefore(AssessmentDifference? Difference = null, Turnout? Turnout = null)
{
    /// <summary>Why the two cannot be compared, as sentences; null where they can.</summary>
    public string? Problem { get; init; }

    /// <summary>What whoever compares the two has to know; null where there is nothing to say.</summary>
    public string? InWords => Problem ?? Turnout?.InWords;
}
