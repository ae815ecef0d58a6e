using System.Globalization;
using System.Text;
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

    /// <summary>Reads a record. What its assessment says is compared when it is replayed; here it may be of any version.</summary>
    public static JsonReading<DecisionRecord> Read(string text) =>
        AnswerReader.Read(Encoding.UTF8.GetBytes(text), [DecisionRecord.SchemaId], static (_, document, problems) => Of(document, problems), open: "assessment");

    private static DecisionRecord Of(JsonElement document, JsonProblemList problems) => new(document.GetProperty("assessment"))
    {
        LibraryVersion = document.TextIn("library")!,
        At = MomentIn(document, problems),
        Collaboration = CollaborationReader.ReadAgain(document.GetProperty("facts")),
        FactsDigest = document.TextIn("factsDigest")!,
        Packs = [.. document.ListIn("packs").Select(pack => new PackReference(pack.TextIn("id")!, pack.TextIn("version")!))],
        RuleBookDigest = document.TextIn("ruleBookDigest")!,
        Overrides = [.. document.ListIn("overrides").Select((each, i) => OverrideOf(each, string.Create(CultureInfo.InvariantCulture, $"overrides[{i}]."), problems))],
        OverridesAsOf = document.DayIn("overridesAsOf", problems),
    };

    private static DateTimeOffset? MomentIn(JsonElement document, JsonProblemList problems)
    {
        if (document.TextIn("at") is not { } text)
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(text, DecisionRecord.MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            return moment;
        }

        problems.Report(0, "at", $"{Shown.Value(text)} is not a moment of the calendar. Write one as {AnswerReader.Moment}.");
        return null;
    }

    private static RuleOverride OverrideOf(JsonElement written, string within, JsonProblemList problems) =>
        new(written.WordIn<OverrideKind>("kind"), written.TextIn("code")!, written.TextIn("reason")!)
        {
            Level = written.WordOrNullIn<Level>("level"),
            Subject = written.TextIn("subject"),
            Direction = written.WordOrNullIn<Direction>("direction"),
            Because = written.TextIn("because"),
            Author = written.TextIn("author"),
            Expires = written.DayIn("expires", problems, within),
            PackId = written.TextIn("pack"),
        };
}
