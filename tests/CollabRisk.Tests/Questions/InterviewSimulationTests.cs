using System.Globalization;
using CollabRisk.Facts;
using CollabRisk.Questions;

namespace CollabRisk.Tests.Questions;

/// <summary>
/// Interviews against random collaborations of which everything is hidden at first. All sides ask until the range is a
/// single level, and all count the same: one question for each fact, and one for the names of the partners.
/// </summary>
public class InterviewSimulationTests(ITestOutputHelper output)
{
    private const int Simulations = 12;

    private static readonly CollaborationEvaluator Evaluator = CollaborationEvaluator.Default;

    /// <summary>Half of the collaborations turn out High, where one bad answer ends an interview; the rest need every High risk ruled out.</summary>
    [Theory]
    [InlineData(true, 0.6)]
    [InlineData(false, 0.6)]
    public void Interview_RandomCollaborations_SettlesTheRangeWithClearlyFewerQuestionsThanFileOrder(bool endsHigh, double atMost)
    {
        var random = new Random(20260101);
        var (interview, quick, open, all) = (0, 0, 0, 0);
        for (var i = 0; i < Simulations; i++)
        {
            var truth = HiddenTruth.Random(random);
            var final = Evaluator.Evaluate(truth).Overall;
            while (final.AtLeast == Level.High != endsHigh)
            {
                truth = HiddenTruth.Random(random);
                final = Evaluator.Evaluate(truth).Overall;
            }

            final.AtMost.Should().Be(final.AtLeast);
            interview += ByInterview(truth, final);
            quick += InOrder(truth, final, questions => questions.First());
            open += InOrder(truth, final, questions => questions.MinBy(question => question.Reading, FactReading.ModelOrder)!);
            all += AllInFileOrder(truth, final);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            Questions until the range is settled, on average of {Simulations} collaborations that are {(endsHigh ? "High" : "not High")}:
              interview {(double)interview / Simulations:0.0}; the order of OpenQuestions {(double)quick / Simulations:0.0}; file order, open questions only {(double)open / Simulations:0.0}; file order, every fact that a rule reads {(double)all / Simulations:0.0}
              interview to file order of open questions: {(double)interview / open:0.00}; to every fact: {(double)interview / all:0.00}
            """));
        ((double)interview).Should().BeLessThanOrEqualTo(atMost * open, "questions in file order would be {0}", open);
    }

    private static int ByInterview(Collaboration truth, OverallRange final)
    {
        var interview = Interview.Start(Evaluator, new Collaboration());
        while (interview.Next is { } next)
        {
            var before = interview.Assessment.Overall;
            interview = interview.Answer(truth.Answer(next));
            var after = interview.Assessment.Overall;
            (before.AtLeast <= after.AtLeast && after.AtMost <= before.AtMost).Should().BeTrue("'{0}' must not widen {1} to {2}", next.Path, before, after);
        }

        interview.IsSettled.Should().BeTrue();
        interview.Assessment.Overall.Should().Be(final);
        return interview.Asked;
    }

    private static int InOrder(Collaboration truth, OverallRange final, Func<IEnumerable<OpenQuestion>, OpenQuestion> choose)
    {
        var known = new Collaboration();
        for (var asked = 0; ; asked++)
        {
            var assessment = Evaluator.Evaluate(known);
            if (assessment.Overall == final)
            {
                return asked;
            }

            var question = choose(assessment.OpenQuestions.Where(question => question.Worst > Level.None));
            known = question.Answered(known, truth.Answer(question));
        }
    }

    private static int AllInFileOrder(Collaboration truth, OverallRange final)
    {
        var (known, asked) = (new Collaboration(), 0);
        var read = Evaluator.RuleBook.Rules.SelectMany(rule => rule.Facts).ToHashSet();
        foreach (var fact in FactRegistry.Default.Facts.Where(fact => !fact.IsDerived && (read.Contains(fact) || fact == FactRegistry.Default.PartnerList)))
        {
            for (var partner = 0; partner < (fact.IsPerPartner ? truth.Partners!.Count : 1); partner++)
            {
                if (Evaluator.Evaluate(known).Overall == final)
                {
                    return asked;
                }

                asked++;
                known = fact == FactRegistry.Default.PartnerList ? known with { Partners = HiddenTruth.Named(truth) }
                    : !fact.IsPerPartner ? fact.With(known, HiddenTruth.ValueOf(truth, fact))
                    : known with
                    {
                        Partners = [.. known.Partners!.Select((each, at) => at == partner ? fact.With(each, HiddenTruth.ValueOf(truth.Partners![at], fact)) : each)],
                    };
            }
        }

        return asked;
    }
}
