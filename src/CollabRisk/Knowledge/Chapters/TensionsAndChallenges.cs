using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Tensions, flashpoints and challenges.</summary>
internal sealed class TensionsAndChallenges : Chapter
{
    public override string Heading => "Tensions, flashpoints and challenges";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.InterOrganisational;

    protected override void Write()
    {
    }
}
