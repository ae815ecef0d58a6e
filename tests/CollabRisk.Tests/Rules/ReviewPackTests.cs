using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Rules.Tables;
using CollabRisk.Tests.Evaluation;

namespace CollabRisk.Tests.Rules;

/// <summary>The laws of evaluation for conditions that count, add up or compare days, on random collaborations.</summary>
public class ReviewPackTests
{
    private const int Count = 1_500;

    [Fact]
    public void Run_WithTables_IsTheSame() => ForEach((random, given) =>
    {
        var book = ReviewPack.Book;
        var facts = FactTable.Of(given, book.Facts);
        var (tree, table) = (Evaluator.Run(book, facts, book.Rules, tables: null), Evaluator.Run(book, facts, book.Rules, TruthTables.Of(book)));
        foreach (var rule in book.Rules)
        {
            table.OutcomeOf(rule).Should().Be(tree.OutcomeOf(rule), $"{rule}: {rule.Condition}");
        }
    }, 400);

    [Fact]
    public void Evaluate_LearningFacts_NeverTurnsOneDeterminedOutcomeIntoAnother() => ForEach((random, later) =>
    {
        var earlier = Forgotten(later, random);
        var (before, after) = (ReviewPack.Evaluator.Evaluate(earlier), ReviewPack.Evaluator.Evaluate(later));
        foreach (var (code, was) in before.Outcomes)
        {
            EvaluationPropertyTests.MayBecome(was, after.Outcomes[code]).Should().BeTrue(
                $"{code} went from {was.Outcome} to {after.Outcomes[code].Outcome}: {was.Rule.Condition}\n{CollaborationJson.Write(earlier)}\n{CollaborationJson.Write(later)}");
        }
    });

    [Fact]
    public void Evaluate_Undetermined_NamesAnUnknownFact() => ForEach((_, given) =>
    {
        foreach (var outcome in ReviewPack.Evaluator.Evaluate(given).Outcomes.Values.Where(each => each.Outcome == Outcome.Undetermined))
        {
            outcome.OpenFacts.Should().NotBeEmpty($"{outcome.Rule.Condition}\n{CollaborationJson.Write(given)}");
        }
    });

    /// <summary>Otherwise the tests around this one would say little.</summary>
    [Fact]
    public void Evaluate_EveryRule_IsRaisedClearAndUndeterminedSomewhere()
    {
        var missing = ReviewPack.Book.Rules.SelectMany(rule => new[] { Outcome.Raised, Outcome.Clear, Outcome.Undetermined }, (rule, outcome) => $"{rule.Code} {outcome}").ToHashSet(StringComparer.Ordinal);
        ForEach((_, given) => missing.ExceptWith(ReviewPack.Evaluator.Evaluate(given).Outcomes.Values.Select(each => $"{each.Rule.Code} {each.Outcome}")), 6_000);
        missing.Should().BeEmpty();
    }

    [Fact]
    public void Explain_EveryRule_SaysWhatTheEvaluationCameTo() => ForEach((_, given) =>
    {
        var assessment = ReviewPack.Evaluator.Evaluate(given);
        foreach (var rule in ReviewPack.Book.Rules)
        {
            var explanation = assessment.Explain(rule.Code);
            explanation.Outcome.Should().Be(assessment.Outcomes[rule.Code].Outcome);
            explanation.ToText().Should().NotContain("partners[]");
        }
    }, 100);

    private static void ForEach(Action<Random, Collaboration> assert, int count = Count)
    {
        for (var seed = 0; seed < count; seed++)
        {
            var random = new Random(seed);
            assert(random, ReviewPack.Collaboration(random, seed % 7 == 0 ? 1 : random.NextDouble()));
        }
    }

    private static Collaboration Forgotten(Collaboration later, Random random)
    {
        var share = random.NextDouble();
        var registry = ReviewPack.Book.Facts;
        var earlier = EvaluationPropertyTests.Forget(later, random, share);
        return Without(earlier, registry.Collaboration.Extensions.Facts) with
        {
            Partners = earlier.Partners is not { } partners ? null : FactList.Create<Partner>([.. partners.Select(partner => Without(partner, registry.Partner.Extensions.Facts))]),
        };

        T Without<T>(T owner, IEnumerable<Fact> facts)
            where T : class => facts.Where(_ => random.NextDouble() < share).Aggregate(owner, (made, fact) => fact.With(made, null));
    }
}
