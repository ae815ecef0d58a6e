using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Alliance safeguards against opportunism.</summary>
internal sealed class AllianceSafeguards : Chapter
{
    public override string Heading => "Alliance safeguards against opportunism";

    public override Area Area => Area.Instruments;

    public override Tier Tier => Tier.OutsideThePaper;

    protected override void Write()
    {
    }
}
