using static CollabRisk.Facts.FactDirection;

namespace CollabRisk.Facts;

/// <summary>Shared vision, mission and goal.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record Vision
{
    /// <summary>Whether the partners hold a shared vision, goal or mission.</summary>
    [Fact("shared vision, goal or mission", "Do the partners share a vision, goal or mission for the collaboration?", Better = Yes)]
    public bool? Exists { get; init; }

    /// <summary>Whether the partners developed the vision together.</summary>
    [Fact("the vision was developed by the partners together (co-created)", "Did the partners develop the vision together?", Better = Yes)]
    public bool? JointlyDeveloped { get; init; }

    /// <summary>Whether the vision reaches every member.</summary>
    [Fact("the vision is communicated to every member", "Has the vision been communicated to every member?", Better = Yes)]
    public bool? CommunicatedToAll { get; init; }

    /// <summary>Whether the vision was clear when the collaboration began.</summary>
    [Fact("the vision was clear at the start (at initiation)", "Was the vision clear when the collaboration began?", Better = Yes, Fixed = true)]
    public bool? AtStart { get; init; }

    /// <summary>Whether the vision is repeated as the work goes on.</summary>
    [Fact("the vision is reinforced throughout the process", "Is the vision repeated and reinforced as the work goes on?", Better = Yes)]
    public bool? ReinforcedThroughout { get; init; }

    /// <summary>Whether the vision is part of a written strategy.</summary>
    [Fact("the vision is embedded in a written strategy", "Is the vision written into a strategy document?", Better = Yes)]
    public bool? InStrategyDocument { get; init; }

    /// <summary>Whether the strategy stays as it is when people change.</summary>
    [Fact("the strategy stays stable when people change", "Does the strategy stay the same when people change?", Better = Yes)]
    public bool? StrategyStable { get; init; }

    /// <summary>Whether the case has been made that the partners deliver better together than each alone.</summary>
    [Fact(
        "the case for delivering together and not alone (collaborative advantage argument)",
        "Has the case been made that delivering together is better than delivering alone?",
        Better = Yes)]
    public bool? TogetherBetterCase { get; init; }

    /// <summary>Whether the vision is strong enough to survive setbacks.</summary>
    [Fact("compelling vision: strong enough to survive setbacks", "Is the vision strong enough to survive setbacks?", Better = Yes)]
    public bool? Compelling { get; init; }

    /// <summary>Whether the members work to the same ideas.</summary>
    [Fact("the members work to the same ideas (aligned members)", "Do the members work to the same ideas?", Better = Yes)]
    public bool? MembersAligned { get; init; }

    /// <summary>Whether the vision is treated as a future that is made over time, and not as fixed once for all.</summary>
    [Fact(
        "the vision is treated as a future made over time (evolving vision)",
        "Is the vision treated as a future to be made over time?",
        Neutral = "the source says so of every shared goal and ties no effect to it",
        Descriptive = "the source says so of every shared goal and ties no effect to it")]
    public bool? CreatedOverTime { get; init; }
}
