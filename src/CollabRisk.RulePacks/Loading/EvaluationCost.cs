using System.Globalization;
using CollabRisk.Conditions;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Loading;

/// <summary>What evaluating rules costs at most, in tests of a fact. Every condition is finite, so this can be known before any is evaluated.</summary>
internal static class EvaluationCost
{
    /// <summary>How many partners a collaboration is taken to have.</summary>
    private const long Partners = 32;

    /// <summary>The packs and rules that ask too much.</summary>
    public static IEnumerable<RuleBookProblem> Problems(RuleBook book, IReadOnlyList<LoadedRulePack> packs, RulePackLimits limits)
    {
        var ofPack = book.RulesByCode.ToLookup(rule => rule.PackId, StringComparer.Ordinal);
        foreach (var pack in packs)
        {
            foreach (var rule in ofPack[pack.Manifest.Id])
            {
                var size = rule.Conditions.Sum(condition => condition.All.Count());
                if (size > limits.ConditionSize)
                {
                    yield return new RuleBookProblem(PackProblemKinds.ConditionTooLarge.Code, $"{pack.Manifest.Id}/{rule.Code}", string.Create(
                        CultureInfo.InvariantCulture, $"the conditions of the rule have {size} tests; at most {limits.ConditionSize} are accepted. Split the rule, and build one on the other with 'raised'."))
                    {
                        Place = rule.Place,
                    };
                }
            }

            var cost = ofPack[pack.Manifest.Id].Sum(Of);
            if (cost > limits.EvaluationCost)
            {
                yield return new RuleBookProblem(PackProblemKinds.TooCostly.Code, pack.Manifest.Id, string.Create(
                    CultureInfo.InvariantCulture, $"evaluating the pack costs {cost} tests of a fact for {Partners} partners; at most {limits.EvaluationCost} are accepted. Ask fewer questions about each partner."));
            }
        }
    }

    private static long Of(Rule rule) => rule.Conditions.Sum(Of) * (rule.IsPerPartner ? Partners : 1);

    private static long Of(Condition condition) =>
        1 + (condition.Children.Sum(Of) * (condition is AtLeastPartners or EveryPartner ? Partners : 1));
}
