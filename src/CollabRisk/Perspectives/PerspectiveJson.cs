using System.Text.Json;
using CollabRisk.Json;

namespace CollabRisk.Perspectives;

/// <summary>Writes assessed perspectives as JSON.</summary>
internal static class PerspectiveJson
{
    public const string SchemaId = "collabrisk/perspectives/2";

    public static void Write(Utf8JsonWriter json, PerspectiveAssessment assessed)
    {
        json.WriteList("views", assessed.Views, WriteView);
        json.WriteList("superseded", assessed.Perspectives.Superseded, WriteHolder);
        json.WriteList("disagreements", assessed.Disagreements, WriteDisagreement);
        json.WriteList("agreed", assessed.Perspectives.Agreed, WriteHeld);
        json.WriteList("knownToOne", assessed.Perspectives.KnownToOne, WriteHeld);
        json.WritePropertyName("facts");
        CollaborationJson.Write(json, assessed.Perspectives.Merged);
        json.WriteAnswer("assessment", assessed.Merged);
    }

    private static void WriteView(Utf8JsonWriter json, ViewAssessment view)
    {
        WriteHolder(json, view.Perspective);
        json.WriteRange("overall", view.Assessment.Overall);
        json.WriteList("onlyHere", view.OnlyHere, AssessmentJson.WriteReference);
        json.WriteList("onlyMerged", view.OnlyMerged, AssessmentJson.WriteReference);
    }

    private static void WriteHolder(Utf8JsonWriter json, Perspective perspective)
    {
        json.WriteString("holder", perspective.Holder);
        json.WriteDay("on", perspective.On);
    }

    private static void WriteDisagreement(Utf8JsonWriter json, Disagreement disagreement)
    {
        WriteHeld(json, disagreement.Held);
        json.WriteString("question", disagreement.Question);
        json.WriteString("followsAs", disagreement.Held.FollowsAs);
        json.WriteWords("holdsOpen", disagreement.HoldsOpen);
        json.WriteWord<Level>("worst", disagreement.Worst);
    }

    private static void WriteHeld(Utf8JsonWriter json, HeldFact held)
    {
        json.WriteString("path", held.Path);
        json.WriteList("positions", held.Positions, (json, position) =>
        {
            json.WriteString("holder", position.Holder);
            json.WriteDay("on", position.On);
            json.WritePropertyName("value");
            FactValue.Write(json, held.Fact, position.Known);
            json.WriteString("text", position.Value);
        });
    }
}
