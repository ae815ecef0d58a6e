using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Network forms paired with leader attributes and challenges.</summary>
internal sealed class NetworkPairings : Chapter
{
    public override string Heading => "Network forms paired with leader attributes and challenges";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.OutsideThePaper;

    protected override void Write()
    {
    }
}
