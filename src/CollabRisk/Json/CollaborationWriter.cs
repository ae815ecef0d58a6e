using System.Globalization;
using System.Text.Json;
using CollabRisk.Facts;

namespace CollabRisk.Json;

/// <summary>Writes what is known of a collaboration, in the order of the model.</summary>
internal static class CollaborationWriter
{
    public static void Write(Utf8JsonWriter writer, object owner, JsonShape shape)
    {
        writer.WriteStartObject();
        WriteMembers(writer, owner, shape);
        writer.WriteEndObject();
    }

    /// <summary>Writes the properties of an object that is open already.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, object owner, JsonShape shape)
    {
        foreach (var member in shape.Members)
        {
            if (member.Fact is { } fact)
            {
                if (fact.Store.Get(owner) is { } value)
                {
                    writer.WritePropertyName(member.Name);
                    WriteValue(writer, value, fact.Path, member.Shape);
                }
            }
            else if (member.Shape!.Group.Read!(owner) is { } group && IsAnythingKnown(group, member.Shape))
            {
                writer.WritePropertyName(member.Name);
                if (group is FactExtensions extensions)
                {
                    Write(writer, extensions);
                }
                else
                {
                    Write(writer, group, member.Shape);
                }
            }
        }
    }

    private static bool IsAnythingKnown(object owner, JsonShape shape) => owner is FactExtensions extensions ? !extensions.IsEmpty : shape.Members.Any(member =>
        member.Fact is { } fact
            ? fact.Store.Get(owner) is not null
            : member.Shape!.Group.Read!(owner) is { } group && IsAnythingKnown(group, member.Shape));

    /// <summary>Writes the facts that packs declare, by prefix and name.</summary>
    private static void Write(Utf8JsonWriter writer, FactExtensions extensions)
    {
        writer.WriteStartObject();
        foreach (var samePrefix in extensions.Names.GroupBy(name => name[..name.IndexOf('.', StringComparison.Ordinal)], StringComparer.Ordinal))
        {
            writer.WriteStartObject(samePrefix.Key);
            foreach (var name in samePrefix)
            {
                writer.WritePropertyName(name[(samePrefix.Key.Length + 1)..]);
                WriteValue(writer, extensions[name]!, name, entry: null);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes the value of a fact wherever it is written: as the collaboration has it, of the partners their names, and null where it is not known.</summary>
    public static void WriteValueOf(Utf8JsonWriter writer, Fact fact, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case FactList<Partner> partners:
                WriteValue(writer, partners.Select(partner => partner.Name).Order(StringComparer.Ordinal), fact.Path, entry: null);
                break;
            default:
                WriteValue(writer, value, fact.Path, fact.Type == FactType.List ? JsonShape.Collaboration.MemberOf(fact).Shape : null);
                break;
        }
    }

    /// <summary>Writes a value of the model.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    /// <param name="path">The fact that has it, for messages.</param>
    /// <param name="entry">What the entries of a list are made of; null for every other value.</param>
    public static void WriteValue(Utf8JsonWriter writer, object value, string path, JsonShape? entry)
    {
        switch (value)
        {
            case bool yes:
                writer.WriteBooleanValue(yes);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case Enum word when Enum.IsDefined(word.GetType(), word):
                writer.WriteStringValue($"{word}");
                break;
            case Enum word:
                throw new ArgumentException($"{path}: '{word}' has a value that {word.GetType().Name} has no word for.");
            case DateOnly day:
                writer.WriteStringValue(day.ToString(FactValue.DateFormat, CultureInfo.InvariantCulture));
                break;
            case System.Collections.IEnumerable entries:
                writer.WriteStartArray();
                foreach (var each in entries)
                {
                    if (entry is not null)
                    {
                        Write(writer, each, entry);
                    }
                    else
                    {
                        writer.WriteStringValue($"{each}");
                    }
                }

                writer.WriteEndArray();
                break;
            default:
                // Numbers are written from the value, not from its code, which keeps four decimals; equal numbers look
                // equal, whatever zeros stand at their end.
                writer.WriteRawValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString("0.############################", CultureInfo.InvariantCulture));
                break;
        }
    }
}
