using CollabRisk.Knowledge;
using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>The library's own evaluator.</summary>
/// <remarks>
/// Immutable and thread-safe; make one and keep it, or use <see cref="Default"/>. The range, and how much is known, cost no memory worth the name. Whatever else an assessment
/// says may be read at any time and on any thread; read for the first time on another, or once this one has evaluated again, it is worked out once more, in
/// some microseconds.
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
