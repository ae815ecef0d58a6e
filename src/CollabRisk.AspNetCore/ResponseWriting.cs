using CollabRisk.Reporting;
using Microsoft.AspNetCore.Http;

namespace CollabRisk.AspNetCore;

/// <summary>Writes responses: whole, with their length, and as what they are.</summary>
internal static class ResponseWriting
{
    /// <summary>Writes an answer in one of its forms. A page is under the policy that it has in itself as well: it may load and run nothing.</summary>
    public static Task WriteAsync(HttpContext context, Form form, ReadOnlyMemory<byte> body)
    {
        if (form == Form.Html)
        {
            context.Response.Headers.ContentSecurityPolicy = ReportExtensions.ContentSecurityPolicy;
        }

        return WriteAsync(context, form == Form.Sarif ? form.MediaType : $"{form.MediaType}; charset=utf-8", body);
    }

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
}
