using System.Globalization;
using System.Text.Json;
using CollabRisk.Facts;
using CollabRisk.Json;
using CollabRisk.Rules;

namespace CollabRisk.Comparing;

/// <summary>Writes a difference as JSON for other programs: every property always, in one order.</summary>
internal static class DifferenceJson
{
    /// <summary>Identifies the shape. Within one version properties are added at most.</summary>
    private const string SchemaId = "collabrisk/difference/1";

    public static string Of(AssessmentDifference difference, bool indented)
    {
        return JsonOutput.Write(indented, json => Write(difference, json));
    }

    private static void Write(AssessmentDifference difference, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("schema", SchemaId);
        WriteSide("before", difference.Before, json);
        WriteSide("after", difference.After, json);
        WriteList("facts", difference.Facts, json, move =>
        {
            json.WriteString("path", move.Path);
            json.WritePropertyName("before");
            WriteValue(move.BeforeValue, json);
            json.WritePropertyName("after");
            WriteValue(move.AfterValue, json);
        });
        WriteList("findings", difference.Findings, json, change =>
        {
            json.WriteString("fingerprint", change.Fingerprint);
            json.WriteString("difference", $"{change.Kind}");
            json.WriteString("code", change.Latest.Code);
            json.WriteString("subject", change.Latest.Subject);
            json.WriteString("kind", $"{change.Latest.Kind}");
            WriteFinding("before", change.Before, change.OutcomeBefore, json);
            WriteFinding("after", change.After, change.OutcomeAfter, json);
            WriteCauses(change.CausedBy, change.CausedByRules, json);
        });
        WriteList("outcomes", difference.Outcomes, json, change =>
        {
            json.WriteString("code", change.Rule.Code);
            json.WriteString("before", change.Before?.ToString());
            json.WriteString("after", change.After?.ToString());
            WriteCauses(change.CausedBy, change.CausedByRules, json);
        });
        WriteWords("tensionsAdded", difference.TensionsAdded.Select(tension => tension.Id), json);
        WriteWords("tensionsGone", difference.TensionsGone.Select(tension => tension.Id), json);
        json.WriteBoolean("sameRules", difference.SameRules);
        WriteList("rules", difference.Rules, json, change =>
        {
            json.WriteString("code", change.Code);
            json.WriteString("difference", $"{change.Kind}");
        });
        json.WriteEndObject();
    }

    private static void WriteSide(string name, Assessment assessment, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteString("collaboration", assessment.Collaboration.Name);
        json.WriteString("asOf", AssessmentJson.Day(assessment.Collaboration.AsOf));
        json.WriteStartObject("overall");
        json.WriteString("atLeast", $"{assessment.Overall.AtLeast}");
        json.WriteString("atMost", $"{assessment.Overall.AtMost}");
        json.WriteBoolean("assessable", assessment.Overall.Assessable);
        json.WriteEndObject();
        json.WriteString("ruleBook", assessment.RuleBook.Digest);
        json.WriteEndObject();
    }

    private static void WriteFinding(string name, Finding? finding, Outcome? outcome, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteString("outcome", outcome?.ToString());
        JsonOutput.WriteLevel("level", finding?.Level, json);
        json.WriteString("confidence", finding?.Confidence.ToString());
        json.WriteString("message", finding?.Message);
        WriteList("moderatedBy", finding?.ModeratedBy ?? [], json, (Moderator moderator) =>
        {
            json.WriteString("direction", $"{moderator.Direction}");
            json.WriteString("because", moderator.Because);
        });
        json.WriteEndObject();
    }

    private static void WriteCauses(IReadOnlyList<FactMove> facts, IReadOnlyList<string> rules, Utf8JsonWriter json)
    {
        WriteWords("causedBy", facts.Select(move => move.Path), json);
        WriteWords("causedByRules", rules, json);
    }

    /// <summary>A value as the JSON form of a collaboration has it; of the list of partners, their names.</summary>
    private static void WriteValue(object? value, Utf8JsonWriter json)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case FactList<Partner> partners:
                WriteWords(partners.Select(partner => partner.Name).Order(StringComparer.Ordinal), json);
                break;
            case FactList<Saving> savings:
                json.WriteStartArray();
                foreach (var saving in savings)
                {
                    json.WriteStartObject();
                    json.WritePropertyName("amount");
                    WriteValue(saving.Amount, json);
                    json.WriteString("period", saving.Period);
                    json.WriteString("source", saving.Source);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                break;
            case Enum or string:
                json.WriteStringValue($"{value}");
                break;
            case System.Collections.IEnumerable words:
                WriteWords(words.Cast<object>().Select(word => $"{word}"), json);
                break;
            default:
                throw new NotSupportedException($"A value of type {value.GetType().Name} has no form in JSON.");
        }
    }

    private static void WriteWords(string name, IEnumerable<string> words, Utf8JsonWriter json)
    {
        json.WritePropertyName(name);
        WriteWords(words, json);
    }

    private static void WriteWords(IEnumerable<string> words, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var word in words)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }

    private static void WriteList<T>(string name, IEnumerable<T> items, Utf8JsonWriter json, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
