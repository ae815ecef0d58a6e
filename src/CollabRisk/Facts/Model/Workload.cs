using static CollabRisk.Facts.FactDirection;

namespace CollabRisk.Facts;

/// <summary>Workload and staffing.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record Workload
{
    /// <summary>Whether people have more work than they can do.</summary>
    [Fact("work overload", "Are people overloaded with work?", Better = No)]
    public bool? Overload { get; init; }

    /// <summary>Whether go-live is near, with the peak of work it brings.</summary>
    [Fact("go-live is near (go-live peak)", "Is go-live near?", Neutral = "go-live is a phase that every project reaches", Fixed = true)]
    public bool? NearGoLive { get; init; }

    /// <summary>Whether stretched staff face competing demands.</summary>
    [Fact("competing demands on stretched staff", "Do stretched staff face competing demands?", Better = No)]
    public bool? CompetingDemands { get; init; }

    /// <summary>Number of staff before the collaboration (headcount).</summary>
    [Fact(
        "headcount before the collaboration",
        "How many staff were there before the collaboration?",
        Neutral = "a headcount; whether it is enough depends on the work",
        Fixed = true,
        Min = 0)]
    public int? StaffBefore { get; init; }

    /// <summary>Number of staff after the collaboration was set up (headcount).</summary>
    [Fact(
        "headcount after the collaboration was set up",
        "How many staff are there since the collaboration was set up?",
        Neutral = "a headcount; whether it is enough depends on the work",
        Fixed = true,
        Min = 0)]
    public int? StaffAfter { get; init; }

    /// <summary>Whether time and resources are set aside for keeping the collaboration going.</summary>
    [Fact(
        "time and resources for maintaining the collaboration",
        "Are time and resources set aside for keeping the collaboration going?",
        Better = Yes)]
    public bool? EffortResourced { get; init; }

    /// <summary>Whether staff had to apply again for their posts.</summary>
    [Fact(
        "staff re-applied for their posts",
        "Did staff have to re-apply for their posts?",
        Neutral = "the source reports the decision, not what effect it had (D3-66)",
        Fixed = true)]
    public bool? StaffReapplied { get; init; }
}
