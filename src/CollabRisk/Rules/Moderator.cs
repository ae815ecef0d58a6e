using CollabRisk.Conditions;

namespace CollabRisk.Rules;

/// <summary>Which way a moderator moves the level of a finding, by one step.</summary>
public enum Direction
{
    /// <summary>The finding weighs more.</summary>
    Raised,

    /// <summary>The finding weighs less.</summary>
    Lowered,
}

/// <summary>Something that moves the level of a rule's finding by one step. It never takes the finding away.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Moderator
{
    internal Moderator(Direction direction, string because, IReadOnlyList<string> claims, Condition when)
    {
        Direction = direction;
        Because = because;
        Claims = claims;
        When = when;
    }

    /// <summary>Which way.</summary>
    public Direction Direction { get; }

    /// <summary>What makes it so, as a clause: "the strategy is written down and has stayed unchanged".</summary>
    public string Because { get; }

    /// <summary>The ids of the claims it rests on.</summary>
    public IReadOnlyList<string> Claims { get; }

    /// <summary>The condition as text in the canonical form.</summary>
    public string Condition => When.ToString();

    /// <summary>The one case of the rule whose level it moves, as <see cref="Finding.Subject"/> has it; <see langword="null"/> for all.</summary>
    public string? Subject => Override?.Subject;

    /// <summary>The override that added it; <see langword="null"/> where it is the rule's own.</summary>
    public RuleOverride? Override { get; internal init; }

    internal Condition When { get; }
}
