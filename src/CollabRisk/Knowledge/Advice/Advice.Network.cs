using CollabRisk.Conditions;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge;

/// <content>About networks, knowledge management, delivery and alliances.</content>
internal static partial class Advice
{
    public static Recommendation EstablishDrivers { get; } = new(
        "ESTABLISH-DRIVERS",
        "Establish with each partner which drivers are at work: they influence the form and the difficulties to expect.",
        "D4-88", "D4-38", "D4-79", "D4-89", "D4-90")
    {
        DoneWhen = c => c.Network.DriversClear == true,
    };

    public static Recommendation StateAimsTasks { get; } = new(
        "STATE-AIMS-TASKS",
        "State the aims and the type of task, and weigh which leadership suits them.",
        "D4-92")
    {
        DoneWhen = c => !c.Network.TaskType.IsBlank(),
    };

    public static Recommendation ShareInformation { get; } = new(
        "SHARE-INFORMATION",
        "Share information between the organisations of the network.",
        "D4-74")
    {
        DoneWhen = c => c.Network.Shares.Information == true,
    };

    public static Recommendation ShareTechnology { get; } = new(
        "SHARE-TECH",
        "Share technological solutions between the organisations of the network.",
        "D4-75")
    {
        DoneWhen = c => c.Network.Shares.TechnologicalSolutions == true,
    };

    public static Recommendation FitLeadershipToForm { get; } = new(
        "FIT-LEADERSHIP-TO-FORM",
        "Put first among the leaders the attribute that goes with what drives the network, and weigh it with the aims and the type of task.",
        "D4-53", "D4-55", "D4-91", "D4-92")
    {
        IsDerived = true,
    };

    public static Recommendation ExpectDifficulty { get; } = new(
        "EXPECT-DIFFICULTY",
        "Take this difficulty up with all partners: which difficulties arise depends on what drives the network.",
        "D4-90")
    {
        IsDerived = true,
    };

    public static Recommendation FormCommunitiesOfPractice { get; } = new(
        "KM-COP",
        "Consider communities of practice, where people who do similar work learn from one another.",
        "D4-100")
    {
        DoneWhen = c => c.Knowledge.CommunitiesOfPractice == true,
    };

    public static Recommendation CreateKnowledge { get; } = new(
        "KM-LEARNING",
        "Consider how the collaboration creates knowledge and learns.",
        "D4-99")
    {
        DoneWhen = c => c.Knowledge.CreationAndLearning == true,
    };

    public static Recommendation FormLearningNetworks { get; } = new(
        "KM-LEARNING-NETWORK",
        "Consider learning networks.",
        "D4-101")
    {
        DoneWhen = c => c.Knowledge.LearningNetworks == true,
    };

    public static Recommendation ReturnToStage { get; } = new(
        "RETURN-TO-STAGE",
        "Go back to the stage that was left out, and check against it what was built since.",
        "D4-104")
    {
        IsDerived = true,
    };

    public static Recommendation CaptureGoals { get; } = new(
        "CAPTURE-GOALS",
        "State what is sought and why, not how, and by what measures you will know that it is reached.",
        "D4-105")
    {
        DoneWhen = c => c.Delivery.GoalsCaptured == true,
    };

    public static Recommendation CaptureRequirements { get; } = new(
        "CAPTURE-REQUIREMENTS",
        "Gather the requirements that fulfil the goals, as the key stakeholders see them.",
        "D4-106")
    {
        DoneWhen = c => c.Delivery.RequirementsCaptured == true,
    };

    public static Recommendation CheckConstraints { get; } = new(
        "CHECK-CONSTRAINTS",
        "Check that these are the right requirements and that they can be met within operational limits.",
        "D4-107")
    {
        DoneWhen = c => c.Delivery.ConstraintsChecked == true,
    };

    public static Recommendation ModelAndSimulate { get; } = new(
        "MODEL-AND-SIMULATE",
        "Model the processes as they are and as they shall be, and simulate them to see whether the goals are met.",
        "D4-108")
    {
        DoneWhen = c => c.Delivery.AsIsToBeModelled == true && c.Delivery.SimulationVerified == true,
    };

    public static Recommendation DeriveArchitecture { get; } = new(
        "DERIVE-ARCHITECTURE",
        "Derive the architecture from the processes, with IT and quality of service covered in system use cases.",
        "D4-109")
    {
        DoneWhen = c => c.Delivery.ArchitectureDerived == true && c.Delivery.SystemUseCases == true,
    };

    public static Recommendation TraceToArchitecture { get; } = new(
        "TRACE-TO-ARCHITECTURE",
        "Build from the chosen architecture, and trace what is built back to it.",
        "D4-110")
    {
        DoneWhen = c => c.Delivery.ImplementedFromArchitecture == true,
    };

    public static Recommendation IntegrateServices { get; } = new(
        "INTEGRATE-SERVICES",
        "Bring new, reused and bought services together into one finished solution.",
        "D4-111")
    {
        DoneWhen = c => c.Delivery.ServicesIntegrated == true,
    };

    public static Recommendation PlanDeployment { get; } = new(
        "PLAN-DEPLOYMENT",
        "Deploy by a plan that covers performance, security, availability and maintainability.",
        "D4-112")
    {
        DoneWhen = c => c.Delivery.NonFunctionalRequirements.AllAre(true),
    };

    public static Recommendation PrepareForChange { get; } = new(
        "PREPARE-FOR-CHANGE",
        "Set delivery up so that it can answer when opportunities shift.",
        "D4-113")
    {
        DoneWhen = c => c.Delivery.ChangeResponsive == true,
    };

    public static Recommendation AssignStageOwner { get; } = new(
        "ASSIGN-STAGE-OWNER",
        "Name an owner for every stage of delivery.",
        "D4-115");

    public static Recommendation WallOffTechnology { get; } = new(
        "WALL-OFF-TECH",
        "Ring-fence critical technology from what the partners share.",
        "D4-118")
    {
        DoneWhen = c => c.Alliance.CriticalTechnologyWalledOff == true,
    };

    public static Recommendation AgreeContractSafeguards { get; } = new(
        "CONTRACT-SAFEGUARDS",
        "Protect the partners by contract.",
        "D4-119")
    {
        DoneWhen = c => c.Alliance.ContractSafeguards == true,
    };

    public static Recommendation AgreeSkillSwap { get; } = new(
        "SKILL-SWAP",
        "Agree to exchange skills and technology that each side values.",
        "D4-120")
    {
        DoneWhen = c => c.Alliance.SkillSwap == true,
    };

    public static Recommendation SeekCredibleCommitment { get; } = new(
        "CREDIBLE-COMMITMENT",
        "Ask every partner for a commitment that the others can believe.",
        "D4-121")
    {
        DoneWhen = c => c.Alliance.CredibleCommitments == true,
    };

    public static Recommendation BuildManagerNetworks { get; } = new(
        "MANAGER-NETWORKS",
        "Help the partners' managers to form personal ties with one another.",
        "D4-123")
    {
        DoneWhen = c => c.Alliance.ManagerNetworks == true,
    };

    public static Recommendation LearnFromPartner { get; } = new(
        "LEARN-FROM-PARTNER",
        "Learn from the partners.",
        "D4-124")
    {
        DoneWhen = c => c.Alliance.LearnsFromPartner == true,
    };

    public static Recommendation ApplyLearning { get; } = new(
        "APPLY-LEARNING",
        "Put what was learned from partners to use at home.",
        "D4-125")
    {
        DoneWhen = c => c.Alliance.KnowledgeApplied == true,
    };
}
