using System.Text.Json;
using CollabRisk.Json;

namespace CollabRisk.Records;

/// <summary>Writes what came of a replay as JSON.</summary>
internal static class ReplayJson
{
    public const string SchemaId = "collabrisk/replay/1";

    public static void Write(Utf8JsonWriter json, ReplayResult result)
    {
        json.WriteBoolean("identical", result.IsIdentical);
        json.WriteList("differences", result.Differences, WriteDifference);
        json.WriteNumber("assessmentDifferences", result.AssessmentDifferences);
    }

    private static void WriteDifference(Utf8JsonWriter json, ReplayDifference difference)
    {
        json.WriteWord<ReplayDifferenceKind>("kind", difference.Kind);
        json.WriteString("where", difference.Where);
        json.WriteString("recorded", difference.Recorded);
        json.WriteString("replayed", difference.Replayed);
    }
}
