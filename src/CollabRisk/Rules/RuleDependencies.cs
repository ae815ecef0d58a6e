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
    private readonly List<Rule> ofPartners = [];
    private readonly List<Rule> ofOverall = [];

    public RuleDependencies(RuleBook book)
    {
        ofCollaborationFact = Lists(book.Facts.Collaboration.Count);
        ofPartnerFact = Lists(book.Facts.Partner.Count);
        ofRule = Lists(book.Rules.Count);
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

    private static void Touch(bool[] touched, List<Rule> rules)
    {
        foreach (var rule in rules)
        {
            touched[rule.Index] = true;
        }
    }
}
