using CollabRisk.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CollabRisk.AspNetCore;

/// <summary>Whether there are rules to evaluate with, and whether they are up to date.</summary>
internal sealed class RuleBookHealthCheck(HostedEvaluators evaluators, string name) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Check(context));

    private HealthCheckResult Check(HealthCheckContext context)
    {
        try
        {
            var rules = evaluators.Get(name);
            var book = rules.Evaluator.RuleBook;
            var data = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["packs"] = string.Join(", ", book.Packs.Select(pack => $"{pack.Id} {pack.Version}")),
                ["ruleBook"] = book.Digest,
            };
            return rules.Trouble?.Invoke() is { } trouble
                ? HealthCheckResult.Degraded(trouble, data: data)
                : HealthCheckResult.Healthy($"{book.Rules.Count} rules in use", data);
        }
        catch (OptionsValidationException e)
        {
            return new(context.Registration.FailureStatus, string.Join(Environment.NewLine, e.Failures), e);
        }
    }
}
