using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Management perspective: classical and network.</summary>
internal sealed class ManagementPerspective : Chapter
{
    public override string Heading => "Management perspective: classical and network";

    public override Area Area => Area.Instruments;

    public override Tier Tier => Tier.OutsideThePaper;

    protected override void Write()
    {
    }
}
