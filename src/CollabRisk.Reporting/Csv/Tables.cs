using System.Globalization;
using CollabRisk.Evidence;
using CollabRisk.Planning;
using CollabRisk.Questionnaires;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Csv;

/// <summary>Answers as tables: a finding, a collaboration or a question a row.</summary>
internal static class Tables
{
    public static string Of(Assessment assessment)
    {
        var csv = new CsvText();
        csv.Row("kind", "code", "fingerprint", "root", "level at least", "level at most", "support", "subject", "title", "message", "what to do", "facts", "claims", "chapter");

        // Without these rows, a collaboration of which nothing is known would look as if nothing were wrong with it.
        csv.Row(
            "overall", null, null, null, assessment.Overall.AtLeast.ToString(), assessment.Overall.AtMost.ToString(), null, null, Verdict.Headline(assessment), Verdict.InFull(assessment), null,
            FormattableString.Invariant($"{assessment.KnownFacts} of {assessment.TotalFacts} known"), null, null);
        foreach (var finding in assessment.Findings)
        {
            csv.Row(
                Words.Humanize($"{finding.Kind}"), finding.Code, finding.Fingerprint, finding.Root ?? finding.Fingerprint, finding.Level?.AtLeast.ToString(), finding.Level?.AtMost.ToString(),
                finding.Confidence.InWords(), finding.SubjectInWords, finding.Title, finding.Message,
                string.Join(" | ", finding.Recommendations.Select(step => step.Text)), string.Join(" | ", finding.Facts.Select(fact => fact.ToString())),
                string.Join(" ", finding.Claims.Select(claim => claim.Id)), finding.Rule.Chapter);
        }

        foreach (var question in assessment.OpenQuestions.Where(question => question.Worst > Level.None))
        {
            csv.Row(
                "not known", null, null, null, Level.None.ToString(), question.Worst.ToString(), null, question.PartnerName, question.Question,
                $"Could settle {Words.Count(question.CouldSettle.Count, "rule")}: {string.Join(", ", question.CouldSettle)}", null, question.Path, null, null);
        }

        return csv.ToString();
    }

    public static string Of(Portfolio portfolio)
    {
        var csv = new CsvText();
        csv.Row("collaboration", "as of", "assessable", "at least", "at most", "switched off", "worst switched off", "matters", "strengths", "rules not known", "facts known", "facts", "rule book", "could not be read");
        foreach (var (name, assessment) in portfolio.Entries.Select(entry => (entry.Name, entry.Assessment)))
        {
            csv.Row(
                name, assessment.Collaboration.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), assessment.Overall.Assessable ? "yes" : "no",
                assessment.Overall.AtLeast.ToString(), assessment.Overall.AtMost.ToString(),
                Number(assessment.SwitchedOff.Count), assessment.WorstSwitchedOff.ToString(),
                Number(FindingGroup.CountRisks(assessment.Findings)), Number(assessment.Findings.Count(finding => finding.Kind == FindingKind.Strength)),
                Number(assessment.Outcomes.Values.Count(outcome => outcome.Outcome is Outcome.Undetermined or Outcome.Error)),
                Number(assessment.KnownFacts), Number(assessment.TotalFacts), assessment.RuleBook.Digest, "");
        }

        foreach (var reason in portfolio.Unread)
        {
            csv.Row([.. Enumerable.Repeat("", 13), reason]);
        }

        return csv.ToString();
    }

    public static string Of(Questionnaire questionnaire) =>
        "\uFEFF" + Rows(QuestionnaireTable.Headings(questionnaire), QuestionnaireTable.Rows(questionnaire).Select(row => row.Cells));

    public static string Of(ActionPlan plan) => "\uFEFF" + Rows(PlanTable.Headings, PlanTable.Rows(plan));

    /// <summary>A table as any kind of file has it.</summary>
    public static string Of(Table table) => Rows(table.Headings, table.Rows);

    private static string Rows(IEnumerable<string> headings, IEnumerable<IEnumerable<object?>> rows)
    {
        var csv = new CsvText();
        csv.Row(headings);
        foreach (var cells in rows)
        {
            csv.Row(cells.Select(InWords));
        }

        return csv.ToString();
    }

    private static string? InWords(object? cell) => cell is DateOnly day ? CalendarDay.Write(day) : Convert.ToString(cell, CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
