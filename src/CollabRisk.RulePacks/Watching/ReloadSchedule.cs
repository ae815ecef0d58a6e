using System.Globalization;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Watching;

/// <summary>When packs are looked at again: after their files have come to rest, at regular intervals, and when an override expires.</summary>
/// <remarks>Thread-safe. It only says when; looking finds out whether anything differs.</remarks>
internal sealed class ReloadSchedule : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly TimeProvider time;
    private readonly RulePackWatchOptions options;
    private readonly Lock gate = new();
    private readonly ITimer quiet;
    private readonly ITimer expiry;
    private readonly ITimer? recheck;
    private long? firstChange;

    /// <summary>The longest quiet time: ten times as long is waited for files that do not come to rest.</summary>
    private static readonly TimeSpan LongestQuiet = Day;

    /// <summary>The longest interval of the regular check; timers know no more than 49 days.</summary>
    private static readonly TimeSpan LongestRecheck = Day * 30;

    /// <param name="time">The clock.</param>
    /// <param name="options">The intervals.</param>
    /// <param name="look">Called on any thread when it is time.</param>
    public ReloadSchedule(TimeProvider time, RulePackWatchOptions options, Action look)
    {
        this.time = time;
        this.options = options;
        quiet = time.CreateTimer(_ => AfterQuiet(look), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        expiry = time.CreateTimer(_ => look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        recheck = options.RecheckInterval is { } interval ? time.CreateTimer(_ => look(), null, interval, interval) : null;
    }

    /// <summary>What is wrong with the intervals; empty if nothing is.</summary>
    public static IEnumerable<string> ProblemsOf(RulePackWatchOptions options)
    {
        if (options.QuietTime < TimeSpan.Zero || options.QuietTime > LongestQuiet)
        {
            yield return $"QuietTime: '{Shown(options.QuietTime)}' is outside 0 to {Shown(LongestQuiet)} (a day).";
        }

        if (options.RecheckInterval is { } interval && (interval <= TimeSpan.Zero || interval > LongestRecheck))
        {
            yield return $"RecheckInterval: '{Shown(interval)}' is not more than 0 and at most {Shown(LongestRecheck)} (thirty days). Give null for never.";
        }

        static string Shown(TimeSpan time) => time.ToString("c", CultureInfo.InvariantCulture);
    }

    /// <summary>A file changed: wait until all have come to rest, though not for ever.</summary>
    public void Changed()
    {
        lock (gate)
        {
            firstChange ??= time.GetTimestamp();
            var left = (options.QuietTime * 10) - time.GetElapsedTime(firstChange.Value);
            quiet.Change(left < TimeSpan.Zero ? TimeSpan.Zero : left < options.QuietTime ? left : options.QuietTime, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Changes may have been missed: look, but not at once, since whatever keeps the system from counting may go on.</summary>
    public void Missed()
    {
        lock (gate)
        {
            firstChange ??= time.GetTimestamp();
            quiet.Change(options.QuietTime * 10, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Waits for the next override of a rule book to expire.</summary>
    /// <remarks>
    /// Clocks are set and machines sleep, so that a day is the longest that is waited in one go; looking then finds that nothing
    /// differs.
    /// </remarks>
    public void AwaitExpiry(RuleBook book)
    {
        var now = time.GetLocalNow();
        var today = DateOnly.FromDateTime(now.DateTime);
        if (book.Overrides.Where(change => change.Expires >= today).Min(change => change.Expires) is not { } last || last == DateOnly.MaxValue)
        {
            expiry.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        var end = last.AddDays(1).ToDateTime(TimeOnly.MinValue);
        var wait = new DateTimeOffset(end, time.LocalTimeZone.GetUtcOffset(end)) - now;
        expiry.Change(wait < Day ? Max(wait, TimeSpan.FromSeconds(1)) : Day, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        quiet.Dispose();
        expiry.Dispose();
        recheck?.Dispose();
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private void AfterQuiet(Action look)
    {
        lock (gate)
        {
            firstChange = null;
        }

        look();
    }
}
