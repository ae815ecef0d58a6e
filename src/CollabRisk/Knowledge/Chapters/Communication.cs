using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Communication.</summary>
internal sealed class Communication : Chapter
{
    public override string Heading => "Communication";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.InterOrganisational;

    protected override void Write()
    {
    }
}
