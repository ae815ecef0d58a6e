using System.Reflection;
using NRules.Fluent;
using NRules.RuleModel;

namespace CollabRisk.NRules;

/// <summary>The rules of a host that are classes: what <see cref="NRulesRuleBook.Compile"/> takes is made of them here.</summary>
/// <remarks>Thread-safe.</remarks>
public static class HostRules
{
    /// <summary>Reads rules from their classes.</summary>
    /// <param name="types">Classes that derive from <see cref="global::NRules.Fluent.Dsl.Rule"/> and can be made without arguments.</param>
    /// <exception cref="ArgumentNullException"><paramref name="types"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A type is no such class; the message names every one.</exception>
    /// <exception cref="RuleDefinitionException">NRules cannot read a rule.</exception>
    public static IReadOnlyList<IRuleDefinition> Of(params IEnumerable<Type> types) => Of(types, new DefaultRuleActivator());

    /// <summary>Reads the rules whose classes are public in assemblies; none where they have none.</summary>
    /// <param name="assemblies">The assemblies.</param>
    /// <exception cref="ArgumentNullException"><paramref name="assemblies"/> is <see langword="null"/>.</exception>
    /// <exception cref="RuleDefinitionException">NRules cannot read a rule.</exception>
    public static IReadOnlyList<IRuleDefinition> In(params IEnumerable<Assembly> assemblies)
    {
        ArgumentNullException.ThrowIfNull(assemblies);
        return Of(TypesIn(assemblies));
    }

    internal static IReadOnlyList<Type> TypesIn(IEnumerable<Assembly> assemblies)
    {
        var scanner = new RuleTypeScanner();
        scanner.Assembly([.. assemblies]);
        return scanner.GetRuleTypes();
    }

    internal static IReadOnlyList<IRuleDefinition> Of(IEnumerable<Type> types, IRuleActivator activator)
    {
        ArgumentNullException.ThrowIfNull(types);
        var all = types.ToList();
        var wrong = all.Where(type => type is null || type.IsAbstract || !typeof(global::NRules.Fluent.Dsl.Rule).IsAssignableFrom(type)).ToList();
        if (wrong.Count > 0)
        {
            throw new ArgumentException($"A rule of a host is a class that derives from NRules.Fluent.Dsl.Rule and is not abstract; {string.Join(", ", wrong)} is not.", nameof(types));
        }

        var repository = new RuleRepository(activator);
        repository.Load(rules => rules.PrivateTypes().NestedTypes().From(all));
        return [.. repository.GetRuleSets().SelectMany(set => set.Rules)];
    }
}
