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
        overrides.Add(new RuleOverride(code, Level: null, reason));
        return this;
    }

    /// <summary>Gives a risk or mismatch another level before moderators. The reason takes the place of the rule's own.</summary>
    /// <param name="code">The code of the rule.</param>
    /// <param name="level">Low, Moderate or High.</param>
    /// <param name="reason">Why; never empty.</param>
    /// <returns>The same options, for more.</returns>
    public CollabRiskOptions OverrideLevel(string code, Level level, string reason)
    {
        overrides.Add(new RuleOverride(code, level, reason));
        return this;
    }
}
