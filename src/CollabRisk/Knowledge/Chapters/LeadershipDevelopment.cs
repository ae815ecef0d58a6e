using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Leadership development and capacity.</summary>
internal sealed class LeadershipDevelopment : Chapter
{
    public override string Heading => "Leadership development and capacity";

    public override Area Area => Area.PeopleCharacteristics;

    public override Tier Tier => Tier.CollaborationTeam;

    /// <summary>Leadership contributes and never gives the whole verdict (D4-24, D4-82), so its findings alone never make High.</summary>
    public override Level Cap => Level.Moderate;

    protected override void Write()
    {
        Risk("CAPACITY-GAP", LevelBasis.MainInfluence)
            .Titled("Capacity is not built up")
            .When(c => c.Leadership.Capacity == false)
            .Says("The capacity of leaders and workforce is not being built up.")
            .RestsOn("D0-29")
            .Advise(Advice.FundCapacity)
            .WithCaveat(Caveats.LeadershipContributes, "From the abstract of a paper whose body is not at hand.")
            .LeadsTo("PEOPLE-LEADERSHIP-ABSENT");

        Risk("CONTEXT-NOT-UNDERSTOOD", LevelBasis.NamedInPassing)
            .Titled("Leaders do not understand the context")
            .When(c => c.Leadership.ContextUnderstood == false)
            .Says("Leaders do not understand the context and the kind of collaboration they are in.")
            .RestsOn("D4-87")
            .Advise(Advice.TrainContext)
            .WithCaveat(Caveats.LeadershipContributes, ContextMayCount);

        // Low, since the source implies the risk without testing it, and both cases of the two-case paper, called
        // successes, had a leader who stood out (T05). D3-151 is left to the strength: it would lend this its literature.
        Risk("LEADERSHIP-NOT-DISTRIBUTED", LevelBasis.NamedInPassing)
            .Titled("Leadership is not spread")
            .When(c => c.Leadership.Distributed == false)
            .Says("Leadership is not spread over several people or levels.")
            .RestsOn("D0-24", "D0-23")
            .Advise(Advice.SpreadLeadership)
            .WithCaveat(Caveats.LeadershipContributes, "The source names the lack and does not test it; in both cases of the two-case paper, called successes, a participant singles out one leader.");

        Recommend(Advice.LeadershipDevelopment)
            .Titled("Develop leaders for collaboration")
            .AppliesWhen(c => c.IntegrationLevel >= IntegrationLevel.Collaboration)
            .When(c => c.Leadership.Development == Facts.LeadershipDevelopment.None)
            // D4-46, D4-84, T19.
            .WithCaveat("How far leading collaborations differs from leading one organisation is contested.");

        Recommend(Advice.LeadershipDevelopmentMultilevel)
            .Titled("Develop leaders at several levels")
            .When(c => c.Leadership.Development == Facts.LeadershipDevelopment.SingleLevel);

        Recommend(Advice.TrainContext)
            .Titled("Train for the context")
            .AppliesWhen(c => c.Leadership.Development != Facts.LeadershipDevelopment.None)
            .When(c => c.Leadership.ContextUnderstood == false)
            .WithCaveat(ContextMayCount);

        Recommend(Advice.ConsiderJointAppointment)
            .Titled("Think of a joint appointment")
            .AppliesWhen(c => c.Governance.AuthorityStructure == AuthorityStructure.Divided)
            .When(c => c.Leadership.JointAppointment == false)
            .WithCaveat("The source describes that this is done and does not assess it.");
    }

    private const string ContextMayCount = "The source says that understanding may count as much as skills and attributes, not that it does.";
}
