using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CollabRisk.Json;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Records;

/// <summary>Reads one decision record in one pass, and reports everything that is wrong with it.</summary>
internal ref partial struct DecisionRecordReader
{
    private const int MaxBytes = 64 << 20;


    private static readonly string[] Properties =
        ["schema", "library", "at", "facts", "factsDigest", "packs", "ruleBookDigest", "overrides", "overridesAsOf", "assessment"];

    private static readonly string[] PackProperties = ["id", "version"];

    private static readonly string[] OverrideProperties =
        ["code", "level", "reason", "kind", "subject", "direction", "because", "author", "expires", "pack"];

    /// <summary>What an override may have no value of.</summary>
    private static readonly string[] Optional = ["level", "subject", "direction", "because", "author", "expires", "pack"];

    private static readonly Dictionary<string, string[]> WordsOf = new(StringComparer.Ordinal)
    {
        ["level"] = [nameof(Level.Low), nameof(Level.Moderate), nameof(Level.High)],
        ["kind"] = Enum.GetNames<OverrideKind>(),
        ["direction"] = Enum.GetNames<Direction>(),
    };

    private readonly ReadOnlySpan<byte> json;
    private readonly JsonProblemList problems;
    private readonly List<PackReference> packs = [];
    private readonly List<RuleOverride> overrides = [];
    private JsonTokens tokens;
    private string library = "";
    private DateTimeOffset? at;
    private Collaboration facts = new();
    private string factsDigest = "";
    private string ruleBookDigest = "";
    private DateOnly? overridesAsOf;
    private JsonElement assessment;

    private DecisionRecordReader(ReadOnlySpan<byte> json, JsonProblemList problems)
    {
        this.json = json;
        this.problems = problems;
        tokens = new JsonTokens(json, isWhole: true, problems, kind: "record", deepest: "seven");
    }

    public static JsonReading<DecisionRecord> Read(string text)
    {
        if (text.Length > MaxBytes || Encoding.UTF8.GetByteCount(text) > MaxBytes)
        {
            return new(null, [new JsonProblem(1, 1, "", $"the text is too large: at most {MaxBytes} bytes are read. Is it a decision record?")]);
        }

        ReadOnlySpan<byte> json = Encoding.UTF8.GetBytes(text);
        var problems = new JsonProblemList();
        json = json.StartsWith("\uFEFF"u8) ? json[3..] : json;
        if (json.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            problems.Report(0, "the text is empty. Expected a decision record, an object.");
            return new(null, problems.Locate(json));
        }

        var record = new DecisionRecordReader(json, problems).Read();
        return problems.Any ? new(null, problems.Locate(json)) : new(record, []);
    }

    [GeneratedRegex("^sha256:[0-9a-f]{64}$")]
    private static partial Regex DigestForm { get; }

    private DecisionRecord? Read()
    {
        if (!tokens.Advance())
        {
            return null;
        }

        if (tokens.Type is not JsonTokenType.StartObject)
        {
            FactValue.Mistaken(ref tokens, "a decision record, an object", problems);
            return null;
        }

        var start = tokens.Start;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (Enter(Properties, seen) is { } name)
        {
            ReadProperty(name);
            problems.Leave();
        }

        ReportMissing(start, Properties.Where(name => name != "at"), seen);

        // Reports whatever follows the end.
        _ = tokens.Type is JsonTokenType.EndObject && tokens.Advance();
        return problems.Any ? null : new DecisionRecord(assessment)
        {
            At = at,
            LibraryVersion = library,
            Collaboration = facts,
            FactsDigest = factsDigest,
            Packs = packs,
            RuleBookDigest = ruleBookDigest,
            Overrides = overrides,
            OverridesAsOf = overridesAsOf,
        };
    }

    private void ReadProperty(string name)
    {
        switch (name)
        {
            case "schema":
                if (Text() is { } schema && schema.Value != DecisionRecord.SchemaId)
                {
                    problems.Report(schema.At, $"expected '{DecisionRecord.SchemaId}'; found the text {Shown.Value(schema.Value)}. This version of the library reads no other records.");
                }

                break;
            case "library":
                library = Text()?.Value ?? "";
                break;
            case "at":
                at = Moment();
                break;
            case "facts":
                facts = CollaborationReader.Read(ref tokens, problems);
                break;
            case "factsDigest":
                factsDigest = Digest();
                break;
            case "packs":
                ReadList(PackProperties);
                break;
            case "ruleBookDigest":
                ruleBookDigest = Digest();
                break;
            case "overrides":
                ReadList(OverrideProperties);
                break;
            case "overridesAsOf":
                overridesAsOf = DayOrNull() is { } day ? CalendarDay.Read(day) : null;
                break;
            default:
                assessment = Assessment();
                break;
        }
    }

    /// <summary>
    /// Moves to the value of the next property that may be here, and enters it; null at the end of the object. What may
    /// not be here is reported and skipped.
    /// </summary>
    private string? Enter(string[] names, HashSet<string> seen)
    {
        while (tokens.Advance() && tokens.Type is not JsonTokenType.EndObject)
        {
            var start = tokens.Start;
            var name = tokens.Text() ?? "";
            problems.Enter(name);
            if (!names.Contains(name))
            {
                var known = string.Join(", ", names);
                problems.Report(start, $"unknown property {Shown.Value(name)}.{(DidYouMean.Sentence(name, names) is { Length: > 0 } near ? near : $" Known here: {known}.")}");
            }
            else if (!seen.Add(name))
            {
                problems.Report(start, $"'{name}' appears twice in this object. Remove one of them.");
            }
            else if (tokens.Advance())
            {
                return name;
            }

            problems.Leave();
            if (tokens.Advance())
            {
                tokens.Skip();
            }
        }

        return null;
    }

    private readonly void ReportMissing(int start, IEnumerable<string> required, HashSet<string> seen)
    {
        if (tokens.Type is JsonTokenType.EndObject)
        {
            foreach (var name in required.Where(name => !seen.Contains(name)))
            {
                problems.Report(start, $"'{name}' is missing.");
            }
        }
    }

    /// <summary>The text of the token and where it is; null, and reported, where it is not text.</summary>
    private (string Value, int At)? Text()
    {
        if (tokens.Type is JsonTokenType.String)
        {
            return tokens.Text() is { } text ? (text, tokens.Start) : null;
        }

        FactValue.Mistaken(ref tokens, "text", problems);
        return null;
    }

    private DateTimeOffset? Moment()
    {
        if (Text() is not { } text)
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(text.Value, DecisionRecord.MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            return moment;
        }

        problems.Report(text.At, $"expected a moment with its offset, written as in \"2026-03-31T09:30:00+01:00\"; found the text {Shown.Value(text.Value)}.");
        return null;
    }

    private string Digest()
    {
        if (Text() is not { } text)
        {
            return "";
        }

        if (!DigestForm.IsMatch(text.Value))
        {
            problems.Report(text.At, $"expected 'sha256:' and 64 digits from 0 to f; found the text {Shown.Value(text.Value)}.");
        }

        return text.Value;
    }

    /// <summary>Reads packs or overrides: objects with texts.</summary>
    private void ReadList(string[] names)
    {
        if (tokens.Type is not JsonTokenType.StartArray)
        {
            FactValue.Mistaken(ref tokens, "a list of objects", problems);
            return;
        }

        for (var i = 0; tokens.Advance() && tokens.Type is not JsonTokenType.EndArray; i++)
        {
            problems.Enter(i);
            if (tokens.Type is not JsonTokenType.StartObject)
            {
                FactValue.Mistaken(ref tokens, $"an object with {Words.List(names)}", problems);
            }
            else if (names == PackProperties)
            {
                var texts = ReadTexts(names);
                packs.Add(new PackReference(texts["id"] ?? "", texts["version"] ?? ""));
            }
            else
            {
                var texts = ReadTexts(names);
                overrides.Add(new RuleOverride(Word<OverrideKind>(texts["kind"]) ?? default, texts["code"] ?? "", texts["reason"] ?? "")
                {
                    Level = Word<Level>(texts["level"]),
                    Subject = texts["subject"],
                    Direction = Word<Direction>(texts["direction"]),
                    Because = texts["because"],
                    Author = texts["author"],
                    Expires = texts["expires"] is { } day ? CalendarDay.Read(day) : null,
                    PackId = texts["pack"],
                });
            }

            problems.Leave();
        }
    }

    /// <summary>The texts of an object by their names; null for one that is missing, wrong, or null where it may be.</summary>
    private Dictionary<string, string?> ReadTexts(string[] names)
    {
        var start = tokens.Start;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var texts = names.ToDictionary(name => name, _ => (string?)null, StringComparer.Ordinal);
        while (Enter(names, seen) is { } name)
        {
            texts[name] = names == OverrideProperties && Optional.Contains(name) && tokens.Type is JsonTokenType.Null ? null
                : WordsOf.TryGetValue(name, out var words) ? Word(words, Optional.Contains(name))
                : name == "expires" ? DayOrNull()
                : Text()?.Value;
            problems.Leave();
        }

        ReportMissing(start, names, seen);
        return texts;
    }

    private static T? Word<T>(string? word)
        where T : struct, Enum => word is null ? null : Enum.Parse<T>(word);

    private string? Word(string[] words, bool orNull)
    {
        if (tokens.Type is JsonTokenType.String && tokens.Text() is { } text && words.Contains(text))
        {
            return text;
        }

        FactValue.Mistaken(ref tokens, $"one of the words {Words.List(words, "or")}{(orNull ? ", or null where it gives none" : "")}", problems);
        return null;
    }

    /// <summary>The day as it is written; null where there is none, and, reported, where it is not a day.</summary>
    private string? DayOrNull()
    {
        if (tokens.Type is JsonTokenType.Null || Text() is not { } text)
        {
            return null;
        }

        if (CalendarDay.Read(text.Value) is not null)
        {
            return text.Value;
        }

        problems.Report(text.At, $"expected a day, written as in \"2026-03-31\", or null; found the text {Shown.Value(text.Value)}.");
        return null;
    }

    /// <summary>The assessment as it is. What it says is compared when the record is replayed; here it only has to be an object.</summary>
    private JsonElement Assessment()
    {
        if (tokens.Type is not JsonTokenType.StartObject)
        {
            FactValue.Mistaken(ref tokens, "an assessment, an object", problems);
            return default;
        }

        var start = tokens.Start;
        for (var open = 1; open > 0 && tokens.Advance();)
        {
            switch (tokens.Type)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    open++;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open--;
                    break;
                case JsonTokenType.String or JsonTokenType.PropertyName:
                    // Reports what no text can hold.
                    tokens.Text();
                    break;
            }
        }

        if (problems.Any)
        {
            return default;
        }

        try
        {
            return JsonElement.Parse(json[start..(tokens.Start + 1)], new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            // The form is right, so nothing else can be wrong.
            problems.Report(start, "an object within gives a property twice.");
            return default;
        }
    }
}
