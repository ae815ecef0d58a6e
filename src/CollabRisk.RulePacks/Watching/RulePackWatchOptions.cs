using CollabRisk.RulePacks.Testing;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks;

/// <summary>How packs are kept up to date while a host runs.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RulePackWatchOptions
{
    /// <summary>The options that are used where none are given. New each time, so that nothing bound to them changes those of others.</summary>
    public static RulePackWatchOptions Default => new();

    /// <summary>Whether packs are reloaded by themselves: when their files change, and when an override expires.</summary>
    /// <value><see langword="true"/>. Otherwise only <see cref="RulePackWatcher.ReloadNow"/> does.</value>
    public bool Automatic { get; init; } = true;

    /// <summary>How long the files must be quiet before they are read, since programs save a file in several steps.</summary>
    /// <value>A quarter of a second; from zero to a day. Where files never come to rest, they are read after ten times as long.</value>
    public TimeSpan QuietTime { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How often the files are compared with what was read, since the operating system may miss changes, on network drives above all.</summary>
    /// <value>A minute; more than zero, at most thirty days. <see langword="null"/> for never.</value>
    public TimeSpan? RecheckInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What packs must pass before they are used, in addition to having no problems.</summary>
    /// <value>
    /// Their own tests: <see cref="RulePackTests.FailuresOf"/>. <see langword="null"/> for nothing. Given the packs that would be used, returns what speaks against them; an exception speaks against them too. Runs
    /// next to evaluations, on the thread that loads.
    /// </value>
    public Func<RulePackSet, IReadOnlyList<RuleBookProblem>>? SelfTest { get; init; } = RulePackTests.FailuresOf;
}
