using System.Text;
using System.Text.Json;
using CollabRisk.Facts;
using CollabRisk.Json;

namespace CollabRisk.Perspectives;

/// <summary>Writes assessed perspectives as JSON. Every property is always written; where there is no value it is null.</summary>
internal static class PerspectiveJson
{
    private const string SchemaId = "collabrisk/perspectives/1";

    public static string Write(PerspectiveAssessment assessed, bool indented)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonOutput.Options(indented)))
        {
            json.WriteStartObject();
            json.WriteString("schema", SchemaId);
            WriteList(json, "views", assessed.Views, WriteView);
            WriteList(json, "superseded", assessed.Perspectives.Superseded, WriteHolder);
            WriteList(json, "disagreements", assessed.Disagreements, WriteDisagreement);
            WriteList(json, "agreed", assessed.Perspectives.Agreed, WriteHeld);
            WriteList(json, "knownToOne", assessed.Perspectives.KnownToOne, WriteHeld);
            json.WritePropertyName("facts");
            CollaborationJson.Write(json, assessed.Perspectives.Merged);
            json.WritePropertyName("assessment");
            AssessmentJson.Write(assessed.Merged, json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void WriteView(Utf8JsonWriter json, ViewAssessment view)
    {
        WriteHolder(json, view.Perspective);
        json.WriteStartObject("overall");
        json.WriteString("atLeast", $"{view.Assessment.Overall.AtLeast}");
        json.WriteString("atMost", $"{view.Assessment.Overall.AtMost}");
        json.WriteBoolean("assessable", view.Assessment.Overall.Assessable);
        json.WriteEndObject();
        WriteList(json, "onlyHere", view.OnlyHere, WriteFinding);
        WriteList(json, "onlyMerged", view.OnlyMerged, WriteFinding);
    }

    private static void WriteHolder(Utf8JsonWriter json, Perspective perspective)
    {
        json.WriteString("holder", perspective.Holder);
        json.WriteString("on", AssessmentJson.Day(perspective.On));
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("code", finding.Code);
        json.WriteString("subject", finding.Subject);
        JsonOutput.WriteLevel("level", finding.Level, json);
    }

    private static void WriteDisagreement(Utf8JsonWriter json, Disagreement disagreement)
    {
        WriteHeld(json, disagreement.Held);
        json.WriteString("question", disagreement.Question);
        json.WriteString("followsAs", disagreement.Held.FollowsAs);
        json.WriteStartArray("holdsOpen");
        foreach (var code in disagreement.HoldsOpen)
        {
            json.WriteStringValue(code);
        }

        json.WriteEndArray();
        json.WriteString("worst", $"{disagreement.Worst}");
    }

    private static void WriteHeld(Utf8JsonWriter json, HeldFact held)
    {
        json.WriteString("path", held.Path);
        WriteList(json, "positions", held.Positions, (json, position) =>
        {
            json.WriteString("holder", position.Holder);
            json.WriteString("on", AssessmentJson.Day(position.On));
            json.WritePropertyName("value");
            WriteValue(json, held.Fact, position.Owner);
        });
    }

    /// <summary>Writes the value as the facts themselves are written; of the partners, the names, since their facts stand by themselves.</summary>
    private static void WriteValue(Utf8JsonWriter json, Fact fact, object owner)
    {
        if (fact != FactRegistry.Default.PartnerList)
        {
            CollaborationWriter.WriteValue(json, fact.Store.Get(owner)!, fact.Path, fact.Type == FactType.List ? JsonShape.Collaboration.MemberOf(fact).Shape : null);
            return;
        }

        json.WriteStartArray();
        foreach (var partner in ((Collaboration)owner).Partners!)
        {
            json.WriteStringValue(partner.Name);
        }

        json.WriteEndArray();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> writeProperties)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            writeProperties(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
