using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.RulePacks.Format;

namespace CollabRisk.RulePacks.Testing;

/// <summary>Counts which values the tests of a pack have seen of each node of its conditions.</summary>
/// <remarks>Nothing is cut short: every node is asked for its value, also where another had already decided, as explanations do.</remarks>
internal sealed class CoverageCounter
{
    private readonly IReadOnlyList<PackCondition> conditions;
    private readonly Dictionary<Condition, int[]> seen = new(ReferenceEqualityComparer.Instance);
    private readonly PossibleTruths possible;

    public CoverageCounter(IEnumerable<PackCondition> conditions, PossibleTruths possible)
    {
        this.conditions = [.. conditions];
        this.possible = possible;
        foreach (var node in this.conditions.SelectMany(condition => condition.Tree.All))
        {
            seen[node] = new int[3];
        }
    }

    /// <summary>Counts the values of one evaluation; of a rule about partners, those for each row of partners.</summary>
    public void Count(EvaluationState state)
    {
        foreach (var condition in conditions)
        {
            for (var row = 0; row < state.RowsOf(condition.Rule); row++)
            {
                Count(state, condition.Tree, EvaluationState.PartnerAt(condition.Rule, row));
            }
        }
    }

    /// <summary>What was counted, in the order of the conditions.</summary>
    public IReadOnlyList<RuleCoverage> ToList() =>
    [
        .. conditions.GroupBy(condition => condition.Rule).Select(rule => new RuleCoverage(
            rule.Key.Code, rule.Key.Place, [.. rule.SelectMany(condition => condition.Tree.All.Select(node => CoverageOf(condition, node)))])),
    ];

    private void Count(EvaluationState state, Condition node, int partner)
    {
        seen[node][(int)node.Evaluate(state, partner)]++;
        foreach (var (child, row, _) in node.Asked(state, partner))
        {
            Count(state, child, row);
        }
    }

    private ConditionCoverage CoverageOf(PackCondition condition, Condition node)
    {
        var counts = seen[node];
        var truths = possible.Of(node);
        return new ConditionCoverage(condition.Part, node.Place ?? condition.Rule.Place, ConditionReader.AsWritten(node.Children.Count == 0 ? node.ToString() : node.Describe()))
        {
            SeenTrue = counts[(int)Truth.True],
            SeenFalse = counts[(int)Truth.False],
            SeenUnknown = counts[(int)Truth.Unknown],
            Possible = [.. new[] { (Truth.True, Truths.True), (Truth.False, Truths.False), (Truth.Unknown, Truths.Unknown) }
                .Where(each => truths.Has(each.Item2)).Select(each => each.Item1)],
        };
    }
}
