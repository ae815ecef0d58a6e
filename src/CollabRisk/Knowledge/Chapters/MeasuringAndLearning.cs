using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Evaluation and learning.</summary>
/// <remarks>
/// The measures meant here are the collaboration's own. That the targets of single services crowd it out is another fact,
/// context.targetRegimeDominant, which no rule here reads (T17).
/// </remarks>
internal sealed class MeasuringAndLearning : Chapter
{
    /// <summary>D3-35, D3-36, D3-37.</summary>
    private const string SaidOfTheSector =
        "The source says this of police collaborations as a whole; that it puts a single one at risk is derived.";

    /// <summary>D4-104, D4-126.</summary>
    private const string DeliverySlide =
        "Rests on an uncited teaching slide about delivering software for business goals; that it fits other collaborations is not shown.";

    public override string Heading => "Evaluation and learning";

    public override Area Area => Area.Instruments;

    public override Tier Tier => Tier.Context;

    protected override void Write()
    {
        Risk("SUCCESS-UNDEFINED", LevelBasis.DerivedStep)
            .Titled("Success is not defined")
            .When(c => c.Evaluation.SuccessCriteria == false)
            .Says("It is not defined what would count as success.")
            .RestsOn("D3-35")
            .Advise(Advice.DefineSuccess)
            .WithCaveat(SaidOfTheSector);

        Risk("PERFORMANCE-UNMEASURED", LevelBasis.DerivedStep)
            .Titled("Performance is not measured")
            .When(c => c.Evaluation.PerformanceMeasured == false)
            .Says("The collaboration's performance is not measured.")
            .RestsOn("D3-36")
            .Advise(Advice.MeasureJointPerformance)
            .WithCaveat(SaidOfTheSector);

        Risk("KNOWLEDGE-NOT-SHARED", LevelBasis.DerivedStep)
            .Titled("Knowledge is not shared with others")
            .When(c => c.Evaluation.KnowledgeShared == false)
            .Says("What the collaboration learns is not shared with other collaborations.")
            .RestsOn("D3-37")
            .Advise(Advice.ShareLessons)
            .WithCaveat(SaidOfTheSector);

        Risk("EVALUATION-GAP", LevelBasis.DerivedStep)
            .Titled("Money and aims are not both tracked")
            .When(c => c.Evaluation.FinancialViabilityTracked == false || c.Evaluation.AimsTracked == false)
            .Says("It is not checked both whether the collaboration pays and whether it meets its aims.")
            .RestsOn("D3-16")
            .Advise(Advice.TrackMoneyAndAims)
            .WithCaveat("The source says that managers want to check both; that not doing so is a risk is derived.");

        Risk("NO-MONITORING-LOOP", LevelBasis.NamedInPassing)
            .Titled("No monitoring and improvement")
            .When(c => c.Evaluation.MonitoringLoop == false)
            .Says("Results are not watched and used to improve.")
            .RestsOn("D4-114")
            .Advise(Advice.MonitorAndImprove)
            .WithCaveat(DeliverySlide);

        Risk("KPIS-MISSING", LevelBasis.NamedInPassing)
            .Titled("No measures with the goals")
            .When(c => c.Evaluation.Kpis == false)
            .Says("The goals have no measures that would show they were reached.")
            .RestsOn("D4-105")
            .Advise(Advice.SetKpisWithGoals)
            .WithCaveat(DeliverySlide);

        Recommend(Advice.LearnFromPrior)
            .Titled("Learn from earlier collaborations")
            .AppliesWhen(c => c.Phase.IsAnyOf(Phase.Preconditions, Phase.Formation))
            .When(c => c.Evaluation.LessonsApplied == false);
    }
}
