using Microsoft.Extensions.Logging;

namespace CollabRisk.RulePacks.DependencyInjection;

/// <summary>Logs what happens to the packs of a host. The event ids are permanent; docs/observability.md lists them.</summary>
internal sealed partial class RulePackLog(ILogger log)
{
    /// <summary>Logs what was loaded, and what happens from now on.</summary>
    public void Follow(RulePackWatcher watcher)
    {
        watcher.Reloaded += (_, reload) => Reloaded(reload.Change, reload.Change.DigestBefore, reload.Change.DigestAfter);
        watcher.ReloadFailed += (_, reload) => ReloadFailed(reload.Problems.Count, string.Join(Environment.NewLine, reload.Problems));
        foreach (var problem in watcher.WatchProblems)
        {
            NotWatched(problem);
        }

        if (log.IsEnabled(LogLevel.Information))
        {
            Loaded(watcher.Current.Packs.Count, string.Join(", ", watcher.Current.Packs), watcher.Current.RuleBook.Digest);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Rule packs in use ({Count}): {Packs}. Rule book {Digest}.", EventName = "RulePacksInUse")]
    private partial void Loaded(int count, string packs, string digest);

    [LoggerMessage(2, LogLevel.Information, "Rule packs were reloaded: {Change}. Rule book {Before} is now {After}.", EventName = "RulePacksReloaded")]
    private partial void Reloaded(RulePackChange change, string before, string after);

    [LoggerMessage(3, LogLevel.Error, "Changed rule packs are not used; those in use stay. Problems ({Count}):\n{Problems}", EventName = "RulePackReloadFailed")]
    private partial void ReloadFailed(int count, string problems);

    [LoggerMessage(4, LogLevel.Warning, "{Problem}", EventName = "RulePackNotWatched")]
    private partial void NotWatched(CollabRisk.Rules.RuleBookProblem problem);
}
