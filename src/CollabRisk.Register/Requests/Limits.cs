using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using CollabRisk.Register.Access;
using CollabRisk.Register.Pages;
using CollabRisk.Register.Settings;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace CollabRisk.Register.Requests;

/// <summary>How many requests are taken: of an address, and of a link from one. Who asks for too many waits; others are answered. How many links an address may try is for <see cref="LinkTries"/>.</summary>
internal sealed partial class RateLimits(IOptions<RegisterOptions> options, ILogger<RateLimits> log) : IConfigureOptions<RateLimiterOptions>
{
    public void Configure(RateLimiterOptions limiter)
    {
        var limits = options.Value.Limits;
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (rejected, cancel) =>
        {
            const string Title = "Too many requests", Advice = "More came from here than the register takes in a minute. Nothing was changed. Wait a minute, and go on.";
            var context = rejected.HttpContext;
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : PerMinute.Window;
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            TooMany(ClientAddress.Of(context), context.Request.Method);
            await (Callers.IsForPrograms(context) ? (IResult)TypedResults.Problem(Advice, statusCode: StatusCodes.Status429TooManyRequests, title: Title)
                : PageResult.Of(Frame.Message(Title, Advice), StatusCodes.Status429TooManyRequests)).ExecuteAsync(context);
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => PerMinute.Of($"address {ClientAddress.Of(context)}", limits.RequestsOfAddress)),
            PartitionedRateLimiter.Create<HttpContext, string>(context => Gate.LinkOf(context) is { } link
                ? PerMinute.Of($"link {link} {ClientAddress.Of(context)}", limits.RequestsOfLink) : RateLimitPartition.GetNoLimiter("")));
    }

    [LoggerMessage(4, LogLevel.Warning, "Too many requests from {Address} ({Method}).", EventName = "TooManyRequests")]
    private partial void TooMany(string address, string method);
}

/// <summary>What proxies in front say of a request is taken from those that the configuration names, and from no one else.</summary>
internal sealed class Forwarding(IOptions<RegisterOptions> options) : IConfigureOptions<ForwardedHeadersOptions>
{
    public void Configure(ForwardedHeadersOptions forwarded)
    {
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        forwarded.ForwardedHeaders = options.Value.Proxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        foreach (var proxy in options.Value.Proxies)
        {
            if (IPNetwork.TryParse(proxy, out var network) && proxy.Contains('/', StringComparison.Ordinal))
            {
                forwarded.KnownIPNetworks.Add(network);
            }
            else
            {
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        }
    }
}
