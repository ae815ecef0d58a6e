using System.Linq.Expressions;
using System.Reflection;
using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.NRules.Session;
using CollabRisk.Rules;

namespace CollabRisk.NRules.Translation;

/// <summary>
/// Conditions as expressions over the facts of a session, which NRules compiles, shares and shows.
/// </summary>
/// <remarks>
/// NRules knows true and false only, so every condition becomes two expressions: it is true, and it may be true. What may be
/// true without being true is unknown. "And", "or" and "not" of each are those of C#, which stop at the same place as those
/// of the built-in evaluation. Each test of facts stays the test that it is, asked for its value by the codes that it is given:
/// what "at least" means is said in one place.
/// </remarks>
/// <param name="ruleCase">The case whose conditions they are.</param>
/// <param name="book">The rule book.</param>
/// <param name="patterns">Takes note of the facts that are read.</param>
/// <param name="tests">The tests that were met, by what they ask, so that equal tests of different rules are one for NRules.</param>
internal sealed class ConditionExpressions(RuleCase ruleCase, RuleBook book, RulePatterns patterns, Dictionary<string, Condition> tests)
{
    private static readonly ConstantExpression True = Expression.Constant(Truth.True);
    private static readonly ConstantExpression Unknown = Expression.Constant(Truth.Unknown);
    private static readonly ConstantExpression False = Expression.Constant(Truth.False);

    /// <summary>The value of a condition: true, false or unknown.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="partner">The row of partners it is asked about; null where it is about the collaboration.</param>
    public Expression ValueOf(Condition condition, ParameterExpression? partner) => condition is AllOf or AnyOf or Not
        ? Expression.Condition(IsTrue(condition, partner), True, Expression.Condition(MayBeTrue(condition, partner), Unknown, False))
        : Test(condition, partner);

    /// <summary>The value of a condition that is only asked where something before it is not false.</summary>
    public Expression ValueUnlessFalse(Expression before, Condition condition, ParameterExpression? partner) =>
        Expression.Condition(Expression.Equal(before, False), False, ValueOf(condition, partner));

    private Expression IsTrue(Condition condition, ParameterExpression? partner) => condition switch
    {
        AllOf all => Join(all, child => IsTrue(child, partner), Expression.AndAlso, whenEmpty: true),
        AnyOf any => Join(any, child => IsTrue(child, partner), Expression.OrElse, whenEmpty: false),
        Not not => Expression.Not(MayBeTrue(not.Children[0], partner)),
        _ => Expression.Equal(Test(condition, partner), True),
    };

    private Expression MayBeTrue(Condition condition, ParameterExpression? partner) => condition switch
    {
        AllOf all => Join(all, child => MayBeTrue(child, partner), Expression.AndAlso, whenEmpty: true),
        AnyOf any => Join(any, child => MayBeTrue(child, partner), Expression.OrElse, whenEmpty: false),
        Not not => Expression.Not(IsTrue(not.Children[0], partner)),
        _ => Expression.NotEqual(Test(condition, partner), False),
    };

    private static Expression Join(Condition of, Func<Condition, Expression> child, Func<Expression, Expression, Expression> join, bool whenEmpty) =>
        of.Children.Count == 0 ? Expression.Constant(whenEmpty) : of.Children.Select(child).Aggregate(join);

    /// <summary>The value of a condition without others joined below it.</summary>
    private Expression Test(Condition condition, ParameterExpression? partner) => condition switch
    {
        FactTest test => Call(test, nameof(FactTest.Of), Code(test.Fact, partner)),
        NumberPairTest pair => Call(pair, nameof(NumberPairTest.Of), Codes(pair, partner)),
        SubsetTest subset => Call<SubsetTest>(nameof(SubsetTest.Of), Codes(subset, partner)),
        UnknownTest unknown => Call<UnknownTest>(nameof(UnknownTest.Of), Codes(unknown, partner)),
        AtLeastPartners atLeast => AskPartners(nameof(PartnerQuestions.AtLeast), Same(atLeast), patterns.Partners(), Each(atLeast)),
        EveryPartner every => AskPartners(nameof(PartnerQuestions.Every), patterns.Partners(), Each(every)),
        PartnersDiffer differ => AskPartners(nameof(PartnerQuestions.Differ), patterns.Partners(), Expression.Constant(differ.OwnFacts.Single())),
        RaisedTest raised => Raised(book.Find(raised.Code)!, partner),
        OverallTest overall => Call(
            overall, nameof(OverallTest.Of), Expression.Property(patterns.Overall(), nameof(OverallFact.AtLeast)), Expression.Property(patterns.Overall(), nameof(OverallFact.AtMost))),
        _ => throw new NotSupportedException($"{ruleCase}: '{condition}' is a condition of type {condition.GetType().Name}, for which there is no translation to NRules."),
    };

    private LambdaExpression Each(Condition quantifier)
    {
        var each = Expression.Parameter(typeof(PartnerFacts), "each");
        return Expression.Lambda<Func<PartnerFacts, Truth>>(ValueOf(quantifier.Children[0], each), each);
    }

    private static MethodCallExpression AskPartners(string question, params Expression[] arguments) =>
        Expression.Call(typeof(PartnerQuestions).GetMethod(question)!, arguments);

    private MethodCallExpression Raised(Rule rule, ParameterExpression? partner) => Call<CaseFact>(
        nameof(CaseFact.Raised),
        Expression.Constant(rule),
        patterns.CasesOf(rule),
        rule.IsPerPartner && partner is not null ? partner : Expression.Constant(null, typeof(PartnerFacts)),
        rule.IsPerPartner ? patterns.Partners() : Expression.Constant(null, typeof(IEnumerable<PartnerFacts>)));

    private Expression[] Codes(Condition test, ParameterExpression? partner) => [.. test.OwnFacts.Select(fact => Code(fact, partner))];

    private MethodCallExpression Code(Fact fact, ParameterExpression? partner) => fact.IsPerPartner
        ? Expression.Call(partner!, typeof(PartnerFacts).GetMethod(nameof(PartnerFacts.Code))!, Expression.Constant(fact))
        : Expression.Call(patterns.GroupOf(fact), typeof(GroupFacts).GetMethod(nameof(GroupFacts.Code))!, Expression.Constant(fact));

    private MethodCallExpression Call(Condition test, string method, params Expression[] arguments) =>
        Expression.Call(Same(test), test.GetType().GetMethod(method)!, arguments);

    private static MethodCallExpression Call<T>(string method, params Expression[] arguments) =>
        Expression.Call(typeof(T).GetMethod(method, BindingFlags.Static | BindingFlags.Public)!, arguments);

    /// <summary>
    /// The test as a constant, the same one for all tests that ask the same. Without it in the expression, NRules would take
    /// two rules that ask the same question of different facts for one: it tells parameters apart by their place alone.
    /// </summary>
    private ConstantExpression Same(Condition test)
    {
        var text = $"{test.GetType()} {test}";
        if (!tests.TryGetValue(text, out var same))
        {
            tests.Add(text, same = test);
        }

        return Expression.Constant(same);
    }
}
