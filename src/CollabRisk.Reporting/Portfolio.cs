using CollabRisk.Text;

namespace CollabRisk.Reporting;

/// <summary>Assessments of many collaborations, for a programme office that looks at all of them.</summary>
/// <remarks>
/// There is no average, no rank and no best or worst: the range of each, what is found where, and which of them cannot be assessed.
/// Immutable and thread-safe.
/// </remarks>
public sealed class Portfolio
{
    private Portfolio(string title, IReadOnlyList<PortfolioEntry> entries, IReadOnlyList<string> unread)
    {
        Title = title;
        Entries = entries;
        Unread = unread;
    }

    /// <summary>What the collaborations have in common.</summary>
    public string Title { get; }

    /// <summary>The collaborations: by what is shown, then by what is possible, then by name; those that cannot be assessed come last.</summary>
    public IReadOnlyList<PortfolioEntry> Entries { get; }

    /// <summary>What could not be read or evaluated, each with the reason: they are missing from everything else.</summary>
    public IReadOnlyList<string> Unread { get; }

    /// <summary>Puts collaborations together.</summary>
    /// <param name="title">What they have in common, as a heading; never blank.</param>
    /// <param name="entries">The collaborations, in any order. They may have been assessed by different rules, which the report then says.</param>
    /// <param name="unread">What could not be read or evaluated, each with the reason, in a sentence; none if left out.</param>
    /// <exception cref="ArgumentNullException">An argument, or an entry, is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="title"/> is blank.</exception>
    public static Portfolio Of(string title, IEnumerable<PortfolioEntry> entries, IEnumerable<string>? unread = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(entries);
        var list = entries.ToList();
        list.ForEach(entry => ArgumentNullException.ThrowIfNull(entry, nameof(entries)));
        return new Portfolio(
            title,
            [
                .. list.OrderByDescending(entry => entry.Assessment.Overall.Assessable)
                    .ThenByDescending(entry => entry.Assessment.Overall.AtLeast).ThenByDescending(entry => entry.Assessment.Overall.AtMost)
                    .ThenBy(entry => entry.Name, Names.Order),
            ],
            [.. unread ?? []]);
    }

    /// <summary>The title and how many collaborations there are.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Title}: {Entries.Count}");
}

/// <summary>One collaboration of many.</summary>
/// <param name="Name">What it is called in the portfolio; where it is blank, the collaboration’s own name is taken.</param>
/// <param name="Assessment">Its assessment.</param>
/// <exception cref="ArgumentNullException"><paramref name="Name"/> or <paramref name="Assessment"/> is <see langword="null"/>.</exception>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PortfolioEntry(string Name, Assessment Assessment)
{
    /// <summary>What it is called.</summary>
    public string Name { get; } = NameOf(Name, Assessment);

    /// <summary>Its assessment.</summary>
    public Assessment Assessment { get; } = Assessment;

    private static string NameOf(string name, Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(assessment);
        return string.IsNullOrWhiteSpace(name) ? Content.Wording.NameOf(assessment.Collaboration) : name;
    }
}
