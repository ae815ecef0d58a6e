using CollabRisk.Rules;
using Microsoft.Extensions.Options;

namespace CollabRisk.DependencyInjection;

/// <summary>Builds the rule book of the options, once: to check the options and to keep what came of it.</summary>
internal sealed class ConfiguredRuleBook : IValidateOptions<CollabRiskOptions>
{
    private RuleBook? book;

    public RuleBook Book => book ?? throw new InvalidOperationException("The options have not been read yet.");

    public ValidateOptionsResult Validate(string? name, CollabRiskOptions options)
    {
        if (RuleBook.TryBuild(options.Packs, options.Overrides, out var built, out var problems))
        {
            book = built;
            return ValidateOptionsResult.Success;
        }

        return ValidateOptionsResult.Fail(problems.Select(problem => problem.ToString()));
    }
}
