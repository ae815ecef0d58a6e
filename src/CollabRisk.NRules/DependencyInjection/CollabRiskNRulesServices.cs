using CollabRisk.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CollabRisk.NRules.DependencyInjection;

/// <summary>Adds CollabRisk in NRules to a host.</summary>
public static class CollabRiskNRulesServices
{
    /// <summary>
    /// Makes NRules evaluate: <see cref="ICollaborationEvaluator"/> becomes a <see cref="NRulesCollaborationEvaluator"/>, and
    /// <see cref="NRulesRuleBook"/> is there to begin sessions with. Both are singletons. Called again, it configures the same
    /// options further.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Adds rules of the host; leave out for none.</param>
    /// <returns>The same services, for more.</returns>
    /// <remarks>
    /// Packs and changes of rules are configured with <see cref="CollabRiskServices.AddCollabRisk"/>, before or after. A host that
    /// starts (<c>IHost.StartAsync</c>) compiles the rules then, otherwise they are compiled when they are first asked for. What
    /// is wrong is thrown as an <see cref="OptionsValidationException"/>.
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
        services.TryAddSingleton(provider =>
        {
            // Reading the options is what checks them, and checking them is what compiles the rules.
            _ = provider.GetRequiredService<IOptions<CollabRiskNRulesOptions>>().Value;
            return provider.GetRequiredService<ConfiguredNRulesRuleBook>().Book;
        });
        services.Replace(ServiceDescriptor.Singleton<ICollaborationEvaluator>(
            provider => new NRulesCollaborationEvaluator(provider.GetRequiredService<NRulesRuleBook>())));
        return services;
    }
}
