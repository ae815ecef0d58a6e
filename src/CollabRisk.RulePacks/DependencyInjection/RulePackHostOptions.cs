using System.Globalization;
using CollabRisk.DependencyInjection;
using CollabRisk.RulePacks.Testing;
using CollabRisk.RulePacks.Watching;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.DependencyInjection;

/// <summary>Which rule packs a host reads from files, and how. <see cref="CollabRiskOptions"/> has the packs in code and the host's overrides.</summary>
/// <remarks>Not thread-safe while being configured; read once, when the host starts or the evaluator is first asked for.</remarks>
public sealed class RulePackHostOptions
{
    private readonly List<string> problems = [];
    private readonly HashSet<string> read = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A folder or a YAML file for each pack.</summary>
    /// <value>At least one.</value>
    public IList<string> Paths { get; } = [];

    /// <summary>The public keys, as PEM, of those whose packs are accepted; see <see cref="RulePackSigning"/>. While empty, packs need no signature.</summary>
    public IList<string> TrustedKeys { get; } = [];

    /// <inheritdoc cref="RulePackOptions.TrustedPaths"/>
    public IList<string> TrustedPaths { get; } = [];

    /// <summary>What packs may do to rules of others, and which packs are taken.</summary>
    /// <value><see cref="RulePackPolicy.Default"/>: whatever they give a reason for; never <see langword="null"/>.</value>
    public RulePackPolicy Policy { get; set; } = RulePackPolicy.Default;

    /// <inheritdoc cref="RulePackOptions.MountedFolders"/>
    public bool MountedFolders { get; set; }

    /// <inheritdoc cref="RulePackOptions.Language"/>
    public string? Language { get; set; }

    /// <summary>How much a pack may ask of this machine.</summary>
    /// <value><see cref="RulePackLimits.Default"/>; never <see langword="null"/>.</value>
    public RulePackLimits Limits { get; set; } = RulePackLimits.Default;

    /// <summary>Whether packs are reloaded when their files change and when an override expires.</summary>
    /// <value><see langword="false"/>: the packs of the start are used until the host stops, or calls <see cref="RulePackWatcher.ReloadNow"/>.</value>
    public bool Watch { get; set; }

    /// <inheritdoc cref="RulePackWatchOptions.QuietTime"/>
    public TimeSpan QuietTime { get; set; } = RulePackWatchOptions.Default.QuietTime;

    /// <inheritdoc cref="RulePackWatchOptions.RecheckInterval"/>
    public TimeSpan? RecheckInterval { get; set; } = RulePackWatchOptions.Default.RecheckInterval;

    /// <inheritdoc cref="RulePackWatchOptions.SelfTest"/>
    public Func<RulePackSet, IReadOnlyList<RuleBookProblem>>? SelfTest { get; set; } = RulePackTests.FailuresOf;

    /// <summary>Whether a section of configuration is read for the first time. One that is given twice says everything once.</summary>
    internal bool Begins(string section) => read.Add(section);

    internal bool HasRead(string section) => read.Contains(section);

    /// <summary>Something that is wrong with what was configured, to be reported with everything else.</summary>
    internal void AddProblem(string problem) => problems.Add(problem);

    /// <summary>What can be used of the options; everything that is wrong is added to the problems.</summary>
    internal (IReadOnlyList<string> Paths, RulePackWatchOptions Watch) Checked(ICollection<string> found)
    {
        var watch = new RulePackWatchOptions { Automatic = Watch, QuietTime = QuietTime, RecheckInterval = RecheckInterval, SelfTest = WithRulesInForce };
        foreach (var problem in problems.Concat(Wrong()).Concat(ReloadSchedule.ProblemsOf(watch)))
        {
            found.Add(problem);
        }

        return ([.. Paths.Where(path => !string.IsNullOrWhiteSpace(path))], watch);
    }

    private IEnumerable<string> Wrong()
    {
        if (Paths.Count == 0 && !problems.Exists(problem => problem.Contains(":Paths", StringComparison.OrdinalIgnoreCase)))
        {
            yield return "Paths: there are none, so no pack would be loaded. Add the folder or the file of each pack, or use AddCollabRisk alone.";
        }

        foreach (var (list, values) in new[] { (nameof(Paths), Paths), (nameof(TrustedPaths), TrustedPaths), (nameof(TrustedKeys), TrustedKeys) })
        {
            for (var i = 0; i < values.Count; i++)
            {
                if (string.IsNullOrWhiteSpace(values[i]))
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"{list}[{i}]: it is empty. Give {(list == nameof(TrustedKeys) ? "a public key as PEM" : "a path")}, or leave it out.");
                }
            }
        }

        if (Policy is null)
        {
            yield return "Policy: it is null. Leave it out for the one that refuses nothing.";
        }

        if (Limits is null)
        {
            yield return "Limits: they are null. Leave them out for the usual ones.";
        }
        else
        {
            foreach (var limit in NamedLimit.All)
            {
                if (limit.ProblemOf(limit.Of(Limits)) is { } problem)
                {
                    yield return $"Limits.{limit.Name}: {problem}";
                }
            }
        }
    }

    /// <summary>The host's own self-test, and that the packs still leave rules that can find something.</summary>
    private IReadOnlyList<RuleBookProblem> WithRulesInForce(RulePackSet set) =>
        RulesInCode.NothingInForce(set.RuleBook) is { } nothing
            ? [new RuleBookProblem(WatchProblemKinds.NothingInForce.Code, "rule packs", nothing)]
            : SelfTest?.Invoke(set) ?? [];
}
