using CollabRisk.Evaluation;
using CollabRisk.Facts;
using CollabRisk.Remedies;
using CollabRisk.Tests.Evaluation;

namespace CollabRisk.Tests.Rules;

/// <summary>The laws of evaluation for conditions that count, add up or compare days, on random collaborations.</summary>
public class ReviewPackTests
{
    private const int Count = 1_500;

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

    [Fact]
    public void Run_FromAnotherEvaluation_IsTheSame() => ForEach((random, later) =>
    {
        var book = ReviewPack.Book;
        var before = Evaluator.Run(book, FactTable.Of(Forgotten(later, random), book.Facts), book.Rules, tables: null);
        var (step, whole) = (Evaluator.Run(before, later), Evaluator.Run(book, FactTable.Of(later, book.Facts), book.Rules, tables: null));
        foreach (var rule in book.Rules)
        {
            step.OutcomeOf(rule).Should().Be(whole.OutcomeOf(rule), $"{rule}: {rule.Condition}");
        }
    }, 400);

    [Fact]
    public void Compare_FindingsThatChanged_HaveACause() => ForEach((random, later) =>
    {
        foreach (var change in ReviewPack.Evaluator.Compare(Forgotten(later, random), later).Findings)
        {
            change.CausedBy.Should().NotBeEmpty($"{change.Fingerprint}");
        }
    }, 300);

    [Fact]
    public void Remedies_OfASumAndAShare_ClearWhatTheySay() => ForEach((_, given) =>
    {
        foreach (var code in (string[])["REV-SHARES-SHORT", "REV-MOST-ABSENT", "REV-TWO-OF-FOUR"])
        {
            if (ReviewPack.Evaluator.Evaluate(given).Outcomes[code].Outcome == Outcome.Raised)
            {
                foreach (var remedy in ReviewPack.Evaluator.Remedies(given, RemedyTarget.Clear(code)).Remedies)
                {
                    ReviewPack.Evaluator.Evaluate(remedy.Collaboration).Outcomes[code].Outcome.Should().NotBe(Outcome.Raised);
                }
            }
        }
    }, 60);

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
