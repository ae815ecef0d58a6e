using System.Globalization;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Checks;

/// <summary>Overrides that change nothing, and those whose day is past.</summary>
internal static class OverrideChecks
{
    public static void Run(CheckRun run)
    {
        foreach (var change in run.Book.ExpiredOverrides.Where(change => run.IsChecked(change.PackId)))
        {
            run.Warn(CheckProblemKinds.OverrideExpired, Origin.Of(change), string.Create(
                CultureInfo.InvariantCulture, $"it held until {CalendarDay.Write(change.Expires!.Value)}, so {change.Code} is not changed by it. Remove it, or give it another day."));
        }

        foreach (var rule in run.Book.RulesByCode)
        {
            foreach (var change in rule.Overrides.Where(change => run.IsChecked(change.PackId)))
            {
                Check(run, rule, change);
            }
        }
    }

    private static void Check(CheckRun run, Rule rule, RuleOverride change)
    {
        var changed = rule.Cases.Where(@case => change.Subject is null || @case.Subject == change.Subject).ToList();
        if (change.Kind == OverrideKind.SwitchOff && changed.TrueForAll(@case => run.IsNeverRaised(rule, @case)))
        {
            run.Warn(CheckProblemKinds.OverrideWithoutEffect, Origin.Of(change), $"{change.Target} is never raised, so there is nothing to switch off. Remove the override.");
        }
        else if (change.Kind == OverrideKind.ChangeLevel && changed.TrueForAll(@case => @case.OwnLevel?.Level == change.Level))
        {
            run.Warn(CheckProblemKinds.OverrideWithoutEffect, Origin.Of(change), $"{change.Target} is {change.Level} without it. Remove the override, or give another level.");
        }
    }
}
