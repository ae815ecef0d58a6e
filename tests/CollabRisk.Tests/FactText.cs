using System.Globalization;
using CollabRisk.Facts;

namespace CollabRisk.Tests;

/// <summary>
/// Reads facts as a line of text, so that cases stand beside each other as in a table:
/// <c>vision.exists=yes; benefitsSought=[CostReduction, Resilience]; partners[A].role=Lead; partnerCount=3</c>.
/// </summary>
internal static class FactText
{
    public static Collaboration Read(string text)
    {
        var collaboration = new Collaboration();
        var partners = new List<Partner>();
        foreach (var assignment in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (path, value) = assignment.IndexOf('=') is var at and > 0
                ? (assignment[..at].Trim(), assignment[(at + 1)..].Trim())
                : throw new FormatException($"'{assignment}' is not written 'path=value'.");
            if (path.StartsWith("partners[", StringComparison.Ordinal))
            {
                var close = path.IndexOf(']', StringComparison.Ordinal);
                var name = path["partners[".Length..close];
                var fact = Find("partners[]" + path[(close + 1)..]);
                var place = partners.FindIndex(partner => partner.Name == name);
                if (place < 0)
                {
                    place = partners.Count;
                    partners.Add(new Partner { Name = name });
                }

                partners[place] = FactWriter.With(partners[place], fact, Parse(fact, value));
            }
            else
            {
                var fact = Find(path);
                collaboration = FactWriter.With(collaboration, fact, Parse(fact, value));
            }
        }

        return partners.Count == 0 ? collaboration : collaboration with { Partners = [.. partners] };
    }

    private static Fact Find(string path) =>
        FactRegistry.Default.Find(path) ?? throw new FormatException($"No fact has the path '{path}'.");

    private static object Parse(Fact fact, string value) => fact.Type switch
    {
        FactType.YesNo => value switch
        {
            "yes" => true,
            "no" => false,
            _ => throw new FormatException($"'{fact.Path}' is yes or no, not '{value}'."),
        },
        FactType.Word => Word(fact, value),
        FactType.Words => WordSet(fact, value),
        FactType.WholeNumber => int.Parse(value, CultureInfo.InvariantCulture),
        FactType.Number => decimal.Parse(value, CultureInfo.InvariantCulture),
        FactType.Date => DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        FactType.Text => value,
        _ => throw new FormatException($"'{fact.Path}' cannot be written here."),
    };

    private static object Word(Fact fact, string word) =>
        fact.AllowedWords.Contains(word)
            ? Enum.Parse(fact.WordType!, word)
            : throw new FormatException($"'{word}' is no word of '{fact.Path}'.");

    private static object WordSet(Fact fact, string value)
    {
        var words = value.Trim('[', ']').Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return FactWriter.WordSet(fact, words.Aggregate(0UL, (bits, word) => bits | 1UL << (int)Word(fact, word)));
    }
}
