using System.Text;
using CollabRisk.Reporting;
using Microsoft.AspNetCore.Http;

namespace CollabRisk.AspNetCore;

/// <summary>Writes responses: whole, with their length, and as what they are.</summary>
internal static class ResponseWriting
{
    /// <summary>Writes an answer as JSON, or as text for whoever asks for text first.</summary>
    public static Task WriteAsync(HttpContext context, IAnswer answer) => WantsText(context.Request)
        ? WriteAsync(context, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(answer.ToText()))
        : WriteAsync(context, "application/json; charset=utf-8", Encoding.UTF8.GetBytes(answer.ToJson(indented: false)));

    public static async Task WriteAsync(HttpContext context, string contentType, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;

        // Names are written as they are, so no one may take the response for HTML.
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
        }
    }

    /// <summary>Writes a report as a page of its own, under the policy that it has in itself as well: it may load and run nothing.</summary>
    public static Task WritePageAsync(HttpContext context, string html)
    {
        context.Response.Headers.ContentSecurityPolicy = ReportExtensions.ContentSecurityPolicy;
        return WriteAsync(context, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html));
    }

    public static bool WantsText(HttpRequest request) => WantsFirst(request, "text/plain");

    public static bool WantsPage(HttpRequest request) => WantsFirst(request, "text/html");

    private static bool WantsFirst(HttpRequest request, string mediaType) =>
        request.GetTypedHeaders().Accept is { Count: > 0 } accepted
        && accepted.OrderByDescending(type => type.Quality ?? 1).First().MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase);
}
