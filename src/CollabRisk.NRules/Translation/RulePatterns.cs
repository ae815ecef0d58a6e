using System.Linq.Expressions;
using CollabRisk.Facts;
using CollabRisk.NRules.Session;
using CollabRisk.Rules;
using NRules.RuleModel.Builders;

namespace CollabRisk.NRules.Translation;

/// <summary>
/// The facts of a session that one rule matches. Every rule matches them in one order, so that NRules shares the nodes of
/// rules that read the same.
/// </summary>
internal sealed class RulePatterns
{
    private readonly SortedDictionary<(int Kind, string Name), (ParameterExpression Fact, Action<GroupBuilder> Add)> patterns =
        new(Comparer<(int Kind, string Name)>.Create((a, b) => a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : string.CompareOrdinal(a.Name, b.Name)));

    public bool IsEmpty => patterns.Count == 0;

    /// <summary>The group of the collaboration in which a fact is.</summary>
    public ParameterExpression GroupOf(Fact fact) => Group(GroupFacts.Of(fact));

    /// <summary>A group of the collaboration by its path.</summary>
    public ParameterExpression Group(string group) => Matched(0, group.Length == 0 ? "collaboration" : group, facts =>
        One(facts, Where<GroupFacts>(facts, nameof(GroupFacts.Group), group)));

    /// <summary>The row of partners that the rule is asked of, one after the other.</summary>
    public ParameterExpression Partner() => Matched<PartnerFacts>(1, "partner", partner => One(partner));

    /// <summary>All rows of partners together.</summary>
    public ParameterExpression Partners() => Matched<IEnumerable<PartnerFacts>>(2, "partners", partners => All<PartnerFacts>(partners));

    /// <summary>The results of all cases of another rule.</summary>
    public ParameterExpression CasesOf(Rule rule) => Matched<IEnumerable<CaseFact>>(3, rule.Code, cases => All<CaseFact>(
        cases, one => Where<CaseFact>(one, nameof(CaseFact.Code), rule.Code)));

    /// <summary>The overall range.</summary>
    public ParameterExpression Overall() => Matched<OverallFact>(4, "overall", overall => One(overall));

    public void AddTo(GroupBuilder leftHandSide)
    {
        foreach (var (_, add) in patterns.Values)
        {
            add(leftHandSide);
        }
    }

    /// <summary>A pattern of all facts of a type together, or of those that meet a condition.</summary>
    public static Action<GroupBuilder> All<T>(ParameterExpression all, Func<ParameterExpression, LambdaExpression>? where = null) => side =>
    {
        var one = Expression.Parameter(typeof(T), "one");
        var collected = side.Pattern(all.Type, all.Name).Aggregate();
        collected.Collect();
        var source = collected.Pattern(typeof(T), one.Name);
        if (where is not null)
        {
            source.Condition(where(one));
        }
    };

    private static Action<GroupBuilder> One(ParameterExpression fact, LambdaExpression? where = null) => side =>
    {
        var pattern = side.Pattern(fact.Type, fact.Name);
        if (where is not null)
        {
            pattern.Condition(where);
        }
    };

    private static LambdaExpression Where<T>(ParameterExpression fact, string property, string value) =>
        Expression.Lambda<Func<T, bool>>(Expression.Equal(Expression.Property(fact, property), Expression.Constant(value)), fact);

    private ParameterExpression Matched(int kind, string name, Func<ParameterExpression, Action<GroupBuilder>> pattern) =>
        Matched<GroupFacts>(kind, name, pattern);

    private ParameterExpression Matched<T>(int kind, string name, Func<ParameterExpression, Action<GroupBuilder>> pattern)
    {
        if (!patterns.TryGetValue((kind, name), out var matched))
        {
            var fact = Expression.Parameter(typeof(T), name);
            matched = (fact, pattern(fact));
            patterns.Add((kind, name), matched);
        }

        return matched.Fact;
    }
}
