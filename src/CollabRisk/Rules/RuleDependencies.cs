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
    private readonly List<Rule> ofPartners = [];
    private readonly List<Rule> ofOverall = [];

    public RuleDependencies(RuleBook book)
    {
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

            foreach (var named in rule.Precedents.Concat(rule.LeadsTo.Select(book.Find).OfType<Rule>()))
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

    /// <summary>By the index of the rule: whether it reads facts that differ between two tables, or partners that do.</summary>
    public bool[] TouchedBy(FactTable before, FactTable after)
    {
        var touched = new bool[ofRule.Length];
        var samePartners = after.HasPartnersOf(before);
        if (!samePartners)
        {
            Touch(touched, ofPartners);
        }

        foreach (var fact in after.Moved(-1, before, -1))
        {
            Touch(touched, ofCollaborationFact[fact.Index]);
        }

        // Where the partners themselves changed, every rule that reads their facts is touched already.
        for (var row = 0; row < after.ListedCount && samePartners; row++)
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
    public bool[] SayingElse(bool[] touched, Func<int, bool> hasTurned)
    {
        var sayingElse = touched.ToArray();
        var next = new Queue<int>(Of(touched));
        while (next.TryDequeue(out var index))
        {
            foreach (var rule in ofRule[index].Concat(under[index]).Where(rule => !sayingElse[rule.Index]))
            {
                sayingElse[rule.Index] = true;
                next.Enqueue(rule.Index);
            }
        }

        foreach (var index in Of(touched).Where(hasTurned))
        {
            Touch(sayingElse, naming[index]);
        }

        return sayingElse;
    }

    /// <summary>The indexes of the rules that are marked, in the order of the book.</summary>
    private static IEnumerable<int> Of(bool[] marked)
    {
        for (var i = Array.IndexOf(marked, true); i >= 0; i = Array.IndexOf(marked, true, i + 1))
        {
            yield return i;
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
