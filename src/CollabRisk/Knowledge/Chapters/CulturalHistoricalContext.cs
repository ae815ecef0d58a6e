using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Cultural-historical context: pressures, start, politics and legacy.</summary>
/// <remarks>
/// Such pressures can bring a collaboration about or prevent it (D3-77), so local politics and legacy take their sign from
/// the fact, and while it is unknown nothing is raised. The data gap that D3-29 asks for then is the open question.
/// </remarks>
internal sealed class CulturalHistoricalContext : Chapter
{
    /// <summary>D3-29, D3-30: the source's own words are "can" and "either".</summary>
    private const string EitherWay =
        "The source says that this can work, in either direction; it gives no example and no strength.";

    /// <summary>D2-07, D2-08, and D2-15 for where they come from.</summary>
    private const string StartWithoutEffect =
        "No source says that such a start helps or harms success.";

    public override string Heading => "Cultural-historical context: pressures, start, politics and legacy";

    public override Area Area => Area.ExternalEnvironment;

    public override Tier Tier => Tier.Context;

    protected override void Write()
    {
        Risk("RESOURCE-DEMAND-GAP", LevelBasis.NamedInPassing)
            .Titled("Demand rises, resources shrink")
            .When(c => c.Context.DemandResourceGap == true)
            .Says("Demand is rising while resources shrink.")
            .RestsOn("D0-13")
            .Advise(Advice.TestForPeaks)
            .LeadsTo("OVERLOAD-LIKELY", "WORK-OVERLOAD");

        Risk("LOCAL-POLITICS", LevelBasis.NamedInPassing)
            .Titled("Local politics holds back")
            .When(c => c.Context.LocalPolitics == LocalPolitics.Inhibiting)
            .Says("Local politics holds the collaboration back.")
            .RestsOn("D3-29", "D3-77")
            .WithCaveat(EitherWay);

        // Earlier dealings between the organisations, not what the members have done before, which is another fact (T14).
        Risk("LEGACY-NEGATIVE", LevelBasis.NamedInPassing)
            .Titled("A history that puts off")
            .When(c => c.Context.LegacyEffect == LegacyEffect.Negative)
            .Says("What happened in earlier collaborations makes the partners less ready for this one.")
            .RestsOn("D3-30", "D3-77")
            .Advise(Advice.SurfacePriorHistory)
            .WithCaveat(EitherWay);

        Risk("CONTEXT-NOT-REVISITED", LevelBasis.DerivedStep)
            .Titled("Pressures are not looked at again")
            .AppliesWhen(c => c.Phase == Phase.Sustaining)
            .When(c => c.Context.EnvironmentReviewed == false)
            .Says("The collaboration is running, but pressures from outside and inside are not reassessed.")
            .RestsOn("D3-78")
            .Advise(Advice.ScanEnvironment)
            .WithCaveat("The source holds that such pressures bear on the will to carry on; that leaving them unassessed is a risk is derived.");

        Strength("LOCAL-POLITICS-STIMULATING")
            .Titled("Local politics helps")
            .When(c => c.Context.LocalPolitics == LocalPolitics.Stimulating)
            .Says("Local politics encourages the collaboration.")
            .RestsOn("D3-29", "D3-77")
            .WithCaveat(EitherWay);

        Strength("LEGACY-POSITIVE")
            .Titled("A history that encourages")
            .When(c => c.Context.LegacyEffect == LegacyEffect.Positive)
            .Says("What happened in earlier collaborations makes the partners readier for this one.")
            .RestsOn("D3-30", "D3-77")
            .WithCaveat(EitherWay);

        Context("AUSTERITY-DRIVEN")
            .Titled("Pressure to cut spending")
            .When(c => c.Context.AusterityPressure == true)
            .Says("The partners are under pressure to cut spending, so ask each what it wants from the collaboration.")
            .RestsOn("D1-03", "D2-01", "D3-01", "D3-74")
            .WithCaveat("The sources report that austerity sharpens the interest in collaborating; what each partner is after does not follow from it.")
            .LeadsTo("OVERLOAD-LIKELY", "WORK-OVERLOAD");

        Context("PROBLEM-DRIVEN-START")
            .Titled("Begun because of problems")
            .When(c => c.Initiation == Initiation.ProblemDriven)
            .Says("The collaboration began because of problems that were already there and had to be tackled.")
            .RestsOn("D2-07")
            .WithCaveat(StartWithoutEffect, "Such a start does not settle which driver shapes the network: ask.");

        Context("EXECUTIVE-DRIVEN-START")
            .Titled("Begun under chief officers' influence")
            .When(c => c.Initiation == Initiation.ChiefOfficerInfluenced)
            .Says("Chief officers weighed heavily in the start of the collaboration.")
            .RestsOn("D2-08")
            .Advise(Advice.PlanForTurnover, Advice.WriteStrategy)
            .WithCaveat(StartWithoutEffect);

        Context("LOCAL-FIT")
            .Titled("The form suits local needs")
            .When(c => c.ModelFitsLocalNeed == true)
            .Says("The form of the collaboration suits local needs.")
            .RestsOn("D3-23")
            .WithCaveat("The source describes how collaborations arise; it does not say that those which suit local needs succeed.");

        Recommend(Advice.ScanEnvironment)
            .Titled("Weigh the pressures again")
            .When(c => c.Context.EnvironmentReviewed == false);
    }
}
