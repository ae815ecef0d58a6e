using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using CollabRisk.Register.Pages;
using CollabRisk.Register.Settings;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace CollabRisk.Register.Requests;

/// <summary>How many requests are taken: of an address, of a link, and how many links an address may try. Who asks for too many waits; others are answered.</summary>
internal sealed partial class RateLimits(IOptions<RegisterOptions> options, ILogger<RateLimits> log) : IConfigureOptions<RateLimiterOptions>
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public void Configure(RateLimiterOptions limiter)
    {
        var limits = options.Value.Limits;
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (rejected, cancel) =>
        {
            var context = rejected.HttpContext;
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            TooMany(AddressOf(context), context.Request.Method);
            await PageResult.Of(Frame.Message("Too many requests", "More came from here than the register takes in a minute. Nothing was changed. Wait a minute, and go on."), StatusCodes.Status429TooManyRequests).ExecuteAsync(context);
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => Of($"address {AddressOf(context)}", limits.RequestsOfAddress)),
            PartitionedRateLimiter.Create<HttpContext, string>(context => context.Request.Path.StartsWithSegments("/l", StringComparison.Ordinal) || (context.Request.Path.StartsWithSegments("/r", StringComparison.Ordinal) && context.Request.Cookies.Count == 0)
                ? Of($"trying {AddressOf(context)}", limits.LinksOfAddress) : RateLimitPartition.GetNoLimiter("")),
            PartitionedRateLimiter.Create<HttpContext, string>(context => context.Request.RouteValues["key"] is string key
                ? Of($"link {key} {AddressOf(context)}", limits.RequestsOfLink) : RateLimitPartition.GetNoLimiter("")));
    }

    private static RateLimitPartition<string> Of(string key, int limit) =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new() { PermitLimit = limit, Window = Window, SegmentsPerWindow = 6, QueueLimit = 0 });

    /// <summary>The address; of version 6 the network that one household or office has.</summary>
    private static string AddressOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
        {
            return "unknown";
        }

        if (address.IsIPv4MappedToIPv6 || address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork)
        {
            return address.MapToIPv4().ToString();
        }

        return new IPAddress([.. address.GetAddressBytes().Take(8), 0, 0, 0, 0, 0, 0, 0, 0]).ToString();
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
