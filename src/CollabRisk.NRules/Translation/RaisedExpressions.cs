using System.Linq.Expressions;
using System.Reflection;
using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.NRules.Session;

namespace CollabRisk.NRules.Translation;

/// <summary>
/// When a case is raised, as conditions over an <see cref="Assessment"/> and a <see cref="Partner"/> in their own types: what an NRules
/// person would write. A fact that is not known, or does not apply, is null, which passes neither a test nor its opposite.
/// </summary>
internal sealed class RaisedExpressions
{
    private readonly RuleCase ruleCase;

    public RaisedExpressions(RuleCase ruleCase)
    {
        this.ruleCase = ruleCase;
        Partner = ruleCase.Rule.IsPerPartner ? Expression.Parameter(typeof(AssessedPartner), "partner") : null;
    }

    public ParameterExpression Assessment { get; } = Expression.Parameter(typeof(Assessment), "assessment");

    /// <summary>The partner in question; null where the case is about the collaboration.</summary>
    public ParameterExpression? Partner { get; }

    /// <summary>The conditions that hold together where the case is raised, those on the assessment alone first.</summary>
    public IReadOnlyList<LambdaExpression> Conditions() =>
    [
        .. new[] { ruleCase.Rule.AppliesWhen, ruleCase.Case.AppliesWhen, ruleCase.Case.When }.OfType<Condition>()
            .SelectMany(Together).Select(condition => Holds(condition, yes: true)).Select(InLambda).OrderBy(condition => condition.Parameters.Contains(Partner!)),
    ];

    private static IEnumerable<Condition> Together(Condition condition) => condition is AllOf all ? all.Children.SelectMany(Together) : [condition];

    private LambdaExpression InLambda(Expression condition)
    {
        var reads = new Reads();
        reads.Visit(condition);
        ParameterExpression[] read = [.. new[] { Assessment, Partner }.OfType<ParameterExpression>().Where(reads.Parameters.Contains)];
        return Expression.Lambda(condition, read.Length == 0 ? [Assessment] : read);
    }

    /// <summary>That a condition is known to hold, or not to.</summary>
    private Expression Holds(Condition condition, bool yes) => condition switch
    {
        AllOf or AnyOf => Join(condition.Children.Select(child => Holds(child, yes)), all: condition is AllOf == yes),
        Not not => Holds(not.Children[0], !yes),
        OneOf test when ValueOf(test.Fact) is { } value => OneOf(test, value, yes),
        NumberTest test when ValueOf(test.Fact) is { } value && IsOfTheModel(test) => Compare(value, yes ? test.Comparison : Comparisons.Opposite(test.Comparison), Expression.Constant(test.Fact.ValueOf(test.Constant), value.Type)),
        NumberPairTest pair when ValueOf(pair.Left) is { } left && ValueOf(pair.Right) is { } right && left.Type == right.Type => Compare(left, yes ? pair.Comparison : Comparisons.Opposite(pair.Comparison), right),
        UnknownTest test when ValueOf(test.Fact) is { } value => yes
            ? Expression.AndAlso(IsKnown(value, yes: false), Expression.Not(DoesNotApply(test.Fact)))
            : Expression.OrElse(IsKnown(value, yes: true), DoesNotApply(test.Fact)),
        RaisedTest { Code: var code, Level: null } => Expression.Equal(
            RuleTranslation.Ask(nameof(AssessmentQuestions.IsRaised), Assessment, Expression.Constant(code), PartnerOrNone),
            Expression.Constant(yes ? Truth.True : Truth.False)),
        _ => Expression.Equal(
            RuleTranslation.Ask(nameof(AssessmentQuestions.ValueOf), Assessment, Expression.Constant(yes ? condition : Not.Of(condition), typeof(Condition)), PartnerOrNone),
            Expression.Constant(Truth.True)),
    };

    private Expression PartnerOrNone => (Expression?)Partner ?? Expression.Constant(null, typeof(AssessedPartner));

    private static Expression OneOf(OneOf test, Expression value, bool yes)
    {
        var codes = Enumerable.Range(0, test.Fact.Type == FactType.YesNo ? 2 : test.Fact.AllowedWords.Count).ToList();
        var passing = codes.Where(code => test.Holds(code) == yes).ToList();
        var failing = codes.Except(passing).ToList();
        return passing.Count <= failing.Count
            ? Join(passing.Select(code => Is(code, Expression.Equal)), all: false)
            : Join(failing.Select(code => Is(code, Expression.NotEqual)).Prepend(IsKnown(value, yes: true)), all: true);

        Expression Is(int code, Func<Expression, Expression, Expression> compare) => compare(value, Expression.Constant(test.Fact.ValueOf(code), value.Type));
    }

    private static Expression Compare(Expression left, Comparison comparison, Expression right) => comparison switch
    {
        // Two values that are not known are equal, and one that is not known differs from one that is: both say nothing.
        Comparison.Equal => Join([IsKnown(left, yes: true), Expression.Equal(left, right)], all: true),
        Comparison.NotEqual => Join([IsKnown(left, yes: true), IsKnown(right, yes: true), Expression.NotEqual(left, right)], all: true),
        Comparison.Less => Expression.LessThan(left, right),
        Comparison.AtMost => Expression.LessThanOrEqual(left, right),
        Comparison.Greater => Expression.GreaterThan(left, right),
        _ => Expression.GreaterThanOrEqual(left, right),
    };

    /// <summary>Whether the number is one that the fact could have: half a partner is none, and has no value in the model.</summary>
    private static bool IsOfTheModel(NumberTest test) =>
        test.Fact.Type != FactType.WholeNumber || (Fact.DecodeNumber(test.Constant) is var number && decimal.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue);

    private static Expression Join(IEnumerable<Expression> conditions, bool all) =>
        conditions.Aggregate((Expression?)null, (joined, each) => joined is null ? each : all ? Expression.AndAlso(joined, each) : Expression.OrElse(joined, each)) ?? Expression.Constant(all);

    private static Expression IsKnown(Expression value, bool yes) =>
        (yes ? Expression.NotEqual : (Func<Expression, Expression, BinaryExpression>)Expression.Equal)(value, Expression.Constant(null, value.Type));

    private MethodCallExpression DoesNotApply(Fact fact) => Expression.Call(
        Expression.Property(fact.IsPerPartner ? Expression.Property(Partner!, nameof(AssessedPartner.Partner)) : Expression.Property(Assessment, nameof(CollabRisk.Assessment.Collaboration)), nameof(Collaboration.NotApplicable)),
        typeof(FactNameSet).GetMethod(nameof(FactNameSet.Contains))!,
        Expression.Constant(fact.NameInOwner));

    /// <summary>
    /// The property of the model that has a fact with one value; null for sets, texts and lists, for facts that packs declare, and for those that packs
    /// add words to, whose value may be one of these, which is not in the property.
    /// </summary>
    private Expression? ValueOf(Fact fact)
    {
        Expression? value = fact.AddedWords.Count > 0 || fact.Type is not (FactType.YesNo or FactType.Word or FactType.WholeNumber or FactType.Number or FactType.Date) ? null
            : !fact.IsPerPartner ? Expression.Property(Assessment, nameof(CollabRisk.Assessment.Collaboration))
            : Partner is null ? null : Expression.Property(Partner, nameof(AssessedPartner.Partner));
        foreach (var name in fact.Path.Split('.').Skip(fact.IsPerPartner ? 1 : 0))
        {
            value = value?.Type.GetProperty(char.ToUpperInvariant(name[0]) + name[1..], BindingFlags.Public | BindingFlags.Instance) is { } property ? Expression.Property(value, property) : null;
        }

        return value is not null && Nullable.GetUnderlyingType(value.Type) == fact.Store.ValueType ? value : null;
    }

    /// <summary>The parameters that an expression reads.</summary>
    private sealed class Reads : ExpressionVisitor
    {
        public HashSet<ParameterExpression> Parameters { get; } = [];

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Parameters.Add(node);
            return node;
        }
    }
}
