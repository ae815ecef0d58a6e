using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Organisational motivation and reputation.</summary>
/// <remarks>
/// The source has the process and each partner's standing work on one another (D1-16, D1-17). That loop runs once: standing
/// is read from the facts, and what the process does to it is a recommendation that no rule builds on.
/// </remarks>
internal sealed class MotivationAndReputation : Chapter
{
    public override string Heading => "Organisational motivation and reputation";

    public override Area Area => Area.OrganisationalCharacteristics;

    public override Tier Tier => Tier.ParentOrganisation;

    protected override void Write()
    {
        // Low although the source names a main influence, as with reputation: it speaks of having objectives, and the section that would say more is missing.
        Risk("PARTNER-OBJECTIVES-UNCLEAR", LevelBasis.DerivedStep)
            .Titled("A partner's objectives are not declared")
            .ForEach(c => c.Partners)
            .When((c, p) => p.ObjectivesDeclared == false)
            .Says("{subject} has not declared the business objectives it brings to the collaboration.")
            .RestsOn("D1-12", "D3-80")
            .Advise(Advice.ElicitObjectives)
            .WithCaveat(Caveats.DirectionMissing, "The source names motivation and business objectives as a main influence; that not declaring them to the others is a risk is derived.");

        Risk("FOCUS-DRIFT", LevelBasis.DerivedStep)
            .Titled("A partner's motive is not served")
            .ForEach(c => c.Partners)
            .When((c, p) => !p.Motivations.IsWithin(c.BenefitsSought))
            .Says("{subject} wants something that is not among the benefits sought, so its focus may drift.")
            .RestsOn("D1-15")
            .Advise(Advice.SettleUnservedMotives)
            .WithCaveat("The source says that motives fix what a partner concentrates on; that it drifts where they are not served is derived.");

        // Low although the source names a main influence: the section that would say how it works is missing.
        Risk("REPUTATION-UNMANAGED", LevelBasis.DerivedStep)
            .Titled("A partner's reputation is not managed")
            .ForEach(c => c.Partners)
            .When((c, p) => p.ReputationManaged == false)
            .Says("{subject} does not manage its reputation, though managing it contributes to success.")
            .RestsOn("D1-13", "D3-80")
            .Advise(Advice.ManageReputation)
            .WithCaveat(Caveats.DirectionMissing, "The source names managing reputation as a main influence; that leaving it unmanaged is a risk is derived.");

        // "Several partners" in the source is not a condition here: every collaboration has at least two.
        Risk("REPUTATION-DRAG", LevelBasis.DerivedStep)
            .Titled("A partner's poor standing")
            .ForEach(c => c.Partners)
            .When((c, p) => p.Reputation == Reputation.Poor)
            .Says("{subject} has a poor reputation, and each partner's standing contributes to how the process goes.")
            .RestsOn("D1-16")
            .Advise(Advice.ManageReputation)
            .WithCaveat(
                "The source says that standing shapes the process, not which way; that a poor one drags on it is derived.",
                Caveats.DirectionMissing);

        Risk("MOTIVE-CONTRADICTION", LevelBasis.NamedInPassing)
            .Titled("Motives contradict one another")
            .When(c => c.Members.MotivationConflicts == true)
            .Says("Motives of individuals, their organisations and the collaboration contradict one another.")
            .RestsOn("D3-210")
            .WithCaveat("The source names such contradictions only as something to be studied, and reports no effect.")
            .Under("MOTIVATION-MISALIGNED");

        Context("MOTIVES-DIVERGE")
            .Titled("Partners have different motives")
            .When(c => c.Partners.DifferIn(p => p.Motivations))
            .Says("The partners want different things from the collaboration; whether these go together is to be checked.")
            .RestsOn("D1-14")
            .Advise(Advice.CompareMotives)
            .WithCaveat("Every partner brings motives of its own: that they differ is not a risk by itself.");

        Recommend(Advice.CompareMotives)
            .Titled("Compare motives that do not go together")
            .AppliesWhen(c => c.Partners.DifferIn(p => p.Motivations))
            .When(c => c.Alignment.MotivationsCompatible == false);

        // Of one that has failed too, in words that fit it: no finding may go away because the outcome was learned.
        Recommend(Advice.ReputationExposure)
            .Titled("Look at each partner's standing")
            .When(c => c.Tensions.Present == true)
            .WithCaveat("The source says that the process feeds back on standing, not which way; that tension harms it is derived.");
    }
}
