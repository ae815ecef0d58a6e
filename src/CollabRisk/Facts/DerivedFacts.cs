using System.Numerics;

namespace CollabRisk.Facts;

/// <summary>The one place where facts that follow from other facts are filled in.</summary>
/// <remarks>
/// The more particular fact wins: what the partners listed show outweighs what was said about the whole, because
/// the two cannot both be right and the list can be checked. An empty list of partners tells nothing.
/// </remarks>
internal static class DerivedFacts
{
    private static readonly DriverWeights NoDrivers = new();

    /// <summary>
    /// What follows from what: one row for each fact that follows. Where it takes the whole list of partners to tell, the list and
    /// the number of partners are among the sources. A fact that is never given says in the model what it follows from; of the others
    /// it is said here, in words that end a sentence.
    /// </summary>
    private static readonly Dictionary<string, (string[] From, bool TakesAllPartners, Func<Collaboration, string>? InWords)> Table = new(StringComparer.Ordinal)
    {
        ["partnerCount"] = ([], true, _ => "the list of partners"),
        ["crossProfession"] = (["partners[].sector"], true, _ => "the sectors of the partners"),
        ["governance.leadOrganisation"] = (["partners[].role"], true, _ => "the roles of the partners"),
        ["network.primaryForm"] = (["network.topDriver", "partners[].drivers"], true, c => FormOf(c.Network.TopDriver) is null ? "the one driver of all partners" : "the driver that weighs most"),
        ["network.topDriver"] = ([.. FactRegistry.Default.Facts.Select(fact => fact.Path).Where(path => path.StartsWith("network.drivers.", StringComparison.Ordinal))], false, null),
        ["benefitShareSpread"] = (["partners[].benefitShare"], true, null),
    };

    /// <summary>What follows from the facts of a collaboration, and from its partners, or was given and stays.</summary>
    /// <param name="PartnerCount">The number of partners.</param>
    /// <param name="CrossProfession">Whether it crosses professions.</param>
    /// <param name="LeadOrganisation">Whether one organisation leads.</param>
    /// <param name="PrimaryForm">The form of its network.</param>
    internal readonly record struct Following(int? PartnerCount, bool? CrossProfession, bool? LeadOrganisation, NetworkForm? PrimaryForm);

    /// <summary>What follows from a collaboration as given.</summary>
    /// <param name="c">The collaboration.</param>
    /// <param name="registry">The facts there are: a sector that a pack adds is read as the one that it counts as.</param>
    internal static Following Of(Collaboration c, FactRegistry registry)
    {
        var partnerCount = c.PartnerCount;
        var crossProfession = c.CrossProfession;
        var leadOrganisation = c.Governance.LeadOrganisation;
        if (c.Partners is { Count: > 0 } partners)
        {
            // A list may be shorter than the number given, but never longer; the rest is unknown. A collaboration has at
            // least two members, so a list of one says that others are missing, not how many.
            partnerCount = partners.Count > 1 ? Math.Max(partnerCount ?? 0, partners.Count) : partnerCount;
            var complete = partners.Count == partnerCount;
            crossProfession = SectorsDiffer(partners, complete, registry) ?? crossProfession;
            leadOrganisation = OneLeads(partners, complete) ?? leadOrganisation;
        }

        return new(partnerCount, crossProfession, leadOrganisation, c.Network.PrimaryForm ?? FormOf(c.Network.TopDriver) ?? FormOf(DriverOfAll(c, partnerCount)));
    }

    /// <summary>The collaboration with the facts that follow; the same instance where nothing changes.</summary>
    /// <param name="c">The collaboration as given.</param>
    /// <param name="follows">What follows from it.</param>
    internal static Collaboration Complete(Collaboration c, Following follows)
    {
        var (partnerCount, crossProfession, leadOrganisation, primaryForm) = follows;
        if (leadOrganisation != c.Governance.LeadOrganisation)
        {
            c = c with { Governance = c.Governance with { LeadOrganisation = leadOrganisation } };
        }

        if (primaryForm != c.Network.PrimaryForm)
        {
            c = c with { Network = c.Network with { PrimaryForm = primaryForm } };
        }

        return partnerCount == c.PartnerCount && crossProfession == c.CrossProfession
            ? c
            : c with { PartnerCount = partnerCount, CrossProfession = crossProfession };
    }

    /// <inheritdoc cref="Complete(Collaboration, Following)"/>
    internal static Collaboration Complete(Collaboration c, FactRegistry registry) => Complete(c, Of(c, registry));

    /// <summary>The same without a rule book at hand: of a word that a pack adds, nothing follows.</summary>
    internal static Collaboration Complete(Collaboration c) => Complete(c, FactRegistry.Default);

    /// <summary>The paths of the facts from which a fact can follow; none for most facts.</summary>
    internal static IReadOnlyList<string> SourcesOf(Fact fact) =>
        !Table.TryGetValue(fact.Path, out var row) ? []
        : !row.TakesAllPartners ? row.From
        : fact.Path == "partnerCount" ? ["partners"]
        : ["partners", "partnerCount", .. row.From];

    /// <summary>What the value of a fact follows from, in words; null where it was given or is not known.</summary>
    /// <param name="fact">One of the facts that can follow from others.</param>
    /// <param name="code">Its value, with what follows filled in.</param>
    /// <param name="given">The collaboration as it was given.</param>
    internal static string? OriginOf(Fact fact, long code, Collaboration given) =>
        !Fact.IsValue(code) ? null
        : fact.DerivedFrom ?? (fact.Read(fact.Owner.In(given)!) == code ? null : Table[fact.Path].InWords!(given));

    /// <summary>The facts from which a derived one follows, apart from the list of partners. Who is asked can answer these, and never the derived one.</summary>
    internal static IReadOnlyList<Fact> AnswerableSourcesOf(Fact derived, FactRegistry registry) =>
        derived.IsDerived && Table.TryGetValue(derived.Path, out var row) ? [.. row.From.Select(path => registry.Find(path)!)] : [];

    /// <summary>
    /// Whether the collaboration crosses professions. Two different sectors show that it does, whoever else takes part;
    /// that it does not can be said only when every partner is listed and every sector is known.
    /// </summary>
    private static bool? SectorsDiffer(FactList<Partner> partners, bool complete, FactRegistry registry)
    {
        Sector? first = null;
        var allKnown = complete;
        for (var i = 0; i < partners.Count; i++)
        {
            var sector = SectorOf(partners[i], registry);
            first ??= sector;
            if (sector is null)
            {
                allKnown = false;
            }
            else if (sector != first)
            {
                return true;
            }
        }

        // Bodies of some sectors may be of any profession: that all partners are of such a sector says nothing.
        return allKnown && first is not (Sector.Council or Sector.IndigenousGovernment or Sector.Voluntary or Sector.OtherPublic or Sector.Private)
            ? false
            : null;
    }

    /// <summary>The sector of a partner, or the one that its added word counts as; null for a word that no pack adds.</summary>
    internal static Sector? SectorOf(Partner partner, FactRegistry registry) =>
        partner.Sector ?? (!partner.AddedWords.IsEmpty && partner.AddedWords[registry.Sector.NameInOwner] is { } word && registry.Sector.NumberOf(word) is var number and >= 0
            && registry.Sector.Counted(number) is var own && own < registry.Sector.OwnWordCount ? (Sector)own : null);

    /// <summary>
    /// Whether one organisation leads. One partner in the lead shows it, and so does one that another leads; that no one
    /// leads can be said only when every partner is listed and all are equal.
    /// </summary>
    private static bool? OneLeads(FactList<Partner> partners, bool complete)
    {
        var allEqual = complete;
        for (var i = 0; i < partners.Count; i++)
        {
            var partner = partners[i];
            if (partner.Role is PartnerRole.Lead or PartnerRole.NonLead)
            {
                return true;
            }

            allEqual &= partner.Role is PartnerRole.Equal;
        }

        return allEqual ? false : null;
    }

    /// <summary>
    /// The one driver that draws every partner in, where all partners are listed and none has another; how strongly drivers
    /// shape the network, where that is known of any, says more.
    /// </summary>
    private static Driver? DriverOfAll(Collaboration c, int? partnerCount)
    {
        if (c.Partners is not { Count: > 0 } partners || partners.Count != partnerCount
            || partners[0].Drivers is not { Count: 1 } first || c.Network.Drivers != NoDrivers)
        {
            return null;
        }

        for (var i = 1; i < partners.Count; i++)
        {
            if (partners[i].Drivers?.Bits != first.Bits)
            {
                return null;
            }
        }

        return (Driver)BitOperations.TrailingZeroCount(first.Bits);
    }

    /// <summary>
    /// The form that a network takes under its top driver. The source gives five forms for six drivers and has no row
    /// for the personal driver (D4-38, D4-65), so nothing follows from that one.
    /// </summary>
    private static NetworkForm? FormOf(Driver? driver) => driver switch
    {
        Driver.ResourceExchange => NetworkForm.ResourceExchange,
        Driver.Ecological => NetworkForm.Niche,
        Driver.CompetenceAndLearning => NetworkForm.CompetenceKnowledge,
        Driver.ProblemFocused => NetworkForm.ProblemSolving,
        Driver.TechnologyFocused => NetworkForm.TechnologyResponse,
        _ => null,
    };
}
