using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Network forms paired with leader attributes and challenges.</summary>
/// <remarks>
/// The slides' text pairs two of the five forms; for the other three there is only the order of a table (D4-64). A
/// pairing is as well supported as its own claims, so no claim stands at the level of the whole rule.
/// </remarks>
internal sealed class NetworkPairings : Chapter
{
    /// <summary>The text of a slide pairs the two; a step above what only the order of a table implies.</summary>
    private static readonly LevelBasis ExplicitPairing = new(Level.Moderate, "the text of a slide pairs the two");

    public override string Heading => "Network forms paired with leader attributes and challenges";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.OutsideThePaper;

    protected override void Write()
    {
        Mismatch("DRIVER-ATTRIBUTE", LevelBasis.ImpliedPairing)
            .Titled("Leaders lack what the form of network asks for")
            .Case(
                "resource exchange and predictability",
                appliesWhen: c => c.Network.PrimaryForm == NetworkForm.ResourceExchange,
                when: c => c.Leadership.Attributes.Integrity == false,
                claims: ["D4-53", "D4-26"],
                level: ExplicitPairing,
                says: "Networks for exchanging resources may put predictable leaders first, and these leaders are not predictable.",
                caveat: "The slide says only that such networks may do so.")
            .Case(
                "niche and entrepreneurship",
                appliesWhen: c => c.Network.PrimaryForm == NetworkForm.Niche,
                when: c => c.Leadership.Attributes.Entrepreneurship == false,
                claims: ["D4-55", "D4-27", "D4-36"],
                level: ExplicitPairing,
                says: "Networks that use a niche would put entrepreneurial leaders first, and these leaders are not entrepreneurial.")
            .Case(
                "problem solving and relational skill",
                appliesWhen: c => c.Network.PrimaryForm == NetworkForm.ProblemSolving,
                when: c => c.Leadership.Attributes.RelationalCompetence == false,
                claims: ["D4-58"],
                says: "The leaders lack relational skill, which a table seems to pair with problem-solving networks.",
                caveat: Caveats.ImpliedPairing)
            .Case(
                "competence and customer focus",
                appliesWhen: c => c.Network.PrimaryForm == NetworkForm.CompetenceKnowledge,
                when: c => c.Leadership.Attributes.CustomerFocus == false,
                claims: ["D4-60"],
                says: "The leaders lack customer focus, which a table seems to pair with networks for competence and knowledge.",
                caveat: Caveats.ImpliedPairing)
            .Case(
                "technology response and commitment",
                appliesWhen: c => c.Network.PrimaryForm == NetworkForm.TechnologyResponse,
                when: c => c.Leadership.Attributes.Commitment == false,
                claims: ["D4-62"],
                says: "The leaders lack commitment, which a table seems to pair with networks that respond to technology.",
                caveat: Caveats.ImpliedPairing)
            .Advise(Advice.FitLeadershipToForm)
            .WithCaveat(
                "That a network of this form is at risk where its leaders lack the attribute is derived.",
                Caveats.AttributesContested,
                Caveats.LeadershipContributes);

        // Niche and clashing values (D4-57) is not among the pairings: the text names another challenge for the niche, and
        // text goes before the order of a table (T20). See PAIRING-DISPUTED.
        Mismatch("DRIVER-CHALLENGE", LevelBasis.ImpliedPairing)
            .Titled("The difficulty that goes with the form of network")
            .Case(
                "resource exchange and no shared framework",
                appliesWhen: c => c.Network.PrimaryForm == NetworkForm.ResourceExchange,
                when: c => c.Governance.SharedFramework == false,
                claims: ["D4-54", "D4-26"],
                level: ExplicitPairing,
                says: "Networks for exchanging resources would struggle without a shared framework, and this one has none.")
            .Case(
                "niche and tangled accountability",
                appliesWhen: c => c.Network.PrimaryForm == NetworkForm.Niche,
                when: c => c.Governance.AccountabilityComplex == true,
                claims: ["D4-56", "D4-27"],
                level: ExplicitPairing,
                says: "Tangled accountability and communication may weaken a network that uses a niche, and they are tangled here.",
                caveat: "The slide says only that it may; the table of the same slides puts another challenge beside the niche.")
            .Case(
                "problem solving and unequal legitimacy",
                appliesWhen: c => c.Network.PrimaryForm == NetworkForm.ProblemSolving,
                when: c => c.Governance.LegitimacyAsymmetry == true,
                claims: ["D4-59"],
                says: "Partners are not seen as equally legitimate, which a table seems to pair with problem-solving networks.",
                caveat: Caveats.ImpliedPairing)
            .Case(
                "competence and unequal power",
                appliesWhen: c => c.Network.PrimaryForm == NetworkForm.CompetenceKnowledge,
                when: c => c.Governance.PowerAsymmetry == true,
                claims: ["D4-61"],
                says: "Power is unequal, which a table seems to pair with networks for competence and knowledge.",
                caveat: Caveats.ImpliedPairing)
            .Case(
                "technology response and differing discourses",
                appliesWhen: c => c.Network.PrimaryForm == NetworkForm.TechnologyResponse,
                when: c => c.Culture.DiscoursesDivergent == true,
                claims: ["D4-63"],
                says: "Professions speak and reason differently, which a table seems to pair with networks that respond to technology.",
                caveat: Caveats.ImpliedPairing)
            .Advise(Advice.ExpectDifficulty);

        Caveat("PAIRING-DISPUTED")
            .Titled("Clashing values in a niche network")
            .AppliesWhen(c => c.Network.PrimaryForm == NetworkForm.Niche)
            .When(c => c.Culture.ValuesCompatible == false)
            .Says("A table seems to pair clashing values with niche networks; the text names another challenge, so none is raised here.")
            .RestsOn("D4-56", "D4-57");

        // Raised with the one finding that relies on customer focus: the pairing with competence and knowledge.
        Caveat("CUSTOMER-FOCUS-UNSUPPORTED")
            .Titled("Little stands behind customer focus")
            .AppliesWhen(c => c.Network.PrimaryForm == NetworkForm.CompetenceKnowledge)
            .When(c => c.Leadership.Attributes.CustomerFocus == false)
            .Says("Most attributes of leaders who span boundaries are borne out; customer focus is not, for want of literature.")
            .RestsOn("D4-41", "D4-40", "D4-33");
    }
}
