using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Challenges for network leaders.</summary>
internal sealed class NetworkChallenges : Chapter
{
    public override string Heading => "Challenges for network leaders";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.OutsideThePaper;

    protected override void Write()
    {
    }
}
