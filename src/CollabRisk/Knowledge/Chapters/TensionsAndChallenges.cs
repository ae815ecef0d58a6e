using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;
using static CollabRisk.Conditions.FactConditions;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Tensions, flashpoints and challenges, and what is done about them.</summary>
internal sealed class TensionsAndChallenges : Chapter
{
    /// <summary>D1-18, D1-21.</summary>
    private const string ListIsMissing =
        "Drawn from what participants said in two claimed successes; the list of challenges it refers to is missing.";

    public override string Heading => "Tensions, flashpoints and challenges";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.InterOrganisational;

    protected override void Write()
    {
        Risk("TENSION-UNMANAGED", LevelBasis.TiedToFailure)
            .Titled("Tension that no one handles")
            .AppliesWhen(c => c.Tensions.Present == true)
            .When(c => c.Tensions.Handled == false)
            .Says("There is visible conflict or instability, and it is not being handled.")
            .RestsOn("D0-02")
            .Advise(Advice.NameTension, Advice.AssignApproach)
            .WithCaveat(Caveats.TensionsUnderStudied,
                "Tension is a normal part of collaborating: by itself it is not a sign of failure.");

        Risk("FLASHPOINTS-UNPLANNED", LevelBasis.MainInfluence)
            .Titled("Flashpoints are not foreseen")
            .When(c => c.Tensions.FlashpointsAnticipated == false)
            .Says("It has not been worked out where tension may flare up as the collaboration goes through its phases; to be aligned is not enough.")
            .RestsOn("D0-06", "D0-07")
            .Advise(Advice.ReviewFlashpoints)
            .WithCaveat(Caveats.TensionsUnderStudied);

        Risk("CHALLENGES-UNADDRESSED", LevelBasis.TiedToFailure)
            .Titled("Known challenges are left alone")
            .When(c => c.Tensions.ChallengesAddressed < ChallengesAddressed.All)
            .LoweredWhen(c => c.Tensions.ChallengesAddressed >= ChallengesAddressed.Some, "some of the challenges are addressed", "D1-21")
            .Says("Known challenges are not all addressed with a clear approach: {tensions.challengesAddressed} of them.")
            .RestsOn("D1-21")
            .Advise(Advice.AssignApproach, Advice.ResolveBeforeNextPhase)
            .WithCaveat(ListIsMissing);

        Strength("CHALLENGES-ADDRESSED")
            .Titled("Every known challenge has a clear approach")
            .When(c => c.Tensions.ChallengesAddressed == ChallengesAddressed.All)
            .Says("All known challenges are addressed with a clear approach, on which success depends in the source's view.")
            .RestsOn("D1-22", "D1-21")
            .WithCaveat(ListIsMissing);

        Strength("FLASHPOINTS-FORESEEN")
            .Titled("Flashpoints are foreseen")
            .When(c => c.Tensions.FlashpointsAnticipated == true)
            .Says("It has been worked out where tension may flare up as the collaboration goes through its phases, which belongs to managing one that succeeds.")
            .RestsOn("D0-06", "D0-07")
            .WithCaveat(Caveats.TensionsUnderStudied);

        Recommend(Advice.AssignApproach)
            .Titled("Give every challenge an approach")
            .When(c => c.Tensions.ChallengesAddressed < ChallengesAddressed.All)
            .WithCaveat("The list of factors that the source refers back to is missing.");

        DataGap("HANDLING-UNKNOWN")
            .Titled("How it is handled is not known")
            .Case("visible tension",
                appliesWhen: c => c.Tensions.Present == true, when: c => c.Tensions.Handled.IsUnknown(), claims: ["D0-02"])
            .Case("tension over identities, space, terms or daily matters",
                appliesWhen: c => c.Culture.ObservedTensions.AnyIs(true), when: c => c.Leadership.MitigatesGrievances.IsUnknown(), claims: ["D3-113"])
            .Case("a difference in the arrangements",
                appliesWhen: c => c.Differences.Arrangement.Acknowledged == true, when: c => c.Differences.Arrangement.DealtWith.IsUnknown(), claims: ["D0-40"])
            .Case("a difference in organisational culture",
                appliesWhen: c => c.Differences.OrganisationalCulture.Acknowledged == true, when: c => c.Differences.OrganisationalCulture.DealtWith.IsUnknown(), claims: ["D0-40"])
            .Case("a difference in professional culture",
                appliesWhen: c => c.Differences.ProfessionalCulture.Acknowledged == true, when: c => c.Differences.ProfessionalCulture.DealtWith.IsUnknown(), claims: ["D0-40"])
            .Case("a difference in leadership style",
                appliesWhen: c => c.Differences.LeadershipStyle.Acknowledged == true, when: c => c.Differences.LeadershipStyle.DealtWith.IsUnknown(), claims: ["D0-40"])
            .Case("an issue of trust and confidence",
                appliesWhen: c => c.Differences.TrustAndConfidence.Acknowledged == true, when: c => c.Differences.TrustAndConfidence.DealtWith.IsUnknown(), claims: ["D0-40"])
            .Says("There is {subject}, and how it is handled is not known.")
            .RestsOn("D3-206")
            .WithCaveat("The same elements showed in both cases of the source; what differed was how leaders dealt with them.");
    }
}
