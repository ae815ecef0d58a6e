using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Evaluation and learning.</summary>
internal sealed class MeasuringAndLearning : Chapter
{
    public override string Heading => "Evaluation and learning";

    public override Area Area => Area.Instruments;

    public override Tier Tier => Tier.Context;

    protected override void Write()
    {
    }
}
