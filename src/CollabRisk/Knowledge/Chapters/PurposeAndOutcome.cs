using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Purpose, fit and claimed outcome.</summary>
internal sealed class PurposeAndOutcome : Chapter
{
    public override string Heading => "Purpose, fit and claimed outcome";

    public override Area Area => Area.Instruments;

    public override Tier Tier => Tier.Context;

    protected override void Write()
    {
    }
}
