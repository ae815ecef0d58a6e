using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Lead organisation.</summary>
internal sealed class LeadOrganisation : Chapter
{
    public override string Heading => "Lead organisation";

    public override Area Area => Area.OrganisationalCharacteristics;

    public override Tier Tier => Tier.CollaborationTeam;

    protected override void Write()
    {
    }
}
