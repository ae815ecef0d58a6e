using CollabRisk.Rules;

namespace CollabRisk.DependencyInjection;

/// <summary>
/// Makes the evaluator of a host from its options, once: to check the options and to keep what came of it. Packs from files
/// take part through one of their own.
/// </summary>
internal interface IEvaluatorSource
{
    /// <summary>The evaluator, after the options were found to be good.</summary>
    ICollaborationEvaluator Evaluator { get; }

    /// <summary>Makes the evaluator.</summary>
    /// <param name="options">What the host chose.</param>
    /// <returns>What stands against it; empty if the evaluator was made.</returns>
    IReadOnlyList<RuleBookProblem> Open(CollabRiskOptions options);
}
