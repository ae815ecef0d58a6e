using System.Text.Json;
using CollabRisk.Conditions;
using CollabRisk.Json;

namespace CollabRisk.Explaining;

/// <summary>Writes explanations as JSON.</summary>
internal static class ExplanationJson
{
    public const string SchemaId = "collabrisk/explanation/2";

    public const string ConditionSchemaId = "collabrisk/condition/1";

    public static void Write(Utf8JsonWriter json, RuleExplanation explanation)
    {
        json.WriteString("code", explanation.Code);
        json.WriteString("title", explanation.Title);
        json.WriteWord<FindingKind>("kind", explanation.Kind);
        json.WriteWord<Outcome>("outcome", explanation.Outcome);
        json.WriteString("error", explanation.Error);
        json.WriteString("summary", explanation.Summary);
        json.WriteList("cases", explanation.Cases, WriteCase);
        var answers = explanation.SettlingAnswers.ToLookup(answer => answer.Path, StringComparer.Ordinal);
        json.WriteList("openFacts", explanation.OpenFacts, (json, fact) =>
        {
            json.WriteString("path", fact.Path);
            json.WriteString("question", fact.Fact.Question);
            json.WriteList("answers", answers[fact.Path], WriteAnswer);
        });
    }

    public static void Write(Utf8JsonWriter json, ExplainedCondition condition)
    {
        json.WriteString("text", condition.Text);
        json.WriteWord<Truth>("value", condition.Value);
        json.WriteString("found", condition.Found);
        json.WriteString("partner", condition.Partner);
        json.WriteList("facts", condition.Facts, WriteFact);
        json.WriteObject("rule", condition.Rule, WriteRule);
        json.WriteList("children", condition.Children, Write);
    }

    private static void WriteCase(Utf8JsonWriter json, ExplainedCase each)
    {
        json.WriteString("subject", each.Subject);
        json.WriteWord<Outcome>("outcome", each.Outcome);
        json.WriteString("message", each.Message);
        json.WriteWords("because", each.Because);
        json.WriteObject("guard", each.Guard, Write);
        json.WriteObject("condition", each.Condition, Write);
        json.WriteObject("level", each.Level, WriteLevel);
        json.WriteList("overrides", each.Overrides, AssessmentJson.WriteOverride);
        json.WriteBoolean("switchedOff", each.IsSwitchedOff);
        json.WriteList("claims", each.Claims, AssessmentJson.WriteClaim);
    }

    private static void WriteFact(Utf8JsonWriter json, FactReading reading)
    {
        AssessmentJson.WriteShownFact(json, reading);
        json.WriteString("question", reading.Fact.Question);
    }

    private static void WriteRule(Utf8JsonWriter json, RuleOutcome rule)
    {
        json.WriteString("code", rule.Rule.Code);
        json.WriteString("title", rule.Rule.Title);
        json.WriteWord<Outcome>("outcome", rule.Outcome);
    }

    private static void WriteLevel(Utf8JsonWriter json, ExplainedLevel level)
    {
        json.WriteWord<Level>("base", level.Base.Level);
        json.WriteString("reason", level.Base.Reason);
        json.WriteList("moderators", level.Moderators, WriteModerator);
        json.WriteWord<Level>("cap", level.Cap);
        json.WriteBoolean("capped", level.IsCapped);
        json.WriteRange("level", level.Range);
        json.WriteObject("ownLevel", level.Own, (json, own) =>
        {
            json.WriteWord<Level>("level", own.Level);
            json.WriteString("reason", own.Reason);
        });
    }

    private static void WriteModerator(Utf8JsonWriter json, ExplainedModerator moderator)
    {
        AssessmentJson.WriteModerator(json, moderator.Moderator);
        json.WriteNumber("step", moderator.Step);
        json.WriteObject("condition", moderator.Condition, Write);
    }

    private static void WriteAnswer(Utf8JsonWriter json, SettlingAnswer answer)
    {
        AssessmentJson.WriteShownValue(json, answer.Reading);
        json.WriteWord<Outcome>("outcome", answer.Outcome);
    }
}
