using CollabRisk.DependencyInjection;
using CollabRisk.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CollabRisk.RulePacks.DependencyInjection;

/// <summary>Loads the packs of a host once, and logs what happens to them.</summary>
/// <param name="options">What the host chose.</param>
/// <param name="services">The services of the host, which may have a clock and logging.</param>
internal sealed partial class RulePacksOfHost(IOptions<RulePackHostOptions> options, IServiceProvider services) : IEvaluatorSource, IDisposable, IAsyncDisposable
{
    private readonly ILogger log = services.GetService<ILogger<RulePackWatcher>>() ?? NullLogger<RulePackWatcher>.Instance;
    private RulePackWatcher? watcher;

    public RulePackWatcher Watcher => watcher ?? throw new InvalidOperationException("The options have not been read yet.");

    public ICollaborationEvaluator Evaluator => Watcher.Evaluator;

    public IReadOnlyList<RuleBookProblem> Open(CollabRiskOptions inCode)
    {
        var chosen = options.Value;
        var loading = new RulePackOptions
        {
            BasePacks = [.. inCode.Packs],
            Overrides = inCode.Overrides,
            Limits = chosen.Limits,
            TrustedKeys = [.. chosen.TrustedKeys],
            Time = services.GetService<TimeProvider>() ?? TimeProvider.System,
        };
        var watch = new RulePackWatchOptions
        {
            Automatic = chosen.Watch,
            QuietTime = chosen.QuietTime,
            RecheckInterval = chosen.RecheckInterval,
            SelfTest = chosen.SelfTest,
        };
        if (!RulePackWatcher.TryStart(chosen.Paths, loading, watch, out var started, out var problems))
        {
            return problems;
        }

        watcher = started;
        started.Reloaded += (_, reload) => LogReloaded(reload.Change, reload.Change.DigestBefore, reload.Change.DigestAfter);
        started.ReloadFailed += (_, reload) => LogReloadFailed(reload.Problems.Count, string.Join(Environment.NewLine, reload.Problems));
        foreach (var problem in started.WatchProblems)
        {
            LogNotWatched(problem);
        }

        LogLoaded(started.Current.Packs.Count, string.Join(", ", started.Current.Packs), started.Current.RuleBook.Digest);
        return [];
    }

    public void Dispose() => watcher?.Dispose();

    public ValueTask DisposeAsync() => watcher?.DisposeAsync() ?? ValueTask.CompletedTask;

    [LoggerMessage(1, LogLevel.Information, "Rule packs in use ({Count}): {Packs}. Rule book {Digest}.")]
    private partial void LogLoaded(int count, string packs, string digest);

    [LoggerMessage(2, LogLevel.Information, "Rule packs were loaded anew: {Change}. Rule book {Before} is now {After}.")]
    private partial void LogReloaded(RulePackChange change, string before, string after);

    [LoggerMessage(3, LogLevel.Error, "Changed rule packs are not used; those in use stay. Problems ({Count}):\n{Problems}")]
    private partial void LogReloadFailed(int count, string problems);

    [LoggerMessage(4, LogLevel.Warning, "{Problem}")]
    private partial void LogNotWatched(RuleBookProblem problem);
}
