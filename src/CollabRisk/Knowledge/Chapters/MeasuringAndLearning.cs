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
        "What is said of measures with goals, and of watching results, comes from an uncited teaching slide about delivering software.";

    public override string Heading => "Evaluation and learning";

    public override Area Area => Area.Instruments;

    public override Tier Tier => Tier.Context;

    protected override void Write()
    {
        // Two matters, however many facts tell of each: whether it is known what success would be, and whether it is measured.
        Risk("SUCCESS-UNDEFINED", LevelBasis.DerivedStep)
            .Titled("Success is not defined")
            .When(c => c.Evaluation.SuccessCriteria == false || c.Evaluation.Kpis == false)
            .Says("It is not defined what would count as success (criteria: {evaluation.successCriteria}; measures with the goals: {evaluation.kpis}).")
            .RestsOn("D3-35", "D4-105")
            .Advise(Advice.DefineSuccess, Advice.SetKpisWithGoals)
            .WithCaveat(SaidOfTheSector, DeliverySlide);

        Risk("PERFORMANCE-UNMEASURED", LevelBasis.DerivedStep)
            .Titled("Performance is not measured")
            .When(c => c.Evaluation.PerformanceMeasured == false || c.Evaluation.FinancialViabilityTracked == false
                || c.Evaluation.AimsTracked == false || c.Evaluation.MonitoringLoop == false)
            .Says("It is not all measured and used to improve (performance: {evaluation.performanceMeasured}; money: {evaluation.financialViabilityTracked}; "
                + "aims: {evaluation.aimsTracked}; results used to improve: {evaluation.monitoringLoop}).")
            .RestsOn("D3-36", "D3-16", "D4-114")
            .Advise(Advice.MeasureJointPerformance, Advice.TrackMoneyAndAims, Advice.MonitorAndImprove)
            .WithCaveat(SaidOfTheSector, "That managers want to check both money and aims is what the source says; that not doing so is a risk is derived.", DeliverySlide);

        Risk("KNOWLEDGE-NOT-SHARED", LevelBasis.DerivedStep)
            .Titled("Knowledge is not shared with others")
            .When(c => c.Evaluation.KnowledgeShared == false)
            .Says("What the collaboration learns is not shared with other collaborations.")
            .RestsOn("D3-37")
            .Advise(Advice.ShareLessons)
            .WithCaveat(SaidOfTheSector);

        Recommend(Advice.LearnFromPrior)
            .Titled("Learn from earlier collaborations")
            .AppliesWhen(c => c.Phase.IsAnyOf(Phase.Preconditions, Phase.Formation))
            .When(c => c.Evaluation.LessonsApplied == false);
    }
}
