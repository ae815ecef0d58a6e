using System.Threading.RateLimiting;
using CollabRisk.Register.Settings;
using Microsoft.Extensions.Options;

namespace CollabRisk.Register.Access;

/// <summary>How many links that open nothing an address may try, whichever way it brings them.</summary>
internal sealed class LinkTries(IOptions<RegisterOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> tries =
        PartitionedRateLimiter.Create<HttpContext, string>(context => PerMinute.Of(ClientAddress.Of(context), options.Value.Limits.LinksOfAddress));

    /// <summary>Counts one, unless there were too many.</summary>
    /// <returns>Whether it was counted.</returns>
    public bool Count(HttpContext context)
    {
        using var lease = tries.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose() => tries.Dispose();
}

/// <summary>Limits by the minute.</summary>
internal static class PerMinute
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static RateLimitPartition<string> Of(string key, int limit) =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new() { PermitLimit = limit, Window = Window, SegmentsPerWindow = 6, QueueLimit = 0 });
}
