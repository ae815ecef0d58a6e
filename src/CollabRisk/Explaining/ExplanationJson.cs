using System.Text.Json;
using CollabRisk.Json;
using CollabRisk.Rules;

namespace CollabRisk.Explaining;

/// <summary>Writes explanations as JSON, for other programs to read.</summary>
/// <remarks>
/// <para>
/// An explanation has <c>schema</c>, <c>code</c>, <c>title</c>, <c>kind</c>, <c>outcome</c>, <c>error</c>, <c>summary</c>,
/// <c>cases</c> and <c>openFacts</c>. A case has <c>subject</c>, <c>outcome</c>, <c>message</c>, <c>because</c>,
/// <c>guard</c>, <c>condition</c>, <c>level</c>, <c>overrides</c> (as in <see cref="AssessmentJson"/>) and
/// <c>switchedOff</c>. A condition has <c>text</c>, <c>value</c> (<c>True</c>,
/// <c>False</c> or <c>Unknown</c>), <c>found</c>, <c>partner</c>, <c>facts</c> (each with <c>path</c>, <c>value</c> and
/// <c>question</c>; the value is <c>null</c> while it is not known), <c>rule</c> (<c>code</c>, <c>title</c> and
/// <c>outcome</c>) and <c>children</c>. A level has <c>base</c>, <c>reason</c>, <c>moderators</c> (each with
/// <c>direction</c>, <c>because</c>, <c>claims</c>, <c>step</c> and <c>condition</c>), <c>cap</c>, <c>atLeast</c>,
/// <c>atMost</c>, <c>ownBase</c> and <c>ownReason</c>, what the rule's author gave where an override gave another, and
/// <c>capped</c>, whether moderators would take or could take it above the cap. An open fact has <c>path</c>, <c>question</c> and <c>answers</c> (each with
/// <c>value</c> and <c>outcome</c>).
/// </para>
/// <para>
/// Every property is always written, in this order; where there is no value it is <c>null</c>. Within one <c>schema</c>
/// version properties are added at most, always after those that were there. The same explanation gives the same bytes.
/// Thread-safe.
/// </para>
/// </remarks>
public static class ExplanationJson
{
    /// <summary>Identifies the shape, in the property <c>schema</c> of every explanation.</summary>
    private const string SchemaId = "collabrisk/explanation/1";

    /// <summary>Writes an explanation as text.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <param name="indented">Whether to write it over many lines, for people to read; lines end in LF, the last one in nothing.</param>
    /// <returns>
    /// The JSON. Letters such as £ and ’ stand as they are: the text is meant for a file or a response of its own. Inside
    /// HTML it would have to be encoded as any text there is.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="explanation"/> is <see langword="null"/>.</exception>
    public static string Write(RuleExplanation explanation, bool indented = true)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return JsonOutput.Write(indented, json => Write(explanation, json));
    }

    /// <summary>Writes an explanation as the next value of a writer. Layout and encoding are the writer's own.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <param name="json">The writer; it is not flushed.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The writer is at a place where no value can stand.</exception>
    public static void Write(RuleExplanation explanation, Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("schema", SchemaId);
        json.WriteString("code", explanation.Code);
        json.WriteString("title", explanation.Title);
        json.WriteString("kind", $"{explanation.Kind}");
        json.WriteString("outcome", $"{explanation.Outcome}");
        json.WriteString("error", explanation.Error);
        json.WriteString("summary", explanation.Summary);
        JsonOutput.WriteList("cases", explanation.Cases, WriteCase, json);
        var answers = explanation.SettlingAnswers.ToLookup(answer => answer.Path, StringComparer.Ordinal);
        JsonOutput.WriteList("openFacts", explanation.OpenFacts, (fact, json) => WriteOpenFact(fact, answers[fact.Path], json), json);
        json.WriteEndObject();
    }

    private static void WriteCase(ExplainedCase each, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("subject", each.Subject);
        json.WriteString("outcome", $"{each.Outcome}");
        json.WriteString("message", each.Message);
        JsonOutput.WriteList("because", each.Because, WriteWord, json);
        json.WritePropertyName("guard");
        WriteCondition(each.Guard, json);
        json.WritePropertyName("condition");
        WriteCondition(each.Condition, json);
        json.WritePropertyName("level");
        WriteLevel(each.Level, json);
        JsonOutput.WriteList("overrides", each.Overrides, WriteOverride, json);
        json.WriteBoolean("switchedOff", each.IsSwitchedOff);
        json.WriteEndObject();
    }

    private static void WriteCondition(ExplainedCondition? condition, Utf8JsonWriter json)
    {
        if (condition is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("text", condition.Text);
        json.WriteString("value", $"{condition.Value}");
        json.WriteString("found", condition.Found);
        json.WriteString("partner", condition.Partner);
        JsonOutput.WriteList("facts", condition.Facts, WriteFact, json);
        json.WritePropertyName("rule");
        WriteRule(condition.Rule, json);
        JsonOutput.WriteList("children", condition.Children, WriteCondition, json);
        json.WriteEndObject();
    }

    private static void WriteFact(FactReading reading, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("path", reading.Path);
        json.WriteString("value", reading.Code == Facts.Fact.Unknown ? null : reading.Value);
        json.WriteString("question", reading.Fact.Question);
        json.WriteEndObject();
    }

    private static void WriteRule(RuleOutcome? rule, Utf8JsonWriter json)
    {
        if (rule is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("code", rule.Rule.Code);
        json.WriteString("title", rule.Rule.Title);
        json.WriteString("outcome", $"{rule.Outcome}");
        json.WriteEndObject();
    }

    private static void WriteLevel(ExplainedLevel? level, Utf8JsonWriter json)
    {
        if (level is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("base", $"{level.Base.Level}");
        json.WriteString("reason", level.Base.Reason);
        JsonOutput.WriteList("moderators", level.Moderators, WriteModerator, json);
        json.WriteString("cap", $"{level.Cap}");
        json.WriteString("atLeast", level.Range?.AtLeast.ToString());
        json.WriteString("atMost", level.Range?.AtMost.ToString());
        json.WriteString("ownBase", level.Own?.Level.ToString());
        json.WriteString("ownReason", level.Own?.Reason);
        json.WriteBoolean("capped", level.IsCapped);
        json.WriteEndObject();
    }

    private static void WriteOverride(RuleOverride change, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        AssessmentJson.WriteOverride(change, json);
        json.WriteEndObject();
    }

    private static void WriteModerator(ExplainedModerator moderator, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("direction", $"{moderator.Moderator.Direction}");
        json.WriteString("because", moderator.Moderator.Because);
        JsonOutput.WriteList("claims", moderator.Moderator.Claims, WriteWord, json);
        json.WriteNumber("step", moderator.Step);
        json.WritePropertyName("condition");
        WriteCondition(moderator.Condition, json);
        json.WriteEndObject();
    }

    private static void WriteOpenFact(FactReading fact, IEnumerable<SettlingAnswer> answers, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("path", fact.Path);
        json.WriteString("question", fact.Fact.Question);
        JsonOutput.WriteList("answers", answers, WriteAnswer, json);
        json.WriteEndObject();
    }

    private static void WriteAnswer(SettlingAnswer answer, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("value", answer.Value);
        json.WriteString("outcome", $"{answer.Outcome}");
        json.WriteEndObject();
    }

    private static void WriteWord(string word, Utf8JsonWriter json) => json.WriteStringValue(word);
}
