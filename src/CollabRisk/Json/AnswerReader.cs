using System.Globalization;
using System.Text;
using System.Text.Json;
using CollabRisk.Text;

namespace CollabRisk.Json;

/// <summary>Reads an answer that was written before, in one pass, and reports everything in which it differs from its schema.</summary>
internal ref struct AnswerReader
{
    /// <summary>The largest text that is read, in bytes: the answers about a thousand partners stay below it.</summary>
    public const int MaxBytes = 64 << 20;

    /// <summary>Conditions are nested as deep as rules have them.</summary>
    public const int Depth = 128;

    private readonly JsonProblemList problems;
    private JsonTokens tokens;

    private AnswerReader(ReadOnlySpan<byte> json, JsonProblemList problems)
    {
        this.problems = problems;
        tokens = new JsonTokens(json, isWhole: true, problems, kind: "answer", deepest: "a hundred", depth: Depth);
    }

    /// <summary>Reads an answer.</summary>
    /// <param name="json">The JSON, as UTF-8.</param>
    /// <param name="ids">The schemas that are expected, by their ids.</param>
    /// <param name="make">Makes the record of what the schema allows, and reports what no schema can say.</param>
    /// <param name="open">The property of which nothing is asked but that it is an object; null where there is none.</param>
    public static JsonReading<T> Read<T>(ReadOnlySpan<byte> json, IReadOnlyList<string> ids, Func<string, JsonElement, JsonProblemList, T> make, string? open = null)
        where T : class
    {
        if (json.Length > MaxBytes)
        {
            return TooLarge<T>();
        }

        json = json.StartsWith("\uFEFF"u8) ? json[3..] : json;
        var problems = new JsonProblemList();
        var id = "";
        if (json.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            problems.Report(0, "the text is empty. Expected an answer, an object.");
        }
        else if (!System.Text.Unicode.Utf8.IsValid(json))
        {
            problems.Report(0, "this is not valid UTF-8 text. Save it as UTF-8.");
        }
        else if (SchemaOf(json, out var at) is not { } found)
        {
            // Whatever else is wrong, such as text that is not JSON, is reported with it.
            new AnswerReader(json, problems).ReadWhole(null, open);
            problems.Report(0, $"'schema' is missing: an object with {(ids.Count == 1 ? "" : "one of ")}{Words.List([.. ids.Select(each => $"'{each}'")], "or")} as its schema is expected.");
        }
        else if (!ids.Contains(found))
        {
            problems.Report(at, "schema", $"expected {Words.List([.. ids.Select(each => $"'{each}'")], "or")}; found the text {Shown.Value(found)}.{Hint(found, ids)}");
        }
        else
        {
            id = found;
            new AnswerReader(json, problems).ReadWhole(AnswerShape.OfAnswer(id), open);
        }

        problems.DocumentAt = Math.Max(0, json.IndexOfAnyExcept(" \t\r\n"u8));
        var made = problems.Any ? null : make(id, JsonElement.Parse(json, new JsonDocumentOptions { MaxDepth = Depth }), problems);
        return problems.Any ? new(null, problems.Locate(json)) : new(made, []);
    }

    /// <summary>Reads an answer from text, which has at least as many bytes as characters.</summary>
    /// <inheritdoc cref="Read{T}(ReadOnlySpan{byte}, IReadOnlyList{string}, Func{string, JsonElement, JsonProblemList, T}, string?)"/>
    public static JsonReading<T> Read<T>(string json, IReadOnlyList<string> ids, Func<string, JsonElement, JsonProblemList, T> make, string? open = null)
        where T : class =>
        json.Length > MaxBytes ? TooLarge<T>() : Read(Encoding.UTF8.GetBytes(json), ids, make, open);

    private static JsonReading<T> TooLarge<T>()
        where T : class => new(null, [new JsonProblem(1, 1, "", $"the text is too large: at most {MaxBytes} bytes are read.")]);

    /// <summary>The id of the schema, wherever it is among the properties; null where there is none, or the text is not JSON up to it.</summary>
    private static string? SchemaOf(ReadOnlySpan<byte> json, out int at)
    {
        at = 0;
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Depth });
            if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                var isSchema = reader.ValueTextEquals("schema"u8);
                reader.Read();
                if (isSchema)
                {
                    at = (int)reader.TokenStartIndex;
                    return reader.TokenType is JsonTokenType.String ? reader.GetString() : null;
                }

                reader.Skip();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The pass that follows says where and why.
        }

        return null;
    }

    /// <summary>What to do about another schema: of another version of the same kind nothing is guessed.</summary>
    private static string Hint(string found, IReadOnlyList<string> ids)
    {
        return ids.Any(id => KindOf(id) == KindOf(found))
            ? " Another version of the library wrote it. Evaluate the facts again, or replay the decision record, to have it in this form."
            : DidYouMean.Sentence(found, ids);

        static string KindOf(string id) => id[..(id.LastIndexOf('/') + 1)];
    }

    private void ReadWhole(AnswerShape? shape, string? open)
    {
        if (!tokens.Advance())
        {
            return;
        }

        if (shape is null)
        {
            tokens.Skip();
        }
        else
        {
            ReadValue(shape, open);
        }

        // Reports whatever follows the end.
        _ = tokens.Type is JsonTokenType.EndObject && tokens.Advance();
    }

    private void ReadValue(AnswerShape shape, string? open = null)
    {
        shape = shape.Of is { } of && tokens.Type is not JsonTokenType.Null ? of : shape;
        if (shape == AnswerShape.Collaboration)
        {
            CollaborationReader.Read(ref tokens, problems);
            return;
        }

        if (tokens.Type is JsonTokenType.Null ? !shape.IsNullable : !IsAllowed(shape))
        {
            FactValue.Mistaken(ref tokens, Expected(shape), problems);
            return;
        }

        switch (tokens.Type)
        {
            case JsonTokenType.StartObject:
                ReadObject(shape, open);
                break;
            case JsonTokenType.StartArray:
                ReadList(shape);
                break;
        }
    }

    private void ReadObject(AnswerShape shape, string? open)
    {
        var start = tokens.Start;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (tokens.NextProperty(shape.Others is null ? shape.Properties.Keys : null, seen) is { } name)
        {
            ReadValue(name == open ? AnswerShape.AnyObject : (shape.Properties.GetValueOrDefault(name) ?? shape.Others!).Value);
            problems.Leave();
        }

        if (tokens.Type is JsonTokenType.EndObject)
        {
            foreach (var name in shape.Required.Where(name => !seen.Contains(name)))
            {
                problems.Report(start, $"'{name}' is missing.");
            }
        }
    }

    private void ReadList(AnswerShape shape)
    {
        for (var i = 0; tokens.Advance() && tokens.Type is not JsonTokenType.EndArray; i++)
        {
            problems.Enter(i);
            if (shape.Items is { } items)
            {
                ReadValue(items.Value);
            }
            else
            {
                tokens.Skip();
            }

            problems.Leave();
        }
    }

    private readonly bool IsAllowed(AnswerShape shape)
    {
        if (shape.Words is { } words)
        {
            return tokens.Type switch
            {
                JsonTokenType.String => tokens.Text() is { Length: > 0 } word && words.Contains(word),
                JsonTokenType.Number => words.Contains(Encoding.UTF8.GetString(tokens.Bytes)),
                _ => false,
            };
        }

        return tokens.Type switch
        {
            JsonTokenType.StartObject => shape.Types.Contains("object"),
            JsonTokenType.StartArray => shape.Types.Contains("array"),
            JsonTokenType.True or JsonTokenType.False => shape.Types.Contains("boolean"),
            // What is no text is reported as that alone.
            JsonTokenType.String => shape.Types.Contains("string") && (tokens.Text() is not { } text || shape.Allows(text)),
            JsonTokenType.Number => IsNumber(shape),
            _ => false,
        };
    }

    private readonly bool IsNumber(AnswerShape shape) => shape == AnswerShape.Anything || (decimal.TryParse(tokens.Bytes, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && (shape.Types.Contains("number") || (shape.Types.Contains("integer") && decimal.IsInteger(number)))
        && !(number < shape.Minimum) && !(number > shape.Maximum));

    private static string Expected(AnswerShape shape)
    {
        var orNull = shape.IsNullable ? ", or null" : "";
        if ((shape.Of ?? shape).Words is { } words)
        {
            return Words.List([.. words.Where(word => word.Length > 0).Select(word => $"'{word}'")], "or") + orNull;
        }

        var types = (shape.Of ?? shape).Types.Where(type => type != "null").Select(type => type switch
        {
            "object" => "an object",
            "array" => "a list",
            "boolean" => "true or false",
            "string" => (shape.Of ?? shape).ExpectedText,
            "integer" => "a whole number",
            _ => "a number",
        });
        return Words.List([.. types], "or") + orNull;
    }
}
