using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>United Kingdom law: powers and routes.</summary>
internal sealed class UnitedKingdomLaw : Chapter
{
    public override string Heading => "United Kingdom law: powers and routes";

    public override Area Area => Area.ExternalEnvironment;

    public override Tier Tier => Tier.Context;

    protected override void Write()
    {
    }
}
