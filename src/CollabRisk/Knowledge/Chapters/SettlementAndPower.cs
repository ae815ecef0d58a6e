using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>The settlement between the partners, power and legitimacy.</summary>
internal sealed class SettlementAndPower : Chapter
{
    private const string OneLineOfAList = "The slide lists it as one line among the challenges of networks.";

    public override string Heading => "Settlement, power and legitimacy";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.OutsideThePaper;

    protected override void Write()
    {
        Risk("SETTLEMENT-MISSING", LevelBasis.DerivedStep)
            .Titled("No settlement between the partners")
            .When(c => c.Governance.SettlementAgreed == false)
            .Says("The partners have not negotiated a settlement between them.")
            .RestsOn("D4-96", "D4-97")
            .Advise(Advice.WorkOutSettlement)
            .WithCaveat("The slide advises to think the settlement through; that lacking one is a risk is derived.");

        Risk("POWER-ASYMMETRY", LevelBasis.NamedInPassing)
            .Titled("Unequal power")
            .When(c => c.Governance.PowerAsymmetry == true)
            .RaisedWhen(c => c.Governance.SettlementAgreed == false,
                "no settlement has been reached, which bears on how power can be used", "D4-97")
            .Says("Some partners have much more power than others.")
            .RestsOn("D4-70", "D3-47")
            .Advise(Advice.WorkOutSettlement)
            .WithCaveat(Caveats.CultureUnderStudied, OneLineOfAList, Caveats.ListOfBarriers)
            .Under("DRIVER-CHALLENGE");

        Risk("LEGITIMACY-ASYMMETRY", LevelBasis.NamedInPassing)
            .Titled("Unequal legitimacy")
            .When(c => c.Governance.LegitimacyAsymmetry == true)
            .Says("Some partners are seen as less legitimate than others.")
            .RestsOn("D4-69")
            .WithCaveat(OneLineOfAList)
            .Under("DRIVER-CHALLENGE");

        Risk("CONFLICT-NORMS", LevelBasis.NamedInPassing)
            .Titled("No agreed way to resolve conflict")
            .When(c => c.Governance.ConflictNormsAgreed == false)
            .Says("The partners have not agreed how conflicts are to be resolved.")
            .RestsOn("D3-47")
            .WithCaveat(Caveats.CultureUnderStudied, Caveats.ListOfBarriers);

        Risk("PROBLEM-DEFINITION", LevelBasis.NamedInPassing)
            .Titled("The problem is seen differently")
            .When(c => c.Governance.ProblemDefinitionShared == false)
            .Says("The partners do not define the problem and its solution alike.")
            .RestsOn("D3-47")
            .WithCaveat(Caveats.CultureUnderStudied, Caveats.ListOfBarriers);

        // For niche networks the slide says it outright, and the pairing of driver and challenge tells it there. It is asked
        // of every form all the same: a tangle that is known must not go unsaid while the form is unknown.
        Risk("ACCOUNTABILITY-COMPLEX", LevelBasis.DerivedStep)
            .Titled("Tangled accountability")
            .When(c => c.Governance.AccountabilityComplex == true)
            .Says("Lines of accountability and communication are tangled.")
            .RestsOn("D4-72")
            .WithCaveat("The slide names it for networks that use a niche; that it holds for others is derived.")
            .Under("DRIVER-CHALLENGE", "STRUCTURE-UNDEFINED");

        Risk("NO-SHARED-FRAMEWORK", LevelBasis.NamedInPassing)
            .Titled("No shared framework")
            .When(c => c.Governance.SharedFramework == false)
            .Says("The partners share no framework of expectations and budget cycles.")
            .RestsOn("D4-67")
            .Advise(Advice.ReconcileExpectations)
            .WithCaveat(OneLineOfAList)
            .Under("DRIVER-CHALLENGE");
    }
}
