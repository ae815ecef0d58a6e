using System.Text.Json;
using System.Text.Json.Nodes;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Json;

/// <summary>Writes the JSON Schema of a collaboration.</summary>
internal static class CollaborationSchema
{
    public static string Write() => JsonOutput.Write(indented: true, writer => Write(writer, WithMembers(JsonShape.Collaboration, new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["$id"] = "urn:collabrisk:collaboration:1",
        ["title"] = "Collaboration",
        ["description"] = "What is known about one collaboration between organisations. Whatever is left out, or null, is not known: never no, and never a risk by itself. A fact of which there can be no value here is \"does not apply\".",
        ["type"] = "object",
    })));

    /// <summary>The schema of an object, with what the object may have.</summary>
    private static JsonObject WithMembers(JsonShape shape, JsonObject schema)
    {
        schema["additionalProperties"] = false;
        if (shape.Members.Where(member => member.IsRequired).Select(member => member.Name).ToList() is { Count: > 0 } required)
        {
            schema["required"] = List(required);
        }

        var properties = new JsonObject();
        if (shape == JsonShape.Collaboration)
        {
            properties["$schema"] = new JsonObject { ["description"] = "The address of this schema, for editors.", ["type"] = "string" };
            properties["$comment"] = new JsonObject { ["description"] = "Notes for those who read the file. It is not kept." };
            properties[CollaborationReader.ModelProperty] = new JsonObject
            {
                ["description"] = "The version of the fact model that the file is of. Files of earlier versions are read too, and what is converted is said.",
                ["const"] = FactModel.Version,
            };
        }

        foreach (var member in shape.Members)
        {
            properties[member.Name] = OfMember(member);
        }

        if (shape == JsonShape.Collaboration)
        {
            properties[RemarkJson.Property] = OfRemarks();
        }

        schema["properties"] = properties;
        return schema;
    }

    private static JsonObject OfMember(JsonMember member)
    {
        if (member.IsExtensions)
        {
            return OfExtensions();
        }

        if (member.Fact is not { } fact)
        {
            return WithMembers(member.Shape!, new() { ["description"] = Words.Capitalize(Words.Humanize(member.Name)), ["type"] = List(["object", "null"]) });
        }

        var schema = new JsonObject
        {
            ["description"] = $"{Words.Capitalize(fact.Meaning)}. {fact.Question}{(fact.CodingNote is { } note ? $" {note}" : "")}",
            ["x-better"] = $"{fact.Direction}".ToLowerInvariant(),
        };
        if (fact.NeutralBecause is { } reason)
        {
            schema["x-neutralBecause"] = reason;
        }

        switch (fact.Type)
        {
            case FactType.YesNo when fact.MayNotApply:
                schema["enum"] = new JsonArray(true, false, DoesNotApply.Word, null);
                return schema;
            case FactType.Word when fact.TakesMoreWords:
                schema["x-moreWordsBecause"] = fact.MoreWordsBecause;
                schema["anyOf"] = new JsonArray(
                    new JsonObject { ["enum"] = List([.. fact.AllowedWords, DoesNotApply.Word, null]) },
                    new JsonObject { ["description"] = "A word that a rule pack adds, with the prefix of the pack.", ["type"] = "string", ["pattern"] = ExtensionForm.AddedWord });
                return schema;
            case FactType.Word:
                schema["type"] = TypeOf("string", member);
                schema["enum"] = List(fact.MayNotApply ? [.. fact.AllowedWords, DoesNotApply.Word, null] : [.. fact.AllowedWords, null]);
                return schema;
            case FactType.Words or FactType.WholeNumber or FactType.Number or FactType.Date when fact.MayNotApply:
                schema["anyOf"] = new JsonArray(WithValue(member, fact, new()), new JsonObject { ["const"] = DoesNotApply.Word });
                return schema;
            default:
                return WithValue(member, fact, schema);
        }
    }

    /// <summary>The schema of a fact, with what its value may be.</summary>
    private static JsonObject WithValue(JsonMember member, Fact fact, JsonObject schema)
    {
        schema["type"] = TypeOf(
            fact.Type switch
            {
                FactType.YesNo => "boolean",
                FactType.Words or FactType.List => "array",
                FactType.WholeNumber => "integer",
                FactType.Number => "number",
                _ => "string",
            },
            member);
        switch (fact.Type)
        {
            case FactType.YesNo:
                break;
            case FactType.Words:
                schema["items"] = new JsonObject { ["type"] = "string", ["enum"] = List(fact.AllowedWords) };
                schema["uniqueItems"] = true;
                break;
            case FactType.WholeNumber or FactType.Number:
                (schema["minimum"], schema["maximum"]) = FactValues.Limits(fact);
                break;
            case FactType.Date:
                return WithDay(schema);
            case FactType.List:
                schema["maxItems"] = FactValues.Entries;
                schema["items"] = WithMembers(member.Shape!, new() { ["type"] = "object" });
                break;
            default:
                schema["maxLength"] = FactValues.TextLength;
                if (member.IsName)
                {
                    schema["pattern"] = @"\S";
                }

                break;
        }

        return schema;
    }

    /// <summary>What is said about facts: who, when, on what evidence.</summary>
    private static JsonObject OfRemarks() => new()
    {
        ["description"] = "Who said what, when and on what evidence. It is kept with the facts, and no rule reads it.",
        ["type"] = List(["array", "null"]),
        ["maxItems"] = RemarkJson.Most,
        ["items"] = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = List(["fact"]),
            ["properties"] = new JsonObject(RemarkJson.Properties.Select(property => KeyValuePair.Create<string, JsonNode?>(property.Name, OfRemarked(property.Name, property.Meaning)))),
        },
    };

    private static JsonObject OfRemarked(string name, string meaning)
    {
        var schema = new JsonObject { ["description"] = meaning, ["type"] = name == "fact" ? "string" : List(["string", "null"]) };
        if (name == "on")
        {
            return WithDay(schema);
        }

        schema["maxLength"] = FactValues.TextLength;
        return schema;
    }

    /// <summary>Facts that packs declare: any names and values of the right form, since a schema knows no packs.</summary>
    private static JsonObject OfExtensions()
    {
        return WithNames(
            WithNames(OfValue(mayBeGroup: true), new() { ["description"] = "The facts of one prefix." }),
            new() { ["description"] = "Facts that rule packs declare: objects by prefix, with values by name, or with groups of them by name." });

        static JsonObject OfValue(bool mayBeGroup)
        {
            var kinds = new JsonArray(
                new JsonObject { ["type"] = List(["boolean", "null"]) },
                new JsonObject { ["type"] = "number", ["minimum"] = -Fact.LargestNumber, ["maximum"] = Fact.LargestNumber },
                OfWord(),
                new JsonObject { ["const"] = DoesNotApply.Word },
                WithDay(new() { ["type"] = "string" }),
                new JsonObject { ["type"] = "array", ["maxItems"] = ExtensionForm.MostWords, ["items"] = OfWord(), ["uniqueItems"] = true });
            if (mayBeGroup)
            {
                kinds.Add((JsonNode)WithNames(OfValue(mayBeGroup: false), new()));
            }

            return new()
            {
                ["description"] = $"Yes or no, a number, a word, a set of words or a day, or that it does not apply{(mayBeGroup ? ", or a group of facts with such values" : "")}; the pack says which.",
                ["anyOf"] = kinds,
            };
        }

        static JsonObject OfWord() => new() { ["type"] = "string", ["pattern"] = ExtensionForm.Word };

        static JsonObject WithNames(JsonObject each, JsonObject schema)
        {
            schema["type"] = List(["object", "null"]);
            schema["additionalProperties"] = false;
            schema["patternProperties"] = new JsonObject { [ExtensionForm.NamePart] = each };
            return schema;
        }
    }

    private static JsonObject WithDay(JsonObject schema)
    {
        schema["format"] = "date";
        schema["pattern"] = CalendarDay.Pattern;
        return schema;
    }

    private static JsonNode TypeOf(string type, JsonMember member) => member.IsRequired ? type : List([type, "null"]);

    private static JsonArray List(IEnumerable<string?> words) => new([.. words.Select(word => (JsonNode?)word)]);

    /// <summary>Writes lists of words on one line, which the writer would break into one line for each word.</summary>
    private static void Write(Utf8JsonWriter writer, JsonNode node)
    {
        switch (node)
        {
            case JsonObject schema:
                writer.WriteStartObject();
                foreach (var (name, value) in schema)
                {
                    writer.WritePropertyName(name);
                    Write(writer, value!);
                }

                writer.WriteEndObject();
                break;
            case JsonArray kinds when kinds.All(kind => kind is JsonObject):
                writer.WriteStartArray();
                foreach (var kind in kinds)
                {
                    Write(writer, kind!);
                }

                writer.WriteEndArray();
                break;
            case JsonArray words:
                writer.WriteRawValue($"[{string.Join(", ", words.Select(word => word?.ToJsonString() ?? "null"))}]");
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }
}
