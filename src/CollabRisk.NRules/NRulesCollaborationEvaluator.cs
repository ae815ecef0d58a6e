using CollabRisk.NRules.DependencyInjection;
using CollabRisk.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace CollabRisk.NRules;

/// <summary>Evaluates collaborations in NRules, and comes to the same assessment as <see cref="CollaborationEvaluator"/>.</summary>
/// <remarks>Immutable and thread-safe; every evaluation has a session of its own. Make one and keep it.</remarks>
public sealed class NRulesCollaborationEvaluator : ICollaborationEvaluator
{
    private readonly Func<NRulesRuleBook> inUse;
    private readonly IServiceScopeFactory? scopes;

    /// <summary>Compiles a rule book.</summary>
    /// <param name="ruleBook">The rules to evaluate.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ruleBook"/> is <see langword="null"/>.</exception>
    public NRulesCollaborationEvaluator(RuleBook ruleBook)
        : this(NRulesRuleBook.Compile(ruleBook))
    {
    }

    /// <summary>Takes a rule book that is compiled, with the rules of the host that were compiled with it.</summary>
    /// <param name="ruleBook">The compiled rule book.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ruleBook"/> is <see langword="null"/>.</exception>
    public NRulesCollaborationEvaluator(NRulesRuleBook ruleBook)
    {
        ArgumentNullException.ThrowIfNull(ruleBook);
        inUse = () => ruleBook;
    }

    /// <summary>Takes the rule book again for every evaluation, once, so that no evaluation sees two; and makes a scope for each.</summary>
    internal NRulesCollaborationEvaluator(Func<NRulesRuleBook> inUse, IServiceScopeFactory scopes) => (this.inUse, this.scopes) = (inUse, scopes);

    /// <inheritdoc/>
    public RuleBook RuleBook => inUse().RuleBook;

    /// <summary>The compiled rules in use.</summary>
    internal NRulesRuleBook InUse => inUse();

    /// <inheritdoc/>
    /// <remarks>What a rule of the host throws comes through, as NRules throws it.</remarks>
    public Assessment Evaluate(Collaboration collaboration)
    {
        return CollabRiskTelemetry.Evaluate(this, collaboration, static (evaluator, collaboration) =>
        {
            using var scope = evaluator.scopes?.CreateScope();
            var session = evaluator.inUse().Begin(collaboration, scope is null ? null : session => session.DependencyResolver = new ServiceResolver(scope.ServiceProvider));
            session.Fire();
            return session.Assessment;
        });
    }
}
