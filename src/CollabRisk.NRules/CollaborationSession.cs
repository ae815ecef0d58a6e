using CollabRisk.Facts;
using CollabRisk.NRules.Session;
using CollabRisk.Rules;
using NRules;

namespace CollabRisk.NRules;

/// <summary>An NRules session about one collaboration, which the host drives: change facts, fire, read the assessment.</summary>
/// <remarks>
/// <para>
/// The session holds the <see cref="Collaboration"/> with its derived facts and, once fired, every listed <see cref="Partner"/>, every
/// <see cref="Finding"/> and the <see cref="CollabRisk.Assessment"/> as facts that rules of the host can match. Findings of rules
/// that are switched off are not facts. A finding that says the same after a change stays the same fact.
/// </para>
/// <para>Not thread-safe, as NRules sessions are not. Made by <see cref="NRulesRuleBook.Begin"/>.</para>
/// </remarks>
public sealed class CollaborationSession
{
    private Collaboration given;
    private Assessment? assessment;

    internal CollaborationSession(RuleBook ruleBook, ISessionFactory sessions, FactTable facts, Action<ISession>? before)
    {
        RuleBook = ruleBook;
        given = facts.Given;
        Inner = sessions.CreateSession();
        before?.Invoke(Inner);
        Inner.Insert(CollaborationIdentity.Only(facts));
    }

    /// <summary>The rule book.</summary>
    public RuleBook RuleBook { get; }

    /// <summary>The NRules session itself: for the host's own facts, for queries, events and the agenda.</summary>
    public ISession Inner { get; }

    /// <summary>The facts as given last, by the host or by a rule of its that updated the collaboration.</summary>
    public Collaboration Collaboration => Current is { } current ? CollaborationIdentity.GivenFor(current) ?? current : given;

    /// <summary>
    /// What the rules came to. <see cref="Assessment.HostFindings"/> has every <see cref="HostFinding"/> that is a fact of the session.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// No one knows: rules wait to be fired (see <see cref="Fire"/>), were kept from it, or the collaboration was retracted; the message says
    /// which. Or a finding of the host has the code of a rule.
    /// </exception>
    public Assessment Assessment
    {
        get
        {
            if (Current is not { } current)
            {
                throw Retracted();
            }

            if (!Inner.Agenda.IsEmpty)
            {
                throw new InvalidOperationException("Rules of the session wait to be fired, so there is no assessment yet. Call Fire; where a rule halts it, or it is cancelled, call it again until it has fired them all.");
            }

            var now = Facts<Assessment>().FirstOrDefault(each => each.RuleBook == RuleBook && CollaborationIdentity.GivenFor(each) is { } facts && facts == CollaborationIdentity.GivenFor(current))
                ?? throw new InvalidOperationException("The rule that makes the assessment was not fired: the agenda was cleared, or a filter of the agenda kept it from it. Begin another session, and let Fire have all rules of CollabRisk.");
            var missing = now.Findings.Except(Facts<Finding>()).Select(finding => finding.Fingerprint).ToList();
            if (missing.Count > 0)
            {
                throw new InvalidOperationException($"Rules are raised and did not fire: {string.Join(", ", missing)}. A filter of the agenda kept them from it. Begin another session, and let all rules of CollabRisk fire.");
            }

            // The host may insert and retract findings of its own at any time, so they are read again.
            var found = Facts<HostFinding>().ToList();
            return found.Count == 0 ? now
                : assessment is not null && assessment.State == now.State && assessment.HostFindings.ToHashSet().SetEquals(found) ? assessment
                : assessment = now.With(found);
        }
    }

    private Collaboration? Current => Facts<Collaboration>().FirstOrDefault();

    /// <summary>Fires the rules that have something new to say, those of the rule book and those of the host, until none has.</summary>
    /// <param name="cancellationToken">Stops before the next rule. Fire again to go on.</param>
    /// <returns>How many rules fired, each counting once for every match.</returns>
    /// <remarks>What a rule of the host throws comes through, as NRules throws it.</remarks>
    public int Fire(CancellationToken cancellationToken = default) => Inner.Fire(cancellationToken);

    /// <summary>Changes some of the facts that were given last. Only rules that read them have something new to say.</summary>
    /// <param name="changes">The changes; all of them are made, or none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="changes"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The changes cannot be made; the message has every reason, and the session stays as it was.</exception>
    /// <exception cref="InvalidOperationException">The collaboration was retracted from the session.</exception>
    public void Change(params FactChange[] changes) => Update(Collaboration.Changed(RuleBook.Facts, changes));

    /// <summary>Gives the collaboration other facts, whatever differs between them and those given last.</summary>
    /// <param name="next">All facts as they are from now on; whatever is not known is left out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="next"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Facts have values that they cannot have; the message has them all, and the session stays as it was.</exception>
    /// <exception cref="InvalidOperationException">The collaboration was retracted from the session.</exception>
    /// <remarks>
    /// What a condition of the host's rules throws comes through, as NRules throws it: no one knows then how far the update came,
    /// so begin another session.
    /// </remarks>
    public void Update(Collaboration next)
    {
        ArgumentNullException.ThrowIfNull(next);
        var facts = FactTable.Of(next, RuleBook.Facts);
        if (Current is null)
        {
            throw Retracted();
        }

        given = next;
        Inner.Update(CollaborationIdentity.Only(facts));
    }

    /// <summary>The facts of a type. As a sequence: what is asked of a queryable is compiled each time.</summary>
    private IEnumerable<T> Facts<T>() => Inner.Query<T>().AsEnumerable();

    private static InvalidOperationException Retracted() =>
        new("The collaboration was retracted from the session, so nothing is known of it any more. Begin another session.");
}
