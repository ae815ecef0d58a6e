using CollabRisk.Rules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CollabRisk.DependencyInjection;

/// <summary>Adds CollabRisk to a host.</summary>
/// <remarks>
/// <para>
/// Every overload adds <see cref="ICollaborationEvaluator"/> as a singleton, and the <see cref="RuleBook"/> in use, which is
/// looked up each time it is asked for. Called again, it configures the same options further.
/// </para>
/// <para>
/// The evaluator is made once: when the host starts (<c>IHost.StartAsync</c>), or when it is first asked for. What is wrong is
/// thrown then as one <see cref="OptionsValidationException"/> with every problem. Everything ends with the container.
/// </para>
/// </remarks>
public static class CollabRiskServiceCollectionExtensions
{
    /// <summary>Adds an evaluator.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Chooses packs and changes rules; leave out for the general knowledge as it is.</param>
    /// <returns>The same services, for more.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddCollabRisk(this IServiceCollection services, Action<CollabRiskOptions>? configure = null) =>
        Add(services, Options.DefaultName, configure);

    /// <summary>Adds an evaluator that configuration describes.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configuration">
    /// The section about CollabRisk, such as <c>builder.Configuration.GetSection("CollabRisk")</c>, with the keys <c>Packs</c>,
    /// <c>SwitchOff</c>, <c>Overrides</c> and, for <c>AddCollabRiskRulePacks</c>, <c>RulePacks</c>. A key with another name is a
    /// problem. Without any of them, the options stay as they are. Read once; a change while the host runs has no effect.
    /// </param>
    /// <returns>The same services, for more.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IServiceCollection AddCollabRisk(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Add(services, Options.DefaultName, options => ConfiguredOptions.Read(configuration, options));
    }

    /// <summary>Adds an evaluator with a name, apart from all others: <c>[FromKeyedServices("kent")] ICollaborationEvaluator evaluator</c>.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="name">The name, which is the key of the services and the name of the options; upper and lower case differ.</param>
    /// <param name="configure">Chooses packs and changes rules; leave out for the general knowledge as it is.</param>
    /// <returns>The same services, for more.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static IServiceCollection AddCollabRisk(this IServiceCollection services, string name, Action<CollabRiskOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Add(services, name, configure);
    }

    /// <summary>Adds an evaluator with a name that configuration describes, apart from all others.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="name">The name, which is the key of the services and the name of the options; upper and lower case differ.</param>
    /// <param name="configuration"><inheritdoc cref="AddCollabRisk(IServiceCollection, IConfiguration)" path="/param[@name='configuration']"/></param>
    /// <returns>The same services, for more.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static IServiceCollection AddCollabRisk(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(configuration);
        return Add(services, name, options => ConfiguredOptions.Read(configuration, options));
    }

    /// <summary>Adds the services of one registration, with or without a name.</summary>
    internal static IServiceCollection Add(IServiceCollection services, string name, Action<CollabRiskOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (configure is not null)
        {
            services.Configure(name, configure);
        }

        services.AddOptions<EvaluatorAtStart>(name).ValidateOnStart();
        services.TryAddSingleton<HostedEvaluators>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EvaluatorAtStart>, EvaluatorCheck>());
        services.TryAddNamed(ServiceLifetime.Singleton, name, rules => rules.Evaluator);
        services.TryAddNamed(ServiceLifetime.Transient, name, rules => rules.Evaluator.RuleBook);
        return services;
    }

    /// <summary>Adds a service of a registration: under its name, or without a key where it has none.</summary>
    internal static void TryAddNamed<T>(this IServiceCollection services, ServiceLifetime lifetime, string name, Func<HostedRules, T> of)
        where T : class
    {
        services.TryAdd(name.Length == 0
            ? new ServiceDescriptor(typeof(T), provider => of(provider.GetRequiredService<HostedEvaluators>().Get(name)), lifetime)
            : new ServiceDescriptor(typeof(T), name, (provider, _) => of(provider.GetRequiredService<HostedEvaluators>().Get(name)), lifetime));
    }
}
