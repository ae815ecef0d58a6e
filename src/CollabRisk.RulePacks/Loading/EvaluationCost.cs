using System.Collections;
using System.Globalization;
using CollabRisk.Conditions;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Loading;

/// <summary>What a pack costs at most, in tests of a fact. Every condition is finite, so this can be known before any is evaluated.</summary>
/// <remarks>
/// It has two parts. Evaluating asks each condition once. Finding out what is open about a rule asks the conditions of the rule and of
/// every rule on which it builds, each once; so a chain of rules costs more than its parts, though never more than their number
/// times as much.
/// </remarks>
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
                var size = rule.Conditions.Sum(condition => condition.All.Count);
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
                yield return TooCostly(pack, limits, string.Create(CultureInfo.InvariantCulture, $"evaluating the pack costs {cost} tests of a fact for {Partners} partners"), "Ask fewer questions about each partner.");
            }
            else if ((cost += OfOpenQuestions(book, ofPack[pack.Manifest.Id])) > limits.EvaluationCost)
            {
                yield return TooCostly(pack, limits, string.Create(CultureInfo.InvariantCulture, $"finding out what is open costs {cost} tests of a fact, since rules build on one another in long chains"), "Let rules ask for facts in place of other rules.");
            }
        }
    }

    private static RuleBookProblem TooCostly(LoadedRulePack pack, RulePackLimits limits, string what, string advice) => new(
        PackProblemKinds.TooCostly.Code, pack.Manifest.Id, string.Create(CultureInfo.InvariantCulture, $"{what}; at most {limits.EvaluationCost} are accepted. {advice}"))
    {
        Place = pack.Pack.PlaceOf?.Invoke(null),
    };

    /// <summary>What it costs to find what is open about each rule: the conditions of all rules on which it builds, each once.</summary>
    private static long OfOpenQuestions(RuleBook book, IEnumerable<Rule> rules)
    {
        // Rules come after those on which they build, so that all that is below one is known by then.
        var below = new BitArray[book.Rules.Count];
        long[] costs = [.. book.Rules.Select(Of)];
        foreach (var rule in book.Rules)
        {
            var reached = below[rule.Index] = new BitArray(below.Length);
            foreach (var other in rule.Conditions.SelectMany(condition => condition.All).SelectMany(node => node.OwnCodes).Distinct().Select(code => book.Find(code)!))
            {
                reached[other.Index] = true;
                reached.Or(below[other.Index]);
            }
        }

        return rules.Sum(rule => costs.Where((_, index) => below[rule.Index][index]).Sum());
    }

    private static long Of(Rule rule) => rule.Conditions.Sum(Of) * (rule.IsPerPartner ? Partners : 1);

    private static long Of(Condition condition) =>
        (condition is OfEveryPartnersFact ? Partners : 1) + (condition.Children.Sum(Of) * (condition is OfAllPartners ? Partners : 1));
}
