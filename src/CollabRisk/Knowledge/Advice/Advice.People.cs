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

    public static Recommendation ChangeOrganisationToo { get; } = new(
        "CHANGE-ORGANISATION-TOO",
        "Plan how organisation and practice change together with the technology.",
        "D3-38")
    {
        IsDerived = true,
    };

    public static Recommendation NameNonTechnicalBarriers { get; } = new(
        "NAME-NONTECH-BARRIERS",
        "List the organisational and political barriers to sharing information, and give each an owner.",
        "D3-39")
    {
        IsDerived = true,
    };

    public static Recommendation TestTechnologyClaims { get; } = new(
        "TEST-TECH-CLAIMS",
        "Pilot the solution and check references before relying on what it promises.",
        "D3-42")
    {
        IsDerived = true,
    };

    public static Recommendation StatePublicOutcome { get; } = new(
        "STATE-PUBLIC-OUTCOME",
        "State what the public gains from the technology, and how that is measured.",
        "D3-43")
    {
        IsDerived = true,
    };

    public static Recommendation AssessTechnologyNorms { get; } = new(
        "ASSESS-TECH-NORMS",
        "Assess which norms the technology carries, and how they meet the culture of each partner.",
        "D3-45")
    {
        IsDerived = true,
    };

    public static Recommendation ChallengeBarrierClaim { get; } = new(
        "CHALLENGE-BARRIER-CLAIM",
        "Have leaders and budget holders question whether unlike platforms really are a barrier.",
        "D3-51")
    {
        IsDerived = true,
    };

    public static Recommendation AssessIctReadiness { get; } = new(
        "ASSESS-ICT-READINESS",
        "Assess whether the systems in place are ready before integrating them.",
        "D3-33")
    {
        IsDerived = true,
    };

    public static Recommendation SharedInfrastructure { get; } = new(
        "SHARED-INFRASTRUCTURE",
        "Consider a shared information infrastructure against duplication and work in silos.",
        "D2-13", "D3-04");

    public static Recommendation DefineSuccess { get; } = new(
        "DEFINE-SUCCESS",
        "Define with all partners what counts as success.",
        "D3-35")
    {
        IsDerived = true,
    };

    public static Recommendation MeasureJointPerformance { get; } = new(
        "MEASURE-JOINT-PERFORMANCE",
        "Measure how the collaboration itself performs, beside the targets of each service.",
        "D3-36")
    {
        IsDerived = true,
    };

    public static Recommendation ShareLessons { get; } = new(
        "SHARE-LESSONS",
        "Keep a register of lessons or a community of practice through which collaborations learn from one another.",
        "D3-37", "D4-100")
    {
        IsDerived = true,
    };

    public static Recommendation TrackMoneyAndAims { get; } = new(
        "TRACK-MONEY-AND-AIMS",
        "Check regularly both whether the collaboration pays and whether it meets its aims.",
        "D3-16");

    public static Recommendation MonitorAndImprove { get; } = new(
        "MONITOR-AND-IMPROVE",
        "Gather data, watch results and improve what was delivered.",
        "D4-114");

    public static Recommendation SetKpisWithGoals { get; } = new(
        "SET-KPIS-WITH-GOALS",
        "State with each goal the measures that will show it was reached.",
        "D4-105");

    public static Recommendation LearnFromPrior { get; } = new(
        "LEARN-FROM-PRIOR",
        "Before joining, ask what makes for success and what earlier collaborations teach.",
        "D1-10");
}
