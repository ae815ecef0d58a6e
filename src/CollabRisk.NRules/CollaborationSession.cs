using CollabRisk.Facts;
using CollabRisk.NRules.Session;
using CollabRisk.Rules;
using NRules;

namespace CollabRisk.NRules;

/// <summary>An NRules session about one collaboration, which the host drives: change facts, fire, read the assessment.</summary>
/// <remarks>
/// <para>
/// The session holds the <see cref="Collaboration"/> with its derived facts, every listed <see cref="Partner"/> and, once fired,
/// every <see cref="Finding"/> and the <see cref="CollabRisk.Assessment"/> as facts that rules of the host can match. Findings of rules
/// that are switched off are not facts. A finding that says the same after a change stays the same fact.
/// </para>
/// <para>Not thread-safe, as NRules sessions are not. Made by <see cref="NRulesRuleBook.Begin"/>.</para>
/// </remarks>
public sealed class CollaborationSession
{
    private readonly RunningEvaluation evaluation;
    private readonly List<GroupFacts> groups;
    private readonly List<PartnerFacts> rows = [];
    private readonly Dictionary<PartnerFacts, Partner> partners = [];
    private readonly ILookup<string, Fact> factsOf;
    private Assessment? assessment;

    internal CollaborationSession(RuleBook ruleBook, ISessionFactory sessions, FactTable facts)
    {
        RuleBook = ruleBook;
        evaluation = new RunningEvaluation(ruleBook, facts);
        factsOf = ruleBook.Facts.Facts.Where(fact => !fact.IsPerPartner).ToLookup(GroupFacts.Of, StringComparer.Ordinal);
        groups = [.. factsOf.Select(group => new GroupFacts(group.Key, facts))];
        Inner = sessions.CreateSession();
        Inner.Events.LhsExpressionFailedEvent += (_, failure) => evaluation.Note(failure);
        Inner.InsertAll([evaluation, facts.Collaboration, .. groups, .. NewRows()]);
    }

    /// <summary>The rule book.</summary>
    public RuleBook RuleBook { get; }

    /// <summary>
    /// The NRules session itself: for the host's own facts, for queries, events and the agenda. Facts of CollabRisk are changed
    /// with <see cref="Update"/> only.
    /// </summary>
    public ISession Inner { get; }

    /// <summary>The facts as given last.</summary>
    public Collaboration Collaboration => evaluation.Facts.Given;

    /// <summary>
    /// What the rules came to. <see cref="Assessment.HostFindings"/> has every <see cref="HostFinding"/> that is a fact of the session.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// Rules wait to be fired, so that no one knows yet: see <see cref="Fire"/>. Or a finding of the host has the code of a rule.
    /// </exception>
    public Assessment Assessment
    {
        get
        {
            if (!Inner.Agenda.IsEmpty || evaluation.Assessment?.State.Facts != evaluation.Facts)
            {
                throw new InvalidOperationException("The session has rules that wait to be fired, so there is no assessment yet. Call Fire first, and let it end.");
            }

            // The host may insert and retract findings of its own at any time, so they are read again.
            var found = Inner.Query<HostFinding>().ToList();
            return found.Count == 0 ? evaluation.Assessment!
                : assessment is not null && assessment.State == evaluation.Assessment!.State && assessment.HostFindings.ToHashSet().SetEquals(found) ? assessment
                : assessment = evaluation.Assessment!.With(found);
        }
    }

    /// <summary>Fires the rules that have something new to say, those of the rule book and those of the host, until none has.</summary>
    /// <param name="cancellationToken">Stops before the next rule. Fire again to go on.</param>
    /// <returns>How many rules fired, each counting once for every match.</returns>
    /// <remarks>What a rule of the host throws comes through, as NRules throws it.</remarks>
    public int Fire(CancellationToken cancellationToken = default) => Inner.Fire(cancellationToken);

    /// <summary>Changes some of the facts that were given last. Only rules that read them have something new to say.</summary>
    /// <param name="changes">The changes; all of them are made, or none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="changes"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The changes cannot be made; the message has every reason, and the session stays as it was.</exception>
    public void Change(params FactChange[] changes) => Update(Collaboration.With(changes));

    /// <summary>Gives the collaboration other facts, whatever differs between them and those given last.</summary>
    /// <param name="next">All facts as they are from now on; whatever is not known is left out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="next"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Facts have values that they cannot have; the message has them all, and the session stays as it was.</exception>
    /// <remarks>
    /// What a condition of the host's rules throws comes through, as NRules throws it: no one knows then how far the update came,
    /// so begin another session.
    /// </remarks>
    public void Update(Collaboration next)
    {
        ArgumentNullException.ThrowIfNull(next);
        var before = evaluation.Facts;
        var after = FactTable.Of(next, RuleBook.Facts);

        // Partners that left go while the facts are still those of before.
        var rowOf = Enumerable.Range(0, after.PartnerRows).ToDictionary(row => PartnerFacts.NameOf(after, row), StringComparer.Ordinal);
        var left = rows.Where(row => !rowOf.ContainsKey(row.Name)).ToList();
        rows.RemoveAll(left.Contains);
        Inner.RetractAll([.. left, .. left.Where(partners.ContainsKey).Select(row => partners[row])]);
        left.ForEach(row => partners.Remove(row));

        // From here on every row reads the new facts. Those in which nothing moved need not be told.
        var moved = new List<object> { evaluation };
        evaluation.Facts = after;
        foreach (var group in groups)
        {
            group.Table = after;
            if (factsOf[group.Group].Any(fact => after[fact, -1] != before[fact, -1]))
            {
                moved.Add(group);
            }
        }

        var others = new List<(Partner Was, PartnerFacts Row)>();
        foreach (var row in rows)
        {
            var (was, now) = (row.Row, rowOf[row.Name]);
            row.MoveTo(after, now);
            if (row.IsUnlisted ? before.Missing != after.Missing : RuleBook.Facts.Facts.Any(fact => fact.IsPerPartner && before[fact, was] != after[fact, now]))
            {
                moved.Add(row);
            }

            if (!row.IsUnlisted && !partners[row].Equals(after.Listed[now]))
            {
                others.Add((partners[row], row));
            }
        }

        if (!before.Collaboration.Equals(after.Collaboration))
        {
            moved.Add(after.Collaboration);
        }

        Inner.RetractAll(others.Select(other => other.Was));
        others.ForEach(other => partners.Remove(other.Row));
        Inner.InsertAll([.. others.Select(other => AddPartner(other.Row)), .. NewRows()]);
        Inner.UpdateAll(moved);
    }

    /// <summary>The facts of the rows of partners that the session does not have yet.</summary>
    private List<object> NewRows()
    {
        var facts = evaluation.Facts;
        var added = new List<object>();
        var known = rows.Select(row => row.Row).ToHashSet();
        for (var place = 0; place < facts.PartnerRows; place++)
        {
            if (known.Contains(place))
            {
                continue;
            }

            var row = new PartnerFacts(facts, place);
            rows.Add(row);
            added.Add(row);
            if (!row.IsUnlisted)
            {
                added.Add(AddPartner(row));
            }
        }

        return added;
    }

    /// <summary>The partner of a row as a fact; one that is listed twice as the same object becomes two.</summary>
    private Partner AddPartner(PartnerFacts row)
    {
        var partner = evaluation.Facts.Listed[row.Row];
        partner = partners.Values.Any(other => ReferenceEquals(other, partner)) ? partner with { } : partner;
        partners.Add(row, partner);
        return partner;
    }
}
