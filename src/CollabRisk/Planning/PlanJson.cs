using System.Globalization;
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
        if (plan.Languages.ByLanguage.Any())
        {
            json.WriteList("languages", plan.Languages.ByLanguage, static (json, each) =>
            {
                json.WriteString("language", each.Language);
                json.WriteWords("texts", each.Texts);
            });
        }

        HostNote.Write(json, plan.HostNotes);
    }

    public static void Write(Utf8JsonWriter json, PlanReview review)
    {
        json.WriteAnswer("difference", review.Difference);
        json.WriteList("steps", review.Steps, WriteReview);
    }

    public static JsonReading<ActionPlan> Read(string text) =>
        AnswerReader.Read(text, [SchemaId], static (_, document, problems) => Of(document, problems));

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
        json.WriteList("clearedOtherwise", step.ClearedOtherwise, WriteClearing);
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

    private static ActionPlan Of(JsonElement document, JsonProblemList problems)
    {
        var steps = new List<ActionStep>();
        var codes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        foreach (var each in document.ListIn("steps"))
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"steps[{at++}]");
            var (code, action) = (each.TextIn("code")!, each.TextIn("action")!);
            if (string.IsNullOrWhiteSpace(code) || string.IsNullOrWhiteSpace(action))
            {
                problems.Report(0, place, "a step has a code and an action. Give both.");
            }
            else if (!codes.Add(code))
            {
                problems.Report(0, $"{place}.code", $"'{Shown.Name(code)}' is the code of an earlier step too. Give each step its own.");
            }
            else
            {
                steps.Add(StepOf(each, code, action));
            }
        }

        var overall = document.GetProperty("overall");
        return new ActionPlan(
            document.TextIn("collaboration"), document.DayIn("asOf"), new(overall.WordIn<Level>("atLeast"), overall.WordIn<Level>("atMost")),
            document.TextIn("ruleBookDigest")!, steps,
            new(document.ListIn("languages").SelectMany(each => each.TextsIn("texts").Select(text => (text, each.TextIn("language")!)))));
    }

    private static ActionStep StepOf(JsonElement step, string code, string action) => new(code, action)
    {
        Owner = step.TextIn("owner"),
        Due = step.DayIn("due"),
        State = step.WordOrNullIn<StepState>("state") ?? StepState.Open,
        Note = step.TextIn("note"),
        Need = step.WordOrNullIn<StepNeed>("need") ?? StepNeed.Own,
        IsDerived = step.TryGetProperty("derived", out var derived) && derived.GetBoolean(),
        Claims = step.TextsIn("claims"),
        Findings = [.. step.ListIn("findings").Select(FindingOf)],
        Clears = [.. step.ListIn("clears").Select(ClearingOf)],
        ClearedOtherwise = [.. step.ListIn("clearedOtherwise").Select(ClearingOf)],
    };

    private static StepClearing ClearingOf(JsonElement clearing) => new(
        [.. clearing.ListIn("changes").Select(change => new StepChange(change.TextIn("fact")!, change.TextIn("meaning")!, change.TextIn("from")!, change.TextIn("to")!))],
        clearing.TextsIn("findings"));

    private static StepFinding FindingOf(JsonElement finding) => new(
        finding.TextIn("fingerprint")!, finding.TextIn("code")!, finding.TextIn("subject"), finding.TextIn("title")!, finding.RangeIn("level"))
    {
        SubjectInWords = finding.TextIn("subjectInWords"),
    };
}
