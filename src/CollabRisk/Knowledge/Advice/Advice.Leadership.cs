using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge;

/// <content>About leaders and lead organisations.</content>
internal static partial class Advice
{
    public static Recommendation SpreadLeadership { get; } = new(
        "SPREAD-LEADERSHIP",
        "Spread leading roles over the partners and over several levels.",
        "D0-24")
    {
        IsDerived = true,
        DoneWhen = c => c.Leadership.Distributed == true,
    };

    public static Recommendation ShowCommitment { get; } = new(
        "SHOW-COMMITMENT",
        "Have the top leaders of every partner say openly that they support the collaboration.",
        "D3-151", "D3-152")
    {
        IsDerived = true,
        DoneWhen = c => c.Leadership.CommitmentDemonstrated == true && c.Partners.Every(p => p.ExecutiveCommitment == ExecutiveCommitment.PublicVisible),
    };

    public static Recommendation FundCapacity { get; } = new(
        "FUND-CAPACITY",
        "Fund the building of capacity, in leaders and workforce, before the scope is widened.",
        "D0-29", "D0-22")
    {
        IsDerived = true,
        DoneWhen = c => c.Leadership.Capacity == true,
    };

    public static Recommendation LeadershipDevelopment { get; } = new(
        "LEADERSHIP-DEVELOPMENT",
        "Develop leaders for working together, in another way than each organisation does by itself.",
        "D0-27")
    {
        DoneWhen = c => c.Leadership.Development > Facts.LeadershipDevelopment.None,
    };

    public static Recommendation LeadershipDevelopmentMultilevel { get; } = new(
        "LEADERSHIP-DEVELOPMENT-MULTILEVEL",
        "Support the development of leaders at several levels of the organisations, not at one.",
        "D0-28")
    {
        DoneWhen = c => c.Leadership.Development == Facts.LeadershipDevelopment.MultiLevel,
    };

    public static Recommendation TrainContext { get; } = new(
        "TRAIN-CONTEXT",
        "Train leaders to read the context and the kind of collaboration they are in, next to skills.",
        "D4-86", "D4-87")
    {
        DoneWhen = c => c.Leadership.ContextUnderstood == true,
    };

    public static Recommendation ConsiderJointAppointment { get; } = new(
        "CONSIDER-JOINT-APPOINTMENT",
        "Consider a named leader for the work across boundaries, such as a joint appointment.",
        "D4-15")
    {
        DoneWhen = c => c.Leadership.JointAppointment == true,
    };

    public static Recommendation CoverAttributes { get; } = new(
        "COVER-ATTRIBUTES",
        "See that leaders, between them, are committed, trusted, entrepreneurial, good at relationships and, with less support, customer-focused.",
        "D4-33", "D4-34", "D4-35", "D4-36", "D4-37", "D4-41", "D4-80")
    {
        IsDerived = true,
        DoneWhen = c => c.Leadership.Attributes.AllAre(true),
    };

    public static Recommendation BoundarySkill { get; } = new(
        "BOUNDARY-SKILL",
        "Develop the skills of working across boundaries that the leaders lack, or bring them in.",
        "D4-49", "D4-50")
    {
        DoneWhen = c => c.Leadership.Skills.AllAre(true),
    };

    public static Recommendation ActivePartnerDecisions { get; } = new(
        "ACTIVE-PARTNER-DECISIONS",
        "Consider giving the partners that do not lead an active part in decisions: this could keep them engaged.",
        "D3-94")
    {
        DoneForPartnerWhen = (c, p) => p.ActiveInDecisions == true,
    };
}
