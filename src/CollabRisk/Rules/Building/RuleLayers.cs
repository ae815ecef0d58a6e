using CollabRisk.Text;

namespace CollabRisk.Rules.Building;

/// <summary>The order of evaluation: every rule after the rules on which it builds, and those that ask for the overall range last.</summary>
internal static class RuleLayers
{
    /// <summary>The rules in their order; null where they build on each other in a circle, which is reported then.</summary>
    public static List<Rule>? Of(IReadOnlyList<Rule> rules, ProblemList problems)
    {
        var byCode = rules.ToDictionary(rule => rule.Code, StringComparer.Ordinal);
        var waiting = rules.ToDictionary(rule => rule, DependsOn);
        var layered = new List<Rule>(rules.Count);
        while (waiting.Count > 0)
        {
            var layer = waiting.Where(each => each.Value.Count == 0).Select(each => each.Key).OrderBy(rule => rule.Code, StringComparer.Ordinal).ToList();
            if (layer.Count == 0)
            {
                ReportCycle(waiting, problems);
                return null;
            }

            layered.AddRange(layer);
            foreach (var done in layer)
            {
                waiting.Remove(done);
            }

            foreach (var open in waiting.Values)
            {
                open.ExceptWith(layer);
            }
        }

        return layered;

        HashSet<Rule> DependsOn(Rule rule)
        {
            var needs = rule.BuildsOn.Select(code => byCode[code]).ToHashSet();
            if (rule.AsksForOverall)
            {
                needs.UnionWith(rules.Where(other => other.HasLevel));
            }

            return needs;
        }
    }

    private static void ReportCycle(Dictionary<Rule, HashSet<Rule>> waiting, ProblemList problems)
    {
        // Every rule that waits depends on another that waits, so following any of them runs into a circle.
        var path = new List<Rule>();
        var at = waiting.Keys.OrderBy(rule => rule.Code, StringComparer.Ordinal).First();
        while (!path.Contains(at))
        {
            path.Add(at);
            at = waiting[at].OrderBy(rule => rule.Code, StringComparer.Ordinal).First();
        }

        var circle = path.SkipWhile(rule => rule != at).Append(at).ToList();
        var isOfSeveralPacks = circle.Select(rule => rule.PackId).Distinct(StringComparer.Ordinal).Count() > 1;
        var cycle = circle.Select(rule => isOfSeveralPacks ? $"{rule.Code} of {rule.PackId}{Origin.At(rule.Place)}" : rule.Code);
        var changes = path.SkipWhile(rule => rule != at).SelectMany(rule => rule.Overrides).Where(change => change.Moderator is not null || change.Case is not null).ToList();
        var by = changes.Count == 0 ? "" : $" Overrides take part: {Words.List([.. changes.Select(change => $"of {change.Target} by {change.By}")])}.";
        problems.Report(RuleProblems.Cycle, $"{at.PackId}/{at.Code}", $"the rules build on each other in a circle: {string.Join(" → ", cycle)}.{by} Remove one link.", at.Place);
    }
}
