using System.Text;
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
    /// <summary>An answer in a form; null where it has none of that name.</summary>
    public static IResult? Of(object answer, string form, string name, Entry? entry, DateOnly today)
    {
        var options = new ReportOptions { MadeOn = today };
        if (form == "html")
        {
            return (answer switch
            {
                Assessment assessment => assessment.ToHtml(options),
                PerspectiveAssessment perspectives => perspectives.ToHtml(ViewOptions(entry!, today)),
                Timeline timeline => timeline.ToHtml(options),
                ActionPlan plan => plan.ToHtml(options),
                Portfolio portfolio => portfolio.ToHtml(options),
                _ => null,
            }) is { } html ? new ReportResult(html) : null;
        }

        var (content, type) = (form, answer) switch
        {
            ("md", Assessment of) => (Utf8(of.ToMarkdown(options)), "text/markdown; charset=utf-8"),
            ("md", PerspectiveAssessment of) => (Utf8(of.ToMarkdown(ViewOptions(entry!, today))), "text/markdown; charset=utf-8"),
            ("md", Timeline of) => (Utf8(of.ToMarkdown(options)), "text/markdown; charset=utf-8"),
            ("md", Portfolio of) => (Utf8(of.ToMarkdown(options)), "text/markdown; charset=utf-8"),
            ("sarif", Assessment of) => (Utf8(of.ToSarif()), "application/sarif+json"),
            ("sarif", PerspectiveAssessment of) => (Utf8(of.ToSarif(ViewOptions(entry!, today))), "application/sarif+json"),
            ("sarif", Timeline of) => (Utf8(of.ToSarif()), "application/sarif+json"),
            ("sarif", Portfolio of) => (Utf8(of.ToSarif()), "application/sarif+json"),
            ("csv", Assessment of) => (Table(of.ToCsv()), "text/csv; charset=utf-8"),
            ("csv", PerspectiveAssessment of) => (Table(of.ToCsv(ViewOptions(entry!, today))), "text/csv; charset=utf-8"),
            ("csv", Timeline of) => (Table(of.ToCsv()), "text/csv; charset=utf-8"),
            ("csv", Portfolio of) => (Table(of.ToCsv()), "text/csv; charset=utf-8"),
            ("csv", ActionPlan of) => (Table(of.ToCsv()), "text/csv; charset=utf-8"),
            ("xlsx", Assessment of) => (of.ToXlsx(options), Excel),
            ("xlsx", PerspectiveAssessment of) => (of.ToXlsx(ViewOptions(entry!, today)), Excel),
            ("xlsx", Timeline of) => (of.ToXlsx(), Excel),
            ("xlsx", Portfolio of) => (of.ToXlsx(options), Excel),
            ("xlsx", ActionPlan of) => (of.ToXlsx(), Excel),

            // The views themselves are not given as JSON: it has every holder, whatever results are to tell.
            ("json", IAnswer of and not PerspectiveAssessment) => (Utf8(of.ToJson()), "application/json"),
            _ => ((byte[]?)null, ""),
        };
        return content is null ? null : new FileResult(content, type, $"{name}.{form}");
    }

    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static PerspectiveReportOptions ViewOptions(Entry entry, DateOnly today) => ResultsPage.Options(entry) is var options
        ? new() { ShowNames = options.ShowNames, SmallestGroup = options.SmallestGroup, MadeOn = today } : options;

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Excel takes a file for UTF-8 only with the mark at its beginning.</summary>
    private static byte[] Table(string csv) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv)];
}
