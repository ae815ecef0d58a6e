using System.Globalization;
using System.Text.Json;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Json;

/// <summary>How the value of a fact is read from JSON and written to it.</summary>
internal static class FactValue
{
    private const string OrUnknown = ", or null while it is not known";

    /// <summary>The value in the type of the model, or that the fact does not apply; null where it is not known, or wrong and reported.</summary>
    public static object? Read(ref JsonTokens tokens, JsonMember member, JsonProblemList problems)
    {
        var fact = member.Fact!;
        return (fact.Type, tokens.Type) switch
        {
            (_, JsonTokenType.Null) when !member.IsRequired => null,
            (_, JsonTokenType.String) when tokens.Bytes.SequenceEqual("does not apply"u8) && fact.MayNotApply => DoesNotApply.Here,
            (FactType.Word, JsonTokenType.String) when fact.TakesMoreWords && tokens.Bytes.Contains((byte)'.') && tokens.Text() is { } text && ExtensionForm.IsAddedWord(text) => text,
            (FactType.YesNo, JsonTokenType.True) => true,
            (FactType.YesNo, JsonTokenType.False) => false,
            (FactType.Word, JsonTokenType.String) => WordNumber(ref tokens, fact, OrUnknown, problems) is { } word ? fact.ValueOf(word) : null,
            (FactType.Words, JsonTokenType.StartArray) => WordSet(ref tokens, fact, problems),
            (FactType.WholeNumber or FactType.Number, JsonTokenType.Number) => Number(ref tokens, member, problems),
            (FactType.Date, JsonTokenType.String) => Date(ref tokens, member, problems),
            (FactType.Text, JsonTokenType.String) => Text(ref tokens, member, problems),
            _ => Mistaken(ref tokens, Expected(member), problems, tokens.Type is JsonTokenType.String ? OfDoesNotApply(fact, tokens.Text()) : null),
        };
    }

    /// <summary>How to write what a text seems to mean, where it means that the fact does not apply; otherwise null.</summary>
    private static string? OfDoesNotApply(Fact fact, string? text) => text is null || !DoesNotApply.IsMeant(text) ? null
        : fact.MayNotApply ? $"Write \"{DoesNotApply.Word}\" where it does not apply."
        : "This fact always applies.";

    /// <summary>Reports a value of the wrong kind, with what else there is to say, and skips it.</summary>
    public static object? Mistaken(ref JsonTokens tokens, string expected, JsonProblemList problems, string? hint = null)
    {
        problems.Report(tokens.Start, $"expected {expected}; found {tokens.Found()}.{(hint is null ? "" : $" {hint}")}");
        tokens.Skip();
        return null;
    }

    /// <summary>Writes the value of a fact: as the collaboration has it, of the partners their names, and null where it is not known.</summary>
    public static void Write(Utf8JsonWriter writer, Fact fact, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case FactList<Partner> partners:
                Write(writer, partners.Select(partner => partner.Name).Order(Names.Order), fact.Path, entry: null);
                break;
            default:
                Write(writer, value, fact.Path, fact.Type == FactType.List ? JsonShape.Collaboration.MemberOf(fact).Shape : null);
                break;
        }
    }

    /// <summary>Writes what rules see of a value; of texts and lists a code says only whether there is anything.</summary>
    public static void WriteCode(Utf8JsonWriter writer, Fact fact, long code)
    {
        // Most facts are answered with yes, no, a word or a whole number, which need no value of the model to be made for them.
        switch (fact.Type)
        {
            case FactType.YesNo when Fact.IsValue(code):
                writer.WriteBooleanValue(code == 1);
                break;
            case FactType.Word when Fact.IsValue(code):
                writer.WriteStringValue(fact.AllowedWords[(int)code]);
                break;
            case FactType.Number or FactType.WholeNumber when Fact.IsValue(code) && Math.DivRem(code, Fact.Encode(1)) is (var whole, 0):
                writer.WriteNumberValue(whole);
                break;
            case FactType.Text or FactType.List when Fact.IsValue(code):
                writer.WriteStringValue(fact.InWords(code));
                break;
            default:
                Write(writer, fact, code == Fact.Unknown ? null : fact.ValueOf(code));
                break;
        }
    }

    /// <summary>Writes a value of the model.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    /// <param name="path">The fact that has it, for messages.</param>
    /// <param name="entry">What the entries of a list are made of; null for every other value.</param>
    public static void Write(Utf8JsonWriter writer, object value, string path, JsonShape? entry)
    {
        switch (value)
        {
            case DoesNotApply:
                writer.WriteStringValue(DoesNotApply.Word);
                break;
            case bool yes:
                writer.WriteBooleanValue(yes);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case Enum word when Enum.IsDefined(word.GetType(), word):
                writer.WriteStringValue($"{word}");
                break;
            case Enum word:
                throw new ArgumentException($"{path}: '{word}' has a value that {word.GetType().Name} has no word for.");
            case DateOnly day:
                writer.WriteStringValue(CalendarDay.Write(day));
                break;
            case System.Collections.IEnumerable entries:
                writer.WriteStartArray();
                foreach (var each in entries)
                {
                    if (entry is not null)
                    {
                        CollaborationWriter.Write(writer, each, entry);
                    }
                    else
                    {
                        writer.WriteStringValue($"{each}");
                    }
                }

                writer.WriteEndArray();
                break;
            default:
                // Numbers are written from the value, not from its code, which keeps four decimals; equal numbers look
                // equal, whatever zeros are at their end.
                writer.WriteRawValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString("0.############################", CultureInfo.InvariantCulture));
                break;
        }
    }

    /// <summary>What may be in a place, for a message.</summary>
    public static string Expected(JsonMember member) => member switch
    {
        { Fact: null } => "an object with facts",
        { Fact.Type: FactType.YesNo } => "true or false",
        { Fact.Type: FactType.Word } => OneOf(member.Fact),
        { Fact.Type: FactType.Words } => $"a list of words ({Words.List(member.Fact.AllowedWords)})",
        { Fact.Type: FactType.Number or FactType.WholeNumber } => FactValues.NumberWithin(member.Fact),
        { Fact.Type: FactType.Date } => "a day of the calendar, written as in \"2024-03-31\"",
        { Fact.Type: FactType.List } => "a list of objects",
        _ => "text",
    } + (member.IsRequired ? "" : OrUnknown);

    private static string OneOf(Fact fact) => $"one of the words {Words.List(fact.AllowedWords, "or")}{(fact.TakesMoreWords ? ", or a word that a pack adds, with its prefix, such as 'gdn.HousingAssociation'" : "")}";

    private static int? WordNumber(ref JsonTokens tokens, Fact fact, string orElse, JsonProblemList problems)
    {
        if (tokens.Text() is not { } text)
        {
            return null;
        }

        if (fact.NumberOf(text) is var number and >= 0)
        {
            return number;
        }

        var meant = problems.IsFull ? "" : OfDoesNotApply(fact, text) is { } write ? $" {write}" : DidYouMean.Sentence(text, fact.AllowedWords);
        problems.Report(tokens.Start, $"expected {OneOf(fact)}{orElse}; found the text {Shown.Value(text)}.{meant}");
        return null;
    }

    private static object WordSet(ref JsonTokens tokens, Fact fact, JsonProblemList problems)
    {
        var bits = 0L;
        for (var i = 0; tokens.Advance() && tokens.Type is not JsonTokenType.EndArray; i++)
        {
            problems.Enter(i);
            if (tokens.Type is not JsonTokenType.String)
            {
                Mistaken(ref tokens, OneOf(fact), problems);
            }
            else if (WordNumber(ref tokens, fact, orElse: "", problems) is { } word)
            {
                var bit = 1L << word;
                if ((bits & bit) != 0)
                {
                    problems.Report(tokens.Start, $"the word '{fact.AllowedWords[word]}' is in this list already. Remove it.");
                }

                bits |= bit;
            }

            problems.Leave();
        }

        return fact.ValueOf(bits);
    }

    private static object? Number(ref JsonTokens tokens, JsonMember member, JsonProblemList problems)
    {
        var fact = member.Fact!;
        var isInReach = JsonNumber.TryRead(tokens.Bytes, out var value, out var isWhole);
        if (isInReach && ((fact.Type is FactType.WholeNumber && !isWhole) || value < fact.Minimum || value > fact.Maximum))
        {
            return Mistaken(ref tokens, Expected(member), problems);
        }

        var (smallest, largest) = FactValues.Limits(fact);
        if (!isInReach || value < smallest || value > largest)
        {
            problems.Report(tokens.Start, $"expected {FactValues.Held(fact)}; found {tokens.Found()}.");
            return null;
        }

        return fact.Store.Number(value);
    }

    private static object? Date(ref JsonTokens tokens, JsonMember member, JsonProblemList problems) =>
        tokens.Text() is not { } text ? null
        : CalendarDay.Read(text) is { } day ? day
        : Mistaken(ref tokens, Expected(member), problems);

    private static string? Text(ref JsonTokens tokens, JsonMember member, JsonProblemList problems)
    {
        var fact = member.Fact!;
        if (tokens.Text() is not { } text)
        {
            return null;
        }

        if (!FactValues.Takes(text))
        {
            problems.Report(tokens.Start, string.Create(CultureInfo.InvariantCulture, $"the text {Shown.Value(text)} has {text.EnumerateRunes().Count()} characters; at most {FactValues.TextLength} are allowed."));
            return null;
        }

        if (DoesNotApply.ProblemOfText(fact, text) is { } answer)
        {
            problems.Report(tokens.Start, answer);
            return null;
        }

        if (fact == FactRegistry.Default.PartnerName && Names.ProblemOf(Names.Normalized(text)) is { } problem)
        {
            problems.Report(tokens.Start, problem);
            return null;
        }

        if (member.IsName && string.IsNullOrWhiteSpace(text))
        {
            problems.Report(tokens.Start, $"a name must not be empty or blank; found the text {Shown.Value(text)}.{(member.IsRequired ? "" : " Leave it out where there is none.")}");
            return null;
        }

        return text;
    }
}
