using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CollabRisk.DependencyInjection;

/// <summary>Adds CollabRisk to a host.</summary>
public static class CollabRiskServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="ICollaborationEvaluator"/> as a singleton. Called again, it configures the same options further.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Chooses packs and changes rules; leave out for the general knowledge as it is.</param>
    /// <returns>The same services, for more.</returns>
    /// <remarks>
    /// A host that starts (<c>IHost.StartAsync</c>) checks the options then; otherwise they are checked when the evaluator
    /// is first asked for. What is wrong is thrown as one <see cref="OptionsValidationException"/> with every problem.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddCollabRisk(this IServiceCollection services, Action<CollabRiskOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<CollabRiskOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        options.ValidateOnStart();
        services.TryAddSingleton<IEvaluatorSource, ConfiguredRuleBook>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CollabRiskOptions>, EvaluatorCheck>());
        services.TryAddSingleton<ICollaborationEvaluator>(provider =>
        {
            // Reading the options is what checks them, and checking them is what makes the evaluator.
            _ = provider.GetRequiredService<IOptions<CollabRiskOptions>>().Value;
            return provider.GetRequiredService<IEvaluatorSource>().Evaluator;
        });
        return services;
    }
}
