using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Rules and norms (culture).</summary>
internal sealed class RulesAndNorms : Chapter
{
    public override string Heading => "Rules and norms (culture)";

    public override Area Area => Area.OrganisationalCharacteristics;

    public override Tier Tier => Tier.CollaborationTeam;

    protected override void Write()
    {
    }
}
