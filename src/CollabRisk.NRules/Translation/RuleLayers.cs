using CollabRisk.Rules;

namespace CollabRisk.NRules.Translation;

/// <summary>
/// The priorities of the rules: each comes after those on which it builds, and every one before the rule that sums up. The
/// higher a priority, the earlier NRules fires the rule.
/// </summary>
internal sealed class RuleLayers
{
    /// <summary>The priority of the rule that sums up; all others have higher ones.</summary>
    public const int LastPriority = 1;

    private readonly int[] layers;
    private readonly int? overall;
    private readonly int count;

    public RuleLayers(RuleBook book)
    {
        layers = new int[book.Rules.Count];
        foreach (var rule in book.Rules)
        {
            var layer = rule.BuildsOn.Select(code => layers[book.Find(code)!.Index] + 1).DefaultIfEmpty(0).Max();
            if (rule.AsksForOverall)
            {
                // The book has these after all the rules that make up the overall range.
                overall ??= 1 + book.Rules.Where(other => other.HasLevel).Select(other => layers[other.Index]).DefaultIfEmpty(-1).Max();
                layer = Math.Max(layer, overall.Value + 1);
            }

            layers[rule.Index] = layer;
            count = Math.Max(count, layer + 1);
        }
    }

    /// <summary>The priority of the overall range; null where no rule asks for it.</summary>
    public int? OverallPriority => overall is { } layer ? PriorityOf(layer) : null;

    public int PriorityOf(Rule rule) => PriorityOf(layers[rule.Index]);

    private int PriorityOf(int layer) => LastPriority + count - layer;
}
