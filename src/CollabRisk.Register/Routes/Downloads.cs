using System.Text;
using CollabRisk.AspNetCore;
using CollabRisk.Comparing;
using CollabRisk.Perspectives;
using CollabRisk.Planning;
using CollabRisk.Register.Model;
using CollabRisk.Register.Pages;
using CollabRisk.Register.Requests;
using CollabRisk.Reporting;
using CollabRisk.Reporting.Spreadsheets;

namespace CollabRisk.Register.Routes;

/// <summary>Answers of the library in every form in which they can be read or taken along.</summary>
internal static class Downloads
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>An answer in a form, by the ending of its files; null where it has none of that name.</summary>
    public static IResult? Of(object answer, string ending, string name, Entry? entry, DateOnly today)
    {
        var options = new ReportOptions { MadeOn = today };
        var views = entry is null ? new() : ResultsPage.Options(entry, today);
        return ending switch
        {
            "html" => Form.Html.ReportOf(answer, options, views) is { } html ? new ReportResult(html) : null,
            "md" => File(Form.Markdown.ReportOf(answer, options, views), "text/markdown; charset=utf-8"),
            "sarif" => File(Form.Sarif.ReportOf(answer, options, views), Form.Sarif.MediaType),

            // Excel takes a file for UTF-8 only with the mark at its beginning, which some tables have already.
            "csv" => File(Form.Csv.ReportOf(answer, options, views) is { } csv ? $"\uFEFF{csv.TrimStart('\uFEFF')}" : null, "text/csv; charset=utf-8"),
            "xlsx" => Workbook(answer, options, views) is { } workbook ? new FileResult(workbook, Excel, $"{name}.xlsx") : null,

            // The views themselves are not given as JSON: it has every holder, whatever results are to tell.
            "json" => File(answer is IAnswer of and not PerspectiveAssessment ? of.ToJson() : null, Form.Json.MediaType),
            _ => null,
        };

        FileResult? File(string? text, string type) => text is null ? null : new(Encoding.UTF8.GetBytes(text), type, $"{name}.{ending}");
    }

    private static byte[]? Workbook(object answer, ReportOptions options, PerspectiveReportOptions views) => answer switch
    {
        Assessment assessment => assessment.ToXlsx(options),
        PerspectiveAssessment perspectives => perspectives.ToXlsx(views),
        Timeline timeline => timeline.ToXlsx(),
        Portfolio portfolio => portfolio.ToXlsx(options),
        ActionPlan plan => plan.ToXlsx(),
        _ => null,
    };
}
