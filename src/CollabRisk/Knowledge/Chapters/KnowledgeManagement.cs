using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Knowledge management and learning networks.</summary>
internal sealed class KnowledgeManagement : Chapter
{
    public override string Heading => "Knowledge management and learning networks";

    public override Area Area => Area.Instruments;

    public override Tier Tier => Tier.OutsideThePaper;

    protected override void Write()
    {
    }
}
