using System.Globalization;
using System.Text.Json;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Json;

/// <summary>Reads and writes the remarks on facts: a list of objects with the path of the fact, who, when, evidence and note.</summary>
internal static class RemarkJson
{
    /// <summary>The property of a collaboration that has them.</summary>
    public const string Property = "remarks";

    /// <summary>How many remarks a collaboration may have; it keeps hostile input cheap.</summary>
    public const int Most = 2_000;

    /// <summary>The properties of a remark, each with its meaning.</summary>
    public static readonly IReadOnlyList<(string Name, string Meaning)> Properties =
    [
        ("fact", "The path of the fact, such as vision.exists, or partners[Fire Service].role for a partner's."),
        ("by", "Who said it."),
        ("on", "On which day it was said."),
        ("evidence", "On what evidence: a document, minutes, an observation."),
        ("note", "Anything else that is worth keeping."),
    ];

    private static readonly string[] Names = [.. Properties.Select(property => property.Name)];

    public static void Write(Utf8JsonWriter json, FactRemarks remarks)
    {
        if (remarks.Count == 0)
        {
            return;
        }

        json.WriteList(Property, remarks, WriteRemark);
    }

    public static void WriteRemark(Utf8JsonWriter json, FactRemark remark)
    {
        json.WriteString("fact", remark.Fact);
        foreach (var (name, text) in new[] { ("by", remark.By), ("on", remark.On is { } day ? CalendarDay.Write(day) : null), ("evidence", remark.Evidence), ("note", remark.Note) })
        {
            if (text is not null)
            {
                json.WriteString(name, text);
            }
        }
    }

    public static FactRemarks Read(ref JsonTokens tokens, JsonProblemList problems)
    {
        if (tokens.Type is not JsonTokenType.StartArray)
        {
            if (tokens.Type is not JsonTokenType.Null)
            {
                FactValue.Mistaken(ref tokens, "a list of remarks", problems);
            }

            return FactRemarks.None;
        }

        var start = tokens.Start;
        var remarks = new List<FactRemark>();
        var count = 0;
        for (; tokens.Advance() && tokens.Type is not JsonTokenType.EndArray; count++)
        {
            problems.Enter(count);
            if (count >= Most)
            {
                tokens.Skip();
            }
            else if (tokens.Type is not JsonTokenType.StartObject)
            {
                FactValue.Mistaken(ref tokens, "an object with 'fact', and who, when, evidence or note", problems);
            }
            else if (ReadRemark(ref tokens, problems) is { } remark)
            {
                remarks.Add(remark);
            }

            problems.Leave();
        }

        if (count > Most)
        {
            problems.Report(start, string.Create(CultureInfo.InvariantCulture, $"there are {count} remarks; at most {Most} are read."));
        }

        return FactRemarks.Create([.. remarks]);
    }

    private static FactRemark? ReadRemark(ref JsonTokens tokens, JsonProblemList problems)
    {
        var start = tokens.Start;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        DateOnly? on = null;
        while (tokens.NextProperty(Names, seen) is { } name)
        {
            texts[name] = tokens.Type is JsonTokenType.Null ? null : ReadText(ref tokens, name, ref on, problems);
            problems.Leave();
        }

        if (texts.GetValueOrDefault("fact") is not { } fact)
        {
            if (!seen.Contains("fact"))
            {
                problems.Report(start, "'fact' is missing. Give the path of the fact that the remark is about.");
            }

            return null;
        }

        return new FactRemark(fact) { By = texts.GetValueOrDefault("by"), On = on, Evidence = texts.GetValueOrDefault("evidence"), Note = texts.GetValueOrDefault("note") };
    }

    private static string? ReadText(ref JsonTokens tokens, string name, ref DateOnly? on, JsonProblemList problems)
    {
        if (tokens.Type is not JsonTokenType.String)
        {
            FactValue.Mistaken(ref tokens, name == "on" ? "a day of the calendar, written as in \"2024-03-31\"" : "text", problems);
            return null;
        }

        if (tokens.Text() is not { } text)
        {
            return null;
        }

        if (name == "on")
        {
            on = CalendarDay.Read(text);
            if (on is null)
            {
                FactValue.Mistaken(ref tokens, "a day of the calendar, written as in \"2024-03-31\"", problems);
            }

            return text;
        }

        if (!FactValues.Takes(text))
        {
            problems.Report(tokens.Start, string.Create(CultureInfo.InvariantCulture, $"the text {Shown.Value(text)} has {text.EnumerateRunes().Count()} characters; at most {FactValues.TextLength} are allowed."));
            return null;
        }

        if (name == "fact" && ProblemOf(text) is { } problem)
        {
            problems.Report(tokens.Start, problem);
            return null;
        }

        return text;
    }

    /// <summary>What is wrong with the path of a fact; null where nothing is. Facts that packs declare are known only next to a rule book.</summary>
    private static string? ProblemOf(string path)
    {
        if (FactRegistry.NameAmongExtensions(path) is not null)
        {
            return null;
        }

        var plain = FactPlace.WithoutName(path);
        return FactRegistry.Default.Find(plain) is not null ? null
            : $"no fact has the path {Shown.Value(path)}.{(FactRegistry.Default.Nearest(plain) is { } near ? $" Did you mean '{near.Path}'?" : "")}";
    }
}
