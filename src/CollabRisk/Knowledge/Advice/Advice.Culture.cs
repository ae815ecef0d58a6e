using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge;

/// <content>About culture, differences, tensions, the division of labour and the settlement.</content>
internal static partial class Advice
{
    public static Recommendation ChooseCultureStrategy { get; } = new(
        "CHOOSE-CULTURE-STRATEGY",
        "Choose on purpose whether to align rules and norms, keep them apart or build new ones.",
        "D3-96", "D3-109", "D3-110")
    {
        IsDerived = true,
        DoneWhen = c => c.Culture.Strategy != CultureStrategy.Undecided,
    };

    public static Recommendation IntensifyNegotiation { get; } = new(
        "INTENSIFY-NEGOTIATION",
        "Where practices clash, talk and negotiate more, until a solution suits every partner.",
        "D3-99")
    {
        DoneWhen = c => c.Governance.DecisionPleasesAll == true,
    };

    public static Recommendation AnswerGrievances { get; } = new(
        "ANSWER-GRIEVANCES",
        "See that the leaders of every partner know the differences, make up for them and answer grievances.",
        "D3-113")
    {
        DoneWhen = c => c.Leadership.MitigatesGrievances == true,
    };

    public static Recommendation HarmoniseTerms { get; } = new(
        "HARMONISE-TERMS",
        "Bring terms of employment into line, or explain openly why they differ.",
        "D3-100")
    {
        IsDerived = true,
        DoneWhen = c => c.Governance.TermsHarmonised == true,
    };

    public static Recommendation PoolDesks { get; } = new(
        "POOL-DESKS",
        "Agree a rule for sharing desks and equipment when demand peaks.",
        "D3-102")
    {
        IsDerived = true,
    };

    public static Recommendation SettleDomesticMatters { get; } = new(
        "SETTLE-DOMESTIC-MATTERS",
        "Settle small daily matters, such as seating, before moving in together, and expect some people to give way.",
        "D3-103", "D3-104")
    {
        IsDerived = true,
    };

    public static Recommendation BuildCulturalSensitivity { get; } = new(
        "BUILD-CULTURAL-SENSITIVITY",
        "Become sensitive to how the partners' cultures differ.",
        "D4-122")
    {
        DoneWhen = c => c.Culture.Sensitivity == true,
    };

    public static Recommendation ReflectValues { get; } = new(
        "REFLECT-VALUES",
        "Look together at the values and rituals that each partner favours.",
        "D4-95")
    {
        DoneWhen = c => c.Culture.ValuesAndRitualsReflectedOn == true,
    };

    public static Recommendation ReflectOrganising { get; } = new(
        "REFLECT-ORGANISING",
        "Look at how your own organisation and each partner organise themselves.",
        "D4-94")
    {
        DoneWhen = c => c.Culture.ValuesAndRitualsReflectedOn == true && c.Governance.PartnerStructuresUnderstood == true,
    };

    public static Recommendation MapHistoryIdeology { get; } = new(
        "MAP-HISTORY-IDEOLOGY",
        "Make explicit the history and beliefs that each partner brings, since they steer how it shares information.",
        "D3-40")
    {
        DoneForPartnerWhen = (c, p) => p.HistoryAndIdeologyMapped == true,
    };

    public static Recommendation AgreeJointProcesses { get; } = new(
        "AGREE-JOINT-PROCESSES",
        "Bring ways of operating into line, or agree by which route differences are negotiated.",
        "D0-04", "D3-99");

    public static Recommendation FaceDifferences { get; } = new(
        "FACE-DIFFERENCES",
        "Take the two steps in turn: recognise the difference, then act on it.",
        "D0-40");

    public static Recommendation NameTension { get; } = new(
        "NAME-TENSION",
        "Name the tension, the phase it belongs to and the person in charge of it.",
        "D0-02")
    {
        IsDerived = true,
    };

    public static Recommendation ReviewFlashpoints { get; } = new(
        "REVIEW-FLASHPOINTS",
        "Go through the phases and foresee where tension may flare up, as when leaders change, at go-live or at peaks.",
        "D0-06", "D3-167", "D3-200", "D3-102")
    {
        DoneWhen = c => c.Tensions.FlashpointsAnticipated == true,
    };

    public static Recommendation AssignApproach { get; } = new(
        "ASSIGN-APPROACH",
        "Give every challenge an explicit approach, after thinking through what effect it has.",
        "D1-22", "D2-05");

    public static Recommendation ResolveBeforeNextPhase { get; } = new(
        "RESOLVE-BEFORE-NEXT-PHASE",
        "Do not enter the next phase before the findings of the highest level are dealt with.",
        "D1-21")
    {
        IsDerived = true,
    };

    public static Recommendation LearnPartnerStructures { get; } = new(
        "LEARN-PARTNER-STRUCTURES",
        "Get to know each partner's structures, processes and boards, for instance by a planned induction.",
        "D3-116", "D3-117")
    {
        DoneWhen = c => c.Governance.PartnerStructuresUnderstood == true,
    };

    public static Recommendation FindChangeAgents { get; } = new(
        "FIND-CHANGE-AGENTS",
        "Find the people in each partner who are able to get change made.",
        "D3-117")
    {
        DoneWhen = c => c.Governance.KeyIndividualsIdentified == true,
    };

    public static Recommendation PublishRoleMap { get; } = new(
        "PUBLISH-ROLE-MAP",
        "Publish a map of which ranks and roles match across the partners.",
        "D3-119")
    {
        IsDerived = true,
        DoneWhen = c => c.Governance.RoleEquivalenceMapped == true,
    };

    public static Recommendation DecideMembership { get; } = new(
        "DECIDE-MEMBERSHIP",
        "Settle who takes part and in what way.",
        "D3-123")
    {
        DoneWhen = c => c.Governance.MembershipDecided == true,
    };

    public static Recommendation SetSelectionCriteria { get; } = new(
        "SET-SELECTION-CRITERIA",
        "Choose partners and members by criteria: expertise, access to resources and information, and commitment.",
        "D3-141", "D3-142")
    {
        DoneWhen = c => c.Governance.SelectionCriteria == true,
    };

    public static Recommendation FormJointDesignTeam { get; } = new(
        "FORM-JOINT-DESIGN-TEAM",
        "Let staff of every partner sit in the design team, and go through actions, owners, dates and methods there.",
        "D3-118")
    {
        DoneWhen = c => c.Governance.JointWorkingMeetings == true && c.Governance.ActionsTracked == true,
    };

    public static Recommendation LinkWorkToObject { get; } = new(
        "LINK-WORK-TO-OBJECT",
        "Show for each contribution that the shared object needs it and gains from it.",
        "D3-145")
    {
        DoneWhen = c => c.Governance.ContributionsExplicit == true,
    };

    public static Recommendation PreNegotiate { get; } = new(
        "PRE-NEGOTIATE",
        "Settle matters before the formal meeting, and share the outcome and its basis with everybody.",
        "D3-134", "D3-159")
    {
        DoneWhen = c => c.Governance.PreMeetingNegotiation == true,
    };

    public static Recommendation RecheckMotives { get; } = new(
        "RECHECK-MOTIVES",
        "Ask again what moves each partner and what it is after, since both shift over time.",
        "D3-120")
    {
        DoneWhen = c => c.Context.EnvironmentReviewed == true,
    };

    public static Recommendation WorkOutSettlement { get; } = new(
        "WORK-OUT-SETTLEMENT",
        "Work through the settlement that the partners will reach, and what it means for form and power.",
        "D4-96", "D4-97")
    {
        DoneWhen = c => c.Governance.SettlementAgreed == true,
    };

    public static Recommendation ReconcileExpectations { get; } = new(
        "RECONCILE-EXPECTATIONS",
        "Bring the partners' expectations and budget calendars together.",
        "D4-54", "D4-67")
    {
        IsDerived = true,
        DoneWhen = c => c.Governance.SharedFramework == true,
    };
}
