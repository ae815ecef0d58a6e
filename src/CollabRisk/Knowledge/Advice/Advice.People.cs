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
        DoneForPartnerWhen = (c, p) => p.ObjectivesDeclared == true,
    };

    public static Recommendation ManageReputation { get; } = new(
        "MANAGE-REPUTATION",
        "Make it someone's task to look after the partner's reputation while the collaboration runs.",
        "D1-13")
    {
        IsDerived = true,
        DoneForPartnerWhen = (c, p) => p.ReputationManaged == true,
    };

    public static Recommendation ReputationExposure { get; } = new(
        "REPUTATION-EXPOSURE",
        "Let every partner look at what the course of the collaboration does, or has done, to its own standing.",
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
        DoneWhen = c => c.Alignment.MotivationsCompatible == true,
    };

    public static Recommendation BuildInformalTies { get; } = new(
        "BUILD-INFORMAL-TIES",
        "Hold informal gatherings across the organisations, so that people form relationships.",
        "D3-132")
    {
        DoneWhen = c => c.Members.InformalConnections == true,
    };

    public static Recommendation RecruitExperience { get; } = new(
        "RECRUIT-EXPERIENCE",
        "Bring in people who have collaborated before.",
        "D3-126")
    {
        DoneWhen = c => c.Members.PriorExperience == true,
    };

    public static Recommendation FundExitSelection { get; } = new(
        "FUND-EXIT-SELECTION",
        "Set aside money and management time to help the unwilling out and to select the willing in.",
        "D3-147", "D3-148")
    {
        DoneWhen = c => c.Members.ExitBudget == true,
    };

    public static Recommendation DemonstrateValue { get; } = new(
        "DEMONSTRATE-VALUE",
        "Show each person what the work is worth to them, and that others prize it.",
        "D3-149", "D3-150")
    {
        DoneWhen = c => c.Members.ValueDemonstrated == true,
    };

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
        DoneWhen = c => c.Workload.CompetingDemands == false,
    };

    public static Recommendation ChangeOrganisationToo { get; } = new(
        "CHANGE-ORGANISATION-TOO",
        "Plan how organisation and practice change together with the technology.",
        "D3-38")
    {
        IsDerived = true,
        DoneWhen = c => c.Technology.LedInIsolation == false,
    };

    public static Recommendation NameNonTechnicalBarriers { get; } = new(
        "NAME-NONTECH-BARRIERS",
        "List the organisational and political barriers to sharing information, and give each an owner.",
        "D3-39")
    {
        IsDerived = true,
        DoneWhen = c => c.Technology.NonTechnicalBarriersAddressed == true,
    };

    public static Recommendation TestTechnologyClaims { get; } = new(
        "TEST-TECH-CLAIMS",
        "Pilot the solution and check references before relying on what it promises.",
        "D3-42")
    {
        IsDerived = true,
        DoneWhen = c => c.Technology.ClaimsChallenged == true,
    };

    public static Recommendation StatePublicOutcome { get; } = new(
        "STATE-PUBLIC-OUTCOME",
        "State what the public gains from the technology, and how that is measured.",
        "D3-43")
    {
        IsDerived = true,
        DoneWhen = c => c.Technology.OutcomeLinkEvidenced == true,
    };

    public static Recommendation AssessTechnologyNorms { get; } = new(
        "ASSESS-TECH-NORMS",
        "Assess which norms the technology carries, and how they meet the culture of each partner.",
        "D3-45")
    {
        IsDerived = true,
        DoneWhen = c => c.Technology.CulturalNormsAssessed == true,
    };

    public static Recommendation ChallengeBarrierClaim { get; } = new(
        "CHALLENGE-BARRIER-CLAIM",
        "Have leaders and budget holders question whether unlike platforms really are a barrier.",
        "D3-51")
    {
        IsDerived = true,
        DoneWhen = c => c.Leadership.ChallengesBarriers == true,
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
        DoneWhen = c => c.Evaluation.SuccessCriteria == true,
    };

    public static Recommendation MeasureJointPerformance { get; } = new(
        "MEASURE-JOINT-PERFORMANCE",
        "Measure how the collaboration itself performs, next to the targets of each service.",
        "D3-36")
    {
        IsDerived = true,
        DoneWhen = c => c.Evaluation.PerformanceMeasured == true,
    };

    public static Recommendation ShareLessons { get; } = new(
        "SHARE-LESSONS",
        "Keep a register of lessons or a community of practice through which collaborations learn from one another.",
        "D3-37", "D4-100")
    {
        IsDerived = true,
        DoneWhen = c => c.Evaluation.KnowledgeShared == true,
    };

    public static Recommendation TrackMoneyAndAims { get; } = new(
        "TRACK-MONEY-AND-AIMS",
        "Check regularly both whether the collaboration pays and whether it meets its aims.",
        "D3-16")
    {
        DoneWhen = c => c.Evaluation.FinancialViabilityTracked == true && c.Evaluation.AimsTracked == true,
    };

    public static Recommendation MonitorAndImprove { get; } = new(
        "MONITOR-AND-IMPROVE",
        "Gather data, watch results and improve what was delivered.",
        "D4-114")
    {
        DoneWhen = c => c.Evaluation.MonitoringLoop == true,
    };

    public static Recommendation SetKpisWithGoals { get; } = new(
        "SET-KPIS-WITH-GOALS",
        "State with each goal the measures that will show it was reached.",
        "D4-105")
    {
        DoneWhen = c => c.Evaluation.Kpis == true,
    };

    public static Recommendation LearnFromPrior { get; } = new(
        "LEARN-FROM-PRIOR",
        "Before joining, ask what makes for success and what earlier collaborations teach.",
        "D1-10")
    {
        DoneWhen = c => c.Evaluation.LessonsApplied == true,
    };
}
