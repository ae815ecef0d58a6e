using CollabRisk.Conditions;
using CollabRisk.RulePacks.Format;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Testing;

/// <summary>A condition that a pack wrote, in a rule of its own or as a change of another pack's.</summary>
/// <param name="Rule">The rule that asks it.</param>
/// <param name="Tree">The condition.</param>
/// <param name="Part">Which part of the rule it is, in the words of the format.</param>
internal sealed record PackCondition(Rule Rule, Condition Tree, string Part)
{
    /// <summary>The conditions of a pack in the order of its rules, overridden ones last.</summary>
    public static IEnumerable<PackCondition> Of(RuleBook book, string packId) =>
        book.RulesByCode.OrderBy(rule => rule.PackId != packId)
            .ThenBy(rule => rule.Place?.File, StringComparer.Ordinal).ThenBy(rule => rule.Place?.Line).ThenBy(rule => rule.Place?.Column)
            .SelectMany(rule => Of(rule).Where(each => (each.By?.PackId ?? rule.PackId) == packId).Select(each => each.Condition));

    /// <summary>The conditions of a rule, each with the override that wrote it, or null where the author of the rule did.</summary>
    private static IEnumerable<(PackCondition Condition, RuleOverride? By)> Of(Rule rule)
    {
        if (rule.AppliesWhen is not null)
        {
            yield return (new PackCondition(rule, rule.AppliesWhen, RuleKeys.AppliesWhen.Name), null);
        }

        foreach (var @case in rule.Cases)
        {
            var change = @case.Overrides.FirstOrDefault(change => change.Kind is OverrideKind.ChangeCase or OverrideKind.AddCase);
            var of = @case.Subject is null ? "" : $"case '{@case.Subject}': ";
            if (@case.AppliesWhen is not null)
            {
                yield return (new PackCondition(rule, @case.AppliesWhen, of + CaseKeys.AppliesWhen.Name), change?.Case?.Guard is null ? null : change);
            }

            yield return (new PackCondition(rule, @case.When, of + CaseKeys.When.Name), change?.Case?.When is null ? null : change);
        }

        foreach (var moderator in rule.Moderators)
        {
            var part = moderator.Direction == Direction.Raised ? RuleKeys.RaisedWhen : RuleKeys.LoweredWhen;
            yield return (new PackCondition(rule, moderator.When, part.Name), moderator.Override);
        }
    }
}
