using CollabRisk.Perspectives;
using CollabRisk.Planning;
using CollabRisk.Questions;
using CollabRisk.Records;
using CollabRisk.Remedies;
using CollabRisk.Rules;
using CollabRisk.Tests.Knowledge;

namespace CollabRisk.Tests;

/// <summary>Answers of every kind that the library gives, about real cases and about collaborations at the edges.</summary>
internal static class EveryAnswer
{
    public static IEnumerable<IAnswer> All => About(CaseFiles.Read("joint-it-department-late"), CaseFiles.Read("joint-it-department-early"))
        .Concat(About(EveryKindOfFinding.Collaboration, new Collaboration(), EveryKindOfFinding.Evaluator))
        .Concat(About(new Collaboration(), Everything));

    /// <summary>A collaboration with a value of every type.</summary>
    private static Collaboration Everything { get; } = Some.Collaboration(new Random(1), knownShare: 1);

    private static IEnumerable<IAnswer> About(Collaboration now, Collaboration before, CollaborationEvaluator? evaluator = null)
    {
        evaluator ??= RuleCases.Evaluator;
        var assessment = evaluator.Evaluate(now);
        yield return assessment;
        foreach (var rule in evaluator.RuleBook.RulesByCode)
        {
            var explanation = assessment.Explain(rule.Code);
            yield return explanation;
            foreach (var each in explanation.Cases.Take(1))
            {
                yield return each.Condition;
            }
        }

        yield return evaluator.Compare(before, now);
        yield return evaluator.Compare(now, before);
        yield return evaluator.Compare(now, now);
        yield return evaluator.Timeline(before with { AsOf = new DateOnly(2024, 1, 1) }, now with { AsOf = new DateOnly(2025, 1, 1) }, before with { AsOf = new DateOnly(2026, 1, 1) });
        yield return assessment.OpenQuestions;
        var questions = evaluator.NextQuestions(now, 3);
        yield return questions;
        foreach (var question in questions)
        {
            yield return question;
        }

        var interview = Interview.Start(evaluator, now);
        yield return interview;
        yield return interview.Next is null ? interview : interview.Skip();
        foreach (var level in (Level[])[Level.None, Level.Moderate])
        {
            yield return evaluator.Remedies(now, RemedyTarget.RaisedAtMost(level), new RemedyOptions { MaxEvaluations = 200 });
        }

        foreach (var finding in assessment.Findings.Where(finding => finding.Level is not null).Take(2))
        {
            yield return evaluator.Remedies(now, RemedyTarget.Clear(finding.Code), new RemedyOptions { MaxEvaluations = 200 });
        }

        var plan = ActionPlan.Of(evaluator.Evaluate(before)).With(new ActionStep("OURS", "Meet for coffee") { Due = new DateOnly(2026, 3, 1), State = StepState.Started });
        yield return plan;
        yield return ActionPlan.Of(assessment, plan);
        yield return plan.Review(evaluator.Compare(before, now));
        yield return plan.Review(evaluator.Compare(now, before));
        yield return evaluator.Evaluate(PerspectiveSet.Of(new Perspective("A", now, new DateOnly(2026, 1, 1)), new Perspective("B", before), new Perspective("A", before, new DateOnly(2025, 1, 1))));
        var record = DecisionRecord.Of(assessment, new DateTimeOffset(2026, 3, 31, 9, 30, 0, TimeSpan.Zero));
        yield return record;
        yield return record.Replay(evaluator.RuleBook);
        yield return record.Replay(TestBook);
        yield return record.Replay([]);
    }

    private static RuleBook TestBook { get; } = RuleBook.Build([EveryKindOfFinding.Pack]);
}
