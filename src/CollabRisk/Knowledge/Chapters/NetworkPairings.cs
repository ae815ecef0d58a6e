using System.Linq.Expressions;
using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Chapters;

/// <summary>Network forms paired with leader attributes and challenges.</summary>
/// <remarks>
/// The slides' text pairs two of the five forms; for the other three there is only the order of a table (D4-64). A
/// pairing is as well supported as its own claims, so no claim is at the level of the whole rule.
/// </remarks>
internal sealed class NetworkPairings : Chapter
{
    // A network takes after every driver that has weight in it, not after the heaviest alone (D4-32, D4-78).
    private static readonly Expression<Func<Collaboration, bool>> ResourceExchange = c =>
        c.Network.PrimaryForm == NetworkForm.ResourceExchange || c.Network.Drivers.ResourceExchange > 0;

    private static readonly Expression<Func<Collaboration, bool>> Niche = c =>
        c.Network.PrimaryForm == NetworkForm.Niche || c.Network.Drivers.Ecological > 0;

    private static readonly Expression<Func<Collaboration, bool>> ProblemSolving = c =>
        c.Network.PrimaryForm == NetworkForm.ProblemSolving || c.Network.Drivers.ProblemFocused > 0;

    private static readonly Expression<Func<Collaboration, bool>> CompetenceKnowledge = c =>
        c.Network.PrimaryForm == NetworkForm.CompetenceKnowledge || c.Network.Drivers.CompetenceAndLearning > 0;

    private static readonly Expression<Func<Collaboration, bool>> TechnologyResponse = c =>
        c.Network.PrimaryForm == NetworkForm.TechnologyResponse || c.Network.Drivers.TechnologyFocused > 0;

    public override string Heading => "Network forms paired with leader attributes and challenges";

    public override Area Area => Area.Relations;

    public override Tier Tier => Tier.OutsideThePaper;

    protected override void Write()
    {
        Mismatch("DRIVER-ATTRIBUTE", LevelBasis.ImpliedPairing)
            .Titled("Leaders lack what the form of network asks for")
            .Case(
                "resource exchange and predictability",
                appliesWhen: ResourceExchange,
                when: c => c.Leadership.Attributes.Integrity == false,
                claims: ["D4-53", "D4-26"],
                level: LevelBasis.MayHappen,
                says: "Networks for exchanging resources may put predictable leaders first, and these leaders are not predictable.",
                caveat: "The slide says only that such networks may do so.")
            .Case(
                "niche and entrepreneurship",
                appliesWhen: Niche,
                when: c => c.Leadership.Attributes.Entrepreneurship == false,
                claims: ["D4-55", "D4-27", "D4-36"],
                level: LevelBasis.NamedInPassing,
                says: "Networks that use a niche would put entrepreneurial leaders first, and these leaders are not entrepreneurial.")
            .Case(
                "problem solving and relational skill",
                appliesWhen: ProblemSolving,
                when: c => c.Leadership.Attributes.RelationalCompetence == false,
                claims: ["D4-58"],
                says: "The leaders lack relational skill, which a table seems to pair with problem-solving networks.",
                caveat: Caveats.ImpliedAttribute)
            .Case(
                "competence and customer focus",
                appliesWhen: CompetenceKnowledge,
                when: c => c.Leadership.Attributes.CustomerFocus == false,
                claims: ["D4-60"],
                says: "The leaders lack customer focus, which a table seems to pair with networks for competence and knowledge.",
                caveat: Caveats.ImpliedAttribute)
            .Case(
                "technology response and commitment",
                appliesWhen: TechnologyResponse,
                when: c => c.Leadership.Attributes.Commitment == false,
                claims: ["D4-62"],
                says: "The leaders lack commitment, which a table seems to pair with networks that respond to technology.",
                caveat: Caveats.ImpliedAttribute)
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
                appliesWhen: ResourceExchange,
                when: c => c.Governance.SharedFramework == false,
                claims: ["D4-54", "D4-26"],
                level: LevelBasis.ExplicitPairing,
                says: "Networks for exchanging resources would struggle without a shared framework, and this one has none.")
            .Case(
                "niche and tangled accountability",
                appliesWhen: Niche,
                when: c => c.Governance.AccountabilityComplex == true,
                claims: ["D4-56", "D4-27"],
                level: LevelBasis.MayHappen,
                says: "Tangled accountability and communication may weaken a network that uses a niche, and they are tangled here.",
                caveat: "The slide says only that it may; the table of the same slides puts another challenge next to the niche.")
            .Case(
                "problem solving and unequal legitimacy",
                appliesWhen: ProblemSolving,
                when: c => c.Governance.LegitimacyAsymmetry == true,
                claims: ["D4-59"],
                says: "Partners are not seen as equally legitimate, which a table seems to pair with problem-solving networks.",
                caveat: Caveats.ImpliedChallenge)
            .Case(
                "competence and unequal power",
                appliesWhen: CompetenceKnowledge,
                when: c => c.Governance.PowerAsymmetry == true,
                claims: ["D4-61"],
                says: "Power is unequal, which a table seems to pair with networks for competence and knowledge.",
                caveat: Caveats.ImpliedChallenge)
            .Case(
                "technology response and differing discourses",
                appliesWhen: TechnologyResponse,
                when: c => c.Culture.DiscoursesDivergent == true,
                claims: ["D4-63"],
                says: "Professions speak and reason differently, which a table seems to pair with networks that respond to technology.",
                caveat: Caveats.ImpliedChallenge)
            .Advise(Advice.ExpectDifficulty);

        Recommend(Advice.ReconcileExpectations)
            .Titled("Bring expectations and budgets together")
            .AppliesWhen(ResourceExchange)
            .When(c => c.Governance.SharedFramework == false)
            .RestsOn("D4-54");

        // Drivers may differ between partners (D4-79); what a driver asks of leaders or makes hard is then said of the partner that
        // it draws in. Where it shapes the network too, the pairing of the network says it already.
        Mismatch("PARTNER-DRIVER-ATTRIBUTE", LevelBasis.DerivedStep)
            .Titled("Leaders lack what a partner's driver asks for")
            .ForEach(c => c.Partners)
            .When((c, p) => (p.Drivers.Includes(Driver.ResourceExchange) && c.Leadership.Attributes.Integrity == false)
                || (p.Drivers.Includes(Driver.Ecological) && c.Leadership.Attributes.Entrepreneurship == false)
                || (p.Drivers.Includes(Driver.ProblemFocused) && c.Leadership.Attributes.RelationalCompetence == false)
                || (p.Drivers.Includes(Driver.CompetenceAndLearning) && c.Leadership.Attributes.CustomerFocus == false)
                || (p.Drivers.Includes(Driver.TechnologyFocused) && c.Leadership.Attributes.Commitment == false))
            .Says("What draws {subject} in ({partners[].drivers}) asks for an attribute that the leaders lack.")
            .RestsOn("D4-79", "D4-53", "D4-55", "D4-58", "D4-60", "D4-62")
            .Advise(Advice.FitLeadershipToForm)
            .WithCaveat(
                "The source says that drivers may differ between partners; that the pairings hold for a single partner is derived.",
                "Two of the five pairings are in the text of a slide, the others only in the order of a scanned table.",
                Caveats.AttributesContested,
                Caveats.LeadershipContributes)
            .Under("DRIVER-ATTRIBUTE");

        Mismatch("PARTNER-DRIVER-CHALLENGE", LevelBasis.DerivedStep)
            .Titled("The difficulty that goes with a partner's driver")
            .ForEach(c => c.Partners)
            .When((c, p) => (p.Drivers.Includes(Driver.ResourceExchange) && c.Governance.SharedFramework == false)
                || (p.Drivers.Includes(Driver.Ecological) && c.Governance.AccountabilityComplex == true)
                || (p.Drivers.Includes(Driver.ProblemFocused) && c.Governance.LegitimacyAsymmetry == true)
                || (p.Drivers.Includes(Driver.CompetenceAndLearning) && c.Governance.PowerAsymmetry == true)
                || (p.Drivers.Includes(Driver.TechnologyFocused) && c.Culture.DiscoursesDivergent == true))
            .Says("A difficulty is there that goes with what draws {subject} in ({partners[].drivers}).")
            .RestsOn("D4-79", "D4-54", "D4-56", "D4-59", "D4-61", "D4-63")
            .Advise(Advice.ExpectDifficulty)
            .WithCaveat(
                "The source says that drivers may differ between partners; that the pairings hold for a single partner is derived.",
                "Two of the five pairings are in the text of a slide, the others only in the order of a scanned table.")
            .Under("DRIVER-CHALLENGE");

        Caveat("PAIRING-DISPUTED")
            .Titled("Clashing values in a niche network")
            .AppliesWhen(Niche)
            .When(c => c.Culture.ValuesCompatible == false)
            .Says("A table seems to pair clashing values with niche networks; the text names another challenge, so none is raised here.")
            .RestsOn("D4-56", "D4-57");

        // Raised with the one finding that relies on customer focus: the pairing with competence and knowledge.
        Caveat("CUSTOMER-FOCUS-UNSUPPORTED")
            .Titled("Little supports customer focus")
            .AppliesWhen(CompetenceKnowledge)
            .When(c => c.Leadership.Attributes.CustomerFocus == false)
            .Says("Most attributes of leaders who span boundaries are borne out; customer focus is not, for want of literature.")
            .RestsOn("D4-41", "D4-40", "D4-33");
    }
}
