using CollabRisk.Comparing;
using CollabRisk.Perspectives;
using CollabRisk.Planning;
using CollabRisk.Questionnaires;
using CollabRisk.Reporting.Content;
using CollabRisk.Reporting.Csv;
using CollabRisk.Reporting.Html;
using CollabRisk.Reporting.Markdown;
using CollabRisk.Reporting.Sarif;

namespace CollabRisk.Reporting;

/// <summary>Writes answers as reports that people look at.</summary>
/// <remarks>
/// Every report is the same text for the same answer and options, on every system and in every culture; lines end with a line feed. Values
/// such as names are encoded: whatever they hold is shown and never run. Thread-safe.
/// </remarks>
public static class ReportExtensions
{
    /// <summary>
    /// The content security policy that every HTML report has in itself, for the header of a host that serves it: the style of the report, by its
    /// digest, and nothing else.
    /// </summary>
    public static string ContentSecurityPolicy => HtmlPage.Policy;

    /// <summary>
    /// The assessment as one HTML file for all its readers: the first screen and the first sheet of A4 for two minutes, the rest for those
    /// who want to know why, what to do and what is not known.
    /// </summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="options">How it is written; the defaults if left out.</param>
    /// <returns>
    /// The whole file as UTF-8 says it in its head. It needs no network and runs no script, and its content security policy forbids both.
    /// It can be read on a screen, on a phone, in the dark, on paper, with a keyboard and with a screen reader.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="assessment"/> is <see langword="null"/>.</exception>
    public static string ToHtml(this Assessment assessment, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        options ??= new ReportOptions();
        return new AssessmentPage(new AssessmentContent(assessment, options.WhatWouldChange), options).Write();
    }

    /// <summary>Two states of a collaboration next to each other as one HTML file: what came, what was cleared, what is only no longer known, and why.</summary>
    /// <param name="difference">The difference.</param>
    /// <param name="options">How it is written; the defaults if left out.</param>
    /// <returns>The whole file; see <see cref="ToHtml(Assessment, ReportOptions?)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="difference"/> is <see langword="null"/>.</exception>
    public static string ToHtml(this AssessmentDifference difference, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return new DifferencePage(difference, options ?? new ReportOptions()).Write();
    }

    /// <summary>The course of a collaboration over time as one HTML file: its range on each day, each finding, and what changed from day to day.</summary>
    /// <param name="timeline">The timeline.</param>
    /// <param name="options">How it is written; the defaults if left out.</param>
    /// <returns>The whole file; see <see cref="ToHtml(Assessment, ReportOptions?)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="timeline"/> is <see langword="null"/>.</exception>
    public static string ToHtml(this Timeline timeline, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return new TimelinePage(timeline, options ?? new ReportOptions()).Write();
    }

    /// <summary>
    /// Several partners' views of a collaboration as one HTML file for the one who leads their talk: what to talk about first, who says what, what
    /// one alone knows. Letters take the place of names unless the options say otherwise.
    /// </summary>
    /// <param name="perspectives">The assessed views.</param>
    /// <param name="options">What it tells of who said what; the defaults if left out.</param>
    /// <returns>The whole file; see <see cref="ToHtml(Assessment, ReportOptions?)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="perspectives"/> is <see langword="null"/>.</exception>
    public static string ToHtml(this PerspectiveAssessment perspectives, PerspectiveReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(perspectives);
        return new PerspectivesPage(perspectives, options ?? new PerspectiveReportOptions()).Write();
    }

    /// <summary>Many collaborations as one HTML file for a programme office; those that cannot be assessed are apart.</summary>
    /// <param name="portfolio">The collaborations.</param>
    /// <param name="options">How it is written; the defaults if left out.</param>
    /// <returns>The whole file; see <see cref="ToHtml(Assessment, ReportOptions?)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="portfolio"/> is <see langword="null"/>.</exception>
    public static string ToHtml(this Portfolio portfolio, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        return new PortfolioPage(portfolio, options ?? new ReportOptions()).Write();
    }

    /// <summary>The assessment as Markdown, for tickets, wikis and merge requests: the content of the HTML report without its pictures.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="options">How it is written; the defaults if left out. What would change a finding is not part of it.</param>
    /// <returns>Markdown with tables. Values are escaped: markup and HTML in a name are shown as they are.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="assessment"/> is <see langword="null"/>.</exception>
    public static string ToMarkdown(this Assessment assessment, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return new AssessmentMarkdown(new AssessmentContent(assessment, searchesChanges: false), options ?? new ReportOptions()).Write();
    }

    /// <summary>Many collaborations as Markdown: a line for each, and those that cannot be assessed apart.</summary>
    /// <param name="portfolio">The collaborations.</param>
    /// <param name="options">How it is written; the defaults if left out.</param>
    /// <returns>Markdown with tables; see <see cref="ToMarkdown(Assessment, ReportOptions?)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="portfolio"/> is <see langword="null"/>.</exception>
    public static string ToMarkdown(this Portfolio portfolio, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        return new PortfolioMarkdown(portfolio, options ?? new ReportOptions()).Write();
    }

    /// <summary>Two states of a collaboration next to each other as Markdown: what came, what was cleared, what is only no longer known, and why.</summary>
    /// <param name="difference">The difference.</param>
    /// <param name="options">How it is written; the defaults if left out.</param>
    /// <returns>Markdown with tables; see <see cref="ToMarkdown(Assessment, ReportOptions?)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="difference"/> is <see langword="null"/>.</exception>
    public static string ToMarkdown(this AssessmentDifference difference, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return new DifferenceMarkdown(difference, options ?? new ReportOptions()).Write();
    }

    /// <summary>The course of a collaboration over time as Markdown: its range on each day, each finding, and what changed from day to day.</summary>
    /// <param name="timeline">The timeline.</param>
    /// <param name="options">How it is written; the defaults if left out.</param>
    /// <returns>Markdown with tables; see <see cref="ToMarkdown(Assessment, ReportOptions?)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="timeline"/> is <see langword="null"/>.</exception>
    public static string ToMarkdown(this Timeline timeline, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return new TimelineMarkdown(timeline, options ?? new ReportOptions()).Write();
    }

    /// <summary>Several partners' views of a collaboration as Markdown; letters take the place of names unless the options say otherwise.</summary>
    /// <param name="perspectives">The assessed views.</param>
    /// <param name="options">What it tells of who said what; the defaults if left out.</param>
    /// <returns>Markdown with tables; see <see cref="ToMarkdown(Assessment, ReportOptions?)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="perspectives"/> is <see langword="null"/>.</exception>
    public static string ToMarkdown(this PerspectiveAssessment perspectives, PerspectiveReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(perspectives);
        return new PerspectivesMarkdown(perspectives, options ?? new PerspectiveReportOptions()).Write();
    }

    /// <summary>The findings as SARIF 2.1.0, for tools that read results of checks.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>
    /// JSON. A risk or mismatch is a result of kind <c>fail</c> whose level goes by what is shown: High is <c>error</c>, Moderate <c>warning</c>, Low
    /// <c>note</c>; other findings are <c>informational</c>. What is not known is not a result: the properties of the run have the overall range and how
    /// many rules are open. A rule that failed makes the run unsuccessful.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="assessment"/> is <see langword="null"/>.</exception>
    public static string ToSarif(this Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return AssessmentSarif.Of(assessment);
    }

    /// <summary>Two states of a collaboration as SARIF 2.1.0: the later one, and how each result compares with the earlier one.</summary>
    /// <param name="difference">The difference.</param>
    /// <returns>
    /// JSON; see <see cref="ToSarif(Assessment)"/>. <c>baselineState</c> is <c>new</c>, <c>updated</c> or <c>unchanged</c>. A risk or mismatch that was cleared is a
    /// result of kind <c>pass</c> and one that no longer applies of kind <c>notApplicable</c>, both <c>absent</c>; one that is no longer known or no longer asked is of kind
    /// <c>open</c>, and never <c>absent</c>: nothing shows that it is over.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="difference"/> is <see langword="null"/>.</exception>
    public static string ToSarif(this AssessmentDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return ChangeSarif.Of(difference);
    }

    /// <summary>The course of a collaboration as SARIF 2.1.0: its last state, how each result compares with the one before, and what was ever raised and is not any more.</summary>
    /// <param name="timeline">The timeline.</param>
    /// <returns>
    /// JSON; see <see cref="ToSarif(AssessmentDifference)"/>. Each result has its course, day by day, in its properties, and the run the range of each day and what a host knows of them. A timeline
    /// of one day has no <c>baselineState</c>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="timeline"/> is <see langword="null"/>.</exception>
    public static string ToSarif(this Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return ChangeSarif.Of(timeline);
    }

    /// <summary>Several partners' views as SARIF 2.1.0: the findings of all together, and where they differ.</summary>
    /// <param name="perspectives">The assessed views.</param>
    /// <param name="options">What it tells of who said what; the defaults if left out.</param>
    /// <returns>
    /// JSON; see <see cref="ToSarif(Assessment)"/>. A difference is a result of kind <c>review</c> under the rule id <c>COLLABRISK-DISAGREEMENT</c>. It tells no more of
    /// who says what than <see cref="ToHtml(PerspectiveAssessment, PerspectiveReportOptions?)"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="perspectives"/> is <see langword="null"/>.</exception>
    public static string ToSarif(this PerspectiveAssessment perspectives, PerspectiveReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(perspectives);
        return PerspectivesSarif.Of(perspectives, options ?? new PerspectiveReportOptions());
    }

    /// <summary>Many collaborations as SARIF 2.1.0: a run for each.</summary>
    /// <param name="portfolio">The collaborations.</param>
    /// <returns>
    /// JSON; see <see cref="ToSarif(Assessment)"/>. The name of a collaboration is the id of its run (<c>automationDetails.id</c>). What could not be read is a run of its
    /// own, which was not successful.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="portfolio"/> is <see langword="null"/>.</exception>
    public static string ToSarif(this Portfolio portfolio)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        return AssessmentSarif.Of(portfolio);
    }

    /// <summary>The assessment as a table, for spreadsheets.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>
    /// A row of the kind <c>overall</c> with the range and what it means, a row for each finding, and a row of the kind <c>not known</c> for each fact that could still settle
    /// a risk or a mismatch, with the highest level that it could come to. Values in quotes, separated by commas (RFC 4180, but for lines that end with a line feed), under a row of headings. A value that a spreadsheet
    /// would take for a formula has an apostrophe before it. Some spreadsheets take a file for UTF-8 only if it begins with a byte order mark.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="assessment"/> is <see langword="null"/>.</exception>
    public static string ToCsv(this Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return Tables.Of(assessment);
    }

    /// <summary>The collaborations as a table, one a row, for spreadsheets.</summary>
    /// <param name="portfolio">The collaborations.</param>
    /// <returns>As <see cref="ToCsv(Assessment)"/> has it. What could not be read has a row at the end, with the reason in the last column alone.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="portfolio"/> is <see langword="null"/>.</exception>
    public static string ToCsv(this Portfolio portfolio)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        return Tables.Of(portfolio);
    }

    /// <summary>The findings that are different as a table, one a row, with what became of each and why.</summary>
    /// <param name="difference">The difference.</param>
    /// <returns>As <see cref="ToCsv(Assessment)"/> has it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="difference"/> is <see langword="null"/>.</exception>
    public static string ToCsv(this AssessmentDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return Tables.Of(ChangeTables.Findings([difference]));
    }

    /// <summary>The findings of a timeline as a table, one a row, with a column for each day.</summary>
    /// <param name="timeline">The timeline.</param>
    /// <returns>As <see cref="ToCsv(Assessment)"/> has it. What a host knows of the days has rows of the kinds <c>Note</c> and <c>Left out</c> at the end.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="timeline"/> is <see langword="null"/>.</exception>
    public static string ToCsv(this Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return Tables.Of(ChangeTables.CoursesWithNotes(timeline));
    }

    /// <summary>What several partners say as a table, one fact a row: what is disputed first. Who says what has columns only where the options let it be told.</summary>
    /// <param name="perspectives">The assessed views.</param>
    /// <param name="options">What it tells of who said what; the defaults if left out.</param>
    /// <returns>As <see cref="ToCsv(Assessment)"/> has it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="perspectives"/> is <see langword="null"/>.</exception>
    public static string ToCsv(this PerspectiveAssessment perspectives, PerspectiveReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(perspectives);
        return Tables.Of(ViewTables.Facts(new Views(perspectives, options ?? new PerspectiveReportOptions())));
    }

    /// <summary>The questionnaire as one HTML file to print and fill in by hand, with boxes to tick and lines to write on.</summary>
    /// <param name="questionnaire">The questionnaire.</param>
    /// <param name="options">How it is written; the defaults if left out. Only <see cref="ReportOptions.MadeOn"/> is read.</param>
    /// <returns>The whole file; see <see cref="ToHtml(Assessment, ReportOptions?)"/>. Each respondent needs a copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="questionnaire"/> is <see langword="null"/>.</exception>
    public static string ToHtml(this Questionnaire questionnaire, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        return new QuestionnairePage(questionnaire, options ?? new ReportOptions()).Write();
    }

    /// <summary>The questionnaire as Markdown with task lists, for wikis and documents.</summary>
    /// <param name="questionnaire">The questionnaire.</param>
    /// <returns>Markdown; see <see cref="ToMarkdown(Assessment, ReportOptions?)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="questionnaire"/> is <see langword="null"/>.</exception>
    public static string ToMarkdown(this Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        return new QuestionnaireMarkdown(questionnaire).Write();
    }

    /// <summary>The questionnaire as a table to fill in, a question a row, which <see cref="FilledQuestionnaire"/> reads back.</summary>
    /// <param name="questionnaire">The questionnaire.</param>
    /// <returns>As <see cref="ToCsv(Assessment)"/> has it, with a byte order mark before it, so that spreadsheets open and save it as UTF-8.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="questionnaire"/> is <see langword="null"/>.</exception>
    public static string ToCsv(this Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        return Tables.Of(questionnaire);
    }

    /// <summary>The action plan as one HTML file: what to do now, what is done, what is no longer called for, each with owner, day and state.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="options">How it is written; the defaults if left out. Steps that should be done by <see cref="ReportOptions.MadeOn"/> and are not are marked.</param>
    /// <returns>The whole file; see <see cref="ToHtml(Assessment, ReportOptions?)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is <see langword="null"/>.</exception>
    public static string ToHtml(this ActionPlan plan, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PlanPage(plan, options ?? new ReportOptions()).Write();
    }

    /// <summary>What became of the steps of a plan as one HTML file, with all else that is different between the two states.</summary>
    /// <param name="review">The review.</param>
    /// <param name="options">How it is written; the defaults if left out.</param>
    /// <returns>The whole file; see <see cref="ToHtml(Assessment, ReportOptions?)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> is <see langword="null"/>.</exception>
    public static string ToHtml(this PlanReview review, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(review);
        return new DifferencePage(review.Difference, options ?? new ReportOptions(), review).Write();
    }

    /// <summary>What became of the steps of a plan as Markdown, with all else that is different between the two states.</summary>
    /// <param name="review">The review.</param>
    /// <param name="options">How it is written; the defaults if left out.</param>
    /// <returns>Markdown with tables; see <see cref="ToMarkdown(Assessment, ReportOptions?)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> is <see langword="null"/>.</exception>
    public static string ToMarkdown(this PlanReview review, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(review);
        return new DifferenceMarkdown(review.Difference, options ?? new ReportOptions(), review).Write();
    }

    /// <summary>The action plan as a table, one step a row, for spreadsheets.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>As <see cref="ToCsv(Questionnaire)"/> has it. Its rows are read back as steps, so what a host knows of the day has no place in it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is <see langword="null"/>.</exception>
    public static string ToCsv(this ActionPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Tables.Of(plan);
    }
}
