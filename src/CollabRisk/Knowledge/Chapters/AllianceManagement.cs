using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Managing the alliance.</summary>
internal sealed class AllianceManagement : Chapter
{
    public override string Heading => "Managing the alliance";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.OutsideThePaper;

    protected override void Write()
    {
    }
}
