using System.Text.Json;
using CollabRisk.Facts;
using CollabRisk.Json;
using CollabRisk.Rules;

namespace CollabRisk.Questions;

/// <summary>Reads other words for questions from JSON, and reports everything that is wrong with them.</summary>
internal static class QuestionWordingReader
{
    private static readonly string[] Properties = ["question", "codingNote", "allowedAnswers", "reason"];

    public static JsonReading<QuestionWording> Read(ReadOnlySpan<byte> json, FactRegistry facts)
    {
        if (json.Length > JsonLimits.Bytes)
        {
            return new(null, [new JsonProblem(1, 1, "", $"the text is too large: at most {JsonLimits.Bytes} bytes are read.")]);
        }

        json = json.StartsWith("\uFEFF"u8) ? json[3..] : json;
        var problems = new JsonProblemList();
        var words = new Dictionary<string, QuestionWords>(StringComparer.Ordinal);
        string? language = null;
        if (json.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            problems.Report(0, "the text is empty. A wording that changes nothing is written {}.");
        }
        else
        {
            var tokens = new JsonTokens(json, isWhole: true, problems, kind: "wording", deepest: "two", depth: 2);
            if (tokens.Advance())
            {
                Read(ref tokens, words, ref language, facts, problems);
            }
        }

        return problems.Any ? new(null, problems.Locate(json)) : new(QuestionWording.Of(words, language), []);
    }

    private static void Read(ref JsonTokens tokens, Dictionary<string, QuestionWords> words, ref string? language, FactRegistry facts, JsonProblemList problems)
    {
        if (tokens.Type is not JsonTokenType.StartObject)
        {
            FactValue.Mistaken(ref tokens, "an object with the paths of facts and their questions", problems);
            return;
        }

        var hasLanguage = false;
        while (tokens.Advance() && tokens.Type is not JsonTokenType.EndObject)
        {
            var at = tokens.Start;
            var path = tokens.Text() ?? "";
            problems.Enter(path);
            if (tokens.Advance())
            {
                if (path is "$schema" or "$comment")
                {
                    tokens.Skip();
                }
                else if (path == "$language")
                {
                    if (hasLanguage)
                    {
                        problems.Report(at, "the language is there twice. Remove one of the two.");
                    }

                    hasLanguage = true;
                    language = Language(ref tokens, problems);
                }
                else
                {
                    if (facts.Find(path) is null)
                    {
                        problems.Report(at, $"there is no such fact.{(facts.Nearest(path) is { } near ? $" Did you mean '{near.Path}'?" : "")}");
                    }

                    if (Words(ref tokens, problems) is { } read && !words.TryAdd(path, read))
                    {
                        problems.Report(at, "the fact is there twice. Remove one of the two.");
                    }
                }
            }

            problems.Leave();
        }

        // Reports whatever follows the end.
        _ = tokens.Type is JsonTokenType.EndObject && tokens.Advance();
    }

    private static QuestionWords? Words(ref JsonTokens tokens, JsonProblemList problems)
    {
        var start = tokens.Start;
        if (tokens.Type is JsonTokenType.String)
        {
            return Text(ref tokens, isQuestion: true, problems) is { } only ? new(only) : null;
        }

        if (tokens.Type is not JsonTokenType.StartObject)
        {
            FactValue.Mistaken(ref tokens, $"the question as text, or an object with {CollabRisk.Text.Words.List(Properties)}", problems);
            return null;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var read = new Dictionary<string, string?>(StringComparer.Ordinal);
        while (tokens.NextProperty(Properties, seen) is { } name)
        {
            read.Add(name, Text(ref tokens, isQuestion: name == "question", problems));
            problems.Leave();
        }

        if (!seen.Contains("question"))
        {
            problems.Report(start, "'question' is missing. Give it, or leave the fact out.");
        }

        return read.GetValueOrDefault("question") is not { } question ? null : new(question)
        {
            CodingNote = read.GetValueOrDefault("codingNote"),
            AllowedAnswers = read.GetValueOrDefault("allowedAnswers"),
            Reason = read.GetValueOrDefault("reason"),
        };
    }

    /// <summary>The tag of a language; null, and reported, where it is not one.</summary>
    private static string? Language(ref JsonTokens tokens, JsonProblemList problems)
    {
        var start = tokens.Start;
        var tag = Text(ref tokens, isQuestion: false, problems);
        if (tag is null || Spelling.IsLanguage(tag))
        {
            return tag;
        }

        problems.Report(start, Spelling.NotALanguage(tag));
        return null;
    }

    /// <summary>A text; null, and reported, where it is none, or blank where it must not be.</summary>
    private static string? Text(ref JsonTokens tokens, bool isQuestion, JsonProblemList problems)
    {
        if (tokens.Type is not JsonTokenType.String)
        {
            FactValue.Mistaken(ref tokens, "text", problems);
            return null;
        }

        if (tokens.Text() is not { } text)
        {
            return null;
        }

        if (isQuestion && string.IsNullOrWhiteSpace(text))
        {
            problems.Report(tokens.Start, "the question is blank. Write one, or leave the fact out.");
            return null;
        }

        if (!FactValues.Takes(text))
        {
            problems.Report(tokens.Start, $"the text is too long: at most {FactValues.TextLength} characters are allowed.");
            return null;
        }

        return text;
    }
}
