using CollabRisk.DependencyInjection;
using CollabRisk.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CollabRisk.RulePacks.DependencyInjection;

/// <summary>Loads the packs of a registration, and logs what happens to them.</summary>
internal static class RulesInFiles
{
    public static HostedRules? Open(IServiceProvider services, string name, CollabRiskOptions inCode, ICollection<string> problems)
    {
        var before = problems.Count;
        var (basePacks, overrides) = inCode.Checked(problems);
        var chosen = HostedEvaluators.OptionsOf<RulePackHostOptions>(services, name, problems) ?? new RulePackHostOptions();
        if (inCode.RulePackSection is { } section && !chosen.HasRead(section))
        {
            problems.Add($"{section}: nothing reads this section. Give the configuration to AddCollabRiskRulePacks, or remove it.");
        }

        var (paths, watch) = chosen.Checked(problems);
        var loading = new RulePackOptions
        {
            BasePacks = basePacks,
            Overrides = overrides,
            Limits = chosen.Limits is { } limits && NamedLimit.All.All(limit => limit.ProblemOf(limit.Of(limits)) is null) ? limits : RulePackLimits.Default,
            TrustedKeys = [.. chosen.TrustedKeys.OfType<string>()],
            TrustedPaths = [.. chosen.TrustedPaths.OfType<string>()],
            MountedFolders = chosen.MountedFolders,
            Policy = chosen.Policy ?? RulePackPolicy.Default,
            Time = services.GetService<TimeProvider>() ?? TimeProvider.System,
        };
        if (problems.Count > before)
        {
            // Nothing will run, but what is wrong with the packs is said as well, so that all can be mended at once.
            new RulePackLoader(loading).TryLoad(paths, out _, out var alsoWrong);
            AddAll(alsoWrong, problems);
            return null;
        }

        if (!RulePackWatcher.TryStart(paths, loading, watch, out var watcher, out var found))
        {
            AddAll(found, problems);
            return null;
        }

        new RulePackLog(LoggerOf(services, name)).Follow(watcher);
        return new HostedRules(watcher.Evaluator, watcher, () => watcher.LastReload is { Change: null } failed
            ? string.Join(Environment.NewLine, failed.Problems.Select(problem => problem.ToString()).Prepend("Changed rule packs are not used; those in use stay."))
            : null);
    }

    private static void AddAll(IEnumerable<RuleBookProblem> found, ICollection<string> problems)
    {
        foreach (var problem in found)
        {
            problems.Add(problem.ToString());
        }
    }

    /// <summary>The log of the watcher; a registration with a name has one of its own, so that logs can be kept apart.</summary>
    private static ILogger LoggerOf(IServiceProvider services, string name)
    {
        var category = typeof(RulePackWatcher).FullName!;
        return services.GetService<ILoggerFactory>()?.CreateLogger(name.Length == 0 ? category : $"{category}.{name}") ?? NullLogger.Instance;
    }
}
