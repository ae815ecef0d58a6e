using CollabRisk.Conditions;
using CollabRisk.RulePacks.Checks.Solving;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Checks;

/// <summary>Moderators that never act, always act, or move a level that can move no further.</summary>
internal static class ModeratorChecks
{
    public static void Run(CheckRun run)
    {
        foreach (var rule in run.Book.RulesByCode)
        {
            foreach (var moderator in rule.Moderators)
            {
                var origin = CheckRun.OriginOf(rule, moderator);
                var moved = rule.Cases.Where(@case => @case.Moderators.Contains(moderator) && !run.IsNeverRaised(rule, @case)).ToList();
                if (run.IsChecked(origin.PackId) && moved.Count > 0)
                {
                    Check(run, rule, moderator, moved, origin.At(moderator.When));
                }
            }
        }
    }

    private static void Check(CheckRun run, Rule rule, Moderator moderator, List<Case> moved, Origin origin)
    {
        var acting = moved.Where(@case => !run.CanNever(
            rule, $"'{moderator.Because}' can act on {CheckRun.NameOf(@case)}", [.. CheckRun.Raised(rule, @case), Acts(moderator)])).ToList();
        if (acting.Count == 0)
        {
            run.Warn(CheckProblemKinds.NeverModerates, origin, $"'{CheckRun.Text(moderator.When)}' can never hold where the rule is raised, so the level is never moved because “{moderator.Because}”. Correct it.");
        }
        else if (acting.TrueForAll(@case => IsAtTheEnd(run, rule, @case, moderator)))
        {
            var level = acting[0].Level!.Level < rule.Cap ? acting[0].Level!.Level : rule.Cap;
            run.Warn(CheckProblemKinds.ModeratesNothing, origin, $"the level is {level} already and cannot be {(moderator.Direction == Direction.Raised ? "raised" : "lowered")} because “{moderator.Because}”. Remove it, or change the level.");
        }
        else if (moved.TrueForAll(@case => run.CanNever(
            rule, $"'{moderator.Because}' can leave {CheckRun.NameOf(@case)} as it is", [.. CheckRun.Raised(rule, @case), new Wanted(moderator.When, Truths.False)])))
        {
            run.Warn(CheckProblemKinds.AlwaysModerates, origin, $"'{CheckRun.Text(moderator.When)}' holds wherever the rule is raised and its facts are known, so the level is always {(moderator.Direction == Direction.Raised ? "raised" : "lowered")}. Change the level, or correct the moderator.");
        }
    }

    private static Wanted Acts(Moderator moderator) => new(moderator.When, Truths.True);

    /// <summary>Whether the level of a case is at its end, and nothing that can act together with the moderator moves it away from there.</summary>
    private static bool IsAtTheEnd(CheckRun run, Rule rule, Case @case, Moderator moderator)
    {
        var level = @case.Level!.Level;
        return (moderator.Direction == Direction.Raised ? level >= rule.Cap : level <= Level.Low)
            && @case.Moderators.Where(other => other.Direction != moderator.Direction).All(other => run.CanNever(
                rule, $"'{moderator.Because}' and '{other.Because}' can act together on {CheckRun.NameOf(@case)}",
                [.. CheckRun.Raised(rule, @case), Acts(moderator), Acts(other)]));
    }
}
