using CollabRisk.Comparing;
using CollabRisk.Perspectives;

namespace CollabRisk;

/// <summary>What an evaluator makes of a collaboration that changes: what if, before and after, and over time.</summary>
/// <remarks>Thread-safe, as the evaluator is.</remarks>
public static class EvaluatorComparisons
{
    /// <summary>What would be different if some facts were.</summary>
    /// <param name="evaluator">The evaluator.</param>
    /// <param name="collaboration">The collaboration as it is.</param>
    /// <param name="changes">The changes, such as <c>FactChange.Parse("vision.exists=yes")</c>; without any, nothing is different.</param>
    /// <returns>The difference between the assessment as it is and the assessment as it would be.</returns>
    /// <exception cref="ArgumentNullException">An argument, or one of the changes, is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Changes cannot be made; the message has every reason. See <see cref="CollaborationExtensions.TryWith"/>.</exception>
    public static AssessmentDifference WhatIf(this ICollaborationEvaluator evaluator, Collaboration collaboration, params IEnumerable<FactChange> changes) =>
        evaluator.Compare(collaboration, collaboration.With(changes));

    /// <summary>What would be different if the collaboration were changed.</summary>
    /// <param name="evaluator">The evaluator.</param>
    /// <param name="collaboration">The collaboration as it is.</param>
    /// <param name="change">Makes the changed collaboration: <c>c => c with { Vision = c.Vision with { Exists = true } }</c>.</param>
    /// <returns>The difference between the assessment as it is and the assessment as it would be.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or the change gives <see langword="null"/>.</exception>
    public static AssessmentDifference WhatIf(this ICollaborationEvaluator evaluator, Collaboration collaboration, Func<Collaboration, Collaboration> change)
    {
        ArgumentNullException.ThrowIfNull(collaboration);
        ArgumentNullException.ThrowIfNull(change);
        return evaluator.Compare(collaboration, change(collaboration));
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
        return CollabRisk.Comparing.Timeline.Of(snapshots.Select(evaluator.Evaluate));
    }
}
