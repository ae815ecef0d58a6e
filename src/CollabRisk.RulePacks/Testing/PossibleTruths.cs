using CollabRisk.Conditions;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Testing;

/// <summary>Some of the three values of a condition.</summary>
[Flags]
internal enum Truths
{
    None = 0,
    False = 1,
    Unknown = 2,
    True = 4,
    All = False | Unknown | True,
}

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
        Not not => Turned(Of(not.Children[0])),
        AllOf all => And(all.Children.Select(Of)),
        AnyOf any => Turned(And(any.Children.Select(child => Turned(Of(child))))),
        // Partners that are not listed may or may not be among those who meet it.
        AtLeastPartners some => Of(some.Children[0]) is var each && each.HasFlag(Truths.True) ? each | Truths.Unknown : each,
        EveryPartner every => Of(every.Children[0]),
        RaisedTest test => Raised(test.Code),
        _ => Truths.All,
    };

    /// <summary>The outcomes among raised, clear and undetermined that the rule can have in cases that count.</summary>
    public IReadOnlySet<Outcome> OutcomesOf(Rule rule)
    {
        var outcomes = new HashSet<Outcome>();
        foreach (var variant in rule.Variants.Where(variant => !variant.IsSwitchedOff))
        {
            var (guard, when) = (GuardOf(rule, variant), WhenOf(rule, variant));
            if (guard.HasFlag(Truths.True))
            {
                outcomes.UnionWith(new[] { (Truths.True, Outcome.Raised), (Truths.False, Outcome.Clear), (Truths.Unknown, Outcome.Undetermined) }
                    .Where(each => when.HasFlag(each.Item1)).Select(each => each.Item2));
            }

            if (guard.HasFlag(Truths.Unknown))
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
            truths = raised[code] = Turned(And(rule.Variants.Select(variant => Turned(And([GuardOf(rule, variant), WhenOf(rule, variant)])))));
        }

        return truths;
    }

    private Truths GuardOf(Rule rule, Variant variant) => And(new[] { rule.Guards, variant.Guard }.OfType<Condition>().Select(Of));

    /// <summary>Nothing is ever raised about partners that are not listed; what would be is unknown.</summary>
    private Truths WhenOf(Rule rule, Variant variant) => Of(variant.When) is var when && rule.IsPerPartner && when.HasFlag(Truths.True) ? when | Truths.Unknown : when;

    private static ulong AllValues(OneOf test) => test.Fact.Type == Facts.FactType.YesNo ? 0b11
        : test.Fact.AllowedWords.Count == 64 ? ulong.MaxValue : (1UL << test.Fact.AllowedWords.Count) - 1;

    private static Truths And(IEnumerable<Truths> parts)
    {
        // "And" is the smallest of its parts, so a value is possible where one part can have it and every other that or more.
        var (any, every) = (Truths.None, Truths.All);
        foreach (var part in parts)
        {
            any |= part;
            every &= part.HasFlag(Truths.True) ? Truths.All : part.HasFlag(Truths.Unknown) ? Truths.Unknown | Truths.False : Truths.False;
        }

        return any == Truths.None ? Truths.True
            : (every & Truths.True) | (any & every & Truths.Unknown) | (any & Truths.False);
    }

    private static Truths Turned(Truths truths) =>
        (truths & Truths.Unknown) | (truths.HasFlag(Truths.True) ? Truths.False : 0) | (truths.HasFlag(Truths.False) ? Truths.True : 0);
}
