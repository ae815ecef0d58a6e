using System.Text.Json;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Json;

/// <summary>Writes the JSON Schema of a collaboration.</summary>
internal static class CollaborationSchema
{
    public static string Write() => JsonOutput.Write(indented: true, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        writer.WriteString("$id", "urn:collabrisk:collaboration:1");
        writer.WriteString("title", "Collaboration");
        writer.WriteString("description", "What is known about one collaboration between organisations. Whatever is left out, or null, is not known: never no, and never a risk by itself. A fact of which there can be no value here is \"does not apply\".");
        writer.WriteString("type", "object");
        WriteMembers(writer, JsonShape.Collaboration);
        writer.WriteEndObject();
    });

    private static void WriteMembers(Utf8JsonWriter writer, JsonShape shape)
    {
        writer.WriteBoolean("additionalProperties", false);
        if (shape.Members.Where(member => member.IsRequired).Select(member => member.Name).ToList() is { Count: > 0 } required)
        {
            WriteList(writer, "required", required);
        }

        writer.WriteStartObject("properties");
        if (shape == JsonShape.Collaboration)
        {
            writer.WriteStartObject("$schema");
            writer.WriteString("description", "The address of this schema, for editors.");
            writer.WriteString("type", "string");
            writer.WriteEndObject();
            writer.WriteStartObject("$comment");
            writer.WriteString("description", "Notes for those who read the file. It is not kept.");
            writer.WriteEndObject();
            writer.WriteStartObject(CollaborationReader.ModelProperty);
            writer.WriteString("description", "The version of the fact model that the file is of. Files of earlier versions are read too, and what is converted is said.");
            writer.WriteNumber("const", FactModel.Version);
            writer.WriteEndObject();
        }

        foreach (var member in shape.Members)
        {
            writer.WriteStartObject(member.Name);
            WriteMember(writer, member);
            writer.WriteEndObject();
        }

        if (shape == JsonShape.Collaboration)
        {
            WriteRemarks(writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter writer, JsonMember member)
    {
        if (member.IsExtensions)
        {
            WriteExtensions(writer);
            return;
        }

        if (member.Fact is not { } fact)
        {
            writer.WriteString("description", Words.Capitalize(Words.Humanize(member.Name)));
            WriteList(writer, "type", ["object", "null"]);
            WriteMembers(writer, member.Shape!);
            return;
        }

        writer.WriteString("description", $"{Words.Capitalize(fact.Meaning)}. {fact.Question}{(fact.CodingNote is { } note ? $" {note}" : "")}");
        writer.WriteString("x-better", $"{fact.Direction}".ToLowerInvariant());
        if (fact.NeutralBecause is { } reason)
        {
            writer.WriteString("x-neutralBecause", reason);
        }

        switch (fact.Type)
        {
            case FactType.YesNo when fact.MayNotApply:
                writer.WritePropertyName("enum");
                writer.WriteRawValue($"[true, false, \"{DoesNotApply.Word}\", null]");
                break;
            case FactType.Word when fact.TakesMoreWords:
                writer.WriteString("x-moreWordsBecause", fact.MoreWordsBecause);
                writer.WriteStartArray("anyOf");
                writer.WriteStartObject();
                WriteList(writer, "enum", [.. fact.AllowedWords, DoesNotApply.Word, null]);
                writer.WriteEndObject();
                writer.WriteStartObject();
                writer.WriteString("description", "A word that a rule pack adds, with the prefix of the pack.");
                writer.WriteString("type", "string");
                writer.WriteString("pattern", ExtensionForm.AddedWord);
                writer.WriteEndObject();
                writer.WriteEndArray();
                break;
            case FactType.Word:
                WriteType(writer, "string", member);
                WriteList(writer, "enum", fact.MayNotApply ? [.. fact.AllowedWords, DoesNotApply.Word, null] : [.. fact.AllowedWords, null]);
                break;
            case FactType.Words or FactType.WholeNumber or FactType.Number or FactType.Date when fact.MayNotApply:
                writer.WriteStartArray("anyOf");
                writer.WriteStartObject();
                WriteValue(writer, member, fact);
                writer.WriteEndObject();
                writer.WriteStartObject();
                writer.WriteString("const", DoesNotApply.Word);
                writer.WriteEndObject();
                writer.WriteEndArray();
                break;
            default:
                WriteValue(writer, member, fact);
                break;
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, JsonMember member, Fact fact)
    {
        switch (fact.Type)
        {
            case FactType.YesNo:
                WriteType(writer, "boolean", member);
                break;
            case FactType.Words:
                WriteType(writer, "array", member);
                writer.WriteStartObject("items");
                writer.WriteString("type", "string");
                WriteList(writer, "enum", fact.AllowedWords);
                writer.WriteEndObject();
                writer.WriteBoolean("uniqueItems", true);
                break;
            case FactType.WholeNumber or FactType.Number:
                WriteType(writer, fact.Type is FactType.WholeNumber ? "integer" : "number", member);
                var (smallest, largest) = FactValues.Limits(fact);
                writer.WriteNumber("minimum", smallest);
                writer.WriteNumber("maximum", largest);
                break;
            case FactType.Date:
                WriteType(writer, "string", member);
                WriteDay(writer);
                break;
            case FactType.List:
                WriteType(writer, "array", member);
                writer.WriteNumber("maxItems", FactValues.Entries);
                writer.WriteStartObject("items");
                writer.WriteString("type", "object");
                WriteMembers(writer, member.Shape!);
                writer.WriteEndObject();
                break;
            default:
                WriteType(writer, "string", member);
                writer.WriteNumber("maxLength", FactValues.TextLength);
                if (member.IsName)
                {
                    writer.WriteString("pattern", @"\S");
                }

                break;
        }
    }

    /// <summary>What is said about facts: who, when, on what evidence.</summary>
    private static void WriteRemarks(Utf8JsonWriter writer)
    {
        writer.WriteStartObject(RemarkJson.Property);
        writer.WriteString("description", "Who said what, when and on what evidence. It is kept with the facts, and no rule reads it.");
        WriteList(writer, "type", ["array", "null"]);
        writer.WriteNumber("maxItems", RemarkJson.Most);
        writer.WriteStartObject("items");
        writer.WriteString("type", "object");
        writer.WriteBoolean("additionalProperties", false);
        WriteList(writer, "required", ["fact"]);
        writer.WriteStartObject("properties");
        foreach (var (name, meaning) in RemarkJson.Properties)
        {
            writer.WriteStartObject(name);
            writer.WriteString("description", meaning);
            if (name == "fact")
            {
                writer.WriteString("type", "string");
            }
            else
            {
                WriteList(writer, "type", ["string", "null"]);
            }

            if (name == "on")
            {
                WriteDay(writer);
            }
            else
            {
                writer.WriteNumber("maxLength", FactValues.TextLength);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Facts that packs declare: any names and values of the right form, since a schema knows no packs.</summary>
    private static void WriteExtensions(Utf8JsonWriter writer)
    {
        writer.WriteString("description", "Facts that rule packs declare: objects by prefix, with values by name, or with groups of them by name.");
        WriteByName(writer, () =>
        {
            writer.WriteString("description", "The facts of one prefix.");
            WriteByName(writer, () => WriteValue(mayBeGroup: true));
        });

        void WriteValue(bool mayBeGroup)
        {
            writer.WriteString("description", $"Yes or no, a number, a word, a set of words or a day, or that it does not apply{(mayBeGroup ? ", or a group of facts with such values" : "")}; the pack says which.");
            writer.WriteStartArray("anyOf");
            WriteKind(() => WriteList(writer, "type", ["boolean", "null"]));
            WriteKind(() =>
            {
                writer.WriteString("type", "number");
                writer.WriteNumber("minimum", -Fact.LargestNumber);
                writer.WriteNumber("maximum", Fact.LargestNumber);
            });
            WriteKind(() => WriteWord(writer));
            WriteKind(() => writer.WriteString("const", DoesNotApply.Word));
            WriteKind(() =>
            {
                writer.WriteString("type", "string");
                WriteDay(writer);
            });
            WriteKind(() =>
            {
                writer.WriteString("type", "array");
                writer.WriteNumber("maxItems", ExtensionForm.MostWords);
                writer.WriteStartObject("items");
                WriteWord(writer);
                writer.WriteEndObject();
                writer.WriteBoolean("uniqueItems", true);
            });
            if (mayBeGroup)
            {
                WriteKind(() => WriteByName(writer, () => WriteValue(mayBeGroup: false)));
            }

            writer.WriteEndArray();
        }

        void WriteKind(Action write)
        {
            writer.WriteStartObject();
            write();
            writer.WriteEndObject();
        }
    }

    private static void WriteByName(Utf8JsonWriter writer, Action writeEach)
    {
        WriteList(writer, "type", ["object", "null"]);
        writer.WriteBoolean("additionalProperties", false);
        writer.WriteStartObject("patternProperties");
        writer.WriteStartObject(ExtensionForm.NamePart);
        writeEach();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteWord(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "string");
        writer.WriteString("pattern", ExtensionForm.Word);
    }

    private static void WriteDay(Utf8JsonWriter writer)
    {
        writer.WriteString("format", "date");
        writer.WriteString("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    }

    private static void WriteType(Utf8JsonWriter writer, string type, JsonMember member)
    {
        if (member.IsRequired)
        {
            writer.WriteString("type", type);
        }
        else
        {
            WriteList(writer, "type", [type, "null"]);
        }
    }

    /// <summary>Writes a short list on one line, which the writer would break into one line for each word.</summary>
    private static void WriteList(Utf8JsonWriter writer, string name, IReadOnlyList<string?> words)
    {
        // "null" is the name of a type among the types, and null itself is a value among the words.
        writer.WritePropertyName(name);
        writer.WriteRawValue($"[{string.Join(", ", words.Select(word => word is null ? "null" : $"\"{word}\""))}]");
    }
}
