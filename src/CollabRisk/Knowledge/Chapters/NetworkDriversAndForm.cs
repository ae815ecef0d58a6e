using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Network drivers and forms.</summary>
internal sealed class NetworkDriversAndForm : Chapter
{
    public override string Heading => "Network drivers and forms";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.OutsideThePaper;

    protected override void Write()
    {
    }
}
