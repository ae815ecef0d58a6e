using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Technology and information infrastructure.</summary>
internal sealed class TechnologyAndInfrastructure : Chapter
{
    public override string Heading => "Technology and information infrastructure";

    public override Area Area => Area.Instruments;

    public override Tier Tier => Tier.CollaborationTeam;

    protected override void Write()
    {
    }
}
