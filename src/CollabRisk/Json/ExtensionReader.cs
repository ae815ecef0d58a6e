using System.Globalization;
using System.Text.Json;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Json;

/// <summary>
/// Reads the facts that packs declare: objects by prefix, with values by name, or with groups of them by name. Which of them there are, and which values each
/// takes, shows only next to a rule book; without one only their form is looked at.
/// </summary>
/// <param name="path">What the paths of these facts begin with.</param>
/// <param name="declared">The facts of a rule book; null without one.</param>
internal readonly struct ExtensionReader(string path, FactRegistry? declared)
{
    /// <summary>What may be in the place of a value.</summary>
    private const string Expected =
        "true or false, a number, a word, a list of words, or a day written as in \"2024-03-31\", \"does not apply\", or null while it is not known";

    /// <summary>Reads the extensions; none where they are null, or no object, which is reported.</summary>
    public FactExtensions Read(ref JsonTokens tokens, JsonProblemList problems)
    {
        var extensions = FactExtensions.None;
        var prefixes = new HashSet<string>(StringComparer.Ordinal);
        if (!IsObject(ref tokens, "an object with the prefixes of facts that packs declare", problems))
        {
            return extensions;
        }

        while (Enter(ref tokens, prefixes, problems) is { } prefix)
        {
            if (IsObject(ref tokens, "an object with the facts of this prefix", problems))
            {
                extensions = ReadBelow(prefix, extensions, mayHaveGroups: true, ref tokens, problems);
            }

            problems.Leave();
        }

        return extensions;
    }

    /// <summary>Reads what is below a prefix, or below a group in it.</summary>
    private FactExtensions ReadBelow(string above, FactExtensions extensions, bool mayHaveGroups, ref JsonTokens tokens, JsonProblemList problems)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (Enter(ref tokens, names, problems) is { } name)
        {
            extensions = mayHaveGroups && tokens.Type is JsonTokenType.StartObject
                ? ReadBelow($"{above}.{name}", extensions, mayHaveGroups: false, ref tokens, problems)
                : ReadFact($"{above}.{name}", extensions, ref tokens, problems);
            problems.Leave();
        }

        return extensions;
    }

    private FactExtensions ReadFact(string name, FactExtensions extensions, ref JsonTokens tokens, JsonProblemList problems)
    {
        var at = tokens.Start;
        var value = Value(ref tokens, problems);
        if (declared?.Find(path + name) is { } fact && fact.Read(FactExtensions.None.With(name, value)) == Fact.Invalid)
        {
            problems.Report(at, FactValues.Mistake(fact, value));
        }

        return extensions.With(name, value);
    }

    private static bool IsObject(ref JsonTokens tokens, string expected, JsonProblemList problems)
    {
        if (tokens.Type is not (JsonTokenType.StartObject or JsonTokenType.Null))
        {
            FactValue.Mistaken(ref tokens, $"{expected}, or null while none is known", problems);
        }

        return tokens.Type is JsonTokenType.StartObject;
    }

    /// <summary>Moves to the value of the next property and enters it; null at the end of the object. What cannot be a name is reported and skipped.</summary>
    private static string? Enter(ref JsonTokens tokens, HashSet<string> seen, JsonProblemList problems)
    {
        while (tokens.Advance() && tokens.Type is not JsonTokenType.EndObject)
        {
            var start = tokens.Start;
            var name = tokens.Text();
            problems.Enter(name ?? "");
            var isName = name is not null && ExtensionForm.IsNamePart(name);
            if (name is not null && !isName)
            {
                problems.Report(start, $"{Shown.Value(name)} is not a name. {ExtensionForm.OfNameParts}");
            }
            else if (name is not null && !seen.Add(name))
            {
                problems.Report(start, $"'{name}' appears twice in this object. Remove one of them.");
            }

            if (tokens.Advance())
            {
                if (isName)
                {
                    return name;
                }

                tokens.Skip();
            }

            problems.Leave();
        }

        return null;
    }

    /// <summary>A value that <see cref="FactExtensions"/> can keep; null where it is not known, or wrong and reported.</summary>
    private static object? Value(ref JsonTokens tokens, JsonProblemList problems) => tokens.Type switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number => Number(ref tokens, problems),
        JsonTokenType.String => WordOrDay(ref tokens, problems),
        JsonTokenType.StartArray => WordSet(ref tokens, problems),
        _ => FactValue.Mistaken(ref tokens, Expected, problems),
    };

    private static object? Number(ref JsonTokens tokens, JsonProblemList problems)
    {
        if (!JsonNumber.TryRead(tokens.Bytes, out var value, out _) || Math.Abs(value) > Fact.LargestNumber)
        {
            return FactValue.Mistaken(
                ref tokens, string.Create(CultureInfo.InvariantCulture, $"a number from {-Fact.LargestNumber} to {Fact.LargestNumber}"), problems);
        }

        return value;
    }

    private static object? WordOrDay(ref JsonTokens tokens, JsonProblemList problems) =>
        tokens.Text() is not { } text ? null
        : ExtensionForm.IsWord(text) ? text
        : CalendarDay.Read(text) is { } day ? day
        : text == DoesNotApply.Word ? DoesNotApply.Here
        : FactValue.Mistaken(ref tokens, Expected, problems, CalendarDay.IsWrittenAsOne(text) ? "The calendar has no such day." : ExtensionForm.OfWords);

    private static WordSet WordSet(ref JsonTokens tokens, JsonProblemList problems)
    {
        var start = tokens.Start;
        var words = new HashSet<string>(StringComparer.Ordinal);
        var count = 0;
        for (; tokens.Advance() && tokens.Type is not JsonTokenType.EndArray; count++)
        {
            problems.Enter(count);
            if (tokens.Type is not JsonTokenType.String)
            {
                FactValue.Mistaken(ref tokens, "a word", problems);
            }
            else if (tokens.Text() is { } text)
            {
                if (!ExtensionForm.IsWord(text))
                {
                    FactValue.Mistaken(ref tokens, "a word", problems, ExtensionForm.OfWords);
                }
                else if (!words.Add(text))
                {
                    problems.Report(tokens.Start, $"the word '{text}' is in this list already. Remove it.");
                }
            }

            problems.Leave();
        }

        if (count > ExtensionForm.MostWords)
        {
            problems.Report(start, string.Create(CultureInfo.InvariantCulture, $"{count} words are given; at most {ExtensionForm.MostWords} are allowed."));
        }

        return Facts.WordSet.Create([.. words]);
    }
}
