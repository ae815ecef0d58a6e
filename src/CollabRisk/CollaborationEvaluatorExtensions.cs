using CollabRisk.Comparing;
using CollabRisk.Explaining;
using CollabRisk.Perspectives;
using CollabRisk.Questions;
using CollabRisk.Remedies;
using CollabRisk.Text;

namespace CollabRisk;

/// <summary>
/// What else to ask an evaluator: why, what to ask next, what to change, what if, what is different, how it went over time
/// and how several holders see it.
/// </summary>
/// <remarks>Every answer comes from evaluating the same rules. Deterministic, and thread-safe as the evaluator is.</remarks>
public static class CollaborationEvaluatorExtensions
{
    /// <summary>Evaluates a collaboration and explains how one rule ended.</summary>
    /// <param name="evaluator">The evaluator.</param>
    /// <param name="collaboration">The facts; whatever is not known is left out.</param>
    /// <param name="code">The code of the rule; upper and lower case differ.</param>
    /// <returns>The explanation. To explain several rules, evaluate once and use <see cref="Assessment.Explain"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">No rule of the evaluator's rule book has the code.</exception>
    public static RuleExplanation Explain(this ICollaborationEvaluator evaluator, Collaboration collaboration, string code)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        return evaluator.Evaluate(collaboration).Explain(code);
    }

    /// <summary>The best questions to ask now, as a list that can be handed out.</summary>
    /// <remarks>
    /// A list cannot adapt to the answers. After each question it goes on as <see cref="Interview"/> would after the answer that
    /// leaves the most open, since every other answer only makes later questions needless. What a question says of its
    /// answers holds for the collaboration as it is given.
    /// </remarks>
    /// <param name="evaluator">The evaluator whose rules decide what is worth asking.</param>
    /// <param name="collaboration">What is known.</param>
    /// <param name="count">How many questions at most; fewer where fewer matter.</param>
    /// <param name="form">Which questions are asked; all that matter if left out.</param>
    /// <param name="wording">Other words for questions; the library's own if left out.</param>
    /// <param name="cancellationToken">Ends the choosing after the question that is being chosen; what was chosen until then is returned.</param>
    /// <returns>The questions, the first to ask first, and whether there are more; none where nothing that matters is open.</returns>
    /// <exception cref="ArgumentNullException">The evaluator or the collaboration is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The wording is wrong; the message says all that is.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static OpenQuestionList NextQuestions(
        this ICollaborationEvaluator evaluator, Collaboration collaboration, int count, InterviewForm form = InterviewForm.Full, QuestionWording? wording = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var interview = Interview.Start(evaluator, collaboration, form, wording).Continue();
        var overall = interview.Assessment.Overall;
        var now = interview.Assessment.OpenQuestions.ToDictionary(question => question.Path, StringComparer.Ordinal);
        var questions = new List<OpenQuestion>();
        while (true)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return new(overall, questions, QuestionsEnd.Cancelled);
            }

            if (interview.Next is not { } next)
            {
                return new(overall, questions, QuestionsEnd.NothingLeft);
            }

            if (questions.Count == count)
            {
                return new(overall, questions, QuestionsEnd.AtCount);
            }

            questions.Add(now.GetValueOrDefault(next.Path, next).Worded(interview.Wording));
            interview = interview.AssumeWorkLeft();
        }
    }

    /// <summary>Finds all smallest sets of changes that reach a target.</summary>
    /// <param name="evaluator">The evaluator. Its rule book decides; it need not be the library's own evaluator.</param>
    /// <param name="collaboration">The facts as they are.</param>
    /// <param name="target">What should be reached.</param>
    /// <param name="options">How far to search; the defaults if left out.</param>
    /// <param name="cancellationToken">Ends the search after the evaluation that is being made; what was found until then is returned, and the result says so.</param>
    /// <returns>The remedies; where there are none, a statement of how far was searched or why there can be none.</returns>
    /// <exception cref="ArgumentNullException">An argument other than the options is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">No rule has the code of the target, it is a strength, or the rule is never about its subject.</exception>
    /// <remarks>Deterministic and thread-safe. It does not throw for missing facts.</remarks>
    public static RemedySet Remedies(
        this ICollaborationEvaluator evaluator, Collaboration collaboration, RemedyTarget target, RemedyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        ArgumentNullException.ThrowIfNull(collaboration);
        ArgumentNullException.ThrowIfNull(target);
        var book = evaluator.RuleBook;
        if (target.Code is { } code)
        {
            var rule = book.Find(code) ?? throw new ArgumentException(book.NoRule(code), nameof(target));
            if (rule.Kind is FindingKind.Strength)
            {
                throw new ArgumentException($"{code} is a strength, so there is nothing to remedy.", nameof(target));
            }
        }

        var goal = new RemedyGoal(book, target);
        if (target.Subject is { } subject && goal.SubjectsIn(collaboration) is var subjects && !subjects.Contains(subject))
        {
            throw new ArgumentException(
                subjects.Count == 0
                    ? $"Findings of {target.Code} have no subject here. Leave '{subject}' out."
                    : $"No finding of {target.Code} is about '{subject}', only about {Words.List(subjects, "or")}.{DidYouMean.Sentence(subject, subjects)}",
                nameof(target));
        }

        return new RemedySearch(goal, collaboration, options ?? new RemedyOptions(), cancellationToken).Run();
    }

    /// <summary>What would be different if some facts were.</summary>
    /// <param name="evaluator">The evaluator.</param>
    /// <param name="collaboration">The collaboration as it is.</param>
    /// <param name="changes">The changes, such as <c>FactChange.Parse("vision.exists=yes")</c>; without any, nothing is different.</param>
    /// <returns>The difference between the assessment as it is and the assessment as it would be.</returns>
    /// <exception cref="ArgumentNullException">An argument, or one of the changes, is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Changes cannot be made; the message has every reason. See <see cref="CollaborationExtensions.TryWith"/>.</exception>
    public static AssessmentDifference WhatIf(this ICollaborationEvaluator evaluator, Collaboration collaboration, params IEnumerable<FactChange> changes)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        evaluator = evaluator.WithRulesOfNow();
        return evaluator.WhatIf(collaboration, given => given.Changed(evaluator.RuleBook.Facts, changes));
    }

    /// <summary>What would be different if the collaboration were changed.</summary>
    /// <param name="evaluator">The evaluator.</param>
    /// <param name="collaboration">The collaboration as it is.</param>
    /// <param name="change">Makes the changed collaboration: <c>c => c with { Vision = c.Vision with { Exists = true } }</c>.</param>
    /// <returns>The difference between the assessment as it is and the assessment as it would be.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or the change gives <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Facts have values that they cannot have, before the change or after it; the message lists them all.</exception>
    public static AssessmentDifference WhatIf(this ICollaborationEvaluator evaluator, Collaboration collaboration, Func<Collaboration, Collaboration> change)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        ArgumentNullException.ThrowIfNull(collaboration);
        ArgumentNullException.ThrowIfNull(change);
        var next = change(collaboration) ?? throw new ArgumentNullException(nameof(change), "The change gives no collaboration.");
        evaluator = evaluator.WithRulesOfNow();
        var before = evaluator.Evaluate(collaboration);

        // The evaluator of a host may do more than evaluate its rule book, so that one is asked for both sides.
        return AssessmentDifference.Between(before, evaluator is CollaborationEvaluator ? before.Next(next) : evaluator.Evaluate(next));
    }

    /// <summary>What is different between two collaborations, or between two states of one.</summary>
    /// <param name="evaluator">The evaluator.</param>
    /// <param name="before">The one.</param>
    /// <param name="after">The other.</param>
    /// <returns>The difference between their assessments.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static AssessmentDifference Compare(this ICollaborationEvaluator evaluator, Collaboration before, Collaboration after)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        evaluator = evaluator.WithRulesOfNow();
        return AssessmentDifference.Between(evaluator.Evaluate(before), evaluator.Evaluate(after));
    }

    /// <summary>The course of a collaboration over time.</summary>
    /// <param name="evaluator">The evaluator.</param>
    /// <param name="snapshots">The collaboration on different days, in any order, each with its day in <see cref="Collaboration.AsOf"/>.</param>
    /// <exception cref="ArgumentNullException">An argument, or a snapshot, is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Snapshots have no day, or the same day, or there are none; the message names them all.</exception>
    public static Timeline Timeline(this ICollaborationEvaluator evaluator, params IEnumerable<Collaboration> snapshots)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        ArgumentNullException.ThrowIfNull(snapshots);
        return CollabRisk.Comparing.Timeline.Of(snapshots.Select(evaluator.WithRulesOfNow().Evaluate));
    }

    /// <summary>Assesses several holders' views merged and each view alone, and lists where they disagree.</summary>
    /// <param name="evaluator">The evaluator; every assessment is its own.</param>
    /// <param name="perspectives">The views.</param>
    /// <returns>The assessments. The merged one is that of evaluating <see cref="PerspectiveSet.Merged"/> of its <see cref="PerspectiveAssessment.Perspectives"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static PerspectiveAssessment Evaluate(this ICollaborationEvaluator evaluator, PerspectiveSet perspectives)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        ArgumentNullException.ThrowIfNull(perspectives);
        return new PerspectiveAssessment(perspectives, evaluator.WithRulesOfNow());
    }
}
