using System.Text.Json;
using CollabRisk.Evidence;
using CollabRisk.Json;

namespace CollabRisk.Comparing;

/// <summary>Writes a difference as JSON.</summary>
internal static class DifferenceJson
{
    public const string SchemaId = "collabrisk/difference/2";

    public static void Write(Utf8JsonWriter json, AssessmentDifference difference)
    {
        json.WriteObject("before", difference.Before, WriteSide);
        json.WriteObject("after", difference.After, WriteSide);
        json.WriteList("facts", difference.Facts, WriteFact);
        json.WriteList("findings", difference.Findings, WriteFinding);
        json.WriteList("outcomes", difference.Outcomes, WriteOutcome);
        json.WriteWords("tensionsAdded", difference.TensionsAdded.Select(tension => tension.Id));
        json.WriteWords("tensionsGone", difference.TensionsGone.Select(tension => tension.Id));
        json.WriteBoolean("sameRules", difference.SameRules);
        json.WriteList("rules", difference.Rules, WriteRule);
        json.WriteWords("stillOpen", difference.StillOpen.Select(change => change.Fingerprint));
    }

    private static void WriteSide(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteString("collaboration", assessment.Collaboration.Name);
        json.WriteDay("asOf", assessment.Collaboration.AsOf);
        json.WriteRange("overall", assessment.Overall);
        json.WriteString("ruleBook", assessment.RuleBook.Digest);
        json.WriteNumber("matters", FindingGroup.CountRisks(assessment.Findings));
        json.WriteWord<Level>("worstSwitchedOff", assessment.WorstSwitchedOff);
    }

    private static void WriteFact(Utf8JsonWriter json, FactMove move)
    {
        json.WriteString("path", move.Path);
        WriteValue(json, "before", move, move.BeforeValue, move.Before);
        WriteValue(json, "after", move, move.AfterValue, move.After);
        json.WriteWords("remarks", move.Remarks.Select(remark => remark.InWords));
    }

    /// <summary>A value as the JSON form of a collaboration has it, of the list of partners their names, and in words.</summary>
    private static void WriteValue(Utf8JsonWriter json, string name, FactMove move, object? value, string text)
    {
        json.WriteStartObject(name);
        json.WritePropertyName("value");
        FactValue.Write(json, move.Fact, value);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, FindingChange change)
    {
        json.WriteString("fingerprint", change.Fingerprint);
        json.WriteWord<DifferenceKind>("difference", change.Kind);
        json.WriteWord("end", change.End);
        json.WriteString("code", change.Latest.Code);
        json.WriteString("subject", change.Latest.Subject);
        json.WriteWord<FindingKind>("kind", change.Latest.Kind);
        json.WriteString("root", change.Latest.Root);
        WriteState(json, "before", change.Before, change.OutcomeBefore);
        WriteState(json, "after", change.After, change.OutcomeAfter);
        WriteCauses(json, change.CausedBy, change.CausedByRules);
    }

    private static void WriteState(Utf8JsonWriter json, string name, Finding? finding, Outcome? outcome)
    {
        json.WriteStartObject(name);
        json.WriteWord("outcome", outcome);
        json.WriteRange("level", finding?.Level);
        json.WriteWord<Confidence>("confidence", finding?.Confidence);
        json.WriteString("message", finding?.Message);
        json.WriteList("moderatedBy", finding?.ModeratedBy ?? [], AssessmentJson.WriteModerator);
        json.WriteEndObject();
    }

    private static void WriteOutcome(Utf8JsonWriter json, OutcomeChange change)
    {
        json.WriteString("code", change.Rule.Code);
        json.WriteWord("before", change.Before);
        json.WriteWord("after", change.After);
        WriteCauses(json, change.CausedBy, change.CausedByRules);
    }

    private static void WriteRule(Utf8JsonWriter json, RuleChange change)
    {
        json.WriteString("code", change.Code);
        json.WriteWord<DifferenceKind>("difference", change.Kind);
    }

    private static void WriteCauses(Utf8JsonWriter json, IReadOnlyList<FactMove> facts, IReadOnlyList<string> rules)
    {
        json.WriteWords("causedBy", facts.Select(move => move.Path));
        json.WriteWords("causedByRules", rules);
    }
}
