using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Experience, informal and formal connections.</summary>
internal sealed class ExperienceAndConnections : Chapter
{
    public override string Heading => "Experience, informal and formal connections";

    public override Area Area => Area.PeopleCharacteristics;

    public override Tier Tier => Tier.Individual;

    protected override void Write()
    {
    }
}
