using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;
using CollabRisk.Text;

namespace CollabRisk.Json;

/// <summary>What a place in an answer may hold, as its schema says: the part of JSON Schema that the schemas of answers use.</summary>
/// <remarks>The files in <c>schemas</c> are the one source: writers are tested against them, and reading goes by them.</remarks>
internal sealed class AnswerShape
{
    private static readonly Lazy<FrozenDictionary<string, Schema>> Schemas = new(() =>
        AnswerSchemas.Texts.Values.Select(text => new Schema(JsonElement.Parse(text))).ToFrozenDictionary(schema => schema.Id, StringComparer.Ordinal));

    private readonly Regex? pattern;

    private AnswerShape(JsonElement definition, Schema schema)
    {
        var nullable = definition.TryGetProperty("anyOf", out var either);
        Types = nullable ? [] : TypesOf(definition);
        Of = nullable ? schema.ShapeOf(either[0]) : null;
        Words = definition.TryGetProperty("enum", out var words) ? [.. words.EnumerateArray().Select(word => word.ToString())] : null;
        pattern = definition.TryGetProperty("pattern", out var form) ? new Regex(form.GetString()!, RegexOptions.CultureInvariant) : null;
        Minimum = definition.TryGetProperty("minimum", out var minimum) ? minimum.GetDecimal() : null;
        Maximum = definition.TryGetProperty("maximum", out var maximum) ? maximum.GetDecimal() : null;
        Required = definition.TryGetProperty("required", out var required) ? [.. required.EnumerateArray().Select(name => name.GetString()!)] : [];
        Properties = definition.TryGetProperty("properties", out var properties)
            ? new(properties.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, new Lazy<AnswerShape>(() => schema.ShapeOf(property.Value)))), StringComparer.Ordinal)
            : [];
        Others = definition.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object ? new(() => schema.ShapeOf(others)) : null;
        Items = definition.TryGetProperty("items", out var items) ? new(() => schema.ShapeOf(items)) : null;
    }

    private AnswerShape(IReadOnlyList<string> types)
    {
        (Types, Required, Properties) = (types, [], []);
        Others = Items = new(() => Anything);
    }

    /// <summary>The shape of a collaboration, which has a reader of its own.</summary>
    public static AnswerShape Collaboration { get; } = new(["object"]);

    /// <summary>The shape of an object of which only the form is looked at.</summary>
    public static AnswerShape AnyObject { get; } = new(["object"]);

    /// <summary>The shape of what may be anything.</summary>
    public static AnswerShape Anything { get; } = new(["object", "array", "boolean", "string", "number", "null"]);

    /// <summary>The names of the JSON types that may be here; empty where <see cref="Of"/> or <see cref="Words"/> say it.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>The shape that may be null here instead; null for all other shapes.</summary>
    public AnswerShape? Of { get; }

    /// <summary>The only values, as text; null is the empty text. Null where any value of the types will do.</summary>
    public IReadOnlyList<string>? Words { get; }

    /// <summary>What text may be here, in words.</summary>
    public string ExpectedText => IsDay ? "a day of the calendar, written as in \"2026-03-31\""
        : IsMoment ? $"a moment with its offset, written as in \"{Moment.Example}\""
        : pattern is null ? "text"
        : $"text of the form {pattern}";

    public decimal? Minimum { get; }

    public decimal? Maximum { get; }

    public IReadOnlyList<string> Required { get; }

    /// <summary>The properties by name, in the order of the schema.</summary>
    public OrderedDictionary<string, Lazy<AnswerShape>> Properties { get; }

    /// <summary>The shape of properties that have no names of their own; null where there may be none.</summary>
    public Lazy<AnswerShape>? Others { get; }

    /// <summary>The shape of the entries of a list; null where they may be anything.</summary>
    public Lazy<AnswerShape>? Items { get; }

    private bool IsDay => pattern?.ToString() == CalendarDay.Pattern;

    private bool IsMoment => pattern?.ToString() == Moment.Pattern;

    /// <summary>Whether a text may be here: of a day or a moment, only one that there is.</summary>
    public bool Allows(string text) => pattern?.IsFormOfAll(text) != false && (!IsDay || CalendarDay.Read(text) is not null) && (!IsMoment || Moment.Read(text) is not null);

    /// <summary>Whether null may be here.</summary>
    public bool IsNullable => Of is not null || Types.Contains("null") || Words?.Contains("") == true;

    /// <summary>The shape of a kind of answer.</summary>
    public static AnswerShape OfAnswer(string id) => Schemas.Value[$"urn:{id.Replace('/', ':')}"].Root.Value;

    private static IReadOnlyList<string> TypesOf(JsonElement definition) =>
        !definition.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(each => each.GetString()!)]
        : [type.GetString()!];

    /// <summary>One schema file, with its definitions by name.</summary>
    private sealed class Schema
    {
        private readonly FrozenDictionary<string, Lazy<AnswerShape>> definitions;

        public Schema(JsonElement document)
        {
            Id = document.GetProperty("$id").GetString()!;
            Root = new(() => new AnswerShape(document, this));
            definitions = document.TryGetProperty("$defs", out var defined)
                ? defined.EnumerateObject().ToFrozenDictionary(each => each.Name, each => new Lazy<AnswerShape>(() => ShapeOf(each.Value)), StringComparer.Ordinal)
                : FrozenDictionary<string, Lazy<AnswerShape>>.Empty;
        }

        public string Id { get; }

        public Lazy<AnswerShape> Root { get; }

        public AnswerShape ShapeOf(JsonElement definition)
        {
            if (!definition.TryGetProperty("$ref", out var reference))
            {
                return new AnswerShape(definition, this);
            }

            const string Definitions = "#/$defs/";
            var parts = reference.GetString()!.Split(Definitions);
            if (parts[0] == "urn:collabrisk:collaboration:1")
            {
                return Collaboration;
            }

            var schema = parts[0].Length == 0 ? this : Schemas.Value[parts[0]];
            return parts.Length == 1 ? schema.Root.Value : schema.definitions[parts[1]].Value;
        }
    }
}
