using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CollabRisk.AspNetCore;

/// <summary>Maps the endpoints of CollabRisk.</summary>
public static class CollabRiskEndpointExtensions
{
    /// <summary>
    /// Maps <c>POST evaluate</c>, <c>report</c>, <c>explain</c>, <c>what-if</c>, <c>remedies</c>, <c>next</c>, <c>compare</c>, <c>timeline</c>,
    /// <c>perspectives</c> and <c>portfolio</c>, and <c>GET facts</c>, <c>rules</c>, <c>rules/{code}</c> and <c>openapi.json</c>, which describes them all with the schemas of what they take and
    /// give.
    /// </summary>
    /// <param name="endpoints">The endpoints of the application.</param>
    /// <param name="prefix">Where they begin; empty for the root.</param>
    /// <param name="name">The name of the registration of CollabRisk whose rules they use; left out for the one without a name.</param>
    /// <returns>The group, for authorization, rate limits and whatever else applies to all. Without any, everybody may call them.</returns>
    /// <remarks>
    /// The body of a request is a collaboration; for <c>compare</c> an object with <c>before</c> and <c>after</c>, for <c>timeline</c>, <c>perspectives</c> and
    /// <c>portfolio</c> an object with a collaboration in each member, under a name of the caller's, the partner's and its own. Everything else is in the
    /// query. Answers are JSON unless <c>format</c>, or what the request accepts first, is another of their forms: text, and of those that have a
    /// report HTML, Markdown, SARIF and CSV. <c>report</c> and <c>portfolio</c> are reports and have no JSON. Nothing is kept.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/> or <paramref name="prefix"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException"><see cref="CollabRiskAspNetCoreExtensions.AddCollabRiskAspNetCore"/> was not called.</exception>
    public static RouteGroupBuilder MapCollabRisk(this IEndpointRouteBuilder endpoints, string prefix = "/collabrisk", string? name = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        if (!endpoints.ServiceProvider.GetServices<MatcherPolicy>().OfType<CollaborationBodyPolicy>().Any())
        {
            throw new InvalidOperationException("CollabRisk is not among the services. Call services.AddCollabRiskAspNetCore() before the application is built.");
        }

        var group = endpoints.MapGroup(prefix).WithTags("CollabRisk");
        var answers = new AnswerEndpoints(name, endpoints.ServiceProvider.GetRequiredService<IOptions<CollabRiskAspNetCoreOptions>>().Value);
        foreach (var question in Question.All)
        {
            group.MapPost(question.Name, context => answers.AnswerAsync(context, question)).WithDisplayName($"CollabRisk {question.Name}").WithSummary(question.Summary);
        }

        group.MapGet("facts", context => ReferenceJson.WriteFactsAsync(context, answers.EvaluatorOf(context).RuleBook)).WithSummary("The facts that can be known");
        group.MapGet("rules", context => ReferenceJson.WriteRulesAsync(context, answers.EvaluatorOf(context).RuleBook)).WithSummary("The rules in use");
        group.MapGet("rules/{code}", context => ReferenceJson.WriteRuleAsync(context, answers.EvaluatorOf(context).RuleBook)).WithSummary("One rule");
        group.MapGet("openapi.json", OpenApiDocument.WriteAsync).WithSummary("What there is, as OpenAPI");
        return group;
    }
}
