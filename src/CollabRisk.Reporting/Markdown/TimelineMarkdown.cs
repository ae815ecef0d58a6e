using CollabRisk.Comparing;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Markdown;

/// <summary>The course of a collaboration as Markdown: the same content as the page, in the same order.</summary>
internal sealed class TimelineMarkdown(Timeline timeline, ReportOptions options)
{
    private readonly MarkdownText page = new();

    private readonly LongNames names = new(timeline.Assessments.Select(assessment => assessment.Collaboration));

    public string Write()
    {
        var last = timeline.Assessments[^1];
        page.Heading(1, $"{LongNames.Cut(Wording.NameOf(last.Collaboration), 200)}");
        page.Line($"{Words.Count(timeline.Days.Count, "snapshot")}, {Wording.Day(timeline.Days[0])}{(timeline.Days.Count > 1 ? $" to {Wording.Day(timeline.Days[^1])}" : "")}{(options.MadeOn is { } day ? $"; report made {Wording.Day(day)}" : "")}. {(timeline.Steps.All(step => step.SameRules) ? $"Same rules for all: {Wording.Packs(last)}." : "The rules are not the same for all.")}");
        page.Heading(2, $"The range over time");
        page.Line($"{Courses.Now(timeline)} A range that falls is good news only where a fact changed, not where it is no longer known.");
        foreach (var note in timeline.HostNotes)
        {
            page.Line();
            page.Line($"{note.Text}");
        }

        page.Line();
        page.Line($"| Day | Range | Facts known |");
        page.Line($"| --- | --- | --- |");
        foreach (var (on, assessment) in timeline.Days.Zip(timeline.Assessments))
        {
            page.Line($"| {Wording.Day(on)} | {Wording.Short(assessment.Overall)} | {assessment.KnownFacts} of {assessment.TotalFacts} |");
        }

        page.Heading(2, $"The findings over time");
        foreach (var (heading, courses) in Courses.Groups(timeline))
        {
            Table(heading, courses);
        }

        for (var at = 0; at < timeline.Steps.Count; at++)
        {
            var changes = new ChangeMarkdown(timeline.Steps[at], page);
            page.Heading(2, $"{Wording.Day(timeline.Days[at])} to {Wording.Day(timeline.Days[at + 1])}");
            changes.Range();
            changes.Findings(3);
            changes.Facts(3);
        }

        return page.ToString();
    }

    private void Table(string heading, IReadOnlyList<FindingCourse> courses)
    {
        page.Heading(3, $"{heading}");
        page.Cells(["Finding", .. timeline.Days.Select(Courses.Day)]);
        page.Cells(["---", .. timeline.Days.Select(_ => "---")], isRule: true);
        foreach (var course in courses)
        {
            page.Cells([names.Shorten($"{Courses.Named(course)}"), .. course.Points.Select(point => Courses.InWords(course, point))]);
        }
    }
}
