using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>Evaluates collaborations with one rule book.</summary>
/// <remarks>Implementations are thread-safe, deterministic, and do no I/O.</remarks>
public interface ICollaborationEvaluator
{
    /// <summary>The rules that are evaluated.</summary>
    RuleBook RuleBook { get; }

    /// <summary>Evaluates every rule on the facts of a collaboration.</summary>
    /// <param name="collaboration">The facts; whatever is not known is left out.</param>
    /// <returns>The assessment. A rule that fails has the outcome <see cref="Outcome.Error"/> and does not stop the others.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="collaboration"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// Facts have values that they cannot have: a number outside its limits, an enum value without a word, a
    /// word that a pack does not allow. The message has them all; <see cref="RuleBook.ProblemsOf"/> gives them without an exception.
    /// </exception>
    Assessment Evaluate(Collaboration collaboration);
}
