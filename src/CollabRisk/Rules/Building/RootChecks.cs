namespace CollabRisk.Rules.Building;

/// <summary>Checks which rule's finding appears under which.</summary>
internal sealed class RootChecks(RetiredCodes retired, ProblemList problems)
{
    /// <summary>Reports what is under a rule that is not there, or of another kind, or under itself.</summary>
    public void Check(IReadOnlyList<DefinedRule> rules)
    {
        var byCode = rules.ToLookup(entry => entry.Code, StringComparer.Ordinal);
        foreach (var entry in rules)
        {
            foreach (var code in entry.Definition.Under)
            {
                if (byCode[code].FirstOrDefault() is not { } root)
                {
                    problems.Report(RuleProblems.UnknownRule, entry.Origin, $"it is under '{code}', but no rule has this code.{retired.Instead(code)}", code);
                }
                else if (WhyNotUnder(entry.Definition.Kind, root.Definition.Kind) is { } why)
                {
                    problems.Report(RuleProblems.UnderAnotherKind, entry.Origin, $"it is a {entry.Definition.Kind} and is under {code}, a {root.Definition.Kind}. {why}", code);
                }
            }
        }

        ReportCircle(rules, code => byCode[code].FirstOrDefault());
    }

    /// <summary>Takes away rules whose roots are all taken away already; where some are left, following any of them runs into a circle.</summary>
    private void ReportCircle(IReadOnlyList<DefinedRule> rules, Func<string, DefinedRule?> find)
    {
        var waiting = rules.ToDictionary(entry => entry, entry => entry.Definition.Under.Select(find).OfType<DefinedRule>().ToHashSet());
        var under = waiting.SelectMany(each => each.Value, (each, root) => (each.Key, root)).ToLookup(link => link.root, link => link.Key);
        var free = new Queue<DefinedRule>(waiting.Where(each => each.Value.Count == 0).Select(each => each.Key));
        while (free.TryDequeue(out var root))
        {
            waiting.Remove(root);
            foreach (var entry in under[root])
            {
                if (waiting[entry].Remove(root) && waiting[entry].Count == 0)
                {
                    free.Enqueue(entry);
                }
            }
        }

        if (rules.FirstOrDefault(waiting.ContainsKey) is not { } at)
        {
            return;
        }

        var path = new List<DefinedRule>();
        var seen = new HashSet<DefinedRule>();
        while (seen.Add(at))
        {
            path.Add(at);
            at = waiting[at].OrderBy(entry => entry.Code, StringComparer.Ordinal).First();
        }

        var circle = path.SkipWhile(entry => entry != at).Append(at).Select(entry => entry.Code);
        problems.Report(RuleProblems.UnderItself, at.Origin, $"rules are under each other in a circle: {string.Join(" → ", circle)}. Remove one link, so that the matter has a root.");
    }

    /// <summary>What would be wrong with a finding of one kind under one of another; null where nothing is.</summary>
    private static string? WhyNotUnder(FindingKind kind, FindingKind root) =>
        kind.HasLevel() && !root.HasLevel()
            ? "Put it under a Risk or a Mismatch, or leave it a root: what counts in the overall range is not found under what does not."
        : (kind == FindingKind.Strength) != (root == FindingKind.Strength)
            ? "Put a Strength under a Strength only: what speaks for the collaboration and what speaks against it are two matters."
        : null;
}
