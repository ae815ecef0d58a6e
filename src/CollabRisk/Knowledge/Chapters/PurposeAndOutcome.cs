using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Purpose, fit and claimed outcome.</summary>
internal sealed class PurposeAndOutcome : Chapter
{
    public override string Heading => "Purpose, fit and claimed outcome";

    public override Area Area => Area.Instruments;

    public override Tier Tier => Tier.Context;

    protected override void Write()
    {
        Risk("BENEFITS-ASSUMED", LevelBasis.DerivedStep)
            .Titled("The benefits are assumed")
            .When(c => c.CaseEvidenceWeak == true)
            .Says("The benefits are assumed: the case for them rests on belief more than on evidence.")
            .RestsOn("D1-04", "D2-02", "D4-04")
            .Advise(Advice.MeasureExpectedBenefits)
            .WithCaveat(
                "The sources say that expected benefits draw organisations in and that better results are presumed; that this is a risk is derived.",
                "Thin evidence of benefits shows neither that there are any nor that there are none.")
            .Under("SUCCESS-UNDEFINED");

        // Form is neutral (D3-22): the fact asks whether it suits local needs, and no form is scored by itself.
        Risk("MODEL-MISFIT", LevelBasis.DerivedStep)
            .Titled("The form does not suit local needs")
            .When(c => c.ModelFitsLocalNeed == false)
            .Says("The chosen form of collaboration does not suit local needs.")
            .RestsOn("D3-22")
            .WithCaveat("The source holds that there is no one model and that local need shapes the form; that a poor fit is a risk is derived.");

        Context("FAILURE-EXPOSURE")
            .Titled("What a failure would cost")
            .When(c => OverallIsAtLeast(Level.High))
            .Says("A collaboration that fails costs its partners money, time and effort, and taxpayers too.")
            .RestsOn("D3-10")
            .WithCaveat("This is what a failure costs; it says nothing of how likely one is.");

        // With no evidence at all the outcome is still a claim, so None counts.
        Caveat("OUTCOME-CLAIMED-ONLY")
            .Titled("The outcome is a claim")
            .When(c => c.Outcome.Evidence.IsAnyOf(OutcomeEvidence.SelfClaimed, OutcomeEvidence.ParticipantReport, OutcomeEvidence.None))
            .Says("No independent evaluation supports the recorded outcome: read it as a claim.")
            .RestsOn("D1-08", "D3-18");

        Recommend(Advice.TestNeedToCollaborate)
            .Titled("Test the need to collaborate")
            .When(c => c.ProblemExceedsSingleAgency == false)
            .WithCaveat("Derived from the rationale for collaborating; the source does not say that one organisation alone would do better.");
    }
}
