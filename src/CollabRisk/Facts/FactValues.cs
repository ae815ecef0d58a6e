using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CollabRisk.Text;

namespace CollabRisk.Facts;

/// <summary>What values a fact takes: checks values of the model, reads what a person types, and says what is expected.</summary>
internal static class FactValues
{
    /// <summary>What a person types for a fact that is not known.</summary>
    public const string UnknownWord = "unknown";

    /// <summary>What people say where a fact is not known; the first is what they are offered.</summary>
    public static IReadOnlyList<string> WordsOfUnknown { get; } = ["don't know", "don’t know", "dont know", "do not know", "not known", UnknownWord];

    /// <summary>Whether a word, as it is written or as it is spoken, is an answer that is not a value, so that no fact can have it.</summary>
    public static bool IsTaken(string word) =>
        new[] { word, Words.Humanize(word) }.Any(text => WordsOfUnknown.Contains(text, StringComparer.OrdinalIgnoreCase) || DoesNotApply.IsMeant(text));

    /// <summary>Characters that a text may have, counted as JSON Schema counts them: by code points.</summary>
    public const int TextLength = 2_000;

    /// <summary>Entries that a list may have: partners, savings. Far above every real case; it keeps hostile input cheap.</summary>
    public const int Entries = 1_000;

    /// <summary>The smallest and the largest number that the fact takes.</summary>
    public static (decimal Smallest, decimal Largest) Limits(Fact fact) => fact.Type is FactType.WholeNumber
        ? (fact.Minimum ?? int.MinValue, fact.Maximum ?? int.MaxValue)
        : (fact.Minimum ?? -Fact.LargestNumber, fact.Maximum ?? Fact.LargestNumber);

    /// <summary>The codes of the smallest and the largest number or day that the fact takes.</summary>
    public static (long Smallest, long Largest) CodeLimits(Fact fact) => fact.Type is FactType.Date
        ? (DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber)
        : (Fact.Encode(Limits(fact).Smallest), Fact.Encode(Limits(fact).Largest));

    /// <summary>Whether the fact takes the number. One with more than four decimals is taken, and counts as the nearest with four.</summary>
    public static bool Takes(Fact fact, decimal number)
    {
        var (smallest, largest) = Limits(fact);
        return number >= smallest && number <= largest && (fact.Type is not FactType.WholeNumber || decimal.IsInteger(number));
    }

    /// <summary>Whether a text is short enough.</summary>
    public static bool Takes(string text) => text.Length <= TextLength || text.EnumerateRunes().Count() <= TextLength;

    /// <summary>Whether the fact takes the value; one that means the same in the type of the model takes its place.</summary>
    public static bool Accepts(Fact fact, [NotNullWhen(true)] ref object? value)
    {
        if (value is DoesNotApply)
        {
            return fact.MayNotApply;
        }

        var type = fact.Store.ValueType;
        value = value switch
        {
            string name when fact == FactRegistry.Default.PartnerName => Names.Normalized(name),
            int whole when type == typeof(decimal) => (decimal)whole,
            IEnumerable<string> words and not WordSet when type == typeof(WordSet) && words.All(ExtensionForm.IsWord) => WordSet.Create([.. words]),
            _ => value,
        };
        if (value is string added && fact.TakesMoreWords)
        {
            return fact.NumberOf(added) >= fact.OwnWordCount;
        }

        return value?.GetType() == type && fact.Type switch
        {
            FactType.Word => fact.NumberOf($"{value}") >= 0,
            FactType.Words => ((System.Collections.IEnumerable)value).Cast<object>().All(word => fact.NumberOf($"{word}") >= 0),
            FactType.WholeNumber or FactType.Number => Takes(fact, Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
            FactType.Text => Takes((string)value) && !Unseen.HasHalfOfPair((string)value) && DoesNotApply.ProblemOfText(fact, value) is null && (fact != FactRegistry.Default.PartnerName || Names.ProblemOf((string)value) is null),
            _ => true,
        };
    }

    /// <summary>What is wrong with giving a fact a value, known or not; null where nothing is. The value is brought into the type of the model.</summary>
    public static string? ProblemOf(Fact fact, ref object? value)
    {
        if (fact.IsDerived)
        {
            return $"it follows from {Words.List(DerivedFacts.SourcesOf(fact))} and is never given. Change those.";
        }

        if (value is not { } given)
        {
            return fact == FactRegistry.Default.PartnerName ? "a partner always has a name. Give one." : null;
        }

        return Accepts(fact, ref value) ? null
            : given is DoesNotApply ? DoesNotApply.Never(fact)
            : fact.Type is FactType.Text && DoesNotApply.ProblemOfText(fact, value) is { } answer ? answer
            : fact == FactRegistry.Default.PartnerName && value is string name && Names.ProblemOf(name) is { } unsound ? unsound
            : value is string half && Unseen.HasHalfOfPair(half) ? Mistake(fact, half)
            : given is string && fact.TakesMoreWords || given.GetType() == fact.Store.ValueType || value?.GetType() == fact.Store.ValueType ? NotTaken(fact, Shown.Name(Write(fact, given)))
            : $"it takes {Expected(fact)}, not a value of type {given.GetType().Name}.";
    }

    /// <summary>Reads a value that a person typed, or says what is wrong with it; of the value itself, only its form.</summary>
    public static string? Read(Fact fact, string text, out object? value)
    {
        value = null;
        if (text.Length == 0)
        {
            return $"there is no value. Give {Asked(fact)}.";
        }

        if (IsSame(text, UnknownWord))
        {
            return null;
        }

        // A text may say "n/a" in its own words.
        if (fact.Type is FactType.Text ? fact.MayNotApply && IsSame(text, DoesNotApply.Word) : DoesNotApply.IsMeant(text))
        {
            value = DoesNotApply.Here;
            return null;
        }

        switch (fact.Type)
        {
            case FactType.YesNo:
                value = IsSame(text, "yes") || IsSame(text, "true") ? true : IsSame(text, "no") || IsSame(text, "false") ? false : null;
                break;
            case FactType.Word:
                value = WordOf(fact, text) is var word and >= 0 ? fact.ValueOf(word) : null;
                break;
            case FactType.Words:
                var inside = text.StartsWith('[') && text.EndsWith(']') ? text[1..^1] : text;
                var words = inside.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                if (Array.Find(words, one => WordOf(fact, one) < 0) is { } wrong)
                {
                    return NotTaken(fact, wrong);
                }

                value = fact.ValueOf(words.Aggregate(0L, (bits, one) => bits | 1L << WordOf(fact, one)));
                break;
            case FactType.WholeNumber:
                value = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;
                break;
            case FactType.Number:
                value = decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
                break;
            case FactType.Date:
                value = CalendarDay.Read(text);
                break;
            case FactType.Text:
                value = text is ['"', .. var quoted, '"'] ? quoted : text;
                break;
            default:
                return "a list cannot be written as text. Change its entries one by one, or the list in code.";
        }

        return value is null ? NotTaken(fact, text) : null;
    }

    /// <summary>A value as <see cref="Read"/> takes it; of a list, only the number of its entries.</summary>
    public static string Write(Fact fact, object? value) => value switch
    {
        null => UnknownWord,
        bool yes => yes ? "yes" : "no",
        DoesNotApply => DoesNotApply.Word,
        string text => text.Length == 0 || text != text.Trim() || text[0] == '"' || IsSame(text, UnknownWord) || IsSame(text, DoesNotApply.Word) ? $"\"{text}\"" : text,
        DateOnly day => CalendarDay.Write(day),
        System.Collections.IEnumerable words when fact.Type == FactType.Words => $"[{string.Join(", ", words.Cast<object>())}]",
        System.Collections.IEnumerable list => string.Create(CultureInfo.InvariantCulture, $"a list of {list.Cast<object>().Count()}"),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
    };

    /// <summary>What values there are, for a message.</summary>
    public static string Expected(Fact fact) => fact.Type switch
    {
        FactType.YesNo => "yes or no",
        FactType.Word => Words.List(fact.AllowedWords, "or"),
        FactType.Words => $"any of {Words.List(fact.AllowedWords)} as [A, B], or []",
        FactType.WholeNumber or FactType.Number => NumberWithin(fact),
        FactType.Date => "a day such as 2024-03-31",
        FactType.Text => "a text",
        _ => "a list",
    };

    /// <summary>What can be given, for a message: a value, or one of the answers that are none.</summary>
    public static string Asked(Fact fact) =>
        fact.MayNotApply ? $"{Expected(fact)}, '{UnknownWord}' or '{DoesNotApply.Word}'" : $"{Expected(fact)}, or '{UnknownWord}'";

    public static bool IsSame(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    /// <summary>That a text is not a value of the fact, and what is.</summary>
    public static string NotTaken(Fact fact, string value)
    {
        var sentence = $"'{value}' is not a valid value for this fact. Give {Asked(fact)}.";
        return sentence + DidYouMean.Sentence(value, fact.AllowedWords);
    }

    /// <summary>"a number", with the limits that the fact has of its own.</summary>
    public static string NumberWithin(Fact fact) => (fact.Type is FactType.WholeNumber ? "a whole number" : "a number") + (fact.Minimum, fact.Maximum) switch
    {
        ({ } least, { } most) => string.Create(CultureInfo.InvariantCulture, $" from {least} to {most}"),
        ({ } least, null) => string.Create(CultureInfo.InvariantCulture, $" of at least {least}"),
        (null, { } most) => string.Create(CultureInfo.InvariantCulture, $" of at most {most}"),
        _ => "",
    };

    /// <summary>What is wrong with a value that the fact cannot have, as a sentence with what it can.</summary>
    public static string Mistake(Fact fact, object? value)
    {
        if (fact.Type is FactType.Text && DoesNotApply.ProblemOfText(fact, value) is { } answer)
        {
            return answer;
        }

        if (value is string half && Unseen.HasHalfOfPair(half))
        {
            return $"{Shown.Value(half)} has half of a surrogate pair. Write the whole character.";
        }

        var shown = value is string text ? Shown.Name(text) : Write(fact, value);
        var written = value is string && fact.Type != FactType.Text ? $"'{shown}'" : shown;
        var spelled = fact is { Owner.IsExtensions: true, Type: FactType.YesNo } ? ", which are written true and false" : "";
        return $"{written} is not {Held(fact)}{spelled}.{DidYouMean.Sentence(shown, fact.AllowedWords)}";
    }

    /// <summary>What values there are, for a message about one that the model cannot hold: with the limits that every number, text or list has.</summary>
    public static string Held(Fact fact) => fact.Type switch
    {
        FactType.Word => $"one of {Words.List(fact.AllowedWords, "or")}",
        FactType.WholeNumber or FactType.Number => string.Create(CultureInfo.InvariantCulture, $"{(fact.Type is FactType.WholeNumber ? "a whole number" : "a number")} from {Limits(fact).Smallest} to {Limits(fact).Largest}"),
        FactType.Text => string.Create(CultureInfo.InvariantCulture, $"a text of at most {TextLength} characters"),
        FactType.List => string.Create(CultureInfo.InvariantCulture, $"a list of at most {Entries} entries"),
        _ => Expected(fact),
    };

    /// <summary>
    /// The number of a word, written <c>NonLead</c>, "non lead" or as it is spoken, "non-lead"; -1 where there is none. The prefix of a word that a
    /// pack adds may be left out where no other word is called so.
    /// </summary>
    /// <remarks>As it is written comes first: that is the same in every language.</remarks>
    public static int WordOf(Fact fact, string text)
    {
        var word = text.Replace(" ", "", StringComparison.Ordinal);
        for (var i = 0; i < fact.AllowedWords.Count; i++)
        {
            if (IsSame(fact.AllowedWords[i], word))
            {
                return i;
            }
        }

        for (var i = 0; i < fact.AllowedWords.Count; i++)
        {
            var spoken = fact.SpokenWords[i];
            if (IsSame(spoken, text) || (i >= fact.OwnWordCount && IsSame(spoken.Replace(" ", "", StringComparison.Ordinal), word)))
            {
                return i;
            }
        }

        return -1;
    }
}
