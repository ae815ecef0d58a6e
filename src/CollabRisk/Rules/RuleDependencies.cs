using CollabRisk.Conditions;
using CollabRisk.Facts;

namespace CollabRisk.Rules;

/// <summary>Which rules have to be asked again when something changes.</summary>
/// <remarks>
/// A rule counts as reading a fact also where only its message does, so that a rule that is not asked again says the same.
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
            foreach (var fact in rule.Facts.Union(rule.Cases.SelectMany(@case => @case.Says.Facts)))
            {
                (fact.IsPerPartner ? ofPartnerFact : ofCollaborationFact)[fact.Index].Add(rule);
            }

            foreach (var code in rule.BuildsOn)
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

            if (rule.IsPerPartner || rule.Conditions.SelectMany(condition => condition.All).Any(node => node is OfAllPartners))
            {
                ofPartners.Add(rule);
            }

            if (rule.AsksForOverall)
            {
                ofOverall.Add(rule);
            }
        }

        static List<Rule>[] Lists(int count) => [.. Enumerable.Range(0, count).Select(_ => new List<Rule>())];
    }

    /// <summary>By the index of the rule: whether it reads facts that moved, or partners that did.</summary>
    public bool[] TouchedBy(MovedFacts moved)
    {
        var touched = new bool[ofRule.Length];
        if (!moved.HasSamePartners)
        {
            // Every rule that reads their facts is touched by that.
            Touch(touched, ofPartners);
        }

        var (before, after) = (moved.Before, moved.After);
        foreach (var fact in moved.OfCollaboration)
        {
            Touch(touched, ofCollaborationFact[fact.Index]);
        }

        foreach (var row in moved.Rows)
        {
            foreach (var fact in after.Moved(row, before, row))
            {
                Touch(touched, ofPartnerFact[fact.Index]);
            }
        }

        // The same value says something else where it follows now and was given before: findings say which.
        foreach (var fact in after.Registry.ThatCanFollow)
        {
            if (after.OriginOf(fact) != before.OriginOf(fact))
            {
                Touch(touched, ofCollaborationFact[fact.Index]);
            }
        }

        return touched;
    }

    /// <summary>Touches the rules that build on a rule.</summary>
    public void TouchThoseBuiltOn(Rule rule, bool[] touched) => Touch(touched, ofRule[rule.Index]);

    /// <summary>Touches the rules that ask for the overall range.</summary>
    public void TouchThoseThatAskForOverall(bool[] touched) => Touch(touched, ofOverall);

    /// <summary>
    /// By the index of the rule: whether its findings may say something else than they did. Those of a touched rule may, and those that rest on its
    /// findings or are under them, in as many steps; and those that name a rule that is raised now and was not, or the other way round.
    /// </summary>
    /// <param name="touched">The rules that are touched.</param>
    /// <param name="hasTurned">Whether a touched rule is raised now and was not, or the other way round.</param>
    public bool[] SayingElse(bool[] touched, Func<Rule, bool> hasTurned)
    {
        var sayingElse = touched.ToArray();
        var next = new Stack<Rule>(book.Marked(touched));
        while (next.TryPop(out var rule))
        {
            GoOnTo(ofRule[rule.Index]);
            GoOnTo(under[rule.Index]);
        }

        foreach (var rule in book.Marked(touched).Where(hasTurned))
        {
            Touch(sayingElse, naming[rule.Index]);
        }

        return sayingElse;

        void GoOnTo(List<Rule> rules)
        {
            foreach (var below in rules)
            {
                if (!sayingElse[below.Index])
                {
                    sayingElse[below.Index] = true;
                    next.Push(below);
                }
            }
        }
    }

    private static void Touch(bool[] touched, List<Rule> rules)
    {
        foreach (var rule in rules)
        {
            touched[rule.Index] = true;
        }
    }
}
