using CollabRisk.Knowledge;
using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>The library's own evaluator.</summary>
/// <remarks>
/// Immutable and thread-safe; make one and keep it, or use <see cref="Default"/>. The range costs next to no memory, and neither does how much is known where it is asked at
/// once. Everything may be read at any time and on any thread; it is worked out once more, in some microseconds, where another thread reads first or
/// the thread that evaluated has evaluated again.
/// </remarks>
/// <param name="ruleBook">The rules to evaluate.</param>
/// <exception cref="ArgumentNullException"><paramref name="ruleBook"/> is <see langword="null"/>.</exception>
public sealed class CollaborationEvaluator(RuleBook ruleBook) : ICollaborationEvaluator
{
    private static readonly Lazy<CollaborationEvaluator> General = new(() => new(RuleBook.Build([KnowledgePacks.General])));

    /// <summary>The evaluator of the general knowledge, built when it is first used.</summary>
    public static CollaborationEvaluator Default => General.Value;

    /// <inheritdoc/>
    public RuleBook RuleBook { get; } = ruleBook ?? throw new ArgumentNullException(nameof(ruleBook));

    /// <inheritdoc/>
    public Assessment Evaluate(Collaboration collaboration)
    {
        ArgumentNullException.ThrowIfNull(collaboration);
        return CollabRiskTelemetry.Evaluate(this, collaboration, static (evaluator, collaboration) => new Assessment(evaluator.RuleBook, collaboration));
    }
}
