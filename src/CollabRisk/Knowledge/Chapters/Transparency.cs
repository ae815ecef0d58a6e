using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Transparency.</summary>
internal sealed class Transparency : Chapter
{
    public override string Heading => "Transparency";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.Individual;

    protected override void Write()
    {
    }
}
