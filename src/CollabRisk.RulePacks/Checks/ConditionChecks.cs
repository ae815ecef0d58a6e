using CollabRisk.Conditions;
using CollabRisk.RulePacks.Checks.Solving;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Checks;

/// <summary>Guards and conditions that never or always hold.</summary>
internal static class ConditionChecks
{
    public static void Run(CheckRun run)
    {
        foreach (var rule in run.Book.RulesByCode)
        {
            if (run.IsChecked(rule.PackId) && rule.AppliesWhen is { } guard)
            {
                CheckGuard(run, rule, guard, Origin.Of(rule).At(guard), "the rule");
            }

            foreach (var @case in rule.Cases)
            {
                var origin = CheckRun.OriginOf(rule, @case);
                if (run.IsChecked(origin.PackId))
                {
                    Check(run, rule, @case, origin);
                }
            }
        }

        foreach (var (origin, rule, condition) in run.WrittenConditions)
        {
            CheckAlternatives(run, rule, condition, origin, isAboutPartner: rule.IsPerPartner);
        }
    }

    private static void CheckGuard(CheckRun run, Rule rule, Condition guard, Origin origin, string name)
    {
        if (run.CanNever(rule, $"{name} can apply", new Wanted(guard, Truths.True)))
        {
            run.Warn(CheckProblemKinds.NeverApplies, origin, $"'{CheckRun.Text(guard)}' can never hold, so {name} applies to nothing. Correct it.");
        }
        else if (run.CanNever(rule, $"{name} can fail to apply", new Wanted(guard, Truths.False)))
        {
            run.Warn(CheckProblemKinds.AlwaysApplies, origin, $"'{CheckRun.Text(guard)}' holds as soon as its facts are known, so it keeps nothing out. Remove it, or correct it.");
        }
    }

    private static void Check(CheckRun run, Rule rule, Case @case, Origin origin)
    {
        var name = CheckRun.NameOf(@case);
        if (@case.AppliesWhen is { } guard)
        {
            CheckGuard(run, rule, guard, origin.At(guard), name);
        }

        var when = @case.When;
        if (run.IsNeverRaised(rule, @case))
        {
            var holds = new Wanted(when, Truths.True);
            if (run.CanNever(rule, $"the condition of {name} can hold", holds))
            {
                run.Warn(CheckProblemKinds.NeverHolds, origin.At(when), $"'{CheckRun.Text(when)}' can never hold, so {name} is never raised. Correct it.");
            }
            else if (!run.CanNever(rule, $"{name} can apply", CheckRun.Applies(rule, @case)))
            {
                run.Warn(CheckProblemKinds.NeverHolds, origin.At(when), $"'{CheckRun.Text(when)}' can never hold where {name} applies, so it is never raised. Correct it, or the guard.");
            }
        }
        else if (run.CanNever(rule, $"{name} can be clear", CheckRun.Applies(rule, @case).Append(new(when, Truths.False))))
        {
            var applies = rule.AppliesWhen is null && @case.AppliesWhen is null ? "" : $" where {name} applies";
            run.Warn(CheckProblemKinds.AlwaysHolds, origin.At(when), $"'{CheckRun.Text(when)}' always holds{applies} once its facts are known, so {name} is raised whatever they are. Correct it.");
        }
    }

    /// <summary>Checks each condition under "any"; in a rule about the collaboration, not those in questions about partners.</summary>
    private static void CheckAlternatives(CheckRun run, Rule rule, Condition condition, Origin origin, bool isAboutPartner)
    {
        if (condition is AnyOf any)
        {
            var asked = isAboutPartner == rule.IsPerPartner ? any.Children : [];
            foreach (var alternative in asked.Where(each => run.CanNever(rule, $"'{CheckRun.Text(each)}' can hold", new Wanted(each, Truths.True))))
            {
                // That none of them holds is said of the whole condition.
                if (asked.Count > 1 && !run.CanNever(rule, $"'{CheckRun.Text(any)}' can hold", new Wanted(any, Truths.True)))
                {
                    run.Warn(CheckProblemKinds.AlternativeNeverHolds, origin.At(alternative), $"'{CheckRun.Text(alternative)}' can never hold, so it is not an alternative. Correct it, or remove it.");
                }
            }
        }

        foreach (var child in condition.Children)
        {
            CheckAlternatives(run, rule, child, origin, isAboutPartner || condition is OfAllPartners);
        }
    }
}
