using CollabRisk.Rules;

namespace CollabRisk.Knowledge;

/// <content>About partners' motives and standing, the people, their workload, technology and measuring.</content>
internal static partial class Advice
{
    public static Recommendation ElicitObjectives { get; } = new(
        "ELICIT-OBJECTIVES",
        "Ask every partner for its motives and business objectives, and let all the partners know them.",
        "D1-12", "D1-14")
    {
        IsDerived = true,
    };

    public static Recommendation ManageReputation { get; } = new(
        "MANAGE-REPUTATION",
        "Make it somebody's task to look after the partner's reputation while the collaboration runs.",
        "D1-13")
    {
        IsDerived = true,
    };

    public static Recommendation ReputationExposure { get; } = new(
        "REPUTATION-EXPOSURE",
        "Let every partner look at what the course of the collaboration does to its own standing.",
        "D1-17")
    {
        IsDerived = true,
    };

    public static Recommendation SettleUnservedMotives { get; } = new(
        "SETTLE-UNSERVED-MOTIVES",
        "Take the motive up among the benefits sought, or agree with the partner that this collaboration does not serve it.",
        "D1-15")
    {
        IsDerived = true,
    };

    public static Recommendation CompareMotives { get; } = new(
        "COMPARE-MOTIVES",
        "Compare the partners' motives, and settle which of them the collaboration can serve together.",
        "D1-14")
    {
        IsDerived = true,
    };

    public static Recommendation BuildInformalTies { get; } = new(
        "BUILD-INFORMAL-TIES",
        "Hold informal gatherings across the organisations, so that people form relationships.",
        "D3-132");

    public static Recommendation RecruitExperience { get; } = new(
        "RECRUIT-EXPERIENCE",
        "Bring in people who have collaborated before.",
        "D3-126");

    public static Recommendation FundExitSelection { get; } = new(
        "FUND-EXIT-SELECTION",
        "Set aside money and management time to help the unwilling out and to select the willing in.",
        "D3-147", "D3-148");

    public static Recommendation DemonstrateValue { get; } = new(
        "DEMONSTRATE-VALUE",
        "Show each person what the work is worth to them, and that others prize it.",
        "D3-149", "D3-150");

    public static Recommendation PlanGoLiveCapacity { get; } = new(
        "PLAN-GOLIVE-CAPACITY",
        "Plan people and time for the approach to go-live, when overload peaks.",
        "D3-200")
    {
        IsDerived = true,
    };

    public static Recommendation SpareGoodwill { get; } = new(
        "SPARE-GOODWILL",
        "Do not rely on motivated people to carry an overload for long: goodwill is finite.",
        "D3-202")
    {
        IsDerived = true,
    };

    public static Recommendation RelieveCompetingDemands { get; } = new(
        "RELIEVE-COMPETING-DEMANDS",
        "Take other demands off stretched staff before joint work is added.",
        "D3-204")
    {
        IsDerived = true,
    };
}
