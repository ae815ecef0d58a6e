using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Willingness, commitment and motivation of members.</summary>
internal sealed class WillingnessAndCommitment : Chapter
{
    public override string Heading => "Willingness, commitment and motivation of members";

    public override Area Area => Area.PeopleCharacteristics;

    public override Tier Tier => Tier.Individual;

    protected override void Write()
    {
    }
}
