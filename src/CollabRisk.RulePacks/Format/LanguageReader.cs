using System.Globalization;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Format;

/// <summary>Reads what texts are in other languages: beside them, under the keys that they have in English.</summary>
internal static class LanguageReader
{
    /// <summary>What a text is in other languages.</summary>
    /// <param name="of">What has the text and the languages.</param>
    /// <param name="languages">The key of the languages.</param>
    /// <param name="key">The key of the text.</param>
    /// <param name="english">The text; null where it is missing.</param>
    public static IReadOnlyList<TextInLanguage> Read(MapReader of, MapsKey languages, TextKey key, string? english) => Read(of, languages, (key, One(english)));

    /// <summary>What some texts are in other languages.</summary>
    /// <param name="of">What has the texts and the languages.</param>
    /// <param name="languages">The key of the languages.</param>
    /// <param name="texts">The keys of the texts with what they are in English; none where one is missing.</param>
    public static IReadOnlyList<TextInLanguage> Read(MapReader of, MapsKey languages, params (Key Key, IReadOnlyList<string> English)[] texts)
    {
        var said = new List<TextInLanguage>();
        foreach (var entry in of.Open(languages))
        {
            var language = entry.Text(InLanguages.Language);
            if (language is not null && Spelling.ProblemOfLanguage(language) is { } problem)
            {
                // Here each has its place; of a rule that has the mistake several times, only the first would be found.
                entry.Report(RuleProblems.WordingForm, entry.PlaceOf(InLanguages.Language), problem);
                of.Include(entry);
                continue;
            }

            if (language is not null && texts.All(text => entry.Node(text.Key) is null))
            {
                entry.Report(RuleProblems.WordingForm, entry.Place, $"it says nothing in {language}. Give {Words.List([.. texts.Select(text => $"'{text.Key.Name}'")], "or")}, or leave the language out.");
            }

            foreach (var (key, english) in texts.Where(text => entry.Node(text.Key) is not null))
            {
                // The keys of an entry have the names of those in English, and nothing else of them.
                var given = key is TextsKey several ? entry.Texts(several) : [.. One(entry.Text((TextKey)key))];
                if (given.Length == english.Count && language is not null)
                {
                    said.AddRange(english.Zip(given, (text, other) => new TextInLanguage(language, text, key is TextKey { HasPlaces: true } ? RuleReader.Message(other)! : other)));
                }
                else if (given.Length > 0 && given.Length != english.Count)
                {
                    entry.Report(RuleProblems.WordingForm, entry.PlaceOf(key), english.Count == 0
                        ? $"'{key.Name}' is there in {language} and not in English, which is for all who have no words of their own. Give it in English too."
                        : string.Create(CultureInfo.InvariantCulture, $"'{key.Name}' has {english.Count} in English and {given.Length} in {language}. Give each of them, in the same order."));
                }
            }

            of.Include(entry);
        }

        return said;
    }

    /// <summary>A text as a list of one; none where it is missing.</summary>
    public static IReadOnlyList<string> One(string? text) => text is null ? [] : [text];

    /// <summary>The same, as what one case of a rule says.</summary>
    public static IEnumerable<TextInLanguage> Of(this IEnumerable<TextInLanguage> texts, string? subject) => texts.Select(text => text with { Subject = subject });
}
