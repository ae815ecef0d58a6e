using CollabRisk.DependencyInjection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CollabRisk.AspNetCore;

/// <summary>Adds what CollabRisk needs in an ASP.NET Core application.</summary>
public static class CollabRiskAspNetCoreExtensions
{
    /// <summary>
    /// Makes every endpoint that takes a <see cref="Collaboration"/> as its body check it first: where it is not valid, the
    /// answer is problem details (status 400) with every problem, its line, column, path and what is allowed, and the endpoint
    /// is not run. So <c>app.MapPost("/x", (Collaboration c, ICollaborationEvaluator e) => e.Evaluate(c))</c> needs no code for it.
    /// </summary>
    /// <param name="services">The services of the application. Where it has no evaluator, <c>AddCollabRisk()</c> is called.</param>
    /// <param name="configure">Sets limits; leave out for the usual ones.</param>
    /// <returns>The same services, for more.</returns>
    /// <remarks>
    /// Endpoints are <see cref="CollabRiskEndpointExtensions.MapCollabRisk"/>'s and the application's own. Wrong options stop the
    /// start of the application with one <see cref="OptionsValidationException"/>.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddCollabRiskAspNetCore(this IServiceCollection services, Action<CollabRiskAspNetCoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddCollabRisk();
        var options = services.AddOptions<CollabRiskAspNetCoreOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        options.ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CollabRiskAspNetCoreOptions>, OptionsCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, CollaborationBodyPolicy>());
        return services;
    }

    /// <summary>
    /// Adds a health check of the rules: unhealthy where they cannot be loaded, degraded where changed rule packs were refused
    /// and older ones are in use, otherwise healthy. Its data are the packs and the digest of the rule book.
    /// </summary>
    /// <param name="builder">The health checks of the application.</param>
    /// <param name="name">The name of the registration of CollabRisk; left out for the one without a name.</param>
    /// <returns>The same builder, for more.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static IHealthChecksBuilder AddCollabRisk(this IHealthChecksBuilder builder, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new(
            string.IsNullOrEmpty(name) ? "collabrisk" : $"collabrisk:{name}",
            provider => new RuleBookHealthCheck(provider.GetRequiredService<HostedEvaluators>(), name ?? Options.DefaultName), failureStatus: null, tags: ["collabrisk"]));
    }

    private sealed class OptionsCheck : IValidateOptions<CollabRiskAspNetCoreOptions>
    {
        public ValidateOptionsResult Validate(string? name, CollabRiskAspNetCoreOptions options) =>
            options.Problems().ToList() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
