using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Rules;
using NRules.RuleModel;

namespace CollabRisk.NRules.Session;

/// <summary>One case of a rule: what one NRules rule is made of.</summary>
internal sealed class RuleCase(Rule rule, int number)
{
    /// <summary>The property of the NRules rule in which its case is kept.</summary>
    public const string Property = "CollabRisk.Case";

    public Rule Rule { get; } = rule;

    /// <summary>The place among the cases of the rule.</summary>
    public int Number { get; } = number;

    public Case Case { get; } = rule.Cases[number];

    /// <summary>The code, with the subject where the rule has one for each case.</summary>
    public string Name => Case.Subject is null ? Rule.Code : $"{Rule.Code}: {Case.Subject}";

    public override string ToString() => Name;

    /// <summary>Fired by NRules when the case has values that it did not have before: gives the session its result.</summary>
    public void Settle(IContext context, Truth guard, Truth condition, Truth[] moderators, PartnerFacts? partner) => context.Keep(
        "result",
        new CaseFact(this, partner, CaseResult.Of(Rule, Case, guard, condition, moderators, partner is { IsUnlisted: true })),
        isSame: (was, now) => was.Result == now.Result);
}
