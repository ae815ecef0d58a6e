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
    }
}
