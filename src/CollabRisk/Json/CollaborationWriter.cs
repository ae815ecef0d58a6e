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
        foreach (var member in shape.Members)
        {
            if (member.Fact is { } fact)
            {
                if (fact.Read(owner) != Fact.Unknown)
                {
                    writer.WritePropertyName(member.Name);
                    WriteValue(writer, owner, member);
                }
            }
            else if (member.Shape!.Group.Read!(owner) is { } group && IsAnythingKnown(group, member.Shape))
            {
                writer.WritePropertyName(member.Name);
                Write(writer, group, member.Shape);
            }
        }

        writer.WriteEndObject();
    }

    private static bool IsAnythingKnown(object owner, JsonShape shape) => shape.Members.Any(member =>
        member.Fact is { } fact
            ? fact.Read(owner) != Fact.Unknown
            : member.Shape!.Group.Read!(owner) is { } group && IsAnythingKnown(group, member.Shape));

    /// <summary>Writes the value of a fact that is known.</summary>
    public static void WriteValue(Utf8JsonWriter writer, object owner, JsonMember member)
    {
        var fact = member.Fact!;
        var code = fact.Read(owner);
        switch (fact.Type)
        {
            case FactType.YesNo:
                writer.WriteBooleanValue(code == 1);
                break;
            case FactType.Word when code >= 0 && code < fact.AllowedWords.Count:
                writer.WriteStringValue(fact.AllowedWords[(int)code]);
                break;
            case FactType.Words when (ulong)code >> fact.AllowedWords.Count == 0:
                writer.WriteStartArray();
                foreach (var word in fact.WordsIn(code))
                {
                    writer.WriteStringValue(word);
                }

                writer.WriteEndArray();
                break;
            case FactType.Word or FactType.Words:
                throw new ArgumentException($"{fact.Path}: '{fact.Property.GetValue(owner)}' has a value that {fact.WordType!.Name} has no word for.");
            case FactType.WholeNumber or FactType.Number:
                // Numbers are written from the property, not from the code, which keeps four decimals; equal numbers
                // look equal, whatever zeros stand at their end.
                var number = Convert.ToDecimal(fact.Property.GetValue(owner), CultureInfo.InvariantCulture);
                writer.WriteRawValue(number.ToString("0.############################", CultureInfo.InvariantCulture));
                break;
            case FactType.Date:
                writer.WriteStringValue(DateOnly.FromDayNumber((int)code).ToString(FactValue.DateFormat, CultureInfo.InvariantCulture));
                break;
            case FactType.List:
                writer.WriteStartArray();
                foreach (var entry in (IEnumerable<object>)fact.Property.GetValue(owner)!)
                {
                    Write(writer, entry, member.Shape!);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue((string)fact.Property.GetValue(owner)!);
                break;
        }
    }
}
