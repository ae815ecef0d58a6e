using CollabRisk.Rules;
using NRules.RuleModel;

namespace CollabRisk.NRules.Session;

/// <summary>One case of a rule: what one NRules rule is made of.</summary>
/// <param name="rule">The rule.</param>
/// <param name="number">The place among the cases of the rule.</param>
internal sealed class RuleCase(Rule rule, int number)
{
    /// <summary>The property of an NRules rule in which its case is kept.</summary>
    public const string Property = "CollabRisk.Case";

    public Rule Rule { get; } = rule;

    public Case Case { get; } = rule.Cases[number];

    /// <summary>The code, with the subject where the rule has one for each case.</summary>
    public string Name => Case.Subject is null ? Rule.Code : $"{Rule.Code}: {Case.Subject}";

    public override string ToString() => Name;

    /// <summary>The finding of the case in an assessment; null where it has none.</summary>
    public Finding? FindingIn(Assessment assessment, AssessedPartner? partner) =>
        FindingIndex.Of(assessment).GetValueOrDefault((Rule, number, partner?.Row ?? -1));

    /// <summary>Fired by NRules when the case is raised: its finding becomes a fact of the session.</summary>
    /// <exception cref="InvalidOperationException">The assessment holds that it is not raised.</exception>
    public void Yield(IContext context, Assessment assessment, AssessedPartner? partner) => context.Keep(
        "finding",
        FindingIn(assessment, partner) ?? throw new InvalidOperationException(
            $"{this}: NRules holds the rule to be raised, and the assessment does not. Neither can be relied on: report it as a fault of CollabRisk, with the facts."),
        isSame: ReferenceEquals);
}
