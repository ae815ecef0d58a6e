using System.Globalization;
using CollabRisk.Text;

namespace CollabRisk.Facts;

/// <summary>What the names of the partners of one collaboration must be: given, visible, and one for each.</summary>
internal static class PartnerNames
{
    /// <summary>Whether nothing is wrong with the names.</summary>
    /// <param name="byName">The partners in the order of their names.</param>
    public static bool AreSound(FactList<Partner> byName)
    {
        var hasJoiners = false;
        for (var i = 0; i < byName.Count; i++)
        {
            hasJoiners |= Joiners.AreIn(byName[i].Name);
            if (Names.ProblemOf(byName[i].Name) is not null || (i > 0 && byName[i].Name == byName[i - 1].Name))
            {
                return false;
            }
        }

        return !hasJoiners || byName.Select(partner => partner.Name).Distinct(Joiners.Ignored).Count() == byName.Count;
    }

    /// <summary>What is wrong with the names, each problem with its place.</summary>
    /// <param name="partners">The partners, in any order.</param>
    public static IEnumerable<FactProblem> Problems(IReadOnlyList<Partner> partners)
    {
        foreach (var partner in partners)
        {
            if (Names.ProblemOf(partner.Name) is { } problem)
            {
                yield return new($"partners[{(partner.Name is { } name ? Shown.Name(name) : "")}].name", problem);
            }
        }

        foreach (var (name, count) in Shared(partners))
        {
            yield return new("partners", string.Create(CultureInfo.InvariantCulture, $"{count} partners are called {Shown.Value(name)}. Give each partner a name of its own."));
        }
    }

    /// <summary>
    /// What is wrong with a name that a person wrote beside others, where only capitals or joiners tell it from one of them: whoever writes both
    /// means one partner, and would get two. Null where nothing is.
    /// </summary>
    public static string? ProblemOfCapitals(string name, IEnumerable<string> others) =>
        others.FirstOrDefault(other => other != name && Names.Alike.Equals(other, name)) is { } like
            ? $"{Shown.Value(name)} and {Shown.Value(like)} differ only in {(string.Equals(like, name, StringComparison.OrdinalIgnoreCase) ? "capitals" : "how their letters are joined")}. Write {Shown.Value(like)} where the same partner is meant, or give the other one another name."
            : null;

    /// <summary>The names that more than one partner has, with how many do.</summary>
    public static IEnumerable<(string Name, int Count)> Shared(IReadOnlyList<Partner> partners)
    {
        if (partners.Count < 2)
        {
            return [];
        }

        var counts = new Dictionary<string, int>(partners.Count, Joiners.Ignored);
        foreach (var partner in partners)
        {
            if (!string.IsNullOrWhiteSpace(partner.Name))
            {
                counts[partner.Name] = counts.GetValueOrDefault(partner.Name) + 1;
            }
        }

        return counts.Count == partners.Count ? [] : counts.Where(each => each.Value > 1).Select(each => (each.Key, each.Value));
    }
}
