using CollabRisk.Rules;

namespace CollabRisk.Explaining;

/// <summary>How a case of a risk or a mismatch came to its level, moderator by moderator.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ExplainedLevel
{
    internal ExplainedLevel()
    {
    }

    /// <summary>The level before moderators, with the reason.</summary>
    public required LevelBasis Base { get; init; }

    /// <summary>The level before moderators that the rule's author gave, where an override gave another; <see langword="null"/> where none did.</summary>
    public required LevelBasis? Own { get; init; }

    /// <summary>The moderators, each with its value, in the order in which the rule has them; empty where the rule has none.</summary>
    public required IReadOnlyList<ExplainedModerator> Moderators { get; init; }

    /// <summary>The highest level that a finding of the rule can reach, whatever the moderators. The lowest is <see cref="Level.Low"/>.</summary>
    public required Level Cap { get; init; }

    /// <summary>Whether moderators would take the level, or could take it, above the cap, which holds it there.</summary>
    public required bool IsCapped { get; init; }

    /// <summary>
    /// The level after moderators, as <see cref="Finding.Level"/>: of the finding where the case is raised, of the finding it
    /// could become where it is undetermined; <see langword="null"/> where it cannot be raised.
    /// </summary>
    public required LevelRange? Range { get; init; }
}

/// <summary>A moderator, with its value on the facts of a collaboration.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ExplainedModerator
{
    internal ExplainedModerator()
    {
    }

    /// <summary>The moderator.</summary>
    public required Moderator Moderator { get; init; }

    /// <summary>The condition on which it acts, with its value.</summary>
    public required ExplainedCondition Condition { get; init; }

    /// <summary>What it adds to the level: 1, -1, or 0 while it does not act or is not known to.</summary>
    public required int Step { get; init; }
}
