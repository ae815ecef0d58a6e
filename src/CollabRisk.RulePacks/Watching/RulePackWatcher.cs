using System.Diagnostics.CodeAnalysis;
using CollabRisk.RulePacks.Policies;
using CollabRisk.RulePacks.Watching;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks;

/// <summary>Keeps the rule packs of a running host up to date.</summary>
/// <remarks>
/// <para>
/// Packs are loaded, checked and tested next to those in use. If there is any problem, those in use stay; otherwise the new ones
/// take their place in one step: whoever evaluates sees all of the old rules or all of the new ones.
/// </para>
/// <para>
/// Thread-safe. Loading happens on one thread at a time, and so do events, on the thread that loads; an exception of a handler
/// is the host's own and is not caught. After disposal the packs in use stay available, and are not reloaded any more.
/// </para>
/// </remarks>
public sealed class RulePackWatcher : IDisposable, IAsyncDisposable
{
    private readonly string[] paths;
    private readonly RulePackOptions options;
    private readonly RulePackWatchOptions watch;
    private readonly RulePackLoader loader;
    private readonly Lock gate = new();
    private readonly FileEvents? events;
    private readonly ReloadSchedule? schedule;
    private volatile RulePackSet? current;
    private volatile RulePackReload? lastReload;

    /// <summary>What was there when packs were last loaded: their files, and how many overrides in use had expired.</summary>
    private (string Files, int Expired) seen = ("", 0);

    /// <summary>The newest version of each pack that was in use.</summary>
    private readonly Dictionary<string, string> newest = new(StringComparer.Ordinal);
    private bool disposed;

    private RulePackWatcher(IEnumerable<string> paths, RulePackOptions options, RulePackWatchOptions watch)
    {
        this.paths = [.. paths];
        this.options = options;
        this.watch = watch;
        loader = new RulePackLoader(options);
        Evaluator = new CurrentRulesEvaluator(this);
        if (watch.Automatic)
        {
            schedule = new ReloadSchedule(options.Time, watch, () => Look(whatever: false));
            events = new FileEvents(this.paths, schedule.Changed, schedule.Missed);
        }
    }

    /// <summary>Raised after packs were reloaded and are in use.</summary>
    public event EventHandler<RulePacksReloadedEventArgs>? Reloaded;

    /// <summary>Raised after packs were reloaded and had problems. Raised once for the same files.</summary>
    public event EventHandler<RulePackReloadFailedEventArgs>? ReloadFailed;

    /// <summary>What came of the last reload; <see langword="null"/> while there was none since the start.</summary>
    public RulePackReload? LastReload => lastReload;

    /// <summary>The packs in use.</summary>
    public RulePackSet Current => current!;

    /// <summary>Evaluates with the rules in use: each evaluation with one rule book from beginning to end.</summary>
    public ICollaborationEvaluator Evaluator { get; }

    /// <summary>Packs whose changes the operating system does not report, with the reason; they are noticed by the regular check alone.</summary>
    public IReadOnlyList<RuleBookProblem> WatchProblems => events?.Problems ?? [];

    /// <summary>Loads packs and keeps them up to date.</summary>
    /// <param name="paths">A folder or a YAML file for each pack.</param>
    /// <param name="options">How to load; the default options if left out.</param>
    /// <param name="watch">When to reload; the default options if left out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="paths"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The quiet time is not between zero and a day, or the interval of the regular check is not more than zero and at most thirty days.</exception>
    /// <exception cref="RulePackException">There are problems; the exception has them all.</exception>
    public static RulePackWatcher Start(IEnumerable<string> paths, RulePackOptions? options = null, RulePackWatchOptions? watch = null) =>
        TryStart(paths, options, watch, out var watcher, out var problems) ? watcher : throw new RulePackException(problems);

    /// <summary>Loads packs and keeps them up to date, with the problems as a value.</summary>
    /// <param name="paths">A folder or a YAML file for each pack.</param>
    /// <param name="options">How to load; <see langword="null"/> for the default options.</param>
    /// <param name="watch">When to reload; <see langword="null"/> for the default options.</param>
    /// <param name="watcher">The watcher, if there are no problems.</param>
    /// <param name="problems">Every problem of every file, by place; empty if the packs were loaded.</param>
    /// <returns>Whether the packs were loaded: all of them, or none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="paths"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The quiet time is not between zero and a day, or the interval of the regular check is not more than zero and at most thirty days.</exception>
    public static bool TryStart(
        IEnumerable<string> paths,
        RulePackOptions? options,
        RulePackWatchOptions? watch,
        [NotNullWhen(true)] out RulePackWatcher? watcher,
        out IReadOnlyList<RuleBookProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(paths);
        watch ??= RulePackWatchOptions.Default;
        if (ReloadSchedule.ProblemsOf(watch).ToList() is { Count: > 0 } wrong)
        {
            throw new ArgumentOutOfRangeException(nameof(watch), string.Join(' ', wrong));
        }

        var started = new RulePackWatcher(paths, options ?? RulePackOptions.Default, watch);
        try
        {
            problems = started.Begin();
            watcher = problems.Count == 0 ? started : null;
            return watcher is not null;
        }
        finally
        {
            if (started.current is null)
            {
                started.Dispose();
            }
        }
    }

    /// <summary>Loads the packs now, whether anything changed or not, and waits for it.</summary>
    /// <returns>What came of it; one of the events was raised for it.</returns>
    /// <exception cref="ObjectDisposedException">The watcher is disposed.</exception>
    public RulePackReload ReloadNow() => Look(whatever: true) ?? throw new ObjectDisposedException(nameof(RulePackWatcher));

    /// <summary>Stops. Waits for a loading that is under way; no event is raised afterwards.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            events?.Dispose();
            schedule?.Dispose();
        }
    }

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private IReadOnlyList<RuleBookProblem> Begin()
    {
        lock (gate)
        {
            events?.Listen();
            if (watch.RecheckInterval is null && WatchProblems.Count > 0)
            {
                return WatchProblems;
            }

            var opened = loader.Open(paths);
            seen = (Files(opened), 0);
            if (Load(opened, out var problems) is { } set)
            {
                current = set;
                schedule?.AwaitExpiry(set.RuleBook);
            }

            return problems;
        }
    }

    /// <summary>Looks whether anything changed since the last time, and loads the packs then.</summary>
    /// <param name="whatever">Whether to load them even if nothing did.</param>
    /// <returns>What came of it; null where nothing changed, or the watcher is disposed.</returns>
    private RulePackReload? Look(bool whatever)
    {
        lock (gate)
        {
            if (disposed || current is null)
            {
                return null;
            }

            events?.Listen();
            RulePackReload reload;
            try
            {
                var opened = loader.Open(paths);
                var now = (Files(opened), Expired());
                if (now == seen && !whatever)
                {
                    schedule?.AwaitExpiry(Current.RuleBook);
                    return null;
                }

                seen = now;
                var before = Current;
                var set = Load(opened, out var problems);
                reload = new RulePackReload(set ?? before, set is null ? null : RulePackChange.Between(before, set), problems);
                current = reload.Current;
                seen.Expired = Expired();
            }
#pragma warning disable CA1031 // A timer has no one to tell, and an error that no one foresaw must not end the host.
            catch (Exception e)
#pragma warning restore CA1031
            {
                reload = new RulePackReload(Current, null, [BrokeOff("loading", e)]);
            }

            schedule?.AwaitExpiry(Current.RuleBook);
            lastReload = reload;
            Raise(reload);
            return reload;
        }
    }

    private RulePackSet? Load(List<Loading.OpenedPack> opened, out IReadOnlyList<RuleBookProblem> problems)
    {
        if (!loader.TryLoad(opened, out var set, out problems))
        {
            return null;
        }

        problems = [.. set.Packs.Select(GoesBack).OfType<RuleBookProblem>()];
        if (problems.Count > 0)
        {
            return null;
        }

        try
        {
            problems = watch.SelfTest?.Invoke(set) ?? [];
        }
#pragma warning disable CA1031 // Whatever the host's own test throws speaks against the packs.
        catch (Exception e)
#pragma warning restore CA1031
        {
            problems = [BrokeOff("the self-test", e)];
        }

        if (problems.Count > 0)
        {
            return null;
        }

        foreach (var manifest in set.Packs.Select(pack => pack.Manifest))
        {
            newest[manifest.Id] = newest.TryGetValue(manifest.Id, out var version) && PackVersion.IsOlder(manifest.Version, version) ? version : manifest.Version;
        }

        return set;
    }

    /// <summary>That a signed pack is older than one that was in use: whoever can write the folder could bring back what its author has mended.</summary>
    private RuleBookProblem? GoesBack(LoadedRulePack pack) =>
        loader.AsksForSignatures && !options.Policy.MayGoBack && newest.TryGetValue(pack.Manifest.Id, out var version) && PackVersion.IsOlder(pack.Manifest.Version, version)
            ? new RuleBookProblem(PolicyProblemKinds.TooOld.Code, pack.Manifest.Id, $"this is version {pack.Manifest.Version}, and version {version} was in use. A host that means to go back says so in its policy, or starts again.") { Place = pack.Pack.PlaceOf?.Invoke(null) }
            : null;

    private static RuleBookProblem BrokeOff(string what, Exception e) =>
        new(WatchProblemKinds.BrokeOff.Code, "rule packs", $"{what} broke off: {e.GetType().Name}: {e.Message}");

    private void Raise(RulePackReload reload)
    {
        CollabRiskTelemetry.CountReload(reload.Change is not null);
        if (reload.Change is null)
        {
            ReloadFailed?.Invoke(this, new RulePackReloadFailedEventArgs(reload));
        }
        else
        {
            Reloaded?.Invoke(this, new RulePacksReloadedEventArgs(reload));
        }
    }

    /// <summary>What the files hold, and what stood against reading them.</summary>
    private static string Files(List<Loading.OpenedPack> opened) =>
        string.Join('\n', [.. opened.Select(pack => pack.Folder.State), .. opened.SelectMany(pack => pack.Problems.All).Select(problem => problem.ToString())]);

    /// <summary>How many of the overrides in use have expired since they were taken into use.</summary>
    private int Expired()
    {
        var today = CalendarDay.Today(options.Time);
        return Current.RuleBook.Overrides.Count(change => change.Expires < today);
    }
}
