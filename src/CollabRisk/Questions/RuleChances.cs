using System.Numerics;
using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Questions;

/// <summary>
/// How likely the rules at Moderate or High are decided where only some facts are known, if every value of a fact is as likely as any
/// other and facts do not depend on one another. It is no forecast: it only has to say which questions decide more than others.
/// </summary>
internal sealed class RuleChances
{
    /// <summary>For how many partners conditions about partners are reckoned.</summary>
    private const int Partners = 2;

    private readonly RuleBook book;
    private readonly List<Rule> rules;
    private readonly Dictionary<Fact, List<Rule>> readers;

    /// <summary>Begins to reckon.</summary>
    /// <param name="book">The rules, and those that they ask about.</param>
    /// <param name="counts">Which of the rules count; all if left out.</param>
    public RuleChances(RuleBook book, Func<Rule, bool>? counts = null)
    {
        this.book = book;
        rules = [.. book.Rules.Where(rule => rule.HasLevel && rule.Highest >= Level.Moderate && counts?.Invoke(rule) != false)];
        readers = rules
            .SelectMany(rule => FactsBehind(rule).Distinct(), (rule, fact) => (rule, fact))
            .GroupBy(each => each.fact, each => each.rule)
            .ToDictionary(group => group.Key, group => group.ToList());
    }

    /// <summary>Whether one of the rules reads the fact, or another that follows from it.</summary>
    public bool IsRead(Fact fact) => readers.ContainsKey(fact);

    /// <summary>By how much further facts raise the number of rules that are likely decided; a rule at High counts twice.</summary>
    public double Gain(HashSet<Fact> known, IReadOnlyList<Fact> added)
    {
        var after = known.Concat(added).ToHashSet();
        return added.SelectMany(fact => readers.GetValueOrDefault(fact) ?? []).Distinct()
            .Sum(rule => (rule.Highest == Level.High ? 2 : 1) * (Decided(rule, after) - Decided(rule, known)));
    }

    private double Decided(Rule rule, IReadOnlySet<Fact> known)
    {
        var (notRaised, notRaisedAndDecided) = (1.0, 1.0);
        foreach (var @case in rule.Cases.Where(@case => !@case.IsSwitchedOff))
        {
            var (guard, when) = (Guard(rule, @case, known), Of(@case.When, known));
            notRaised *= 1 - (guard.True * when.True);
            notRaisedAndDecided *= guard.False + (guard.True * when.False);
        }

        // A rule that is raised and may or may not be High is half decided.
        var levels = Moderators(rule).Aggregate(1.0, (all, moderator) => Of(moderator.When, known) is var chance ? all * (chance.True + chance.False) : all);
        var rows = rule.IsPerPartner ? Partners : 1;
        return ((1 - Math.Pow(notRaised, rows)) * (1 + levels) / 2) + Math.Pow(notRaisedAndDecided, rows);
    }

    /// <summary>The moderators that may move the rule to High or from it.</summary>
    private static IReadOnlyList<Moderator> Moderators(Rule rule) => rule.Highest == Level.High ? rule.Moderators : [];

    private Chance Guard(Rule rule, Case @case, IReadOnlySet<Fact> known) =>
        Chance.All([rule.AppliesWhen is { } of ? Of(of, known) : Chance.Sure, @case.AppliesWhen is { } own ? Of(own, known) : Chance.Sure]);

    private Chance Of(Condition condition, IReadOnlySet<Fact> known) => condition switch
    {
        AllOf all => Chance.All(all.Children.Select(child => Of(child, known))),
        AnyOf any => Chance.All(any.Children.Select(child => Of(child, known).Turned)).Turned,
        Not not => Of(not.Children[0], known).Turned,
        AtLeastOf some => Enough(some.Children.Select(child => Of(child, known)), some.Count),
        AtLeastPartners enough => Chance.All(Enumerable.Repeat(Of(enough.Children[0], known).Turned, Math.Max(1, Partners + 1 - (int)enough.Quota.NeededOf(Partners)))).Turned,
        EveryPartner every => Chance.All(Enumerable.Repeat(Of(every.Children[0], known), Partners)),
        RaisedTest raised => Raised(book.Find(raised.Code)!, known) is var chance && raised.Level is null ? chance : new(chance.True / 2, chance.False + (chance.True / 2)),
        OneOf one => IsKnown(one.Fact, known) ? Chance.Of((double)BitOperations.PopCount(one.Values) / Math.Max(2, one.Fact.AllowedWords.Count)) : Chance.None,
        _ => condition.OwnFacts.Count > 0 && condition.OwnFacts.All(fact => IsKnown(fact, known)) ? Chance.Of(0.5) : Chance.None,
    };

    /// <summary>How likely enough of some conditions hold, and how likely so many are known not to that there cannot be enough.</summary>
    private static Chance Enough(IEnumerable<Chance> chances, int count)
    {
        List<Chance> all = [.. chances];
        return new(AtLeast(all.ConvertAll(chance => chance.True), count), AtLeast(all.ConvertAll(chance => chance.False), all.Count + 1 - count));

        static double AtLeast(List<double> probabilities, int count)
        {
            // By how many came true so far; the last counts all who are enough.
            var reached = new double[count + 1];
            reached[0] = 1;
            foreach (var probability in probabilities)
            {
                for (var so = count; so > 0; so--)
                {
                    reached[so] = (reached[so] * (so == count ? 1 : 1 - probability)) + (reached[so - 1] * probability);
                }

                reached[0] *= 1 - probability;
            }

            return reached[count];
        }
    }

    private Chance Raised(Rule rule, IReadOnlySet<Fact> known)
    {
        var raised = rule.Cases.Select(@case => Chance.All([Guard(rule, @case, known), Of(@case.When, known)]).Turned);
        return Chance.All(raised).Turned;
    }

    /// <summary>Whether a fact is known, or follows from what is.</summary>
    private bool IsKnown(Fact fact, IReadOnlySet<Fact> known) =>
        known.Contains(fact) || (Sources(fact) is { Count: > 0 } sources && sources.All(known.Contains));

    private IEnumerable<Fact> FactsBehind(Rule rule) => rule.Cases.SelectMany(@case => new[] { @case.When, @case.AppliesWhen }).Append(rule.AppliesWhen)
        .Concat(Moderators(rule).Select(moderator => moderator.When)).OfType<Condition>().SelectMany(condition => condition.Facts)
        .SelectMany(fact => Sources(fact).Append(fact))
        .Concat(rule.BuildsOn.SelectMany(code => FactsBehind(book.Find(code)!)));

    /// <summary>The facts from which another follows, and that someone could be asked for.</summary>
    private List<Fact> Sources(Fact fact) =>
        [.. DerivedFacts.SourcesOf(fact).Select(path => book.Facts.Find(path)!).Where(source => source is { IsDerived: false, ExpertBecause: null, Path: not "partnerCount" })];

    /// <summary>How likely something holds, and how likely it is known not to hold; the rest is unknown.</summary>
    private readonly record struct Chance(double True, double False)
    {
        public static Chance Sure => new(1, 0);

        public static Chance None => default;

        public Chance Turned => new(False, True);

        public static Chance Of(double probability) => new(probability, 1 - probability);

        public static Chance All(IEnumerable<Chance> chances)
        {
            var (all, none) = (1.0, 1.0);
            foreach (var chance in chances)
            {
                all *= chance.True;
                none *= 1 - chance.False;
            }

            return new(all, 1 - none);
        }
    }
}
