using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Settlement, power and legitimacy.</summary>
internal sealed class SettlementAndPower : Chapter
{
    public override string Heading => "Settlement, power and legitimacy";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.OutsideThePaper;

    protected override void Write()
    {
    }
}
