using CollabRisk.Conditions;
using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using CollabRisk.Rules.Building;

namespace CollabRisk.Tests.Knowledge;

/// <summary>
/// The law that worse never looks better, over the whole knowledge: one fact of a random collaboration gets a step worse, and
/// nothing that was raised is lost without something as grave about the same matter.
/// </summary>
public class WorseNeverLooksBetterTests
{
    /// <summary>The exceptions: the rule, the facts, and the words of the source that justify it.</summary>
    private static readonly (string Code, string Facts, string Source)[] Exceptions =
    [
        ("BDD-STAGE-SKIPPED", "delivery.",
            "D4-104, each stage answers to the one before: a stage shows as left out only once a later one is done, and until then it is simply still to come."),
    ];

    private static readonly double[] KnownShares = [0.2, 0.5, 0.8, 1.0];

    private static readonly RuleBook Book = RuleBook.Build(KnowledgePacks.All);

    [Fact]
    public void Evaluate_OneFactOneStepWorse_LosesNothingRaised()
    {
        var law = new Dominance(Book);
        Law.Holds(120, drawn =>
        {
            var collaboration = drawn.Collaboration;
            var broken = new SortedSet<string>(StringComparer.Ordinal);
            var better = Evaluator.Run(Book, collaboration);
            foreach (var (fact, worsened) in OneStepWorse(collaboration, better.Facts))
            {
                var worse = Evaluator.Run(better, worsened);
                foreach (var lost in law.LostIn(better, worse).Where(lost => !IsException(lost.Rule.Code, fact)))
                {
                    broken.Add($"{lost.Rule.Code} with {fact.Path}");
                }

                if (Dominance.LooksBetter(better, worse) && !law.LostIn(better, worse).Any())
                {
                    broken.Add($"the overall range with {fact.Path}");
                }
            }

            broken.Should().BeEmpty();
        }, KnownShares);
    }

    [Fact]
    public void Evaluate_FactNotKnown_RangeLiesBetweenThoseOfGoodAndBad()
    {
        Law.Holds(60, drawn =>
        {
            var collaboration = drawn.Collaboration;
            var broken = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var fact in Directed.Where(fact => !fact.IsPerPartner))
            {
                var (best, worst) = (fact.ValueOf(Values(fact)[^1]), fact.ValueOf(Values(fact)[0]));
                var unknown = Evaluator.Run(Book, fact.With(collaboration, null));
                var good = Evaluator.Run(unknown, fact.With(collaboration, best));
                var bad = Evaluator.Run(unknown, fact.With(collaboration, worst));
                if (Dominance.LooksBetter(good, unknown) || Dominance.LooksBetter(unknown, bad))
                {
                    broken.Add(fact.Path);
                }
            }

            broken.Should().BeEmpty();
        }, 0.1, 0.25, 0.4, 0.5);
    }

    /// <summary>A moderator that raises the level on something good would make a better state look worse.</summary>
    [Fact]
    public void Moderators_ThatRaise_AskForNothingGood() => Book.Rules
        .SelectMany(rule => rule.Moderators.Where(moderator => moderator.Direction == Direction.Raised), (rule, moderator) => (rule, moderator))
        .Where(each => Worsening.TestsOf(each.moderator.When).Any(test => test.Node is FactTest fact && Worsening.CanBring(fact, holding: test.IsNegated)))
        .Select(each => $"{each.rule.Code}: {each.moderator.When}")
        .Should().BeEmpty();

    private static bool IsException(string code, Fact fact) =>
        Exceptions.Any(each => each.Code == code && fact.Path.StartsWith(each.Facts, StringComparison.Ordinal));

    private static IReadOnlyList<Fact> Directed { get; } =
        [.. Book.Facts.Facts.Where(fact => fact is { IsDerived: false, Direction: not FactDirection.Neutral, Type: FactType.YesNo or FactType.Word })];

    /// <summary>The values of a fact, the worst first.</summary>
    private static List<long> Values(Fact fact)
    {
        List<long> values = [.. Enumerable.Range(0, fact.Type == FactType.YesNo ? 2 : fact.AllowedWords.Count).Select(word => (long)word)];
        values.Sort(fact.CompareForBetter);
        return values;
    }

    private static IEnumerable<(Fact Fact, Collaboration Worse)> OneStepWorse(Collaboration collaboration, FactTable facts)
    {
        foreach (var fact in Directed)
        {
            for (var row = 0; row < (fact.IsPerPartner ? facts.Listed.Count : 1); row++)
            {
                var values = Values(fact);
                var at = values.IndexOf(facts[fact, row]);
                if (at > 0)
                {
                    var worse = fact.ValueOf(values[at - 1]);
                    yield return (fact, fact.IsPerPartner ? WithPartner(collaboration, facts.Listed[row], fact, worse) : fact.With(collaboration, worse));
                }
            }
        }
    }

    private static Collaboration WithPartner(Collaboration collaboration, Partner partner, Fact fact, object value)
    {
        var partners = collaboration.Partners!.ToArray();
        var at = Array.FindIndex(partners, each => ReferenceEquals(each, partner));
        partners[at] = fact.With(partners[at], value);
        return collaboration with { Partners = FactList.Create<Partner>(partners) };
    }
}
