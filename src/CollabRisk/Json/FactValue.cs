using System.Globalization;
using System.Text.Json;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Json;

/// <summary>Reads the value of a fact that is no list of entries.</summary>
internal static class FactValue
{
    public const string DateFormat = "yyyy-MM-dd";

    private const string OrUnknown = ", or null while it is not known";

    /// <summary>The value in the type of the model; null where it is not known, or wrong and reported.</summary>
    public static object? Read(ref JsonTokens tokens, JsonMember member, JsonProblemList problems)
    {
        var fact = member.Fact!;
        return (fact.Type, tokens.Type) switch
        {
            (_, JsonTokenType.Null) when !member.IsRequired => null,
            (FactType.YesNo, JsonTokenType.True) => true,
            (FactType.YesNo, JsonTokenType.False) => false,
            (FactType.Word, JsonTokenType.String) => WordNumber(ref tokens, fact, OrUnknown, problems) is { } word ? fact.ValueOf(word) : null,
            (FactType.Words, JsonTokenType.StartArray) => WordSet(ref tokens, fact, problems),
            (FactType.WholeNumber or FactType.Number, JsonTokenType.Number) => Number(ref tokens, member, problems),
            (FactType.Date, JsonTokenType.String) => Date(ref tokens, member, problems),
            (FactType.Text, JsonTokenType.String) => Text(ref tokens, member, problems),
            _ => Mistaken(ref tokens, Expected(member), problems),
        };
    }

    /// <summary>Reports a value of the wrong kind, with what else there is to say, and skips it.</summary>
    public static object? Mistaken(ref JsonTokens tokens, string expected, JsonProblemList problems, string? hint = null)
    {
        problems.Report(tokens.Start, $"expected {expected}; found {tokens.Found()}.{(hint is null ? "" : $" {hint}")}");
        tokens.Skip();
        return null;
    }

    /// <summary>The day of the calendar that a text writes; null where it writes none.</summary>
    public static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>What may stand in a place, for a message.</summary>
    public static string Expected(JsonMember member) => member switch
    {
        { Fact: null } => "an object with facts",
        { Fact.Type: FactType.YesNo } => "true or false",
        { Fact.Type: FactType.Word } => OneOf(member.Fact),
        { Fact.Type: FactType.Words } => $"a list of words ({Words.List(member.Fact.AllowedWords)})",
        { Fact.Type: FactType.Number } => $"a number{FactValues.Range(member.Fact)}",
        { Fact.Type: FactType.WholeNumber } => $"a whole number{FactValues.Range(member.Fact)}",
        { Fact.Type: FactType.Date } => "a day of the calendar, written as in \"2024-03-31\"",
        { Fact.Type: FactType.List } => "a list of objects",
        _ => "text",
    } + (member.IsRequired ? "" : OrUnknown);

    private static string OneOf(Fact fact) => $"one of the words {Words.List(fact.AllowedWords, "or")}";

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

        var meant = problems.IsFull ? "" : DidYouMean.Sentence(text, fact.AllowedWords);
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
                    problems.Report(tokens.Start, $"the word '{fact.AllowedWords[word]}' stands in this list already. Remove it.");
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
            problems.Report(tokens.Start, string.Create(CultureInfo.InvariantCulture, $"expected a number from {smallest} to {largest}; found {tokens.Found()}."));
            return null;
        }

        return fact.Store.Number(value);
    }

    private static object? Date(ref JsonTokens tokens, JsonMember member, JsonProblemList problems) =>
        tokens.Text() is not { } text ? null
        : DayOf(text) is { } day ? day
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
