using CollabRisk.DependencyInjection;
using CollabRisk.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CollabRisk.RulePacks.DependencyInjection;

/// <summary>Adds CollabRisk with rule packs from files to a host.</summary>
public static class CollabRiskRulePackServices
{
    /// <summary>
    /// Adds <see cref="ICollaborationEvaluator"/> as <see cref="CollabRiskServiceCollectionExtensions.AddCollabRisk"/> does, with packs from files
    /// beside those in code. Called again, it configures the same options further.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Names the packs.</param>
    /// <returns>The same services, for more.</returns>
    /// <remarks>
    /// <para>
    /// There are also the <see cref="RulePackWatcher"/>, whose events say what was loaded, and the current
    /// <see cref="RuleBook"/>, one each time it is asked for: a singleton that takes it keeps the one of that moment. All end
    /// with the container. What happens is logged where the host has logging.
    /// </para>
    /// <para>
    /// A host that starts checks packs and options then; otherwise they are checked when one of the services is first asked
    /// for. What is wrong is thrown as one <see cref="OptionsValidationException"/> with every problem. The order of this call
    /// and <see cref="CollabRiskServiceCollectionExtensions.AddCollabRisk"/> makes no difference.
    /// </para>
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IServiceCollection AddCollabRiskRulePacks(this IServiceCollection services, Action<RulePackHostOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddCollabRisk();
        services.Configure(configure);
        services.TryAddSingleton<RulePacksOfHost>();
        services.Replace(ServiceDescriptor.Singleton<IEvaluatorSource>(provider => provider.GetRequiredService<RulePacksOfHost>()));
        services.TryAddSingleton(provider =>
        {
            // The evaluator is what reads and checks the options.
            _ = provider.GetRequiredService<ICollaborationEvaluator>();
            return provider.GetRequiredService<RulePacksOfHost>().Watcher;
        });
        services.TryAddTransient(provider => provider.GetRequiredService<ICollaborationEvaluator>().RuleBook);
        return services;
    }
}
