using CollabRisk.Register.Access;
using CollabRisk.Register.Pages;
using CollabRisk.Reporting;

namespace CollabRisk.Register.Requests;

/// <summary>A page of HTML.</summary>
internal sealed class PageResult : IResult
{
    private readonly Reporting.Html.Markup page;
    private readonly int status;

    private PageResult(Reporting.Html.Markup page, int status)
    {
        this.page = page;
        this.status = status;
    }

    public static PageResult Of(Reporting.Html.Markup page, int status = StatusCodes.Status200OK) => new(page, status);

    /// <summary>A page with what is wrong with the form that was sent; where nothing is, the page as it is.</summary>
    public static PageResult Of(Reporting.Html.Markup page, IReadOnlyList<FormProblem>? problems) =>
        new(page, problems is { Count: > 0 } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    /// <summary>A page that says why there is nothing else.</summary>
    public static PageResult Of(Refusal refusal, (string Address, string Name)? way = null) => new(Frame.Message(refusal.Title, refusal.Advice, way), refusal.Status);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        await httpContext.Response.WriteAsync(page.ToString(), httpContext.RequestAborted);
    }
}

/// <summary>Sends the browser to a page, to be asked for with GET.</summary>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}

/// <summary>A report of CollabRisk.Reporting as a page: it has its own style and its own policy.</summary>
internal sealed class ReportResult(string html) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ContentSecurityPolicy = ReportExtensions.ContentSecurityPolicy;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        await httpContext.Response.WriteAsync(html, httpContext.RequestAborted);
    }
}

/// <summary>A file to take along.</summary>
internal sealed class FileResult(byte[] content, string type, string name) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = type;
        httpContext.Response.Headers.ContentDisposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("attachment") { FileNameStar = name }.ToString();
        await httpContext.Response.Body.WriteAsync(content, httpContext.RequestAborted);
    }
}
