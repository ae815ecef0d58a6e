using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using CollabRisk.Register.Settings;
using Microsoft.Extensions.Options;

namespace CollabRisk.Register.Access;

/// <summary>
/// How many links an address may follow or try, whichever way it brings them. Who has tried too many waits. What got someone in here before is
/// not a guess, so that its holder goes on whatever others at the address do.
/// </summary>
internal sealed class LinkTries(IOptions<RegisterOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> tries =
        PartitionedRateLimiter.Create<HttpContext, string>(context => PerMinute.Of(ClientAddress.Of(context), options.Value.Limits.LinksOfAddress));

    /// <summary>Digests of secrets that were right: at most as many as there are links.</summary>
    private readonly ConcurrentDictionary<string, bool> right = new(StringComparer.Ordinal);

    /// <summary>Whether a secret may be looked at.</summary>
    public bool May(HttpContext context, LinkSecret? secret) => (secret is not null && right.ContainsKey(secret.Digest)) || Acquire(context, 0);

    /// <summary>Counts one, unless there were too many.</summary>
    /// <returns>Whether it was counted.</returns>
    public bool Count(HttpContext context) => Acquire(context, 1);

    public void WasRight(LinkSecret secret) => right.TryAdd(secret.Digest, true);

    public void Dispose() => tries.Dispose();

    private bool Acquire(HttpContext context, int count)
    {
        using var lease = tries.AttemptAcquire(context, count);
        return lease.IsAcquired;
    }
}

/// <summary>Limits by the minute.</summary>
internal static class PerMinute
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static RateLimitPartition<string> Of(string key, int limit) =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new() { PermitLimit = limit, Window = Window, SegmentsPerWindow = 6, QueueLimit = 0 });
}
