using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Trust.</summary>
internal sealed class TrustBetweenPartners : Chapter
{
    public override string Heading => "Trust";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.Individual;

    protected override void Write()
    {
    }
}
