using CollabRisk.Conditions;
using CollabRisk.Facts;

namespace CollabRisk.Rules;

/// <summary>Which rules have to be asked again when something changes.</summary>
/// <remarks>
/// A rule counts as reading a fact also where only its message does, or what tells that its advice is followed: a rule that is not asked again says the
/// same.
/// </remarks>
internal sealed class RuleDependencies
{
    private readonly List<Rule>[] ofCollaborationFact;
    private readonly List<Rule>[] ofPartnerFact;
    private readonly List<Rule>[] ofRule;

    /// <summary>By the index of a rule, those whose findings are under its own.</summary>
    private readonly List<Rule>[] under;

    /// <summary>By the index of a rule, those whose findings name it where it is raised.</summary>
    private readonly List<Rule>[] naming;

    private readonly RuleBook book;
    private readonly List<Rule> ofPartners = [];
    private readonly List<Rule> ofOverall = [];

    public RuleDependencies(RuleBook book)
    {
        this.book = book;
        ofCollaborationFact = Lists(book.Facts.Collaboration.Count);
        ofPartnerFact = Lists(book.Facts.Partner.Count);
        ofRule = Lists(book.Rules.Count);
        under = Lists(book.Rules.Count);
        naming = Lists(book.Rules.Count);
        foreach (var rule in book.Rules)
        {
            var done = rule.DoneWhen.Values.SelectMany(condition => condition.All).ToList();
            foreach (var fact in rule.Facts.Union(rule.Cases.SelectMany(@case => @case.Says.Facts)).Union(done.SelectMany(node => node.OwnFacts)))
            {
                (fact.IsPerPartner ? ofPartnerFact : ofCollaborationFact)[fact.Index].Add(rule);
            }

            foreach (var code in rule.BuildsOn.Union(done.OfType<RaisedTest>().Select(test => test.Code)))
            {
                ofRule[book.Find(code)!.Index].Add(rule);
            }

            foreach (var root in rule.Roots)
            {
                under[root.Index].Add(rule);
            }

            foreach (var named in rule.Precedents.Concat(rule.Followers))
            {
                naming[named.Index].Add(rule);
            }

            if (rule.IsPerPartner || rule.Conditions.SelectMany(condition => condition.All).Concat(done).Any(node => node is OfAllPartners))
            {
                ofPartners.Add(rule);
            }

            if (rule.AsksForOverall || done.Exists(node => node is OverallTest))
            {
                ofOverall.Add(rule);
            }
        }

        static List<Rule>[] Lists(int count) => [.. Enumerable.Range(0, count).Select(_ => new List<Rule>())];
    }

    /// <summary>The rules that read facts that moved, or partners that did.</summary>
    public MarkedRules TouchedBy(MovedFacts moved)
    {
        var touched = new MarkedRules(book);
        if (!moved.HasSamePartners)
        {
            // Every rule that reads their facts is touched by that.
            touched.AddAll(ofPartners);
        }

        var (before, after) = (moved.Before, moved.After);
        foreach (var fact in moved.OfCollaboration)
        {
            touched.AddAll(ofCollaborationFact[fact.Index]);
        }

        foreach (var row in moved.Rows)
        {
            foreach (var fact in after.Moved(row, before, row))
            {
                touched.AddAll(ofPartnerFact[fact.Index]);
            }
        }

        // The same value says something else where it follows now and was given before: findings say which.
        foreach (var fact in after.Registry.ThatCanFollow)
        {
            if (after.OriginOf(fact) != before.OriginOf(fact))
            {
                touched.AddAll(ofCollaborationFact[fact.Index]);
            }
        }

        return touched;
    }

    /// <summary>The rules that build on a rule.</summary>
    public List<Rule> BuiltOn(Rule rule) => ofRule[rule.Index];

    /// <summary>The rules that ask for the overall range.</summary>
    public List<Rule> OfOverall => ofOverall;

    /// <summary>
    /// The rules whose findings may say something else than they did. Those of a touched rule may, and those that rest on its findings or are under
    /// them, in as many steps; and those that name a rule that is raised now and was not, or the other way round.
    /// </summary>
    /// <param name="touched">The rules that are touched.</param>
    /// <param name="raised">The rules that are raised now.</param>
    /// <param name="raisedBefore">Those that were.</param>
    public MarkedRules SayingElse(MarkedRules touched, MarkedRules raised, MarkedRules raisedBefore)
    {
        var sayingElse = touched.Copy();
        var next = new Stack<Rule>();
        for (var rule = touched.From(0); rule is not null; rule = touched.After(rule))
        {
            GoOnTo(ofRule[rule.Index]);
            GoOnTo(under[rule.Index]);
        }

        while (next.TryPop(out var rule))
        {
            GoOnTo(ofRule[rule.Index]);
            GoOnTo(under[rule.Index]);
        }

        for (var rule = touched.From(0); rule is not null; rule = touched.After(rule))
        {
            if (raised.Contains(rule) != raisedBefore.Contains(rule))
            {
                sayingElse.AddAll(naming[rule.Index]);
            }
        }

        return sayingElse;

        void GoOnTo(List<Rule> rules)
        {
            foreach (var below in rules)
            {
                if (sayingElse.Add(below))
                {
                    next.Push(below);
                }
            }
        }
    }
}
