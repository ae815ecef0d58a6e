using System.Text.Json;
using CollabRisk.Json;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Testing;

/// <summary>Writes a run of tests as JSON. Every property is always written; <c>schemas/rule-pack-tests.schema.json</c> describes them.</summary>
internal static class JsonReport
{
    /// <summary>Identifies the shape, in the property <c>schema</c>.</summary>
    public const string SchemaId = "collabrisk/rule-pack-tests/1";

    public static string Write(RulePackTestRun run, bool indented) => JsonOutput.Write(indented, json => json.WriteDocument(SchemaId, run, Write));

    private static void Write(Utf8JsonWriter json, RulePackTestRun run)
    {
        json.WriteBoolean("passed", run.HasPassed);
        json.WriteBoolean("complete", run.IsComplete);
        json.WriteList("packs", run.Packs, Write);
    }

    private static void Write(Utf8JsonWriter json, TestedPack pack)
    {
        json.WriteString("id", pack.Id);
        json.WriteString("version", pack.Version);
        json.WriteBoolean("passed", pack.HasPassed);
        json.WriteList("tests", pack.Tests, Write);
        json.WriteList("gaps", pack.Gaps, Write);
        json.WriteStartObject("coverage");
        WriteNumbers(pack.Seen, pack.Possible, json);
        json.WriteList("rules", pack.Coverage, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TestResult test)
    {
        json.WriteString("name", test.Name);
        WritePlace(test.Place, json);
        json.WriteBoolean("passed", test.HasPassed);
        json.WriteList("mismatches", test.Mismatches, Write);
        json.WriteList("differences", test.Differences, Write);
    }

    private static void Write(Utf8JsonWriter json, TestMismatch mismatch)
    {
        json.WriteString("rule", mismatch.Code);
        json.WriteString("subject", mismatch.Subject);
        WritePlace(mismatch.Place, json);
        WriteOutcome("expected", mismatch.ExpectedOutcome, mismatch.ExpectedLevel is { } level ? new LevelRange(level, level) : null, json);
        WriteOutcome("actual", mismatch.Outcome, mismatch.Level, json);
        json.WriteWords("why", mismatch.Why);
    }

    private static void Write(Utf8JsonWriter json, TestDifference difference)
    {
        WritePlace(difference.Place, json);
        json.WriteString("what", difference.What);
    }

    private static void Write(Utf8JsonWriter json, TestGap gap)
    {
        json.WriteString("where", gap.Where);
        WritePlace(gap.Place, json);
        json.WriteWords("missing", gap.Missing.Select(outcome => $"{outcome}"));
        json.WriteString("what", gap.What);
    }

    private static void Write(Utf8JsonWriter json, RuleCoverage rule)
    {
        json.WriteString("rule", rule.Code);
        WriteNumbers(rule.Seen, rule.Possible, json);
        json.WriteList("conditions", rule.Conditions, Write);
    }

    private static void Write(Utf8JsonWriter json, ConditionCoverage condition)
    {
        json.WriteString("part", condition.Part);
        json.WriteString("text", condition.Text);
        WritePlace(condition.Place, json);
        json.WriteNumber("true", condition.SeenTrue);
        json.WriteNumber("false", condition.SeenFalse);
        json.WriteNumber("unknown", condition.SeenUnknown);
        json.WriteWords("unseen", condition.Unseen.Select(value => $"{value}"));
    }

    private static void WriteNumbers(int seen, int possible, Utf8JsonWriter json)
    {
        json.WriteNumber("seen", seen);
        json.WriteNumber("possible", possible);
    }

    private static void WriteOutcome(string name, Outcome outcome, LevelRange? level, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteWord<Outcome>("outcome", outcome);
        json.WriteRange("level", level);
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
