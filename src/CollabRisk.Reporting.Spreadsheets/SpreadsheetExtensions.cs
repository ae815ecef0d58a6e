using CollabRisk.Comparing;
using CollabRisk.Perspectives;
using CollabRisk.Planning;
using CollabRisk.Questionnaires;
using CollabRisk.Reporting.Content;

namespace CollabRisk.Reporting.Spreadsheets;

/// <summary>Writes answers as workbooks for spreadsheets (XLSX).</summary>
/// <remarks>
/// <para>
/// Each sheet is a table with one row of headings, which stays in view and filters. Counts are numbers and days are days. Every other cell
/// is text, also where it begins like a formula, and characters that a reader would not see are shown as �. A text of more than 32,767
/// characters, which is the most that a cell takes, is cut and ends with an ellipsis; rows that do not fit on a sheet are counted in its
/// last row.
/// </para>
/// <para>
/// The same answer and options give the same bytes on the same system and version of .NET, whatever the culture and the clock. Thread-safe.
/// </para>
/// </remarks>
public static class SpreadsheetExtensions
{
    /// <summary>
    /// The assessment as a workbook: the summary, the findings with their evidence and advice, strengths, open questions, an action plan with
    /// room for owner and day, context, sources, and the facts that are known.
    /// </summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="options">
    /// How it is written; the defaults if left out. Only <see cref="ReportOptions.MadeOn"/> is read: what would change a finding is not part of
    /// a workbook.
    /// </param>
    /// <returns>The whole file, to be written as <c>.xlsx</c>. It holds no macro, no formula and no link.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="assessment"/> is <see langword="null"/>.</exception>
    public static byte[] ToXlsx(this Assessment assessment, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return Workbook.Write(new AssessmentSheets(new AssessmentContent(assessment, searchesChanges: false), options ?? new ReportOptions()).All());
    }

    /// <summary>
    /// Many collaborations as a workbook: one a row with its range, then all their findings, what is found most often, and what could not be
    /// read.
    /// </summary>
    /// <param name="portfolio">The collaborations.</param>
    /// <param name="options">How it is written; see <see cref="ToXlsx(Assessment, ReportOptions?)"/>.</param>
    /// <returns>The whole file; see <see cref="ToXlsx(Assessment, ReportOptions?)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="portfolio"/> is <see langword="null"/>.</exception>
    public static byte[] ToXlsx(this Portfolio portfolio, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        return Workbook.Write(new PortfolioSheets(portfolio, options ?? new ReportOptions()).All());
    }

    /// <summary>Two states of a collaboration as a workbook: the range of both, what became of the findings, and the facts that moved.</summary>
    /// <param name="difference">The difference.</param>
    /// <returns>The whole file; see <see cref="ToXlsx(Assessment, ReportOptions?)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="difference"/> is <see langword="null"/>.</exception>
    public static byte[] ToXlsx(this AssessmentDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return Workbook.Write([.. new[] { ChangeTables.Days([difference.Before, difference.After]), ChangeTables.Findings([difference]), ChangeTables.Facts([difference]) }.Select(Sheet.Of)]);
    }

    /// <summary>The course of a collaboration as a workbook: the range of each day, each finding day by day, what became of the findings from day to day, the facts that moved, and on a sheet of its own what a host knows of the days.</summary>
    /// <param name="timeline">The timeline.</param>
    /// <returns>The whole file; see <see cref="ToXlsx(Assessment, ReportOptions?)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="timeline"/> is <see langword="null"/>.</exception>
    public static byte[] ToXlsx(this Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return Workbook.Write(
        [
            .. new[] { ChangeTables.Days(timeline.Assessments), ChangeTables.Courses(timeline), ChangeTables.Findings(timeline.Steps), ChangeTables.Facts(timeline.Steps) }.Select(Sheet.Of), .. Notes(timeline.HostNotes),
        ]);
    }

    private static IEnumerable<Sheet> Notes(IReadOnlyList<HostNote> notes) => notes.Count == 0 ? [] : [Sheet.Of(ChangeTables.Notes(notes))];

    /// <summary>Several partners' views as a workbook: the range as each sees it, and what is said, what is disputed first. Letters take the place of names unless the options say otherwise.</summary>
    /// <param name="perspectives">The assessed views.</param>
    /// <param name="options">What it tells of who said what; the defaults if left out.</param>
    /// <returns>The whole file; see <see cref="ToXlsx(Assessment, ReportOptions?)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="perspectives"/> is <see langword="null"/>.</exception>
    public static byte[] ToXlsx(this PerspectiveAssessment perspectives, PerspectiveReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(perspectives);
        var views = new Views(perspectives, options ?? new PerspectiveReportOptions());
        return Workbook.Write([.. new[] { ViewTables.Ranges(views), ViewTables.Facts(views) }.Select(Sheet.Of)]);
    }

    /// <summary>
    /// The questionnaire as a workbook to fill in: how to answer, and the questions, one a row, with lists of the allowed answers in the cells, and
    /// numbers and days that are checked as they are typed. <see cref="AnswerFiles"/> reads it back.
    /// </summary>
    /// <param name="questionnaire">The questionnaire.</param>
    /// <returns>The whole file, to be written as <c>.xlsx</c>. It holds no macro and no link; the only formulas check what is typed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="questionnaire"/> is <see langword="null"/>.</exception>
    public static byte[] ToXlsx(this Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        return Workbook.Write(new QuestionnaireSheets(questionnaire).All());
    }

    /// <summary>The action plan as a workbook: one step a row, with room for owner, day and note, and a list of the states in their cells; what a host knows of the day is on a sheet of its own.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The whole file, to be written as <c>.xlsx</c>. It holds no macro, no formula and no link.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is <see langword="null"/>.</exception>
    public static byte[] ToXlsx(this ActionPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Workbook.Write([.. PlanSheets.Of(plan), .. Notes(plan.HostNotes)]);
    }
}
