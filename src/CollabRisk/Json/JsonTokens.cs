using System.Globalization;
using System.Text;
using System.Text.Json;
using CollabRisk.Text;

namespace CollabRisk.Json;

/// <summary>
/// The tokens of a JSON text. Whatever is not strict JSON is reported; a comment or a comma too many does not end the
/// reading, every other fault does.
/// </summary>
internal ref struct JsonTokens
{
    private readonly ReadOnlySpan<byte> json;
    private readonly JsonProblemList problems;
    private readonly string kind;
    private readonly string deepest;
    private readonly int depth;
    private Utf8JsonReader reader;
    private bool hasEnded;

    /// <summary>Begins before the first token.</summary>
    /// <param name="json">The text, valid UTF-8.</param>
    /// <param name="isWhole">Whether the text is all there is; otherwise its end is not a fault.</param>
    /// <param name="problems">Takes the problems.</param>
    /// <param name="kind">What the text holds, for messages.</param>
    /// <param name="deepest">How deep objects and lists of this kind are nested, in words.</param>
    /// <param name="depth">How deep they may be.</param>
    public JsonTokens(ReadOnlySpan<byte> json, bool isWhole, JsonProblemList problems, string kind = "collaboration", string deepest = "six", int depth = JsonLimits.Depth)
    {
        this.json = json;
        this.problems = problems;
        this.kind = kind;
        this.deepest = deepest;
        this.depth = depth;
        var options = new JsonReaderOptions
        {
            // Both are reported here, and the rest of the file is read all the same.
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Allow,
            // One more than allowed, so that Advance sees the first token that is too deep.
            MaxDepth = depth + 1,
        };
        reader = new Utf8JsonReader(json, isWhole, new JsonReaderState(options));
    }

    /// <summary>The kind of token; <see cref="JsonTokenType.None"/> before the first and after the last.</summary>
    public JsonTokenType Type { get; private set; }

    /// <summary>Where the token begins, in bytes.</summary>
    public readonly int Start => (int)reader.TokenStartIndex;

    /// <summary>The bytes of the token, for text without the quotes and with its escapes.</summary>
    public readonly ReadOnlySpan<byte> Bytes => reader.ValueSpan;

    /// <summary>Moves to the next token.</summary>
    /// <returns>Whether there is one; once there is none, there never is.</returns>
    public bool Advance()
    {
        if (hasEnded)
        {
            return false;
        }

        var wholeIsRead = Type is JsonTokenType.EndObject && reader.CurrentDepth == 0;
        var previousEnd = (int)reader.BytesConsumed;
        var tokenEnd = previousEnd;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is not JsonTokenType.Comment)
                {
                    Type = reader.TokenType;
                    return IsStrict(tokenEnd);
                }

                problems.Report(Start, "comments are not part of JSON. Remove it, or write it as the text of \"$comment\" at the root.");
                previousEnd = (int)reader.BytesConsumed;
            }
        }
        catch (JsonException e)
        {
            ReportSyntax(OffsetOf(e), previousEnd, wholeIsRead);
        }

        return End();
    }

    /// <summary>
    /// Moves to the value of the next property, and enters it, which whoever reads it leaves; null at the end of the object. What may not be
    /// here, or is here twice, is reported and skipped.
    /// </summary>
    /// <param name="known">The names that may be here; null where any may.</param>
    /// <param name="seen">Takes the names that are here.</param>
    public string? NextProperty(IReadOnlyCollection<string>? known, HashSet<string> seen)
    {
        while (Advance() && Type is not JsonTokenType.EndObject)
        {
            var at = Start;
            var name = Text() ?? "";
            problems.Enter(name);
            var problem = known?.Contains(name) == false
                ? $"unknown property {Shown.Value(name)}.{(DidYouMean.Sentence(name, known) is { Length: > 0 } near ? near : $" Known here: {string.Join(", ", known)}.")}"
                : seen.Add(name) ? null : $"'{name}' appears twice in this object. Remove one of them.";
            if (problem is not null)
            {
                problems.Report(at, problem);
            }

            if (Advance())
            {
                if (problem is null)
                {
                    return name;
                }

                Skip();
            }

            problems.Leave();
        }

        return null;
    }

    /// <summary>Moves to the last token of the current value.</summary>
    public void Skip()
    {
        var open = 0;
        do
        {
            open += Type switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                _ => 0,
            };
        }
        while (open > 0 && Advance());
    }

    /// <summary>The text of the token, a string or the name of a property; null, and reported, where it is not text.</summary>
    public readonly string? Text()
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // Escapes can write what no text can hold.
            problems.Report(Start, "the text has half of a surrogate pair, a \\uD800 to \\uDFFF without its other half. Write the whole character.");
            return null;
        }
    }

    /// <summary>What the token is, for a message.</summary>
    public readonly string Found() => Type switch
    {
        JsonTokenType.String => $"the text {Shown.Value(Text() ?? "")}",
        JsonTokenType.Number => $"the number {Shown.Name(Encoding.UTF8.GetString(Bytes))}",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        JsonTokenType.StartArray => "a list",
        _ => "an object",
    };

    private bool IsStrict(int tokenEnd)
    {
        if (Type is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            var comma = tokenEnd + json[tokenEnd..].IndexOfAnyExcept(" \t\r\n"u8);
            if (json[comma] == ',')
            {
                problems.Report(comma, "a comma is after the last entry. Remove it.");
            }
        }
        else if (Type is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= depth)
        {
            problems.Report(Start, string.Create(CultureInfo.InvariantCulture, $"objects and lists are nested more than {depth} deep. A {kind} needs no more than {deepest}; the rest of the file is not read."));
            return End();
        }

        return true;
    }

    private bool End()
    {
        hasEnded = true;
        Type = JsonTokenType.None;
        return false;
    }

    private readonly void ReportSyntax(int at, int previousEnd, bool wholeIsRead)
    {
        if (wholeIsRead)
        {
            problems.Report(at, $"there is text after the closing brace of the {kind}. A file holds one object and nothing else.");
        }
        else if (at >= json.Length || (json[at] == ',' && json[at..].IndexOfAnyExcept(" \t\r\n,"u8) < 0))
        {
            // After a comma at the end the parser gives up at the comma.
            problems.Report(json.Length, "the file ends in the middle. Look for a brace, bracket or quote that is not closed.");
        }
        else
        {
            var (place, message) = SyntaxFault.Describe(json, previousEnd, Type, at);
            problems.Report(place, $"not valid JSON: {message} The rest of the file is not read.");
        }
    }

    /// <summary>The offset of a syntax error, which is given as a line, counted by line feeds, and a byte of that line.</summary>
    private readonly int OffsetOf(JsonException e)
    {
        var start = 0;
        for (var line = 0L; line < e.LineNumber; line++)
        {
            start += json[start..].IndexOf((byte)'\n') + 1;
        }

        return (int)Math.Min(json.Length, start + (e.BytePositionInLine ?? 0));
    }
}
