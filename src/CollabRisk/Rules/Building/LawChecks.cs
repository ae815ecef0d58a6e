using CollabRisk.Conditions;
using CollabRisk.Facts;

namespace CollabRisk.Rules.Building;

/// <summary>
/// Refuses what can only break the law that a worse state never gives a better result: a risk that goes away because another
/// risk appears, and a moderator that lowers the level because something is bad. It also refuses to ask for a level that a rule never has.
/// </summary>
internal static class LawChecks
{
    public static void Run(IReadOnlyList<Rule> rules, ProblemList problems)
    {
        var graded = rules.Where(rule => rule.HasLevel).DistinctBy(rule => rule.Code, StringComparer.Ordinal).ToDictionary(rule => rule.Code, StringComparer.Ordinal);
        var highest = rules.GroupBy(rule => rule.Code, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Max(HighestOf), StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            foreach (var (test, _) in AskedBy(rule).Where(each => highest.TryGetValue(each.Test.Code, out var level) && level < each.Test.Level))
            {
                problems.Report(RuleProblems.NeverAtLevel, OriginOf(rule, null), $"it asks that {test.Code} is raised{test.AtLevel}, but {(highest[test.Code] == Level.None ? "that has no level" : $"its level is never above {highest[test.Code]}")}. Ask for a level that it can have, or leave the level out.", test.Place ?? rule.Place);
            }
        }

        foreach (var rule in graded.Values)
        {
            foreach (var (test, _) in AskedBy(rule).Where(each => each.IsNegated))
            {
                if (graded.TryGetValue(test.Code, out var other))
                {
                    problems.Report(RuleProblems.GoesAwayWithARisk, OriginOf(rule, null), $"it asks that {test.Code} is not raised, so one {other.Kind} would go away because another appears. Ask for the facts instead, or put it under {test.Code}.", test.Place ?? rule.Place);
                }
            }

            foreach (var moderator in rule.Moderators.Where(moderator => moderator.Direction == Direction.Lowered))
            {
                foreach (var (node, isNegated) in Worsening.TestsOf(moderator.When))
                {
                    if (BadBecause(node, isNegated, graded) is { } because)
                    {
                        problems.Report(RuleProblems.LowersOnBad, OriginOf(rule, moderator.Override), $"'{moderator.Because}' lowers the level where {because}. Lower it where something is good, or raise it.", node.Place ?? moderator.Override?.Place ?? rule.Place);
                    }
                }
            }
        }
    }

    /// <summary>The tests in a rule's conditions for findings of other rules, which few ask for, each with whether it counts by not holding.</summary>
    private static IEnumerable<(RaisedTest Test, bool IsNegated)> AskedBy(Rule rule) => rule.BuildsOn.Count == 0 ? []
        : rule.Conditions.SelectMany(condition => Worsening.TestsOf(condition)).Where(each => each.Node is RaisedTest).Select(each => ((RaisedTest)each.Node, each.IsNegated));

    /// <summary>The highest level that a rule can have, be it switched off or not.</summary>
    private static Level HighestOf(Rule rule) => rule.Cases.Select(@case => @case.Highest(rule.Cap)).DefaultIfEmpty(Level.None).Max();

    private static Origin OriginOf(Rule rule, RuleOverride? change) => change is null ? new($"{rule.PackId}/{rule.Code}", null) : Origin.Of(change);

    /// <summary>What is bad about the state that a test asks for, as a clause; null where nothing is.</summary>
    private static string? BadBecause(Condition node, bool isNegated, Dictionary<string, Rule> graded) => node switch
    {
        RaisedTest raised when !isNegated && graded.ContainsKey(raised.Code) => $"{raised.Code} is raised",
        _ when Worsening.TestIn(node) is { } test && Worsening.CanBring(test, holding: !isNegated) => $"{test.Fact.Path} gets worse, since '{(isNegated ? $"not {node}" : node)}' asks for a worse value",
        _ => null,
    };
}

/// <summary>What a test does as its fact gets worse.</summary>
internal static class Worsening
{
    /// <summary>The tests at the leaves of a condition, each with whether it counts by not holding.</summary>
    public static IEnumerable<(Condition Node, bool IsNegated)> TestsOf(Condition condition, bool isNegated = false) => condition.Children.Count == 0
        ? [(condition, isNegated)]
        : condition.Children.SelectMany(child => TestsOf(child, isNegated ^ condition is Not));

    /// <summary>Whether a condition can cease to hold because a fact gets worse; of other rules' findings nothing is said.</summary>
    public static bool CanEnd(Condition condition, Fact fact) =>
        TestsOf(condition).Any(each => TestIn(each.Node) is { } test && test.Fact == fact && CanBring(test, holding: each.IsNegated));

    /// <summary>Whether a condition can come to hold because a fact gets worse; of other rules' findings nothing is said.</summary>
    public static bool CanBegin(Condition condition, Fact fact) =>
        TestsOf(condition).Any(each => TestIn(each.Node) is { } test && test.Fact == fact && CanBring(test, holding: !each.IsNegated));

    /// <summary>
    /// The test of one fact that a leaf is, or that turns as it does: a sum over partners rises with each number, and a day that is compared
    /// with another moves against it. Null where the leaf is none.
    /// </summary>
    public static FactTest? TestIn(Condition leaf) => leaf switch
    {
        FactTest test => test,
        PartnersSum sum => new NumberTest(sum.Fact, sum.Comparison, sum.Constant),
        DayPairTest days => new NumberTest(days.Left, days.Comparison, 0),
        _ => null,
    };

    /// <summary>Whether a worse value can make a test hold, or cease to hold, that it did not with a better one.</summary>
    /// <param name="test">The test.</param>
    /// <param name="holding">Whether it is asked to hold; otherwise not to hold.</param>
    public static bool CanBring(FactTest test, bool holding)
    {
        var fact = test.Fact;
        var values = ValuesOf(test).ToList();
        return fact.Direction != FactDirection.Neutral
            && values.Exists(better => test.Holds(better) != holding && values.Exists(worse => fact.CompareForBetter(worse, better) < 0 && test.Holds(worse) == holding));
    }

    /// <summary>Values on all sides of what the test asks for.</summary>
    private static IEnumerable<long> ValuesOf(FactTest test) => test switch
    {
        NumberTest number => [number.Constant - Fact.Encode(1), number.Constant, number.Constant + Fact.Encode(1)],
        { Fact.Type: FactType.YesNo } => [0, 1],
        { Fact.Type: FactType.Word } => Enumerable.Range(0, test.Fact.AllowedWords.Count).Select(word => (long)word),
        _ => [],
    };
}
