using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Knowledge management and learning networks.</summary>
internal sealed class KnowledgeManagement : Chapter
{
    /// <summary>D4-98, D4-103.</summary>
    private const string LabelOnly =
        "Only a label in a figure: what the figure said of its parts and how they connect did not survive.";

    public override string Heading => "Knowledge management and learning networks";

    public override Area Area => Area.Instruments;

    public override Tier Tier => Tier.OutsideThePaper;

    protected override void Write()
    {
        Recommend(Advice.CreateKnowledge)
            .Titled("Create knowledge and learn")
            .When(c => c.Knowledge.CreationAndLearning == false)
            .WithCaveat(LabelOnly);

        Recommend(Advice.FormCommunitiesOfPractice)
            .Titled("Form communities of practice")
            .When(c => c.Knowledge.CommunitiesOfPractice == false && c.Evaluation.KnowledgeShared == false)
            .WithCaveat(LabelOnly);

        Recommend(Advice.FormLearningNetworks)
            .Titled("Form learning networks")
            .When(c => c.Knowledge.LearningNetworks == false)
            .WithCaveat(LabelOnly);
    }
}
