using System.Globalization;
using System.Text;
using CollabRisk.Text;

namespace CollabRisk.Comparing;

/// <summary>Writes timelines as text. Nothing is cut short.</summary>
internal static class TimelineText
{
    public static string Of(Timeline timeline)
    {
        var text = new StringBuilder();
        for (var i = 0; i < timeline.Days.Count; i++)
        {
            var assessment = timeline.Assessments[i];
            var off = assessment.SwitchedOff.Count == 0 ? "" : $"; {AssessmentText.SwitchedOff(assessment)}";
            text.Append(CultureInfo.InvariantCulture, $"{CalendarDay.Write(timeline.Days[i])}  Overall: {assessment.Overall}{off}\n");
            if (i > 0 && timeline.Steps[i - 1].FellByForgetting)
            {
                text.Append("            ").Append(DifferenceText.StillOpen(timeline.Steps[i - 1])).Append('\n');
            }
        }

        foreach (var note in timeline.HostNotes)
        {
            text.Append(note).Append('\n');
        }

        var below = timeline.Findings.ToLookup(course => course.Root, StringComparer.Ordinal);
        var roots = timeline.Findings.Select(course => course.Fingerprint).ToHashSet(StringComparer.Ordinal);
        foreach (var course in timeline.Findings.Where(course => course.Root is null || !roots.Contains(course.Root)))
        {
            Line(course, "");
            foreach (var consequence in below[course.Fingerprint])
            {
                Line(consequence, "  + ");
            }
        }

        return text.ToString();

        void Line(FindingCourse course, string lead) =>
            text.Append(CultureInfo.InvariantCulture, $"{lead}{course.Kind} {course.Fingerprint}: {string.Join(" -> ", InWords(course))}\n");
    }

    /// <summary>How a finding was on each day: what was never raised before is clear or undetermined, what was is cleared or no longer known.</summary>
    private static IEnumerable<string> InWords(FindingCourse course) => course.Points.Select(point =>
        point.IsRaised ? point.Level?.ToString() ?? "raised"
        : point.Day > course.From ? DifferenceText.InWords(FindingChange.EndOf(point.Outcome))
        : DifferenceText.InWords(point.Outcome));
}
