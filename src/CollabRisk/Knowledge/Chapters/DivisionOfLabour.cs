using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Division of labour.</summary>
internal sealed class DivisionOfLabour : Chapter
{
    public override string Heading => "Division of labour";

    public override Area Area => Area.OrganisationalCharacteristics;

    public override Tier Tier => Tier.CollaborationTeam;

    protected override void Write()
    {
    }
}
