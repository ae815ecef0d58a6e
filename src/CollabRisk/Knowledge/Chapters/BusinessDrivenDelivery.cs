using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Business-driven delivery.</summary>
internal sealed class BusinessDrivenDelivery : Chapter
{
    public override string Heading => "Business-driven delivery";

    public override Area Area => Area.Instruments;

    public override Tier Tier => Tier.OutsideThePaper;

    protected override void Write()
    {
    }
}
