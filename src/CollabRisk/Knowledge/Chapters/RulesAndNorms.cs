using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Rules and norms (culture).</summary>
internal sealed class RulesAndNorms : Chapter
{
    private const string StrainNotFailure = "The source reports strain, not failure: it calls the collaboration a success.";

    private const string CommunicationAndVisionLacking =
        "communication is not regular or the vision is not kept up, and such strains heighten the need for both";

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
                "The source reports that its two cases chose differently; that choosing nothing is a risk is derived.");

        Risk("JOINT-PRACTICE-ABSENT", LevelBasis.DerivedStep)
            .Titled("The culture is not built on working jointly")
            .When(c => c.Culture.JointWorkingPractices == false)
            .Says("The culture does not rest on joint ways of working.")
            .RestsOn("D1-30")
            .WithCaveat(Caveats.CultureUnderStudied, Caveats.CultureChoiceOpen,
                "The source names joint practice among the components of success; that its absence is a risk is derived.");

        Risk("CULTURE-TRAIT-MISSING", LevelBasis.MainInfluence)
            .Titled("A supportive trait of culture is missing")
            .ForEachFlag(c => c.Culture.Traits, trait => trait == false)
            .Says("The culture lacks a trait that tends to go with good outcomes: {subject}.")
            .RestsOn("D3-106")
            .WithCaveat(Caveats.CultureUnderStudied,
                "The literature speaks of cultures that have these traits together; it does not weigh one trait by itself.");

        // D3-113 is the source's hedge on aligning, keeping apart and building new alike, so the strategy is not asked.
        Risk("SEPARATE-IDENTITY-TENSION", LevelBasis.ReportedStrain)
            .Titled("Separate identities strain the work")
            .When(c => c.Culture.SeparateIdentities == true)
            .LoweredWhen(c => c.Leadership.MitigatesGrievances == true,
                "leaders answer grievances about the differences", "D3-113")
            .RaisedWhen(c => c.Leadership.MitigatesGrievances == false,
                "leaders do not answer grievances about the differences", "D3-113")
            .RaisedWhen(c => c.Culture.ObservedTensions.AnyIs(true)
                    && (c.Communication.Regular == false || c.Vision.ReinforcedThroughout == false),
                CommunicationAndVisionLacking, "D3-105")
            .Says("The partners keep separate identities, which contributes to tension.")
            .RestsOn("D3-101")
            .Advise(Advice.AnswerGrievances, Advice.RestateVision)
            .WithCaveat(Caveats.CultureUnderStudied, Caveats.TensionsUnderStudied, StrainNotFailure,
                "That answering grievances helps is named as a possibility and not tested.",
                "The passage does not name the case; those it quotes work in the shared control room.")
            .LeadsTo("TERRITORIAL-RESOURCES", "DOMESTIC-ISSUES");

        // The source speaks of colleagues in one control room: any form in which the partners' staff work side by side.
        // To share premises is not yet to share a room, so that form is left out.
        Risk("TERMS-DIVERGE", LevelBasis.ReportedStrain)
            .Titled("Unlike terms for colleagues side by side")
            .AppliesWhen(c => c.Form.IsAnyOf(CollaborationForm.CoLocation, CollaborationForm.IntegratedControlRoom,
                CollaborationForm.JointUnit, CollaborationForm.SharedService))
            .When(c => c.Governance.TermsHarmonised == false)
            .RaisedWhen(c => c.Culture.ObservedTensions.TermsAndConditions == true
                    && (c.Communication.Regular == false || c.Vision.ReinforcedThroughout == false),
                CommunicationAndVisionLacking, "D3-105")
            .Says("Colleagues who work side by side have different terms of employment.")
            .RestsOn("D3-100")
            .Advise(Advice.HarmoniseTerms, Advice.RestateVision)
            .WithCaveat(Caveats.CultureUnderStudied, StrainNotFailure,
                "The source shows the unlike terms in one quotation, next to the tensions that it reports.");

        Risk("TERRITORIAL-RESOURCES", LevelBasis.ReportedStrain)
            .Titled("Tension over space and equipment")
            .When(c => c.Culture.ObservedTensions.SpaceAndEquipment == true)
            .RaisedWhen(c => c.Communication.Regular == false || c.Vision.ReinforcedThroughout == false,
                CommunicationAndVisionLacking, "D3-105")
            .Says("Space or equipment is guarded by one partner, which contributes to tension.")
            .RestsOn("D3-102")
            .Advise(Advice.PoolDesks, Advice.RestateVision)
            .WithCaveat(Caveats.CultureUnderStudied, Caveats.TensionsUnderStudied, StrainNotFailure,
                "It is the account of one interviewee, who speaks for one side.");

        Risk("DOMESTIC-ISSUES", LevelBasis.ReportedStrain)
            .Titled("Tension over small daily matters")
            .When(c => c.Culture.ObservedTensions.Domestic == true)
            .RaisedWhen(c => c.Communication.Regular == false || c.Vision.ReinforcedThroughout == false,
                CommunicationAndVisionLacking, "D3-105")
            .Says("Small daily matters, such as who sits where, contribute to holding the joint work back.")
            .RestsOn("D3-103")
            .Advise(Advice.SettleDomesticMatters, Advice.RestateVision)
            .WithCaveat(Caveats.CultureUnderStudied, Caveats.TensionsUnderStudied, StrainNotFailure);

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

        Strength("CULTURE-TRAIT")
            .Titled("A supportive trait of culture")
            .ForEachFlag(c => c.Culture.Traits, trait => trait == true)
            .Says("The culture has a trait that tends to go with good outcomes: {subject}.")
            .RestsOn("D3-106")
            .WithCaveat(Caveats.CultureUnderStudied);

        Context("SEPARATE-NORMS")
            .Titled("Each partner keeps its rules and norms")
            .When(c => c.Culture.Strategy == CultureStrategy.RetainSeparate)
            .Says("Each partner keeps its own rules and norms; by itself this is no sign of failure.")
            .RestsOn("D3-98")
            .WithCaveat(Caveats.CultureChoiceOpen)
            .LeadsTo("SEPARATE-IDENTITY-TENSION", "TERMS-DIVERGE");

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
