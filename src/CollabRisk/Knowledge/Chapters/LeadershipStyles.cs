using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Leadership styles, attributes and boundary-spanning skills.</summary>
internal sealed class LeadershipStyles : Chapter
{
    public override string Heading => "Leadership styles, attributes and boundary-spanning skills";

    public override Area Area => Area.PeopleCharacteristics;

    public override Tier Tier => Tier.OutsideThePaper;

    /// <summary>Leadership contributes and never gives the whole verdict (D4-24, D4-82), so its findings alone never make High.</summary>
    public override Level Cap => Level.Moderate;

    protected override void Write()
    {
    }
}
