using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Alignment of the partners and the differences between them.</summary>
internal sealed class AlignmentAndDifferences : Chapter
{
    private const string LikelyNotCertain =
        "Facing and handling the differences makes success likely and more collaboration possible; the source promises no more.";

    /// <summary>T03: one text counts cultural alignment as success; the paper's second case did without and is called one.</summary>
    private static readonly LevelBasis Contested = new(Level.Low, "the sources contradict one another on it");

    public override string Heading => "Alignment of the partners and their differences";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.InterOrganisational;

    protected override void Write()
    {
        Risk("ALIGN-STRATEGIC", LevelBasis.MainInfluence)
            .Titled("Strategies are not aligned")
            .When(c => c.Alignment.Strategic == Alignment.NotAligned)
            .Says("The partners' strategies are not in line with one another.")
            .RestsOn("D0-03");

        Risk("ALIGN-OPERATIONAL", LevelBasis.MainInfluence)
            .Titled("Operations are not aligned")
            .When(c => c.Alignment.Operational == Alignment.NotAligned)
            .LoweredWhen(c => c.Governance.DecisionPleasesAll == true,
                "the partners negotiate until a solution suits all of them", "D3-99")
            .Says("The partners' ways of operating are not in line with one another.")
            .RestsOn("D0-04")
            .Advise(Advice.AgreeJointProcesses);

        // The mitigations cannot take it below Low; they are shown, so that nobody reads the finding as failure (T03).
        Risk("ALIGN-CULTURAL", Contested)
            .Titled("Cultures are not aligned")
            .When(c => c.Alignment.Cultural == Alignment.NotAligned)
            .LoweredWhen(c => c.Governance.DecisionPleasesAll == true,
                "the partners negotiate until a solution suits all of them", "D3-99")
            .LoweredWhen(c => c.Leadership.MitigatesGrievances == true,
                "leaders answer grievances about the differences", "D3-113")
            .Says("The partners' cultures are not in line with one another.")
            .RestsOn("D0-05")
            .Advise(Advice.IntensifyNegotiation, Advice.AnswerGrievances)
            .WithCaveat(Caveats.CultureChoiceOpen, Caveats.CultureUnderStudied);

        Risk("ALIGNMENT-ONLY", LevelBasis.MainInfluence)
            .Titled("Aligned, but with no eye to conflict")
            .AppliesWhen(c => c.Alignment.Strategic == Alignment.Aligned && c.Alignment.Operational == Alignment.Aligned
                && c.Alignment.Cultural == Alignment.Aligned)
            .When(c => c.Tensions.FlashpointsAnticipated == false)
            .Says("The partners are aligned, but nobody has worked out where conflict may flare up later.")
            .RestsOn("D0-07")
            .Advise(Advice.ReviewFlashpoints)
            .WithCaveat(Caveats.TensionsUnderStudied);

        Risk("DIFFERENCES-ARRANGEMENT", LevelBasis.MainInfluence)
            .Titled("Unlike arrangements are not dealt with")
            .When(c => c.Differences.Arrangement.DealtWith == false)
            .Says("Differences in how the collaborative arrangements are set up have not been dealt with.")
            .RestsOn("D0-35", "D0-40")
            .Advise(Advice.FaceDifferences)
            .WithCaveat(LikelyNotCertain);

        Risk("DIFFERENCES-ORG-CULTURE", LevelBasis.MainInfluence)
            .Titled("Unlike organisational cultures are not dealt with")
            .When(c => c.Differences.OrganisationalCulture.DealtWith == false)
            .Says("Differences in organisational culture have not been dealt with.")
            .RestsOn("D0-36", "D0-40")
            .Advise(Advice.FaceDifferences)
            .WithCaveat(LikelyNotCertain, Caveats.CultureChoiceOpen, Caveats.CultureUnderStudied);

        Risk("DIFFERENCES-PROF-CULTURE", LevelBasis.MainInfluence)
            .Titled("Unlike professional cultures are not dealt with")
            .AppliesWhen(c => c.CrossProfession == true)
            .When(c => c.Differences.ProfessionalCulture.DealtWith == false)
            .Says("Different professions work together, and their differences in culture have not been dealt with.")
            .RestsOn("D0-37", "D0-40")
            .Advise(Advice.FaceDifferences)
            .WithCaveat(LikelyNotCertain, Caveats.CultureUnderStudied);

        Risk("DIFFERENCES-LEADERSHIP", LevelBasis.MainInfluence)
            .Titled("Unlike leadership styles are not dealt with")
            .When(c => c.Differences.LeadershipStyle.DealtWith == false)
            .Says("Differences in leadership style have not been dealt with.")
            .RestsOn("D0-38", "D0-40")
            .Advise(Advice.FaceDifferences)
            .WithCaveat(LikelyNotCertain, Caveats.LeadershipContributes);

        Risk("DIFFERENCES-TRUST", LevelBasis.MainInfluence)
            .Titled("Issues of trust are not dealt with")
            .When(c => c.Differences.TrustAndConfidence.DealtWith == false)
            .Says("Issues of trust and confidence between the partners have not been dealt with.")
            .RestsOn("D0-39", "D0-40")
            .Advise(Advice.FaceDifferences)
            .WithCaveat(LikelyNotCertain);

        Risk("ACKNOWLEDGED-NOT-HANDLED", LevelBasis.MainInfluence)
            .Titled("Seen, but not acted on")
            .Case("a difference in their arrangements",
                appliesWhen: c => c.Differences.Arrangement.Acknowledged == true, when: c => c.Differences.Arrangement.DealtWith == false, claims: ["D0-35"])
            .Case("a difference in organisational culture",
                appliesWhen: c => c.Differences.OrganisationalCulture.Acknowledged == true, when: c => c.Differences.OrganisationalCulture.DealtWith == false, claims: ["D0-36"],
                caveat: Caveats.CultureUnderStudied)
            .Case("a difference in professional culture",
                appliesWhen: c => c.Differences.ProfessionalCulture.Acknowledged == true, when: c => c.Differences.ProfessionalCulture.DealtWith == false, claims: ["D0-37"],
                caveat: Caveats.CultureUnderStudied)
            .Case("a difference in leadership style",
                appliesWhen: c => c.Differences.LeadershipStyle.Acknowledged == true, when: c => c.Differences.LeadershipStyle.DealtWith == false, claims: ["D0-38"],
                caveat: Caveats.LeadershipContributes)
            .Case("an issue of trust and confidence",
                appliesWhen: c => c.Differences.TrustAndConfidence.Acknowledged == true, when: c => c.Differences.TrustAndConfidence.DealtWith == false, claims: ["D0-39"])
            .Says("The partners have acknowledged {subject}, but have not dealt with it.")
            .RestsOn("D0-40")
            .Advise(Advice.FaceDifferences)
            .WithCaveat(LikelyNotCertain);

        Strength("STRATEGY-ALIGNED")
            .Titled("Strategies are aligned")
            .When(c => c.Alignment.Strategic == Alignment.Aligned)
            .Says("The partners' strategies are in line with one another.")
            .RestsOn("D0-03")
            .WithCaveat("Alignment alone is not enough: it goes with foreseeing where conflict may arise.");

        Strength("DIFFERENCES-HANDLED")
            .Titled("The differences are dealt with")
            .When(c => c.Differences.Arrangement.DealtWith == true && c.Differences.OrganisationalCulture.DealtWith == true
                && c.Differences.ProfessionalCulture.DealtWith == true && c.Differences.LeadershipStyle.DealtWith == true
                && c.Differences.TrustAndConfidence.DealtWith == true)
            .Says("All five kinds of difference that the source names have been dealt with.")
            .RestsOn("D0-40", "D0-35", "D0-36", "D0-37", "D0-38", "D0-39")
            .WithCaveat(LikelyNotCertain, "The source calls it necessary; it does not call it sufficient.");
    }
}
