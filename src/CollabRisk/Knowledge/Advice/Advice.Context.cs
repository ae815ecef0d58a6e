using CollabRisk.Rules;

namespace CollabRisk.Knowledge;

/// <content>About the surroundings, the purpose and the law.</content>
internal static partial class Advice
{
    public static Recommendation AgreePolicyReading { get; } = new(
        "AGREE-POLICY-READING",
        "Write down together what the partners take the policy to mean for this collaboration.",
        "D0-17")
    {
        IsDerived = true,
    };

    public static Recommendation AgreeScopeOfDuty { get; } = new(
        "AGREE-SCOPE-OF-DUTY",
        "Agree locally, in writing, what the duty to collaborate covers.",
        "D0-19")
    {
        IsDerived = true,
    };

    public static Recommendation ListStructuralBarriers { get; } = new(
        "LIST-STRUCTURAL-BARRIERS",
        "List each structural barrier, with who is able to lift it.",
        "D0-14")
    {
        IsDerived = true,
    };

    public static Recommendation DesignJointService { get; } = new(
        "DESIGN-JOINT-SERVICE",
        "Design the joint service first, and from there what each organisation does for it.",
        "D0-26")
    {
        IsDerived = true,
    };

    public static Recommendation RecordNationalDependencies { get; } = new(
        "RECORD-NATIONAL-DEPENDENCIES",
        "Record what depends on national matters, and which systems elsewhere the joint work must fit.",
        "D0-32")
    {
        IsDerived = true,
    };

    public static Recommendation AddJointOutcomes { get; } = new(
        "ADD-JOINT-OUTCOMES",
        "Set outcomes of the collaboration next to the targets of each single organisation.",
        "D0-33")
    {
        IsDerived = true,
    };

    public static Recommendation BridgeFundingGap { get; } = new(
        "BRIDGE-FUNDING-GAP",
        "Bridge the gap between the funding cycles, or let the partners join in stages.",
        "D3-26")
    {
        IsDerived = true,
    };

    public static Recommendation AgreeUnequalContributions { get; } = new(
        "AGREE-UNEQUAL-CONTRIBUTIONS",
        "Agree contributions that differ as far as the partners' funding makes them differ.",
        "D3-27")
    {
        IsDerived = true,
    };

    public static Recommendation TestForPeaks { get; } = new(
        "TEST-FOR-PEAKS",
        "Test whether the collaboration can take up peaks of demand with the resources it has.",
        "D0-13")
    {
        IsDerived = true,
    };

    public static Recommendation PlanForTurnover { get; } = new(
        "PLAN-FOR-TURNOVER",
        "Plan early for the day when the chief officers behind the collaboration change.",
        "D2-08", "D3-167")
    {
        IsDerived = true,
    };

    public static Recommendation SurfacePriorHistory { get; } = new(
        "SURFACE-PRIOR-HISTORY",
        "Bring into the open what happened in earlier collaborations, and what each partner took from it.",
        "D3-30")
    {
        IsDerived = true,
    };

    public static Recommendation ScanEnvironment { get; } = new(
        "ENVIRONMENT-SCAN",
        "Weigh the pressures from outside and inside, and say of each whether it helps or hinders.",
        "D3-76", "D3-77")
    {
        DoneWhen = c => c.Context.EnvironmentReviewed == true,
    };

    public static Recommendation MeasureExpectedBenefits { get; } = new(
        "MEASURE-EXPECTED-BENEFITS",
        "Turn each expected benefit into something that can be measured.",
        "D1-04")
    {
        IsDerived = true,
        DoneWhen = c => c.Evaluation.SuccessCriteria == true && c.Evaluation.Kpis == true,
    };

    public static Recommendation TestNeedToCollaborate { get; } = new(
        "TEST-NEED-TO-COLLABORATE",
        "Ask whether the problem needs more than one organisation, and what the others would add.",
        "D2-09")
    {
        IsDerived = true,
    };

    public static Recommendation GovernWithoutCommissioner { get; } = new(
        "GOVERN-WITHOUT-COMMISSIONER",
        "Design a governance that does not rely on the police and crime commissioner's power.",
        "D0-21")
    {
        IsDerived = true,
    };
}
