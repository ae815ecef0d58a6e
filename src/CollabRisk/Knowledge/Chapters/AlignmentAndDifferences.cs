using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Alignment of the partners and the differences between them.</summary>
internal sealed class AlignmentAndDifferences : Chapter
{
    private const string NecessaryNotSufficient =
        "The source calls it necessary to recognise the differences and to act on them, and not sufficient; it speaks of the programme by which a government wants to integrate its emergency services.";

    /// <summary>D0-07.</summary>
    private const string NotByItself = "Alignment alone is not enough: it goes with foreseeing where conflict may arise.";

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

        Risk("DIFFERENCES-ARRANGEMENT", LevelBasis.MainInfluence)
            .Titled("Unlike arrangements are not faced")
            .When(c => c.Differences.Arrangement.Acknowledged == false || c.Differences.Arrangement.DealtWith == false)
            .Says("Differences in how the collaborative arrangements are set up are not both acknowledged and dealt with (acknowledged: {differences.arrangement.acknowledged}; dealt with: {differences.arrangement.dealtWith}).")
            .RestsOn("D0-35", "D0-40")
            .Advise(Advice.FaceDifferences)
            .WithCaveat(NecessaryNotSufficient);

        Risk("DIFFERENCES-ORG-CULTURE", LevelBasis.MainInfluence)
            .Titled("Unlike organisational cultures are not faced")
            .When(c => c.Differences.OrganisationalCulture.Acknowledged == false || c.Differences.OrganisationalCulture.DealtWith == false)
            .Says("Differences in organisational culture are not both acknowledged and dealt with (acknowledged: {differences.organisationalCulture.acknowledged}; dealt with: {differences.organisationalCulture.dealtWith}).")
            .RestsOn("D0-36", "D0-40", "D0-15")
            .Advise(Advice.FaceDifferences)
            .WithCaveat(NecessaryNotSufficient, Caveats.CultureChoiceOpen, Caveats.CultureUnderStudied);

        Risk("DIFFERENCES-PROF-CULTURE", LevelBasis.MainInfluence)
            .Titled("Unlike professional cultures are not faced")
            .AppliesWhen(c => c.CrossProfession == true)
            .When(c => c.Differences.ProfessionalCulture.Acknowledged == false || c.Differences.ProfessionalCulture.DealtWith == false)
            .Says("Different professions work together, and their differences in culture are not both acknowledged and dealt with (acknowledged: {differences.professionalCulture.acknowledged}; dealt with: {differences.professionalCulture.dealtWith}).")
            .RestsOn("D0-37", "D0-40")
            .Advise(Advice.FaceDifferences)
            .WithCaveat(NecessaryNotSufficient, Caveats.CultureUnderStudied);

        Risk("DIFFERENCES-LEADERSHIP", LevelBasis.MainInfluence)
            .Titled("Unlike leadership styles are not faced")
            .When(c => c.Differences.LeadershipStyle.Acknowledged == false || c.Differences.LeadershipStyle.DealtWith == false)
            .Says("Differences in leadership style are not both acknowledged and dealt with (acknowledged: {differences.leadershipStyle.acknowledged}; dealt with: {differences.leadershipStyle.dealtWith}).")
            .RestsOn("D0-38", "D0-40")
            .Advise(Advice.FaceDifferences)
            .WithCaveat(NecessaryNotSufficient, Caveats.LeadershipContributes);

        Risk("DIFFERENCES-TRUST", LevelBasis.MainInfluence)
            .Titled("Issues of trust are not faced")
            .When(c => c.Differences.TrustAndConfidence.Acknowledged == false || c.Differences.TrustAndConfidence.DealtWith == false)
            .Says("Issues of trust and confidence between the partners are not both acknowledged and dealt with (acknowledged: {differences.trustAndConfidence.acknowledged}; dealt with: {differences.trustAndConfidence.dealtWith}).")
            .RestsOn("D0-39", "D0-40")
            .Advise(Advice.FaceDifferences)
            .WithCaveat(NecessaryNotSufficient)
            .Under("TRUST-ABSENT", "TRUST-LOW");

        // T03: one text counts cultural alignment as success; the paper's second case did without it and is called one. So it is
        // told and not judged.
        Context("CULTURES-NOT-ALIGNED")
            .Titled("Cultures are not aligned")
            .When(c => c.Alignment.Cultural == Alignment.NotAligned)
            .Says("The partners' cultures are not in line with one another; by itself this is not a sign of failure.")
            .RestsOn("D0-05", "D3-98", "D3-99")
            .Advise(Advice.IntensifyNegotiation, Advice.AnswerGrievances)
            .WithCaveat(Caveats.CultureChoiceOpen, Caveats.CultureUnderStudied);

        Strength("STRATEGY-ALIGNED")
            .Titled("Strategies are aligned")
            .When(c => c.Alignment.Strategic == Alignment.Aligned)
            .Says("The partners' strategies are in line with one another.")
            .RestsOn("D0-03")
            .WithCaveat(NotByItself);

        Strength("OPERATIONS-ALIGNED")
            .Titled("Operations are aligned")
            .When(c => c.Alignment.Operational == Alignment.Aligned)
            .Says("The partners' ways of operating are in line with one another.")
            .RestsOn("D0-04")
            .WithCaveat(NotByItself);

        Strength("DIFFERENCES-HANDLED")
            .Titled("The differences are dealt with")
            .When(c => c.Differences.Arrangement.DealtWith == true && c.Differences.OrganisationalCulture.DealtWith == true
                && c.Differences.ProfessionalCulture.DealtWith == true && c.Differences.LeadershipStyle.DealtWith == true
                && c.Differences.TrustAndConfidence.DealtWith == true)
            .Says("All five kinds of difference that the source names have been dealt with.")
            .RestsOn("D0-40", "D0-35", "D0-36", "D0-37", "D0-38", "D0-39")
            .WithCaveat(NecessaryNotSufficient);
    }
}
