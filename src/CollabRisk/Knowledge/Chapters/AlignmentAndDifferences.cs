using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Alignment of the partners and their differences.</summary>
internal sealed class AlignmentAndDifferences : Chapter
{
    public override string Heading => "Alignment of the partners and their differences";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.InterOrganisational;

    protected override void Write()
    {
    }
}
