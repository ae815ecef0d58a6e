using CollabRisk.DependencyInjection;
using CollabRisk.Rules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CollabRisk.RulePacks.DependencyInjection;

/// <summary>Adds CollabRisk with rule packs from files to a host.</summary>
/// <remarks>
/// <para>
/// Every overload adds an <see cref="ICollaborationEvaluator"/> as <see cref="CollabRiskServiceCollectionExtensions"/> does, with
/// packs from files next to those in code. Called again, it configures the same options further.
/// </para>
/// <para>
/// There are also the <see cref="RulePackWatcher"/>, whose events say what was loaded, and the current <see cref="RuleBook"/>,
/// looked up each time it is asked for: a singleton that takes it keeps the one of that moment. All end with the container.
/// What happens is logged where the host has logging.
/// </para>
/// <para>
/// A host that starts loads and checks the packs then, once; otherwise they are loaded when one of the services is first asked
/// for. What is wrong is thrown as one <see cref="OptionsValidationException"/> with every problem of options and packs. The
/// order of this call and <see cref="CollabRiskServiceCollectionExtensions"/> makes no difference.
/// </para>
/// </remarks>
public static class CollabRiskRulePackServices
{
    /// <summary>Adds an evaluator with packs from files.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Names the packs.</param>
    /// <returns>The same services, for more.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IServiceCollection AddCollabRiskRulePacks(this IServiceCollection services, Action<RulePackHostOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services.AddCollabRisk(), Options.DefaultName, configure);
    }

    /// <summary>Adds an evaluator with packs from files that configuration describes.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configuration">
    /// The section about CollabRisk, such as <c>builder.Configuration.GetSection("CollabRisk")</c>. Its part <c>RulePacks</c> has
    /// the keys <c>Paths</c>, <c>TrustedKeys</c>, <c>TrustedKeyFiles</c>, <c>MountedFolders</c>, <c>Watch</c>, <c>QuietTime</c>, <c>RecheckInterval</c>,
    /// <c>SelfTest</c>, <c>Policy</c> and <c>Limits</c>; the rest is read as
    /// <see cref="CollabRiskServiceCollectionExtensions.AddCollabRisk(IServiceCollection, IConfiguration)"/> reads it. Read once.
    /// </param>
    /// <returns>The same services, for more.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IServiceCollection AddCollabRiskRulePacks(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        return Add(services.AddCollabRisk(configuration), Options.DefaultName, options => ConfiguredRulePacks.Read(configuration, options));
    }

    /// <summary>Adds an evaluator with a name and packs from files, apart from all others: <c>[FromKeyedServices("kent")]</c>.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="name">The name, which is the key of the services and the name of the options; upper and lower case differ.</param>
    /// <param name="configure">Names the packs.</param>
    /// <returns>The same services, for more.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static IServiceCollection AddCollabRiskRulePacks(this IServiceCollection services, string name, Action<RulePackHostOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services.AddCollabRisk(name), name, configure);
    }

    /// <summary>Adds an evaluator with a name and packs from files that configuration describes, apart from all others.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="name">The name, which is the key of the services and the name of the options; upper and lower case differ.</param>
    /// <param name="configuration"><inheritdoc cref="AddCollabRiskRulePacks(IServiceCollection, IConfiguration)" path="/param[@name='configuration']"/></param>
    /// <returns>The same services, for more.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static IServiceCollection AddCollabRiskRulePacks(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        return Add(services.AddCollabRisk(name, configuration), name, options => ConfiguredRulePacks.Read(configuration, options));
    }

    private static IServiceCollection Add(IServiceCollection services, string name, Action<RulePackHostOptions> configure)
    {
        services.Configure(name, configure);
        services.Configure<EvaluatorSetup>(name, setup => setup.Open = RulesInFiles.Open);
        services.TryAddNamed(ServiceLifetime.Singleton, name, rules => (RulePackWatcher)rules.Keeper!);
        return services;
    }
}
