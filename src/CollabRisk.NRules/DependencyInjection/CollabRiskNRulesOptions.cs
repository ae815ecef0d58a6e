using System.Reflection;
using NRules.Fluent.Dsl;

namespace CollabRisk.NRules.DependencyInjection;

/// <summary>The host's own rules, which run in addition to those of the rule book.</summary>
/// <remarks>
/// Compiled when the host starts, or when the evaluator is first asked for. Rules are made with services of the host; what
/// they resolve while they run comes from the root provider, so it must not be scoped. Not thread-safe while being configured.
/// </remarks>
public sealed class CollabRiskNRulesOptions
{
    /// <summary>The classes of the rules, in the order in which they were added; one that is added twice is one rule.</summary>
    public IList<Type> RuleTypes { get; } = [];

    /// <summary>Adds a rule.</summary>
    /// <typeparam name="T">Its class.</typeparam>
    /// <returns>The same options, for more.</returns>
    public CollabRiskNRulesOptions AddRule<T>()
        where T : Rule
    {
        RuleTypes.Add(typeof(T));
        return this;
    }

    /// <summary>Adds the rules whose classes are public and not nested in an assembly; none where it has none.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>The same options, for more.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="assembly"/> is <see langword="null"/>.</exception>
    public CollabRiskNRulesOptions AddRulesIn(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        foreach (var type in HostRules.TypesIn([assembly]))
        {
            RuleTypes.Add(type);
        }

        return this;
    }
}
