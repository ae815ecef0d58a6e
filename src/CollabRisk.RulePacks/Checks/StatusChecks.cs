using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Checks;

/// <summary>Rules that build on rules which may go, and packs that do not own their codes.</summary>
internal static class StatusChecks
{
    public static void Run(CheckRun run)
    {
        foreach (var (origin, rule, condition) in run.WrittenConditions)
        {
            foreach (var node in condition.All)
            {
                foreach (var on in node.OwnCodes.Select(code => run.Book.Find(code)!))
                {
                    if (on.Status == RuleStatus.Deprecated && rule.Status != RuleStatus.Deprecated)
                    {
                        run.Warn(CheckProblemKinds.BuildsOnDeprecated, origin.At(node), $"it builds on {on.Code}, which is deprecated: {on.StatusNote?.Trim().TrimEnd('.')}. Build on something else.");
                    }
                    else if (on.Status == RuleStatus.Experimental && rule.Status == RuleStatus.Stable)
                    {
                        run.Warn(CheckProblemKinds.BuildsOnExperimental, origin.At(node), $"it is stable and builds on {on.Code}, which is experimental. Mark it as experimental too, or wait.");
                    }
                }
            }
        }

        foreach (var pack in run.Packs.Where(pack => pack.Pack.Prefix is null))
        {
            run.Warn(CheckProblemKinds.NoPrefix, new(pack.Pack.Id, pack.Pack.Id, null), "the pack has no prefix, so it owns just the codes that it defines. Give it one.");
        }
    }
}
