using System.Globalization;

namespace CollabRisk.Reporting.Content;

/// <summary>Cuts names that are longer than any line, in whatever text they occur; a name of usual length is left alone.</summary>
internal sealed class LongNames
{
    private const int Usual = 120;
    private const int Kept = 60;

    private readonly List<(string Full, string Short)> names = [];

    public LongNames(params IEnumerable<Collaboration> collaborations)
        : this(collaborations.SelectMany(collaboration => collaboration.Partners ?? []).Select(partner => partner.Name))
    {
    }

    public LongNames(IEnumerable<string> all)
    {
        foreach (var name in all.Where(name => name.Length > Usual).Distinct(StringComparer.Ordinal).OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal))
        {
            names.Add((name, string.Create(CultureInfo.InvariantCulture, $"{Cut(name, Kept)} ({names.Count + 1})")));
        }
    }

    /// <summary>The names that are cut.</summary>
    public IReadOnlyList<string> Full => [.. names.Select(name => name.Full)];

    public string Shorten(string text)
    {
        foreach (var (full, cut) in names)
        {
            text = text.Replace(full, cut, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>The first characters of a text and an ellipsis; never half of a pair.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : $"{text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd()}…";
}
