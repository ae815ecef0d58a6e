using System.Text;
using CollabRisk.Comparing;
using CollabRisk.Perspectives;
using CollabRisk.Planning;
using CollabRisk.Reporting;
using Microsoft.AspNetCore.Http;

namespace CollabRisk.AspNetCore;

/// <summary>A form in which an answer can be written: the word for it in a query, and its media type.</summary>
internal sealed record Form(string Name, string MediaType)
{
    public static Form Json { get; } = new("json", "application/json");

    public static Form Text { get; } = new("text", "text/plain");

    public static Form Html { get; } = new("html", "text/html");

    public static Form Markdown { get; } = new("markdown", "text/markdown");

    public static Form Sarif { get; } = new("sarif", "application/sarif+json");

    public static Form Csv { get; } = new("csv", "text/csv");

    /// <summary>The form that the query names; otherwise the one that the request accepts first, if it is among them; otherwise the first.</summary>
    public static Form Of(HttpRequest request, IReadOnlyList<Form> forms) =>
        request.Query["format"] is [{ } name] && forms.FirstOrDefault(form => form.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } named ? named
        : request.GetTypedHeaders().Accept is { Count: > 0 } accepted
            && accepted.OrderByDescending(type => type.Quality ?? 1).First().MediaType is var wanted
            && forms.FirstOrDefault(form => wanted.Equals(form.MediaType, StringComparison.OrdinalIgnoreCase)) is { } first ? first
        : forms[0];

    /// <summary>Writes an answer in this form; a report says nothing that depends on the clock.</summary>
    public byte[] Write(object answer, ReportOptions options, PerspectiveReportOptions views) => Encoding.UTF8.GetBytes(
        this == Json ? ((IAnswer)answer).ToJson(indented: false)
        : this == Text ? ((IAnswer)answer).ToText()
        : ReportOf(answer, options, views) ?? throw new ArgumentException($"A {answer.GetType().Name} is not written as {Name}.", nameof(answer)));

    /// <summary>An answer as a report of this form; null where it has none.</summary>
    public string? ReportOf(object answer, ReportOptions options, PerspectiveReportOptions views) => (answer, Name) switch
    {
        (Assessment assessment, "html") => assessment.ToHtml(options),
        (Assessment assessment, "markdown") => assessment.ToMarkdown(options),
        (Assessment assessment, "sarif") => assessment.ToSarif(),
        (Assessment assessment, "csv") => assessment.ToCsv(),
        (AssessmentDifference difference, "html") => difference.ToHtml(options),
        (AssessmentDifference difference, "markdown") => difference.ToMarkdown(options),
        (AssessmentDifference difference, "sarif") => difference.ToSarif(),
        (AssessmentDifference difference, "csv") => difference.ToCsv(),
        (Timeline timeline, "html") => timeline.ToHtml(options),
        (Timeline timeline, "markdown") => timeline.ToMarkdown(options),
        (Timeline timeline, "sarif") => timeline.ToSarif(),
        (Timeline timeline, "csv") => timeline.ToCsv(),
        (PerspectiveAssessment assessed, "html") => assessed.ToHtml(views),
        (PerspectiveAssessment assessed, "markdown") => assessed.ToMarkdown(views),
        (PerspectiveAssessment assessed, "sarif") => assessed.ToSarif(views),
        (PerspectiveAssessment assessed, "csv") => assessed.ToCsv(views),
        (Portfolio portfolio, "html") => portfolio.ToHtml(options),
        (Portfolio portfolio, "markdown") => portfolio.ToMarkdown(options),
        (Portfolio portfolio, "sarif") => portfolio.ToSarif(),
        (Portfolio portfolio, "csv") => portfolio.ToCsv(),
        (ActionPlan plan, "html") => plan.ToHtml(options),
        (ActionPlan plan, "csv") => plan.ToCsv(),
        _ => null,
    };
}
