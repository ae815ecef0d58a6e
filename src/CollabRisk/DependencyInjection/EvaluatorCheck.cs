using Microsoft.Extensions.Options;

namespace CollabRisk.DependencyInjection;

/// <summary>Options are good if an evaluator can be made of them.</summary>
internal sealed class EvaluatorCheck(IEvaluatorSource source) : IValidateOptions<CollabRiskOptions>
{
    public ValidateOptionsResult Validate(string? name, CollabRiskOptions options) =>
        source.Open(options) is { Count: > 0 } problems
            ? ValidateOptionsResult.Fail(problems.Select(problem => problem.ToString()))
            : ValidateOptionsResult.Success;
}
