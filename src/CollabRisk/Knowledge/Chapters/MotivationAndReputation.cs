using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Organisational motivation and reputation.</summary>
internal sealed class MotivationAndReputation : Chapter
{
    public override string Heading => "Organisational motivation and reputation";

    public override Area Area => Area.OrganisationalCharacteristics;

    public override Tier Tier => Tier.ParentOrganisation;

    protected override void Write()
    {
    }
}
