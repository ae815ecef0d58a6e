using System.Text.Json;
using CollabRisk.Json;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Testing;

/// <summary>Writes a run of tests as JSON. Every property is always written; <c>schemas/rule-pack-tests.schema.json</c> describes them.</summary>
internal static class JsonReport
{
    /// <summary>Identifies the shape, in the property <c>schema</c>.</summary>
    public const string SchemaId = "collabrisk/rule-pack-tests/1";

    public static string Write(RulePackTestRun run, bool indented) => JsonOutput.Write(indented, json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", SchemaId);
        json.WriteBoolean("passed", run.HasPassed);
        json.WriteBoolean("complete", run.IsComplete);
        JsonOutput.WriteList("packs", run.Packs, Write, json);
        json.WriteEndObject();
    });

    private static void Write(TestedPack pack, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", pack.Id);
        json.WriteString("version", pack.Version);
        json.WriteBoolean("passed", pack.HasPassed);
        JsonOutput.WriteList("tests", pack.Tests, Write, json);
        JsonOutput.WriteList("gaps", pack.Gaps, Write, json);
        json.WriteStartObject("coverage");
        WriteNumbers(pack.Seen, pack.Possible, json);
        JsonOutput.WriteList("rules", pack.Coverage, Write, json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(TestResult test, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", test.Name);
        WritePlace(test.Place, json);
        json.WriteBoolean("passed", test.HasPassed);
        JsonOutput.WriteList("mismatches", test.Mismatches, Write, json);
        json.WriteEndObject();
    }

    private static void Write(TestMismatch mismatch, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("rule", mismatch.Code);
        json.WriteString("subject", mismatch.Subject);
        WritePlace(mismatch.Place, json);
        WriteOutcome("expected", mismatch.ExpectedOutcome, mismatch.ExpectedLevel is { } level ? new LevelRange(level, level) : null, json);
        WriteOutcome("actual", mismatch.Outcome, mismatch.Level, json);
        JsonOutput.WriteList("why", mismatch.Why, (clause, json) => json.WriteStringValue(clause), json);
        json.WriteEndObject();
    }

    private static void Write(TestGap gap, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("where", gap.Where);
        WritePlace(gap.Place, json);
        JsonOutput.WriteList("missing", gap.Missing, (outcome, json) => json.WriteStringValue($"{outcome}"), json);
        json.WriteString("what", gap.What);
        json.WriteEndObject();
    }

    private static void Write(RuleCoverage rule, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("rule", rule.Code);
        WriteNumbers(rule.Seen, rule.Possible, json);
        JsonOutput.WriteList("conditions", rule.Conditions, Write, json);
        json.WriteEndObject();
    }

    private static void Write(ConditionCoverage condition, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("part", condition.Part);
        json.WriteString("text", condition.Text);
        WritePlace(condition.Place, json);
        json.WriteNumber("true", condition.SeenTrue);
        json.WriteNumber("false", condition.SeenFalse);
        json.WriteNumber("unknown", condition.SeenUnknown);
        JsonOutput.WriteList("unseen", condition.Unseen, (value, json) => json.WriteStringValue($"{value}"), json);
        json.WriteEndObject();
    }

    private static void WriteNumbers(int seen, int possible, Utf8JsonWriter json)
    {
        json.WriteNumber("seen", seen);
        json.WriteNumber("possible", possible);
    }

    private static void WriteOutcome(string name, Outcome outcome, LevelRange? level, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteString("outcome", $"{outcome}");
        JsonOutput.WriteLevel("level", level, json);
        json.WriteEndObject();
    }

    private static void WritePlace(TextPlace? place, Utf8JsonWriter json)
    {
        if (place is null)
        {
            json.WriteNull("place");
            return;
        }

        json.WriteStartObject("place");
        json.WriteString("file", place.File);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteEndObject();
    }
}
