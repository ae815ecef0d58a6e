using CollabRisk.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace CollabRisk.DependencyInjection;

/// <summary>Builds the rule book of packs in code.</summary>
/// <param name="services">The services of the host, which may have a clock of its own.</param>
internal sealed class ConfiguredRuleBook(IServiceProvider services) : IEvaluatorSource
{
    private CollaborationEvaluator? evaluator;

    public ICollaborationEvaluator Evaluator => evaluator ?? throw new InvalidOperationException("The options have not been read yet.");

    public IReadOnlyList<RuleBookProblem> Open(CollabRiskOptions options)
    {
        var clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        if (RuleBook.TryBuild(options.Packs, options.Overrides, today, out var book, out var problems))
        {
            evaluator = new CollaborationEvaluator(book);
        }

        return problems;
    }
}
