using System.Globalization;
using System.Text.Json;
using CollabRisk.Json;

namespace CollabRisk.Records;

/// <summary>Writes decision records as JSON.</summary>
internal static class DecisionRecordJson
{
    public static void Write(Utf8JsonWriter json, DecisionRecord record)
    {
        json.WriteString("library", record.LibraryVersion);
        if (record.At is { } moment)
        {
            json.WriteString("at", moment.ToString(DecisionRecord.MomentFormat, CultureInfo.InvariantCulture));
        }

        json.WritePropertyName("facts");
        CollaborationJson.Write(json, record.Collaboration);
        json.WriteString("factsDigest", record.FactsDigest);
        json.WriteList("packs", record.Packs, AssessmentJson.WritePack);
        json.WriteString("ruleBookDigest", record.RuleBookDigest);
        json.WriteList("overrides", record.Overrides, AssessmentJson.WriteOverride);
        json.WriteDay("overridesAsOf", record.OverridesAsOf);
        json.WritePropertyName("assessment");
        record.Assessment.WriteTo(json);
    }
}
