using CollabRisk.Knowledge;
using CollabRisk.Rules;

namespace CollabRisk.DependencyInjection;

/// <summary>Which rules the evaluator of a host has, and what the host changes about them.</summary>
/// <remarks>
/// Checked when the host starts, or when the evaluator is first asked for: packs that do not go together, unknown codes
/// and missing reasons are all reported at once. Not thread-safe while being configured.
/// </remarks>
public sealed class CollabRiskOptions
{
    private readonly List<RuleOverride> overrides = [];

    /// <summary>The packs. Holds the general knowledge to begin with; add to it, or clear it to go without.</summary>
    public IList<RulePack> Packs { get; } = [KnowledgePacks.General];

    /// <summary>What the host changes about rules, in the order in which it said so.</summary>
    public IReadOnlyList<RuleOverride> Overrides => overrides;

    /// <summary>Switches a rule off. Its findings are set apart in the assessment, with the reason, and do not count.</summary>
    /// <param name="code">The code of the rule.</param>
    /// <param name="reason">Why; never empty.</param>
    /// <returns>The same options, for more.</returns>
    public CollabRiskOptions SwitchOff(string code, string reason)
    {
        overrides.Add(RuleOverride.SwitchOff(code, reason));
        return this;
    }

    /// <summary>Gives a risk or mismatch another level before moderators. The reason takes the place of the rule's own.</summary>
    /// <param name="code">The code of the rule.</param>
    /// <param name="level">Low, Moderate or High.</param>
    /// <param name="reason">Why; never empty.</param>
    /// <returns>The same options, for more.</returns>
    public CollabRiskOptions OverrideLevel(string code, Level level, string reason)
    {
        overrides.Add(RuleOverride.ChangeLevel(code, level, reason));
        return this;
    }

    /// <summary>Changes rules in any way that <see cref="RuleOverride"/> knows, such as one that expires.</summary>
    /// <param name="changes">The changes.</param>
    /// <returns>The same options, for more.</returns>
    /// <remarks>
    /// Whether they have expired is seen once, when the options are checked: by the day of the registered
    /// <see cref="TimeProvider"/> in its time zone, or of the system where none is registered. A host that runs past the last
    /// day of an override keeps it until it starts again.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="changes"/> is <see langword="null"/>.</exception>
    public CollabRiskOptions Override(params RuleOverride[] changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        overrides.AddRange(changes);
        return this;
    }
}
