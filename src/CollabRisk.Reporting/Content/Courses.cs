using System.Globalization;
using CollabRisk.Comparing;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Content;

/// <summary>The findings of a timeline, whatever the form of the report.</summary>
internal static class Courses
{
    /// <summary>The findings by their kind, each kind under its heading; kinds without any are left out.</summary>
    public static IReadOnlyList<(string Heading, IReadOnlyList<FindingCourse> Courses)> Groups(Timeline timeline) =>
    [
        .. new (string Heading, Func<FindingKind, bool> IsIn)[]
        {
            ("Risks and mismatches", kind => kind is FindingKind.Risk or FindingKind.Mismatch),
            ("Strengths", kind => kind == FindingKind.Strength),
            ("Signs and circumstances", kind => kind is FindingKind.Diagnostic or FindingKind.Context),
        }.Select(group => (group.Heading, (IReadOnlyList<FindingCourse>)[.. timeline.Findings.Where(course => group.IsIn(course.Kind))])).Where(group => group.Item2.Count > 0),
    ];

    /// <summary>How a finding stood on a day: what was raised before is cleared or no longer known, what never was is clear or not known.</summary>
    public static string InWords(FindingCourse course, FindingPoint point)
    {
        var after = point.Day > course.From;
        return point.IsRaised ? point.Level?.ToString() ?? "there" : point.Outcome switch
        {
            Outcome.Clear => course.Kind is FindingKind.Strength ? "not there" : after ? "cleared" : "clear",
            Outcome.Undetermined => after ? "no longer known" : Wording.NotKnown,
            Outcome.NotApplicable => after ? "no longer applies" : "does not apply",
            Outcome.Error => "failed",
            _ => after ? "no longer asked" : "not asked",
        };
    }

    public static Passage Named(FindingCourse course) => course.SaidSubject.IsEmpty ? course.SaidTitle : Passage.Of($"{course.SaidTitle}: {course.SaidSubject}");

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The range of the last day, and whether High was ever ruled out.</summary>
    public static string Now(Timeline timeline)
    {
        var now = timeline.Assessments[^1].Overall;
        var never = timeline.Assessments.All(assessment => assessment.Overall.AtMost == Level.High);
        return $"Now: {Verdict.Headline(now)}.{(never && now.AtLeast < Level.High ? " High was never ruled out." : "")}";
    }
}
