using CollabRisk.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NRules;

namespace CollabRisk.NRules.DependencyInjection;

/// <summary>Adds CollabRisk in NRules to a host.</summary>
public static class CollabRiskNRulesServices
{
    /// <summary>
    /// Makes NRules evaluate: <see cref="ICollaborationEvaluator"/> becomes a <see cref="NRulesCollaborationEvaluator"/>, one for
    /// the host. <see cref="NRulesRuleBook"/> is there to begin sessions about one collaboration with; <see cref="ISession"/>, one for each
    /// scope, and <see cref="ISessionFactory"/> for sessions about as many as are inserted. Called again, it configures the same options
    /// further.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Adds rules of the host; leave out for none.</param>
    /// <returns>The same services, for more.</returns>
    /// <remarks>
    /// <para>
    /// Packs and changes of rules are configured with <see cref="CollabRiskServiceCollectionExtensions"/> and, for packs from files,
    /// <c>AddCollabRiskRulePacks</c>, before or after. A host that starts (<c>IHost.StartAsync</c>) compiles the rules then,
    /// otherwise they are compiled when they are first asked for. What is wrong is thrown as an
    /// <see cref="OptionsValidationException"/>.
    /// </para>
    /// <para>
    /// Where packs from files change while the host runs, the next evaluation compiles them first.
    /// <see cref="NRulesRuleBook"/> and <see cref="ISessionFactory"/> are those in use when they are asked for: a singleton that takes one
    /// keeps it, and a session keeps the rules with which it began. What the host registered itself of these stays.
    /// </para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddCollabRiskNRules(this IServiceCollection services, Action<CollabRiskNRulesOptions>? configure = null) =>
        Add(services.AddCollabRisk(), Options.DefaultName, configure);

    /// <summary>Makes NRules evaluate for the registration of a name, apart from all others: <c>[FromKeyedServices("kent")]</c>.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="name">The name, as <c>AddCollabRisk</c> was given it.</param>
    /// <param name="configure">Adds rules of the host; leave out for none.</param>
    /// <returns>The same services, for more.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static IServiceCollection AddCollabRiskNRules(this IServiceCollection services, string name, Action<CollabRiskNRulesOptions>? configure = null) =>
        Add(services.AddCollabRisk(name), name, configure);

    private static IServiceCollection Add(IServiceCollection services, string name, Action<CollabRiskNRulesOptions>? configure)
    {
        if (configure is not null)
        {
            services.Configure(name, configure);
        }

        services.Configure<EvaluatorSetup>(name, setup => setup.Engine = HostedNRules.Make);
        services.TryAddNamed(ServiceLifetime.Transient, name, rules => InUse(rules));
        services.TryAddNamed(ServiceLifetime.Transient, name, rules => InUse(rules).Sessions);
        services.TryAdd(name.Length == 0
            ? ServiceDescriptor.Scoped(provider => Session(provider, provider.GetRequiredService<NRulesRuleBook>()))
            : ServiceDescriptor.KeyedScoped(name, (provider, key) => Session(provider, provider.GetRequiredKeyedService<NRulesRuleBook>(key))));
        return services;
    }

    private static NRulesRuleBook InUse(HostedRules rules) => ((NRulesCollaborationEvaluator)rules.Evaluator).InUse;

    private static ISession Session(IServiceProvider scope, NRulesRuleBook book)
    {
        var session = book.Sessions.CreateSession();
        session.DependencyResolver = new ServiceResolver(scope);
        return session;
    }
}
