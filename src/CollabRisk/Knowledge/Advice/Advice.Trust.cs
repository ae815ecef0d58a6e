using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge;

/// <content>About trust, transparency and communication.</content>
internal static partial class Advice
{
    public static Recommendation BeOpen { get; } = new(
        "BE-OPEN",
        "Be open with one another about money, resources, plans and timing.",
        "D3-158", "D3-159", "D3-162")
    {
        DoneWhen = c => c.Transparency.Level == TransparencyLevel.Full,
    };

    public static Recommendation PublishBenefits { get; } = new(
        "PUBLISH-BENEFITS",
        "Show all partners how much of the benefit falls to each.",
        "D3-161")
    { IsDerived = true };

    public static Recommendation SponsorTrust { get; } = new(
        "SPONSOR-TRUST",
        "Have senior managers work on a culture of trust and openness.",
        "D0-08", "D0-09")
    {
        DoneWhen = c => c.Leadership.SponsorsTrustCulture == true,
    };

    public static Recommendation GaugeTrust { get; } = new(
        "GAUGE-TRUST",
        "Find out how much trust there is: a missing sign points to trust and does not measure it.",
        "D3-171")
    { IsDerived = true };

    public static Recommendation TakeSmallStep { get; } = new(
        "TAKE-SMALL-STEP",
        "Begin with a small joint step that needs little trust, and let its result build more.",
        "D3-174", "D3-175")
    { IsDerived = true };

    public static Recommendation RenewTrustByResults { get; } = new(
        "RENEW-TRUST-BY-RESULTS",
        "Bring about a result good enough to strengthen trust before the joint work grows.",
        "D3-175")
    {
        IsDerived = true,
        DoneWhen = c => c.Trust.SufficientOutcome == true,
    };

    public static Recommendation ReinforceTrust { get; } = new(
        "REINFORCE-TRUST",
        "Keep renewing trust, above all when senior people change.",
        "D3-167", "D3-157")
    {
        DoneWhen = c => c.Trust.ReinforcementActive == true,
    };

    public static Recommendation RegainEngagement { get; } = new(
        "REGAIN-ENGAGEMENT",
        "Win the partner's strategic interest back before scepticism sets in.",
        "D3-168")
    {
        IsDerived = true,
        DoneForPartnerWhen = (c, p) => p.StrategicEngagement == Engagement.Full,
    };

    public static Recommendation BudgetUpkeep { get; } = new(
        "BUDGET-UPKEEP",
        "Set aside time and resources for keeping the collaboration going.",
        "D3-15", "D3-157")
    {
        IsDerived = true,
        DoneWhen = c => c.Workload.EffortResourced == true,
    };

    public static Recommendation KeepServicesRunning { get; } = new(
        "KEEP-SERVICES-RUNNING",
        "See that nothing fails while things change, since that earns trust.",
        "D3-164", "D3-166")
    {
        DoneWhen = c => c.Trust.ServiceContinuityKept == true,
    };

    public static Recommendation ReportFailures { get; } = new(
        "REPORT-FAILURES",
        "Where something does fail, tell senior management clearly.",
        "D3-165")
    {
        DoneWhen = c => c.Trust.FailuresReportedUp == true,
    };

    public static Recommendation CommunicateOften { get; } = new(
        "COMMUNICATE-OFTEN",
        "Communicate often, by simple and direct means.",
        "D3-179", "D3-187", "D1-26")
    {
        DoneWhen = c => c.Communication.Regular == true && c.Communication.SimpleTools == true,
    };

    public static Recommendation InvolveInDecisions { get; } = new(
        "INVOLVE-IN-DECISIONS",
        "Involve stakeholders in reaching decisions, next to keeping them informed.",
        "D3-181")
    {
        DoneWhen = c => c.Communication.EngagesForDecision == true && c.Communication.InformsStakeholders == true,
    };

    public static Recommendation CommunicateBothWays { get; } = new(
        "COMMUNICATE-BOTH-WAYS",
        "Let communication flow upwards as well as downwards.",
        "D3-183")
    {
        DoneWhen = c => c.Communication.TwoWay == true,
    };

    public static Recommendation InviteStaffVoice { get; } = new(
        "INVITE-STAFF-VOICE",
        "Invite the staff who do the work to question decisions.",
        "D3-184")
    {
        DoneWhen = c => c.Communication.StaffChallengeWelcomed == true,
    };

    public static Recommendation ListenToPartners { get; } = new(
        "LISTEN-TO-PARTNERS",
        "Listen to the other organisations and to their members.",
        "D3-185")
    {
        DoneWhen = c => c.Communication.Listening == true,
    };

    public static Recommendation MediaMix { get; } = new(
        "MEDIA-MIX",
        "Communicate in writing and in speech alike.",
        "D3-185")
    {
        DoneWhen = c => c.Communication.WrittenAndOral == true,
    };

    public static Recommendation ReachEveryLevel { get; } = new(
        "REACH-EVERY-LEVEL",
        "Reach staff of every level and department that takes part, formally and informally.",
        "D3-186")
    {
        DoneWhen = c => c.Communication.AllLevels == true,
    };

    public static Recommendation StakeholderCoverage { get; } = new(
        "STAKEHOLDER-COVERAGE",
        "Extend communication to the stakeholders whom it does not reach.",
        "D3-182", "D3-186")
    {
        DoneWhen = c => c.Communication.Reaches.AllAre(true),
    };

    public static Recommendation FormaliseCommunication { get; } = new(
        "FORMALISE-COMMUNICATION",
        "Set up a formal structure for communication, so that the goals can be met.",
        "D3-137")
    {
        DoneWhen = c => c.Communication.FormalStructures == true,
    };

    public static Recommendation MakeRoomForInformalTalk { get; } = new(
        "MAKE-ROOM-FOR-INFORMAL-TALK",
        "Make room for informal talk, such as gatherings of staff: ideas, personal trust and quicker decisions can come of it.",
        "D3-138", "D3-133", "D3-136", "D3-169")
    {
        DoneWhen = c => c.Communication.InformalStructures == true,
    };
}
