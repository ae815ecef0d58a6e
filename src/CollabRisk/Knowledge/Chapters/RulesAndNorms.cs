using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Rules and norms (culture).</summary>
internal sealed class RulesAndNorms : Chapter
{
    private const string StrainNotFailure = "The source reports strain, not failure: it calls the collaboration a success.";

    public override string Heading => "Rules and norms (culture)";

    public override Area Area => Area.OrganisationalCharacteristics;

    public override Tier Tier => Tier.CollaborationTeam;

    /// <summary>The source reports strain from separate norms, and calls the collaboration that kept them a success (D3-98, D3-101, T03).</summary>
    public override Level Cap => Level.Moderate;

    protected override void Write()
    {
        Risk("CULTURE-STRATEGY-UNDECIDED", LevelBasis.DerivedStep)
            .Titled("No approach to rules and norms")
            .When(c => c.Culture.Strategy == CultureStrategy.Undecided)
            .Says("The partners have not decided how to approach their differing rules and norms.")
            .RestsOn("D3-96")
            .Advise(Advice.ChooseCultureStrategy)
            .WithCaveat(Caveats.CultureUnderStudied, Caveats.CultureChoiceOpen,
                "The source reports that its two cases chose differently; that choosing nothing is a risk is derived.")
            .Under("DIFFERENCES-ORG-CULTURE");

        Risk("JOINT-PRACTICE-ABSENT", LevelBasis.DerivedStep)
            .Titled("The culture is not built on working jointly")
            .When(c => c.Culture.JointWorkingPractices == false)
            .Says("The culture does not rest on joint ways of working.")
            .RestsOn("D1-30")
            .WithCaveat(Caveats.CultureUnderStudied, Caveats.CultureChoiceOpen,
                "The source names joint practice among the components of success; that its absence is a risk is derived.")
            .Under("DIFFERENCES-ORG-CULTURE");

        // The literature speaks of cultures that have the traits together, so one finding names those that are missing.
        Risk("CULTURE-TRAIT-MISSING", LevelBasis.MainInfluence)
            .Titled("Supportive traits of culture are missing")
            .When(c => c.Culture.Traits.AnyIs(false))
            .Says("The culture lacks traits that together tend to go with good outcomes (flexibility: {culture.traits.flexibility}; teamwork: {culture.traits.teamwork}; "
                + "a shared vision: {culture.traits.sharedVision}; a part in decisions: {culture.traits.participationInDecisions}; open communication: {culture.traits.openCommunication}).")
            .RestsOn("D3-106")
            .WithCaveat(Caveats.CultureUnderStudied,
                "The literature speaks of cultures that have these traits together; it does not weigh one trait by itself.");

        // Tension that was seen, of any of the kinds that the source tells of: it calls them the same. That identities are kept
        // apart raises nothing by itself: in the source's case tension was observed with it (D3-101), and the collaboration is
        // called a success.
        Risk("SEPARATE-IDENTITY-TENSION", LevelBasis.DailyFriction)
            .Titled("Tension over identity, space, terms or daily matters")
            .Case("identity", when: c => c.Culture.ObservedTensions.Identity == true, claims: ["D3-101"])
            .Case("space and equipment", when: c => c.Culture.ObservedTensions.SpaceAndEquipment == true, claims: ["D3-102"],
                caveat: "It is the account of one interviewee, who speaks for one side.",
                advise: [Advice.PoolDesks])
            .Case("terms of employment", when: c => c.Culture.ObservedTensions.TermsAndConditions == true, claims: ["D3-100"],
                caveat: "The source shows the unlike terms in one quotation, next to the tensions that it reports.")
            .Case("small daily matters, such as who sits where", when: c => c.Culture.ObservedTensions.Domestic == true, claims: ["D3-103"],
                advise: [Advice.SettleDomesticMatters])
            .RaisedWhen(c => c.Leadership.MitigatesGrievances == false,
                "leaders do not answer grievances about the differences", "D3-113")
            .RaisedWhen(c => c.Communication.Regular == false || c.Vision.ReinforcedThroughout == false,
                "communication is not regular or the vision is not kept up, and such strains heighten the need for both", "D3-105")
            .Says("There is tension between the partners' people over {subject}.")
            .Advise(Advice.AnswerGrievances, Advice.RestateVision)
            .WithCaveat(Caveats.CultureUnderStudied, Caveats.TensionsUnderStudied, StrainNotFailure,
                "That answering grievances helps is named as a possibility and not tested.",
                "The passage does not name the case; those it quotes work in the shared control room.");

        // The source names it as one thing on which the outcome of aligning, keeping apart or building new could depend.
        Risk("GRIEVANCES-UNANSWERED", LevelBasis.MayHappen)
            .Titled("Grievances about the differences are not answered")
            .When(c => c.Leadership.MitigatesGrievances == false)
            .Says("Leaders do not do all of what the source names: know the differences, make up for them and answer grievances about them.")
            .RestsOn("D3-113")
            .Advise(Advice.AnswerGrievances)
            .WithCaveat(Caveats.CultureUnderStudied,
                "The source names three things that leaders do, to be aware, to compensate and to respond, as one thing on which the outcome could depend; it does not test it.")
            .Under("SEPARATE-IDENTITY-TENSION")
            .LeadsTo("SEPARATE-IDENTITY-TENSION");

        // The source speaks of colleagues in one control room: any form in which the partners' staff work side by side. It
        // shows the unlike terms and reports no strain from them.
        Risk("TERMS-DIVERGE", LevelBasis.NamedInPassing)
            .Titled("Unlike terms for colleagues side by side")
            .AppliesWhen(c => c.Form.IsAnyOf(CollaborationForm.CoLocation, CollaborationForm.IntegratedControlRoom,
                CollaborationForm.SharedPremises, CollaborationForm.JointUnit, CollaborationForm.SharedService))
            .When(c => c.Governance.TermsHarmonised == false)
            .Says("Colleagues who work side by side have different terms of employment.")
            .RestsOn("D3-100")
            .Advise(Advice.HarmoniseTerms)
            .WithCaveat(Caveats.CultureUnderStudied, StrainNotFailure,
                "The source shows the unlike terms in one quotation, next to the tensions that it reports.")
            .Under("SEPARATE-IDENTITY-TENSION")
            .LeadsTo("SEPARATE-IDENTITY-TENSION");

        Strength("NEW-SHARED-CULTURE")
            .Titled("A culture and identity of its own")
            .When(c => c.Culture.Strategy == CultureStrategy.NewShared && c.Culture.CollectiveIdentity == true)
            .Says("The collaboration has built its own rules and norms, and members share an identity.")
            .RestsOn("D3-97")
            .WithCaveat(Caveats.CultureUnderStudied, Caveats.CultureChoiceOpen);

        Strength("JOINT-PRACTICE")
            .Titled("A culture of working jointly")
            .When(c => c.Culture.JointWorkingPractices == true)
            .Says("The culture rests on joint ways of working.")
            .RestsOn("D1-30")
            .WithCaveat(Caveats.CultureUnderStudied, Caveats.CultureChoiceOpen,
                "Said of both cases at once, although one of them left its practices as they were.");

        // As with what is missing: the literature speaks of cultures that have all five, and credits none of them alone.
        Strength("CULTURE-TRAIT")
            .Titled("A culture with the supportive traits")
            .When(c => c.Culture.Traits.AllAre(true))
            .Says("The culture has the five traits that together tend to go with good outcomes: flexibility, teamwork, a shared vision, a part in decisions and open communication.")
            .RestsOn("D3-106")
            .WithCaveat(Caveats.CultureUnderStudied);

        Context("SEPARATE-NORMS")
            .Titled("Each partner keeps its rules and norms")
            .When(c => c.Culture.Strategy == CultureStrategy.RetainSeparate)
            .Says("Each partner keeps its own rules and norms; by itself this is not a sign of failure.")
            .RestsOn("D3-98")
            .WithCaveat(Caveats.CultureChoiceOpen)
            .LeadsTo("SEPARATE-IDENTITIES", "TERMS-DIVERGE");

        Context("SEPARATE-IDENTITIES")
            .Titled("The partners keep separate identities")
            .When(c => c.Culture.SeparateIdentities == true)
            .Says("The partners keep separate identities; by itself this is not a sign of failure.")
            .RestsOn("D3-101", "D3-98")
            .WithCaveat(Caveats.CultureChoiceOpen, "In the source's case tension was observed where identities were kept apart: look for it.")
            .LeadsTo("SEPARATE-IDENTITY-TENSION");

        Caveat("CULTURE-CHOICE-CONTESTED")
            .Titled("No approach to culture is shown to be better")
            .When(c => c.Culture.Strategy.IsAnyOf(CultureStrategy.AlignExisting, CultureStrategy.RetainSeparate, CultureStrategy.NewShared))
            .Says("Whether to align rules and norms, keep them apart or build new ones is an open question.")
            .RestsOn("D3-109", "D3-110")
            .WithCaveat(Caveats.CultureChoiceOpen,
                "When to align, at the outset or while running, is open too; it may hinge on the form, the partners and their leaders.");

        Recommend(Advice.IntensifyNegotiation)
            .Titled("Negotiate where practices clash")
            .AppliesWhen(c => c.Culture.Strategy == CultureStrategy.RetainSeparate)
            .When(c => c.Culture.ObservedTensions.AnyIs(true));
    }
}
