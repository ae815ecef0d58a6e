using System.Globalization;
using System.Text;
using System.Text.Json;
using CollabRisk.Json;
using CollabRisk.Text;

namespace CollabRisk.Planning;

/// <summary>Writes plans as JSON, and reads them with what people wrote into them.</summary>
internal static class PlanJson
{
    public const string SchemaId = "collabrisk/plan/1";

    public const string ReviewSchemaId = "collabrisk/plan-review/1";

    public static void Write(Utf8JsonWriter json, ActionPlan plan)
    {
        json.WriteString("collaboration", plan.Collaboration);
        json.WriteDay("asOf", plan.AsOf);
        json.WriteRange("overall", plan.Overall);
        json.WriteString("ruleBookDigest", plan.RuleBookDigest);
        json.WriteList("steps", plan.Steps, WriteStep);
    }

    public static void Write(Utf8JsonWriter json, PlanReview review)
    {
        json.WriteAnswer("difference", review.Difference);
        json.WriteList("steps", review.Steps, WriteReview);
    }

    public static JsonReading<ActionPlan> Read(string text)
    {
        var problems = new List<JsonProblem>();
        var reading = AnswerReader.Read(Encoding.UTF8.GetBytes(text), [SchemaId], (_, document) => Of(document, problems));
        return problems.Count > 0 ? new(null, [.. reading.Problems, .. problems]) : reading;
    }

    private static void WriteStep(Utf8JsonWriter json, ActionStep step)
    {
        json.WriteString("code", step.Code);
        json.WriteString("action", step.Action);
        json.WriteString("owner", step.Owner);
        json.WriteDay("due", step.Due);
        json.WriteWord<StepState>("state", step.State);
        json.WriteString("note", step.Note);
        json.WriteWord<StepNeed>("need", step.Need);
        json.WriteBoolean("derived", step.IsDerived);
        json.WriteWords("claims", step.Claims);
        json.WriteList("findings", step.Findings, WriteFinding);
        json.WriteList("clears", step.Clears, WriteClearing);
    }

    private static void WriteFinding(Utf8JsonWriter json, StepFinding finding)
    {
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteString("code", finding.Code);
        json.WriteString("subject", finding.Subject);
        json.WriteString("title", finding.Title);
        json.WriteRange("level", finding.Level);
        json.WriteString("subjectInWords", finding.SubjectInWords);
    }

    private static void WriteClearing(Utf8JsonWriter json, StepClearing clearing)
    {
        json.WriteList("changes", clearing.Changes, static (json, change) =>
        {
            json.WriteString("fact", change.Fact);
            json.WriteString("meaning", change.Meaning);
            json.WriteString("from", change.From);
            json.WriteString("to", change.To);
        });
        json.WriteWords("findings", clearing.Findings);
    }

    private static void WriteReview(Utf8JsonWriter json, StepReview review)
    {
        json.WriteString("code", review.Step.Code);
        json.WriteString("action", review.Step.Action);
        json.WriteString("owner", review.Step.Owner);
        json.WriteDay("due", review.Step.Due);
        json.WriteWord<StepState>("state", review.Step.State);
        json.WriteString("note", review.Step.Note);
        json.WriteList("findings", review.Findings, static (json, finding) =>
        {
            json.WriteString("fingerprint", finding.Finding.Fingerprint);
            json.WriteBoolean("wasRaised", finding.WasRaised);
            json.WriteBoolean("isRaised", finding.IsRaised);
            json.WriteRange("before", finding.Before);
            json.WriteRange("after", finding.After);
            json.WriteWord("end", finding.End);
        });
    }

    private static ActionPlan Of(JsonElement document, List<JsonProblem> problems)
    {
        var steps = new List<ActionStep>();
        var codes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        foreach (var each in document.GetProperty("steps").EnumerateArray())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"steps[{at++}]");
            var (code, action) = (each.GetProperty("code").GetString()!, each.GetProperty("action").GetString()!);
            if (string.IsNullOrWhiteSpace(code) || string.IsNullOrWhiteSpace(action))
            {
                problems.Add(new(1, 1, place, "a step has a code and an action. Give both."));
            }
            else if (!codes.Add(code))
            {
                problems.Add(new(1, 1, $"{place}.code", $"'{Shown.Name(code)}' is the code of an earlier step too. Give each step its own."));
            }
            else
            {
                steps.Add(StepOf(each, code, action, place, problems));
            }
        }

        var overall = document.GetProperty("overall");
        return new ActionPlan(
            document.GetProperty("collaboration").GetString(), Day(document, "asOf", "asOf", problems), new(Word<Level>(overall, "atLeast"), Word<Level>(overall, "atMost")),
            document.GetProperty("ruleBookDigest").GetString()!, steps);
    }

    private static ActionStep StepOf(JsonElement step, string code, string action, string place, List<JsonProblem> problems) => new(code, action)
    {
        Owner = Text(step, "owner"),
        Due = Day(step, "due", $"{place}.due", problems),
        State = step.TryGetProperty("state", out _) ? Word<StepState>(step, "state") : StepState.Open,
        Note = Text(step, "note"),
        Need = step.TryGetProperty("need", out _) ? Word<StepNeed>(step, "need") : StepNeed.Own,
        IsDerived = step.TryGetProperty("derived", out var derived) && derived.GetBoolean(),
        Claims = [.. List(step, "claims").Select(each => each.GetString()!)],
        Findings = [.. List(step, "findings").Select(FindingOf)],
        Clears = [.. List(step, "clears").Select(clearing => new StepClearing(
            [.. List(clearing, "changes").Select(change => new StepChange(Text(change, "fact")!, Text(change, "meaning")!, Text(change, "from")!, Text(change, "to")!))],
            [.. List(clearing, "findings").Select(each => each.GetString()!)]))],
    };

    private static StepFinding FindingOf(JsonElement finding) => new(
        Text(finding, "fingerprint")!, Text(finding, "code")!, Text(finding, "subject"), Text(finding, "title")!,
        finding.GetProperty("level") is { ValueKind: JsonValueKind.Object } level ? new LevelRange(Word<Level>(level, "atLeast"), Word<Level>(level, "atMost")) : null)
    {
        SubjectInWords = Text(finding, "subjectInWords"),
    };

    /// <summary>What people add may leave properties out.</summary>
    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static IEnumerable<JsonElement> List(JsonElement of, string name) => of.TryGetProperty(name, out var list) ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    private static T Word<T>(JsonElement of, string name)
        where T : struct, Enum => Enum.Parse<T>(of.GetProperty(name).GetString()!);

    private static DateOnly? Day(JsonElement of, string name, string place, List<JsonProblem> problems)
    {
        if (Text(of, name) is not { } text)
        {
            return null;
        }

        if (CalendarDay.Read(text) is not { } day)
        {
            problems.Add(new(1, 1, place, $"'{Shown.Name(text)}' is not a day of the calendar. Write one as 2024-03-31."));
            return null;
        }

        return day;
    }
}
