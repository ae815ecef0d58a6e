using CollabRisk.Conditions;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Testing;

/// <summary>
/// Which values conditions can have at all, by their form, so that tests are never asked for the impossible: whether a fact
/// is unknown is itself never unknown, and a word that may be any of its words is never none of them.
/// </summary>
/// <remarks>
/// Parts of a condition are taken to be independent of each other. So nothing that is possible is left out, and what only
/// the meaning of facts rules out, such as a fact that would have to be both yes and no, is still counted as possible.
/// </remarks>
internal sealed class PossibleTruths(RuleBook book)
{
    private readonly Dictionary<string, Truths> raised = new(StringComparer.Ordinal);

    public Truths Of(Condition condition) => condition switch
    {
        UnknownTest => Truths.False | Truths.True,
        OneOf { Values: 0 } => Truths.False | Truths.Unknown,
        OneOf one when (one.Values & AllValues(one)) == AllValues(one) => Truths.True | Truths.Unknown,
        Not not => TruthSets.Not(Of(not.Children[0])),
        AllOf all => TruthSets.And(all.Children.Select(Of)),
        AnyOf any => TruthSets.Or(any.Children.Select(Of)),
        AtLeastOf some => AtLeastOf.Of([.. some.Children.Select(Of)], some.Count, Truths.True, Truths.False, TruthSets.And, TruthSets.Or),
        // Partners that are not listed may or may not be among those who meet it; and there may be fewer partners than are asked for, whatever they are like.
        AtLeastPartners enough => (Of(enough.Children[0]) is var each && each.Has(Truths.True) ? each | Truths.Unknown : each) | (enough.Quota.IsShare || enough.Quota == Quota.One ? Truths.None : Truths.False),
        EveryPartner every => Of(every.Children[0]),
        RaisedTest test => Raised(test.Code),
        _ => Truths.Any,
    };

    /// <summary>The outcomes among raised, clear and undetermined that the rule can have in cases that count.</summary>
    public IReadOnlySet<Outcome> OutcomesOf(Rule rule)
    {
        var outcomes = new HashSet<Outcome>();
        foreach (var @case in rule.Cases.Where(@case => !@case.IsSwitchedOff))
        {
            var (guard, when) = (GuardOf(rule, @case), WhenOf(rule, @case));
            if (guard.Has(Truths.True))
            {
                outcomes.UnionWith(new[] { (Truths.True, Outcome.Raised), (Truths.False, Outcome.Clear), (Truths.Unknown, Outcome.Undetermined) }
                    .Where(each => when.Has(each.Item1)).Select(each => each.Item2));
            }

            if (guard.Has(Truths.Unknown))
            {
                outcomes.Add(Outcome.Undetermined);
            }
        }

        return outcomes;
    }

    private Truths Raised(string code)
    {
        if (!raised.TryGetValue(code, out var truths))
        {
            var rule = book.Find(code)!;
            truths = raised[code] = TruthSets.Or(rule.Cases.Select(@case => TruthSets.And(GuardOf(rule, @case), WhenOf(rule, @case))));
        }

        return truths;
    }

    private Truths GuardOf(Rule rule, Case @case) => TruthSets.And(new[] { rule.AppliesWhen, @case.AppliesWhen }.OfType<Condition>().Select(Of));

    /// <summary>Nothing is ever raised about partners that are not listed; what would be is unknown.</summary>
    private Truths WhenOf(Rule rule, Case @case) => Of(@case.When) is var when && rule.IsPerPartner && when.Has(Truths.True) ? when | Truths.Unknown : when;

    private static ulong AllValues(OneOf test) => test.Fact.Type == Facts.FactType.YesNo ? 0b11
        : test.Fact.AllowedWords.Count == 64 ? ulong.MaxValue : (1UL << test.Fact.AllowedWords.Count) - 1;
}
