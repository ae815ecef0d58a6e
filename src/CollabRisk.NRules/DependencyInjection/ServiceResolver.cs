using Microsoft.Extensions.DependencyInjection;
using NRules.Extensibility;

namespace CollabRisk.NRules.DependencyInjection;

/// <summary>Gives rules what they depend on from the services of a host.</summary>
/// <param name="services">The services, of a scope or of the whole host.</param>
internal sealed class ServiceResolver(IServiceProvider services) : IDependencyResolver
{
    public object Resolve(IResolutionContext context, Type serviceType) => services.GetRequiredService(serviceType);
}
