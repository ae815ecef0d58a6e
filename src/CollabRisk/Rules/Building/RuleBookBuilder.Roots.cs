using CollabRisk.Text;

namespace CollabRisk.Rules.Building;

/// <summary>Which rule's finding appears under which.</summary>
internal sealed partial class RuleBookBuilder
{
    private void CheckRoots(List<Entry> sketches)
    {
        var byCode = sketches.ToLookup(entry => entry.Sketch.Code, StringComparer.Ordinal);
        foreach (var entry in sketches)
        {
            foreach (var code in entry.Sketch.Under)
            {
                if (byCode[code].FirstOrDefault() is not { } root)
                {
                    Report(RuleProblems.UnknownRule, entry, $"it is under '{code}', but no rule has this code.{DidYouMean.Sentence(code, codes)}", code);
                }
                else if (WhyNotUnder(entry.Sketch.Kind, root.Sketch.Kind) is { } why)
                {
                    Report(RuleProblems.UnderAnotherKind, entry, $"it is a {entry.Sketch.Kind} and is under {code}, a {root.Sketch.Kind}. {why}", code);
                }
            }
        }

        ReportCircle(sketches, code => byCode[code].FirstOrDefault());
    }

    /// <summary>Takes away rules whose roots are all taken away already; where some are left, following any of them runs into a circle.</summary>
    private void ReportCircle(List<Entry> sketches, Func<string, Entry?> find)
    {
        var waiting = sketches.ToDictionary(entry => entry, entry => entry.Sketch.Under.Select(find).OfType<Entry>().ToHashSet());
        var under = waiting.SelectMany(each => each.Value, (each, root) => (each.Key, root)).ToLookup(link => link.root, link => link.Key);
        var free = new Queue<Entry>(waiting.Where(each => each.Value.Count == 0).Select(each => each.Key));
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

        if (sketches.Find(waiting.ContainsKey) is not { } at)
        {
            return;
        }

        var path = new List<Entry>();
        var seen = new HashSet<Entry>();
        while (seen.Add(at))
        {
            path.Add(at);
            at = waiting[at].OrderBy(entry => entry.Sketch.Code, StringComparer.Ordinal).First();
        }

        var circle = path.SkipWhile(entry => entry != at).Append(at).Select(entry => entry.Sketch.Code);
        Report(RuleProblems.UnderItself, at, $"rules are under each other in a circle: {string.Join(" → ", circle)}. Remove one link, so that the matter has a root.");
    }

    /// <summary>What would be wrong with a finding of one kind under one of another; null where nothing is.</summary>
    private static string? WhyNotUnder(FindingKind kind, FindingKind root) =>
        kind is FindingKind.Risk or FindingKind.Mismatch && root is not (FindingKind.Risk or FindingKind.Mismatch)
            ? "Put it under a Risk or a Mismatch, or leave it a root: what counts in the overall range is not found under what does not."
        : (kind == FindingKind.Strength) != (root == FindingKind.Strength)
            ? "Put a Strength under a Strength only: what speaks for the collaboration and what speaks against it are two matters."
        : null;
}
