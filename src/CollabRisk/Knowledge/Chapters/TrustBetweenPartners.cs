using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Trust.</summary>
internal sealed class TrustBetweenPartners : Chapter
{
    public override string Heading => "Trust";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.Individual;

    /// <summary>D3-172.</summary>
    private const string WithholdingNotObserved =
        "That people who distrust one another share less is what the literature says; whether they do so here was not asked.";

    protected override void Write()
    {
        // The source's stated case is that trust is missing at both levels. One level alone is a step less; while the
        // other level is unknown, the range of the finding shows both.
        Risk("TRUST-ABSENT", LevelBasis.NothingWorksWithout)
            .Titled("No trust")
            .When(c => c.Trust.Organisational == TrustLevel.None || c.Trust.Individual == TrustLevel.None)
            .LoweredWhen(
                c => c.Trust.Organisational > TrustLevel.None || c.Trust.Individual > TrustLevel.None,
                "trust is missing at one level only, and the source speaks of both",
                "D3-173")
            .Says("Trust is missing between the organisations, between the individuals, or both; people then tend to share less of what the joint work needs.")
            .RestsOn("D3-160", "D3-173", "D3-154", "D3-172")
            .Advise(Advice.BeOpen, Advice.SponsorTrust)
            .WithCaveat(
                "That nothing functions without trust is the view of one speaker, whose name and case are not printed.",
                "That collaboration without trust does not start, or works less well, is reported as a claim.",
                WithholdingNotObserved)
            .LeadsTo("TRUST-SIGN-MISSING");

        // The catalogue's row also names no trust at all; TRUST-ABSENT says that, and saying it twice would weigh it twice.
        Risk("TRUST-LOW", LevelBasis.MainInfluence)
            .Titled("Little trust")
            .When(c => c.Trust.Organisational == TrustLevel.Low || c.Trust.Individual == TrustLevel.Low)
            .Says("There is less trust between the organisations or the individuals than the joint work needs; people then tend to share less.")
            .RestsOn("D1-31", "D3-154", "D3-55", "D3-172")
            .Advise(Advice.BeOpen, Advice.CommunicateOften, Advice.MakeRoomForInformalTalk)
            .WithCaveat(WithholdingNotObserved)
            .Under("TRUST-ABSENT")
            .LeadsTo("TRUST-SIGN-MISSING");

        Risk("TRUST-BELOW-THRESHOLD", LevelBasis.MainInfluence)
            .Titled("Too little trust to begin")
            .AppliesWhen(c => c.Phase.IsAnyOf(Phase.Preconditions, Phase.Formation))
            .When(c => c.Trust.SufficientToInitiate == false)
            .Says("There is not enough trust to begin working together.")
            .RestsOn("D3-174")
            .Advise(Advice.TakeSmallStep)
            .WithCaveat("No strict threshold: the joint IT department is said to have come out of distrust, and is claimed a success.")
            .Under("TRUST-ABSENT", "TRUST-LOW");

        Risk("HIDDEN-AGENDAS", LevelBasis.ReportedStrain)
            .Titled("Hidden agendas")
            .When(c => c.Trust.HiddenAgendas == true)
            .Says("Partners are suspected of concealing their motives.")
            .RestsOn("D3-156")
            .Advise(Advice.BeOpen)
            .WithCaveat("Rests on one participant's account.")
            .Under("TRUST-ABSENT", "TRUST-LOW")
            .LeadsTo("TRUST-LOW");

        Risk("TRUST-CULTURE-UNSPONSORED", LevelBasis.MainInfluence)
            .Titled("Senior management does not build trust")
            .When(c => c.Leadership.SponsorsTrustCulture == false)
            .Says("Senior management does not work on a culture of trust and openness.")
            .RestsOn("D0-08", "D0-09")
            .Advise(Advice.SponsorTrust)
            .WithCaveat(Caveats.LeadershipContributes);

        // A sign is a risk of its own and low; it never sets how much trust there is.
        Risk("TRUST-SIGN-MISSING", LevelBasis.DerivedStep)
            .Titled("A sign of trust is missing")
            .Case("information shared dependably", when: c => c.Trust.InformationSharingDependable == false, claims: ["D3-172"])
            .Case("partners who act predictably", when: c => c.Trust.PartnersPredictable == false, claims: [])
            .Says("A sign by which trust shows is missing: {subject}.")
            .RestsOn("D3-171")
            .Advise(Advice.GaugeTrust, Advice.BeOpen)
            .WithCaveat("The source names the signs by which trust shows; that the lack of one is a risk is derived, and it does not measure trust.")
            .Under("TRUST-ABSENT", "TRUST-LOW", "TRUST-ERODES");

        Strength("TRUST-CULTURE-SPONSORED")
            .Titled("Senior management builds trust")
            .When(c => c.Leadership.SponsorsTrustCulture == true)
            .Says("Senior management works on a culture of trust and openness, which contributes to smooth running.")
            .RestsOn("D0-08")
            .WithCaveat(Caveats.LeadershipContributes);

        Strength("TRUST-PERSONAL")
            .Titled("Trust between the people")
            .When(c => c.Trust.Individual >= TrustLevel.Sufficient)
            .Says("The individuals trust one another enough for the joint work, which bears on how the collaboration goes.")
            .RestsOn("D3-154", "D1-31")
            .Under("TRUST-EFFECTS");

        Strength("TRUST-EFFECTS")
            .Titled("Trust makes the joint work easier")
            .When(c => c.Trust.Organisational >= TrustLevel.Sufficient)
            .Says("Trust contributes to less conflict, lower cost, shared knowledge and more predictable partners.")
            .RestsOn("D3-170")
            .WithCaveat("The effects are the literature's; whether they show here was not asked.")
            .LeadsTo("INFO-SHARING-ENABLED");
    }
}
