using CollabRisk.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CollabRisk.NRules.DependencyInjection;

/// <summary>Adds CollabRisk in NRules to a host.</summary>
public static class CollabRiskNRulesServices
{
    /// <summary>
    /// Makes NRules evaluate: <see cref="ICollaborationEvaluator"/> becomes a <see cref="NRulesCollaborationEvaluator"/>, one for
    /// the host, and <see cref="NRulesRuleBook"/> is there to begin sessions with. Called again, it configures the same options
    /// further.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Adds rules of the host; leave out for none.</param>
    /// <returns>The same services, for more.</returns>
    /// <remarks>
    /// <para>
    /// Packs and changes of rules are configured with <see cref="CollabRiskServiceCollectionExtensions.AddCollabRisk"/> and, for packs from files,
    /// <c>AddCollabRiskRulePacks</c>, before or after. A host that starts (<c>IHost.StartAsync</c>) compiles the rules then,
    /// otherwise they are compiled when they are first asked for. What is wrong is thrown as an
    /// <see cref="OptionsValidationException"/>.
    /// </para>
    /// <para>
    /// Where packs from files change while the host runs, the next evaluation compiles them first, which takes seconds.
    /// <see cref="NRulesRuleBook"/> is the one in use when it is asked for: a singleton that takes it keeps that one, and a
    /// session keeps the rules with which it began.
    /// </para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddCollabRiskNRules(this IServiceCollection services, Action<CollabRiskNRulesOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddCollabRisk();
        var options = services.AddOptions<CollabRiskNRulesOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        options.ValidateOnStart();
        services.TryAddSingleton<ConfiguredNRulesRuleBook>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CollabRiskNRulesOptions>, ConfiguredNRulesRuleBook>(
            provider => provider.GetRequiredService<ConfiguredNRulesRuleBook>()));
        services.TryAddTransient(provider => Checked(provider).Book);
        services.Replace(ServiceDescriptor.Singleton<ICollaborationEvaluator>(provider =>
        {
            var configured = Checked(provider);
            return new NRulesCollaborationEvaluator(() => configured.Book);
        }));
        return services;

        // Reading the options is what checks them, and checking them is what compiles the rules.
        static ConfiguredNRulesRuleBook Checked(IServiceProvider provider)
        {
            _ = provider.GetRequiredService<IOptions<CollabRiskNRulesOptions>>().Value;
            return provider.GetRequiredService<ConfiguredNRulesRuleBook>();
        }
    }
}
