using CollabRisk.Remedies;
using CollabRisk.Text;

namespace CollabRisk;

/// <summary>Finds what to change so that a finding goes, or so that what is known shows no more than a level.</summary>
public static class CollaborationRemedies
{
    /// <summary>Finds all smallest sets of changes that reach a target.</summary>
    /// <param name="evaluator">The evaluator. Its rule book decides; it need not be the library's own evaluator.</param>
    /// <param name="collaboration">The facts as they are.</param>
    /// <param name="target">What should be reached.</param>
    /// <param name="options">How far to search; the defaults if left out.</param>
    /// <returns>The remedies; where there are none, a statement of how far was searched or why there can be none.</returns>
    /// <exception cref="ArgumentNullException">An argument other than the options is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">No rule has the code of the target, or the rule is never about its subject.</exception>
    /// <remarks>Deterministic and thread-safe. It does not throw for missing facts.</remarks>
    public static RemedySet Remedies(
        this ICollaborationEvaluator evaluator, Collaboration collaboration, RemedyTarget target, RemedyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        ArgumentNullException.ThrowIfNull(collaboration);
        ArgumentNullException.ThrowIfNull(target);
        var book = evaluator.RuleBook;
        if (target.Code is { } code && book.Find(code) is null)
        {
            throw new ArgumentException(book.NoRule(code), nameof(target));
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

        return new RemedySearch(goal, collaboration, options ?? new RemedyOptions()).Run();
    }
}
