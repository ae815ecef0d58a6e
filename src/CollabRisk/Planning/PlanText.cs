using System.Text;
using CollabRisk.Text;

namespace CollabRisk.Planning;

/// <summary>Writes plans, and what became of them, as text.</summary>
internal static class PlanText
{
    public static string Of(ActionPlan plan)
    {
        var text = new StringBuilder($"Plan for {plan.Collaboration ?? "a collaboration without a name"}. ");
        text.Append(plan.AsOf is { } day ? $"Facts as of {CalendarDay.Write(day)}. " : "").Append("Overall: ").Append(plan.Overall).Append(".\n");
        text.Append(Counts(plan)).Append('\n');
        foreach (var note in plan.HostNotes)
        {
            text.Append(note).Append('\n');
        }

        for (var i = 0; i < plan.Steps.Count; i++)
        {
            var step = plan.Steps[i];
            text.Append('\n').Append(i + 1).Append(". ").Append(step.Action).Append(" (").Append(step.Code).Append(")\n");
            NumberedEntry.Line(text, "Advice", [step.Origin]);
            NumberedEntry.Line(text, "Need", step.Need is StepNeed.CalledFor or StepNeed.Own ? [] : [$"{step.NeedInWords}"]);
            NumberedEntry.Line(text, step.Need == StepNeed.CalledFor ? "For" : "Was for", step.Findings.Select(finding => finding.ToString()), "; ");
            NumberedEntry.Line(text, "Clears", step.Clears.Select(clearing => $"{Words.List(clearing.Findings)} when {string.Join(" and ", clearing.Changes)}"));
            NumberedEntry.Line(text, "No fact says that it clears", step.ClearedOtherwise.Select(clearing => $"{Words.List(clearing.Findings)}, cleared when {string.Join(" and ", clearing.Changes)}"));
            text.Append("   State: ").Append(Words.Humanize($"{step.State}")).Append(". Owner: ").Append(step.Owner ?? "no one yet").Append(". Due: ").Append(step.Due is { } due ? CalendarDay.Write(due) : "no day yet").Append(".\n");
            NumberedEntry.Line(text, "Note", new[] { step.Note }.OfType<string>());
        }

        return text.ToString();
    }

    public static string Of(PlanReview review)
    {
        var text = new StringBuilder("What became of the steps of the plan. That a finding went after a step does not show that the step did it.\n");
        if (review.Steps.Count == 0)
        {
            text.Append("The plan has no steps.\n");
        }

        foreach (var (step, findings) in review.Steps)
        {
            text.Append("\n- ").Append(Words.Capitalize(Words.Humanize($"{step.State}"))).Append(": ").Append(step.Action).Append(" (").Append(step.Code).Append(")\n");
            NumberedEntry.Line(text, "Owner", new[] { step.Owner }.OfType<string>());
            NumberedEntry.Line(text, "Due", step.Due is { } due ? [CalendarDay.Write(due)] : []);
            NumberedEntry.Line(text, "Findings", findings.Select(finding => finding.ToString()), "; ");
            NumberedEntry.Line(text, "Note", new[] { step.Note }.OfType<string>());
        }

        return text.ToString();
    }

    /// <summary>How many steps there are, by need and by state.</summary>
    public static string Counts(ActionPlan plan)
    {
        if (plan.Steps.Count == 0)
        {
            return "Nothing that is known calls for a step. What is not known is not ruled out.";
        }

        var needs = plan.Steps.GroupBy(step => step.Need).OrderBy(same => same.Key).Select(same => $"{Words.Count(same.Count(), Words.Humanize($"{same.Key}"), Words.Humanize($"{same.Key}"))}");
        var states = plan.Steps.GroupBy(step => step.State).OrderBy(same => same.Key).Select(same => $"{Words.Count(same.Count(), Words.Humanize($"{same.Key}"), Words.Humanize($"{same.Key}"))}");
        return $"{Words.Count(plan.Steps.Count, "step")}: {string.Join(", ", needs)}. {Words.Capitalize(string.Join(", ", states))}.";
    }
}
