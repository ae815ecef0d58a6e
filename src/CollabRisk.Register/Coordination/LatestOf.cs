using CollabRisk.Register.Model;

namespace CollabRisk.Register.Coordination;

/// <summary>A collaboration with its latest snapshot assessed; null where it has none, or where it cannot be.</summary>
internal sealed record LatestOf(Entry Entry, Assessment? Latest)
{
    /// <summary>Why it cannot be assessed, as a sentence; null where nothing is wrong.</summary>
    public string? Problem { get; init; }
}
