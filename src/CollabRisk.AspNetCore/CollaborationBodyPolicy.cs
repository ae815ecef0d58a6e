using System.Reflection;
using System.Runtime.CompilerServices;
using CollabRisk.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CollabRisk.AspNetCore;

/// <summary>
/// Puts a check in front of every endpoint that takes a collaboration as its body. It is made where the endpoint is chosen,
/// so that it works for whatever way an application maps its endpoints, and costs nothing for the others.
/// </summary>
internal sealed class CollaborationBodyPolicy(IOptions<CollabRiskAspNetCoreOptions> options) : MatcherPolicy, IEndpointSelectorPolicy
{
    private readonly ConditionalWeakTable<Endpoint, Endpoint> made = new();

    /// <summary>After the framework's own policies, which choose by method and content.</summary>
    public override int Order => 1000;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(TakesCollaboration);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && TakesCollaboration(candidates[i].Endpoint))
            {
                candidates.ReplaceEndpoint(i, made.GetValue(candidates[i].Endpoint, WithCheck), candidates[i].Values);
            }
        }

        return Task.CompletedTask;
    }

    private static bool TakesCollaboration(Endpoint endpoint) =>
        endpoint.RequestDelegate is not null && endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType == typeof(Collaboration);

    private Endpoint WithCheck(Endpoint endpoint)
    {
        var run = endpoint.RequestDelegate!;
        var registration = RegistrationOf(endpoint);
        var isOptional = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()!.IsOptional;
        return endpoint is RouteEndpoint route
            ? new RouteEndpoint(Check, route.RoutePattern, route.Order, route.Metadata, route.DisplayName)
            : new Endpoint(Check, endpoint.Metadata, endpoint.DisplayName);

        async Task Check(HttpContext context)
        {
            if (isOptional && context.Request.ContentLength is null or 0 && context.Request.ContentType is null)
            {
                await run(context).ConfigureAwait(false);
                return;
            }

            var (bytes, problem) = await CollaborationBody.ReadAsync(context, options.Value.MaxBodyBytes).ConfigureAwait(false);
            problem ??= CollaborationBody.Check(bytes, BookOf(context, registration)).Problem;
            if (problem is not null)
            {
                await problem.WriteAsync(context).ConfigureAwait(false);
                return;
            }

            // The endpoint reads the same bytes again.
            var body = context.Request.Body;
            context.Request.Body = new MemoryStream(bytes!, writable: false);
            try
            {
                await run(context).ConfigureAwait(false);
            }
            finally
            {
                context.Request.Body = body;
            }
        }
    }

    /// <summary>
    /// The name of the registration whose evaluator or rule book the handler of an endpoint takes, so that a collaboration
    /// is checked for the rules that it is evaluated by; null for the one without a name.
    /// </summary>
    private static object? RegistrationOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters()
        .Where(parameter => typeof(ICollaborationEvaluator).IsAssignableFrom(parameter.ParameterType) || parameter.ParameterType == typeof(RuleBook))
        .Select(parameter => parameter.GetCustomAttribute<FromKeyedServicesAttribute>()?.Key).FirstOrDefault(key => key is not null);

    /// <summary>The rules of a registration; those of the library where an application has only others.</summary>
    private static RuleBook BookOf(HttpContext context, object? registration) =>
        (registration is null ? context.RequestServices.GetService<RuleBook>() : context.RequestServices.GetKeyedService<RuleBook>(registration))
        ?? CollaborationEvaluator.Default.RuleBook;
}
