using CollabRisk.Evaluation;
using CollabRisk.Rules;

namespace CollabRisk.Comparing;

/// <summary>
/// A session that follows one collaboration as its facts change. Each step asks again only the rules that read what
/// changed, and comes to the same assessment as an evaluation from the start.
/// </summary>
/// <remarks>
/// Thread-safe: steps are taken one after the other, and <see cref="Current"/> can be read at any time. The session keeps
/// the facts as given, so that a fact that followed from others follows again when they change.
/// </remarks>
public sealed class CollaborationMonitor
{
    private readonly Lock stepping = new();
    private Collaboration given;
    private volatile Assessment current;

    /// <summary>Begins a session with an evaluation of all rules.</summary>
    /// <param name="ruleBook">The rules.</param>
    /// <param name="collaboration">The facts to begin with; whatever is not known is left out.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public CollaborationMonitor(RuleBook ruleBook, Collaboration collaboration)
    {
        ArgumentNullException.ThrowIfNull(ruleBook);
        ArgumentNullException.ThrowIfNull(collaboration);
        given = collaboration;
        current = new Assessment(Evaluator.Run(ruleBook, collaboration));
    }

    /// <summary>The assessment of the facts as they stand.</summary>
    public Assessment Current => current;

    /// <summary>Takes a step to facts made from those that were given last.</summary>
    /// <param name="change">Makes the next facts: <c>c => c with { Phase = Phase.Sustaining }</c>. A fact set to
    /// <see langword="null"/> is no longer known. It runs while other steps wait, and must not step itself.</param>
    /// <returns>What the step changed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> or what it returns is <see langword="null"/>.</exception>
    /// <remarks>Where <paramref name="change"/> throws, the session stays as it was.</remarks>
    public AssessmentDifference Change(Func<Collaboration, Collaboration> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (stepping)
        {
            return Update(change(given));
        }
    }

    /// <summary>Takes a step to the facts that were given last with some of them changed.</summary>
    /// <param name="changes">The changes; all of them are made, or none.</param>
    /// <returns>What the step changed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="changes"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The changes cannot be made; the message has every reason, and the session stays as it was.</exception>
    public AssessmentDifference Change(params FactChange[] changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (stepping)
        {
            return Update(given.Changed(current.RuleBook.Facts, changes));
        }
    }

    /// <summary>Takes a step to other facts, whatever differs between them and those given last.</summary>
    /// <param name="next">All facts as they are from now on; whatever is not known is left out.</param>
    /// <returns>What the step changed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="next"/> is <see langword="null"/>.</exception>
    public AssessmentDifference Update(Collaboration next)
    {
        ArgumentNullException.ThrowIfNull(next);
        lock (stepping)
        {
            var before = current;
            current = before.Next(next);
            given = next;
            return AssessmentDifference.Between(before, current);
        }
    }
}
