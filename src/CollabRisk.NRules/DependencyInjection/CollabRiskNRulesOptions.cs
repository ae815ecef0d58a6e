using System.Reflection;
using NRules;
using NRules.Fluent.Dsl;
using NRules.RuleModel;

namespace CollabRisk.NRules.DependencyInjection;

/// <summary>The host's own rules, which run in addition to those of the rule book.</summary>
/// <remarks>
/// Compiled when the host starts, or when the evaluator is first asked for. Rules are made with services of the host, which must not be
/// scoped; what they resolve while they run comes from a scope: that of the <see cref="ISession"/>, or one for each evaluation.
/// Not thread-safe while being configured.
/// </remarks>
public sealed class CollabRiskNRulesOptions
{
    /// <summary>The classes of the rules, in the order in which they were added; one that is added twice is one rule.</summary>
    public IList<Type> RuleTypes { get; } = [];

    /// <summary>Rules that are made already, such as those of a repository of the host: <c>repository.GetRules()</c>. They come after those of classes.</summary>
    public IList<IRuleDefinition> Rules { get; } = [];

    /// <summary>Changes the compiler, as for <see cref="NRulesRuleBook.Compile"/>; <see langword="null"/> for no change.</summary>
    public Action<RuleCompiler>? Configure { get; set; }

    /// <summary>The options that NRules takes when a compiler is made; <see langword="null"/> for its own default.</summary>
    public RuleCompilerOptions? CompilerOptions { get; set; }

    /// <summary>Adds a rule.</summary>
    /// <typeparam name="T">Its class.</typeparam>
    /// <returns>The same options, for more.</returns>
    public CollabRiskNRulesOptions AddRule<T>()
        where T : Rule
    {
        RuleTypes.Add(typeof(T));
        return this;
    }

    /// <summary>Adds rules that are made already.</summary>
    /// <param name="rules">The rules.</param>
    /// <returns>The same options, for more.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> is <see langword="null"/>.</exception>
    public CollabRiskNRulesOptions AddRules(IEnumerable<IRuleDefinition> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        foreach (var rule in rules)
        {
            Rules.Add(rule);
        }

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
