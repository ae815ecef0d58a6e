using CollabRisk.RulePacks.Testing;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.DependencyInjection;

/// <summary>Which rule packs a host reads from files, and how. <see cref="CollabRisk.DependencyInjection.CollabRiskOptions"/> has the packs in code and the host's overrides.</summary>
/// <remarks>Not thread-safe while being configured; read once, when the host starts or the evaluator is first asked for.</remarks>
public sealed class RulePackHostOptions
{
    /// <summary>A folder or a YAML file for each pack.</summary>
    public IList<string> Paths { get; } = [];

    /// <summary>The public keys, as PEM, of those whose packs are accepted; see <see cref="RulePackSigning"/>. While empty, packs need no signature.</summary>
    public IList<string> TrustedKeys { get; } = [];

    /// <summary>How much a pack may ask of this machine.</summary>
    public RulePackLimits Limits { get; set; } = RulePackLimits.Default;

    /// <summary>Whether packs are loaded anew when their files change and when an override expires.</summary>
    /// <value><see langword="false"/>: the packs of the start are used until the host stops, or calls <see cref="RulePackWatcher.ReloadNow"/>.</value>
    public bool Watch { get; set; }

    /// <inheritdoc cref="RulePackWatchOptions.QuietTime"/>
    public TimeSpan QuietTime { get; set; } = RulePackWatchOptions.Default.QuietTime;

    /// <inheritdoc cref="RulePackWatchOptions.RecheckInterval"/>
    public TimeSpan? RecheckInterval { get; set; } = RulePackWatchOptions.Default.RecheckInterval;

    /// <inheritdoc cref="RulePackWatchOptions.SelfTest"/>
    public Func<RulePackSet, IReadOnlyList<RuleBookProblem>>? SelfTest { get; set; } = RulePackTests.FailuresOf;
}
