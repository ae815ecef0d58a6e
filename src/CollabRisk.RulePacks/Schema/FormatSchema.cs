using System.Text.Json.Nodes;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Editing;
using CollabRisk.RulePacks.Format;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Schema;

/// <summary>Makes the schema of a file that people write from its shapes and keys. What only readers can follow, such as whether a code is there, it leaves to them.</summary>
internal sealed class FormatSchema
{
    private readonly JsonObject definitions = [];
    private readonly ConditionSchema conditions;

    private readonly PackIndex? pack;

    private FormatSchema(PackIndex? pack)
    {
        this.pack = pack;
        conditions = new ConditionSchema(pack?.Facts ?? FactRegistry.Default, NameOf, Define);
    }

    /// <summary>
    /// The schema of the files of one pack, as it is now: draft 7 of JSON Schema, as indented JSON, with the facts, codes and ids that can be named, so
    /// that editors complete them.
    /// </summary>
    public static string TextOf(EditedPack pack) =>
        SchemaText.Of(Of(FileKeys.Shape, $"rule-pack:{pack.Index.Id ?? "pack"}", $"CollabRisk rule pack {pack.Index.Id}".TrimEnd(), pack.Index));

    /// <summary>The schema of a file.</summary>
    /// <param name="shape">What the file can hold.</param>
    /// <param name="name">The name of the schema, as its id has it.</param>
    /// <param name="title">The title.</param>
    /// <param name="pack">The pack whose facts, codes and ids are named; null for what holds of every pack.</param>
    public static JsonObject Of(Shape shape, string name, string title, PackIndex? pack = null)
    {
        var schema = new FormatSchema(pack);
        // Draft 7 is the newest that the YAML extension of every editor reads in full.
        var root = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["$id"] = $"urn:collabrisk:{name}:1",
            ["title"] = title,
        };
        foreach (var (part, value) in schema.Of(shape).ToList())
        {
            root[part] = value?.DeepClone();
        }

        root["definitions"] = new JsonObject(schema.definitions.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => KeyValuePair.Create(each.Key, each.Value?.DeepClone())));
        return root;
    }

    public static JsonObject Reference(string name) => new() { ["$ref"] = $"#/definitions/{name}" };

    /// <summary>The name under which a shape is defined: <c>changedCase</c> for "a changed case".</summary>
    public static string NameOf(Shape shape) =>
        Words.CamelCase(string.Concat(shape.Name.Split(' ').Skip(1).Select(Words.Capitalize)));

    /// <summary>A reference to something that is defined once. What is defined may refer to itself.</summary>
    private JsonObject Define(string name, Func<JsonObject> part)
    {
        if (!definitions.ContainsKey(name))
        {
            definitions[name] = null;
            definitions[name] = part();
        }

        return Reference(name);
    }

    private JsonObject Of(Shape shape)
    {
        var map = Part.Described(shape.About, Part.Map(shape.Keys.Select(key => (key.Name, Part.Described(key.About, Of(key))))));
        if (shape.Keys.Where(key => key.IsRequired).Select(key => key.Name).ToList() is { Count: > 0 } required)
        {
            map["required"] = Names(required);
        }

        if (Choice(shape) is { } choice)
        {
            map[choice.Name] = new JsonArray([.. choice.Parts]);
        }

        return map;
    }

    private JsonObject Of(Key key) => key switch
    {
        TextKey { Names: { } named } => NameOf(named),
        TextKey { Pattern: { } pattern } => Part.TextOf(pattern),
        TextKey => Part.Text(),
        WordKey words => Part.OneOf(ConditionForms.WordsOf(words)),
        YesNoKey => Part.YesNo(),
        DayKey => Part.Day(),
        PublishedKey => Part.Published(),
        NumberKey => Part.Number(),
        TextsKey { Names: { } named } => Part.OneOrMore(() => NameOf(named)),
        TextsKey when key == TableTestKeys.Columns && pack is not null => Part.ListOf(Define("column", Column)),
        TextsKey => Part.OneOrMore(Part.Text),
        MapKey { Shape: var shape } => Define(NameOf(shape), () => Of(shape)),
        MapsKey { Shape: var shape } => Part.ListOf(Define(NameOf(shape), () => Of(shape))),
        ConditionKey => conditions.Condition(),
        EachKey => conditions.Each(),
        FactsKey => conditions.Known(),
        RowsKey => Part.ListOf(Part.ListOf(Part.Any(Part.Text(), new() { ["type"] = new JsonArray("null", "array", "object") }))),
        OutcomesKey => Part.OneOrMore(() => Define("expected", () => Part.Any(NameOf(Named.Rule), Define(NameOf(TestReader.Outcome), () => Of(TestReader.Outcome))))),
        _ => throw new NotSupportedException($"'{key.Name}' has no form in the schema."),
    };

    /// <summary>The name of something. Of one pack, those that there are can be completed; others are allowed, since the one that is meant may only be about to be written.</summary>
    private JsonObject NameOf(Named named)
    {
        var form = named switch
        {
            Named.Rule => Part.TextOf(Spelling.Code),
            Named.Warning => Part.TextOf(AcceptedWarningKeys.Warning.Pattern!),
            _ => Part.Text(),
        };
        var known = pack is null ? [] : new NameSpot(named).Choices(pack).ToList();
        return known.Count == 0 ? form : Define($"names.{named}", () => Part.Any(Part.OneOf(known), form));
    }

    private JsonObject Column() => Part.Any(Part.OneOf(new ColumnsSpot(pack!).Choices(pack!).ToList()), Part.Text());

    /// <summary>Of which keys there must be one, or which go together.</summary>
    private static (string Name, IEnumerable<JsonObject> Parts)? Choice(Shape shape)
    {
        if (shape == OverrideKeys.Shape)
        {
            return ("oneOf", OverrideKeys.Changes.Select(change => Part.Required(change.Name)));
        }

        if (shape == TestKeys.Shape)
        {
            return ("anyOf", shape.Keys.Where(key => key is OutcomesKey || key == TestKeys.Overall || key == TestKeys.Asks).Select(key => Part.Required(key.Name)));
        }

        if (shape == RangeKeys.Shape)
        {
            return ("anyOf", shape.Keys.Select(key => Part.Required(key.Name)));
        }

        if (shape != RuleKeys.Shape)
        {
            return null;
        }

        string[] graded = [nameof(FindingKind.Risk), nameof(FindingKind.Mismatch)];
        return ("anyOf", [
            OfKind(graded, "required", Names([RuleKeys.Level.Name])),
            OfKind(RuleKeys.Kind.Words.Except(graded), "not", Part.Required(RuleKeys.Level.Name))]);

        static JsonObject OfKind(IEnumerable<string> kinds, string name, JsonNode value) =>
            new() { ["properties"] = new JsonObject { [RuleKeys.Kind.Name] = Part.OneOf(kinds) }, [name] = value };
    }

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => (JsonNode)name)]);
}
