using CollabRisk.Comparing;
using CollabRisk.Planning;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Markdown;

/// <summary>Two states of a collaboration as Markdown: the same content as the page, in the same order.</summary>
internal sealed class DifferenceMarkdown(AssessmentDifference difference, ReportOptions options, PlanReview? review = null)
{
    private readonly MarkdownText page = new();

    public string Write()
    {
        var (before, after) = (difference.Before, difference.After);
        var changes = new ChangeMarkdown(difference, page);
        page.Heading(1, $"{LongNames.Cut(Wording.NameOf(after.Collaboration), 200)}");
        page.Line($"Before: {Wording.AsOf(before)}; after: {Wording.AsOf(after)}{(options.MadeOn is { } day ? $"; report made {Wording.Day(day)}" : "")}. Rules: {Wording.Packs(after)}.");
        page.Heading(2, $"The range before and after");
        changes.Range();
        if (review is not null)
        {
            Plan(review);
        }

        page.Heading(2, $"What became of the findings");
        changes.Findings(3);
        changes.Facts(2);
        return page.ToString();
    }

    private void Plan(PlanReview of)
    {
        page.Heading(2, $"What became of the plan");
        page.Line($"That a finding went after a step was done does not show that the step did it.");
        page.Line();
        if (of.Steps.Count == 0)
        {
            page.Line($"The plan has no steps.");
            return;
        }

        page.Line($"| Step | State | Owner | What became of its findings |");
        page.Line($"| --- | --- | --- | --- |");
        foreach (var step in of.Steps)
        {
            page.Line($"| {step.Step.Action}{(step.Step.IsDerived ? $" ({Wording.OurStep})" : "")} | {Words.Humanize($"{step.Step.State}")} | {step.Step.Owner ?? "no one yet"} | {string.Join("; ", step.Findings.Select(finding => $"{Wording.Titled(finding.Finding, of.Plan.Languages)}: {finding.InWords}"))} |");
        }
    }
}
