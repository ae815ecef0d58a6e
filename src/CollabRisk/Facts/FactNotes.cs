using System.Globalization;
using CollabRisk.Text;

namespace CollabRisk.Facts;

/// <summary>
/// Finds facts that were given, but do not agree with what the listed partners show. The evaluation goes by the list
/// (<see cref="DerivedFacts"/>); a file that says both is more likely mistaken.
/// </summary>
internal static class FactNotes
{
    /// <summary>The facts that the partners contradict, each with a message.</summary>
    /// <param name="given">The collaboration as it was given.</param>
    /// <param name="registry">The facts there are: a sector that a pack adds is read as the one that it counts as.</param>
    public static IEnumerable<(Fact Fact, string Message)> In(Collaboration given, FactRegistry registry)
    {
        if (given.Partners is not { Count: > 0 } partners)
        {
            yield break;
        }

        var follows = DerivedFacts.Complete(given, registry);
        if (given.PartnerCount is { } count && count < follows.PartnerCount)
        {
            yield return (registry.PartnerCount, string.Create(CultureInfo.InvariantCulture, $"it is given as {count}, but {partners.Count} partners are listed. Correct one of the two, or leave this out."));
        }

        if (given.CrossProfession is { } cross && cross != follows.CrossProfession)
        {
            var why = cross
                ? $"every partner has the sector {DerivedFacts.SectorOf(partners[0], registry)}"
                : Differing(partners, registry);
            yield return (registry.CrossProfession, $"it is given as {Word(cross)}, but {why}. Correct one of the two, or leave this out.");
        }

        if (given.Governance.LeadOrganisation is { } lead && lead != follows.Governance.LeadOrganisation)
        {
            var why = lead
                ? $"every partner has the role {PartnerRole.Equal}"
                : Leading(partners);
            yield return (registry.LeadOrganisation, $"it is given as {Word(lead)}, but {why}. Correct one of the two, or leave this out.");
        }
    }

    /// <summary>Everything that does not fit together, as sentences that begin with the path of the fact.</summary>
    public static IReadOnlyList<string> On(Collaboration given, FactRegistry registry)
    {
        var notes = In(given, registry).Select(each => $"{each.Fact.Path}: {each.Message}").ToList();

        // Each share may have been rounded, so a little more than the whole is not a mistake.
        var shares = (given.Partners ?? []).Sum(partner => partner.BenefitShare ?? 0);
        if (decimal.Round(shares, MidpointRounding.AwayFromZero) > 100)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"partners: their shares of the benefit add up to {shares:0.##} %, more than the whole. Check them."));
        }

        return notes;
    }

    private static string Leading(FactList<Partner> partners)
    {
        var shows = IndexOf(partners, partner => partner.Role is PartnerRole.Lead or PartnerRole.NonLead);
        return $"{Called(partners, shows)} has the role {partners[shows].Role}";
    }

    private static string Differing(FactList<Partner> partners, FactRegistry registry)
    {
        var first = IndexOf(partners, partner => Sector(partner) is not null);
        var other = IndexOf(partners, partner => Sector(partner) is { } sector && sector != Sector(partners[first]));
        return $"{Called(partners, first)} has the sector {Sector(partners[first])} and {Called(partners, other)} the sector {Sector(partners[other])}";

        Sector? Sector(Partner partner) => DerivedFacts.SectorOf(partner, registry);
    }

    private static int IndexOf(FactList<Partner> partners, Func<Partner, bool> test) =>
        Enumerable.Range(0, partners.Count).First(i => test(partners[i]));

    /// <summary>The partner's name; its place where the name itself is missing.</summary>
    private static string Called(FactList<Partner> partners, int index) =>
        string.IsNullOrEmpty(partners[index].Name) ? string.Create(CultureInfo.InvariantCulture, $"partners[{index}]") : Shown.Value(partners[index].Name);

    private static string Word(bool value) => value ? "true" : "false";
}
