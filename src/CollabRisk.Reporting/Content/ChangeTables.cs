using CollabRisk.Comparing;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Content;

/// <summary>Rows of values under headings: texts, numbers and days. The same for every kind of file.</summary>
/// <param name="Name">What it is of, in at most 31 characters.</param>
/// <param name="Headings">The headings.</param>
/// <param name="Rows">The rows, each in the order of the headings.</param>
/// <param name="WhenEmpty">What is said where there is no row, so that an empty table is not read as good news.</param>
internal sealed record Table(string Name, IReadOnlyList<string> Headings, IReadOnlyList<object?[]> Rows, string WhenEmpty);

/// <summary>Differences and timelines as tables.</summary>
internal static class ChangeTables
{
    /// <summary>Each finding that is different, with what became of it.</summary>
    public static Table Findings(IReadOnlyList<AssessmentDifference> steps) => new(
        "What became of the findings",
        ["From", "To", "What became of it", "Kind", "Title", "About", "Level before", "Level after", "What is found", "Because", "Code", "Fingerprint"],
        [
            .. steps.SelectMany(step => new Changes(step) is var changes ? changes.Groups.SelectMany(group => group.Changes.Select(change => new object?[]
            {
                step.Before.Collaboration.AsOf, step.After.Collaboration.AsOf, group.Heading, Words.Humanize($"{change.Latest.Kind}"), change.Latest.Title, change.Latest.SubjectInWords,
                change.Before?.Level?.ToString(), change.After?.Level?.ToString(), change.Latest.Message, string.Join("; ", changes.Because(change)), change.Latest.Code, change.Fingerprint,
            })) : []),
        ],
        "No finding is different.");

    /// <summary>Each fact that moved.</summary>
    public static Table Facts(IReadOnlyList<AssessmentDifference> steps) => new(
        "The facts that moved",
        ["From", "To", "Fact", "Partner", "Before", "After", "Path"],
        [
            .. steps.SelectMany(step => step.Facts.Select(move => new object?[]
            {
                step.Before.Collaboration.AsOf, step.After.Collaboration.AsOf, Words.Capitalize($"{Wording.Meaning(move.Fact)}"), move.Partner, move.Before, move.After, move.Path,
            })),
        ],
        "No fact moved.");

    /// <summary>Each finding that was ever raised, with how it stood on each day.</summary>
    public static Table Courses(Timeline timeline) => new(
        "The findings over time",
        ["Kind", "Title", "About", .. timeline.Days.Select(CalendarDay.Write), "Code", "Fingerprint"],
        [
            .. timeline.Findings.Select(course => (object?[])
            [
                Words.Humanize($"{course.Kind}"), course.Title, course.SubjectInWords, .. course.Points.Select(point => Content.Courses.InWords(course, point)), course.Code, course.Fingerprint,
            ]),
        ],
        "Nothing was ever raised by what is known. What is not known is not ruled out.");

    /// <summary>The same with what a host knows of the days as rows of kinds of their own, for a file that is one table.</summary>
    public static Table CoursesWithNotes(Timeline timeline) => Courses(timeline) is var table && timeline.HostNotes.Count == 0 ? table : table with
    {
        Rows = [.. table.Rows, .. timeline.HostNotes.Select(note => (object?[])[note.IsLeftOut ? "Left out" : "Note", note.Text, CalendarDay.Write(note.Day), .. timeline.Days.Select(_ => ""), "", ""])],
    };

    /// <summary>What a host knows of the days.</summary>
    public static Table Notes(IReadOnlyList<HostNote> notes) =>
        new("Notes", ["Day", "Left out", "Note"], [.. notes.Select(note => new object?[] { note.Day, note.IsLeftOut ? "yes" : "no", note.Text })], "There is nothing to note.");

    /// <summary>The range on each day.</summary>
    public static Table Days(IReadOnlyList<Assessment> assessments) => new(
        "The range",
        ["Day", "Range", "Assessable", "At least", "At most", "Matters", "Facts known", "Facts", "Rule book"],
        [
            .. assessments.Select(assessment => new object?[]
            {
                assessment.Collaboration.AsOf, Wording.Short(assessment.Overall), assessment.Overall.Assessable ? "yes" : "no", assessment.Overall.AtLeast.ToString(), assessment.Overall.AtMost.ToString(),
                FindingGroup.CountRisks(assessment.Findings), assessment.KnownFacts, assessment.TotalFacts, assessment.RuleBook.Digest,
            }),
        ],
        "There is no day.");
}
