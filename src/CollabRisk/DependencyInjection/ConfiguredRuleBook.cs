using CollabRisk.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CollabRisk.DependencyInjection;

/// <summary>Builds the rule book of the options, once: to check the options and to keep what came of it.</summary>
/// <param name="services">The services of the host, which may have a clock of its own.</param>
internal sealed class ConfiguredRuleBook(IServiceProvider services) : IValidateOptions<CollabRiskOptions>
{
    private RuleBook? book;

    public RuleBook Book => book ?? throw new InvalidOperationException("The options have not been read yet.");

    public ValidateOptionsResult Validate(string? name, CollabRiskOptions options)
    {
        var clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        if (RuleBook.TryBuild(options.Packs, options.Overrides, today, out var built, out var problems))
        {
            book = built;
            return ValidateOptionsResult.Success;
        }

        return ValidateOptionsResult.Fail(problems.Select(problem => problem.ToString()));
    }
}
