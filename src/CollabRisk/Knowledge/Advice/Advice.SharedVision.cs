using CollabRisk.Rules;

namespace CollabRisk.Knowledge;

/// <content>About the shared vision.</content>
internal static partial class Advice
{
    public static Recommendation WriteVisionTogether { get; } = new(
        "WRITE-VISION-TOGETHER",
        "Develop a shared vision with all partners, so that its direction is clear at the start and during the work.",
        "D3-194", "D3-189")
    {
        DoneWhen = c => c.Vision.Exists == true && c.Vision.JointlyDeveloped == true,
    };

    public static Recommendation ConveyVisionToAll { get; } = new(
        "CONVEY-VISION-TO-ALL",
        "Convey the vision to every member, at the start and all the way through.",
        "D3-189")
    {
        DoneWhen = c => c.Vision.CommunicatedToAll == true,
    };

    public static Recommendation RestateVision { get; } = new(
        "RESTATE-VISION",
        "State the vision again and again, the more where strains appear.",
        "D3-105", "D3-189")
    {
        DoneWhen = c => c.Vision.ReinforcedThroughout == true,
    };

    public static Recommendation MakeJointCase { get; } = new(
        "MAKE-JOINT-CASE",
        "Make the case, and repeat it, that delivering together beats delivering alone.",
        "D3-196")
    {
        DoneWhen = c => c.Vision.TogetherBetterCase == true,
    };

    public static Recommendation WriteStrategy { get; } = new(
        "WRITE-STRATEGY",
        "Put the vision into a written strategy and keep it stable through changes of senior people.",
        "D3-192")
    {
        DoneWhen = c => c.Vision.InStrategyDocument == true && c.Vision.StrategyStable == true,
    };

    public static Recommendation BriefSuccessors { get; } = new(
        "BRIEF-SUCCESSORS",
        "Give every new senior person the same short briefing on the strategy.",
        "D3-193")
    {
        DoneWhen = c => c.Leadership.SuccessorBriefed == true,
    };

    public static Recommendation RestateMotive { get; } = new(
        "RESTATE-MOTIVE",
        "Communicate often, to revive the motive behind the arrangement.",
        "D3-188")
    {
        DoneWhen = c => c.Communication.Regular == true,
    };
}
