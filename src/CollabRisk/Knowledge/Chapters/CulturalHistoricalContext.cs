using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Cultural-historical context: policy, funding, politics and legacy.</summary>
internal sealed class CulturalHistoricalContext : Chapter
{
    public override string Heading => "Cultural-historical context: policy, funding, politics and legacy";

    public override Area Area => Area.ExternalEnvironment;

    public override Tier Tier => Tier.Context;

    protected override void Write()
    {
    }
}
