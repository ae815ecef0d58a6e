using System.Text.Json;
using CollabRisk.Json;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Records;

/// <summary>Writes decision records as JSON, and reads them.</summary>
internal static class DecisionRecordJson
{
    public static void Write(Utf8JsonWriter json, DecisionRecord record)
    {
        json.WriteString("library", record.LibraryVersion);
        if (record.At is { } moment)
        {
            json.WriteString("at", Moment.Write(moment));
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

    /// <summary>Reads a record. What its assessment says is compared when it is replayed; here it may be of any version.</summary>
    public static JsonReading<DecisionRecord> Read(string text) =>
        AnswerReader.Read(text, [DecisionRecord.SchemaId], static (_, document, _) => Of(document), open: "assessment");

    private static DecisionRecord Of(JsonElement document) => new(document.GetProperty("assessment"))
    {
        LibraryVersion = document.TextIn("library")!,
        At = document.TextIn("at") is { } moment ? Moment.Read(moment) : null,
        Collaboration = CollaborationReader.ReadAgain(document.GetProperty("facts")),
        FactsDigest = document.TextIn("factsDigest")!,
        Packs = [.. document.ListIn("packs").Select(pack => new PackReference(pack.TextIn("id")!, pack.TextIn("version")!))],
        RuleBookDigest = document.TextIn("ruleBookDigest")!,
        Overrides = [.. document.ListIn("overrides").Select(OverrideOf)],
        OverridesAsOf = document.DayIn("overridesAsOf"),
    };

    private static RuleOverride OverrideOf(JsonElement written) =>
        new(written.WordIn<OverrideKind>("kind"), written.TextIn("code")!, written.TextIn("reason")!)
        {
            Level = written.WordOrNullIn<Level>("level"),
            Subject = written.TextIn("subject"),
            Direction = written.WordOrNullIn<Direction>("direction"),
            Because = written.TextIn("because"),
            Author = written.TextIn("author"),
            Expires = written.DayIn("expires"),
            PackId = written.TextIn("pack"),
        };
}
