using System.Linq.Expressions;
using System.Reflection;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Conditions;

/// <summary>A lambda says something that has no place in a condition tree.</summary>
internal sealed class UntranslatableException(Expression expression, string reason)
    : Exception($"'{expression}' cannot be read as a condition: {reason}")
{
    /// <summary>What kind of problem it is.</summary>
    public ProblemKind Kind { get; init; } = RuleProblems.UnreadableCondition;
}

/// <summary>Translates the lambdas of C# rules into condition trees, as the rule book is built.</summary>
internal sealed class ConditionTranslator(FactRegistry registry)
{
    /// <summary>Facts that stand for parameters of a lambda, for rules over the flags of a group.</summary>
    private readonly Dictionary<ParameterExpression, Fact> bound = [];

    /// <summary>The partner of whom a condition speaks at the moment.</summary>
    private ParameterExpression? partner;

    public Condition Translate(LambdaExpression lambda)
    {
        partner = lambda.Parameters.SingleOrDefault(p => p.Type == typeof(Partner));
        return Read(lambda.Body);
    }

    /// <summary>Translates a condition on a yes/no fact for one such fact.</summary>
    public Condition Translate(LambdaExpression flagCondition, Fact flag)
    {
        bound[flagCondition.Parameters[0]] = flag;
        return Read(flagCondition.Body);
    }

    /// <summary>The fact that a lambda such as <c>c => c.Vision.Exists</c> or <c>p => p.Role</c> names.</summary>
    public Fact FactNamedBy(LambdaExpression lambda)
    {
        partner = lambda.Parameters.SingleOrDefault(p => p.Type == typeof(Partner));
        return FactAt(lambda.Body) ?? throw new UntranslatableException(lambda.Body, "it names no fact of the model.");
    }

    /// <summary>The flags of the group that a lambda such as <c>c => c.Culture.Traits</c> names.</summary>
    public IReadOnlyList<Fact> FlagsNamedBy(LambdaExpression lambda) => FlagsAt(lambda.Body);

    private Condition Read(Expression expression) => expression switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } and => new AllOf([.. Flatten(and, and.NodeType).Select(Read)]),
        BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } or => new AnyOf([.. Flatten(or, or.NodeType).Select(Read)]),
        UnaryExpression { NodeType: ExpressionType.Not } not => new Not(Read(not.Operand)),
        BinaryExpression binary when ComparisonOf(binary.NodeType) is { } comparison => Compare(binary, binary.Left, comparison, binary.Right),
        MethodCallExpression call when call.Method.DeclaringType == typeof(FactConditions) => Call(call),
        _ when FactAt(expression) is { } fact => throw new UntranslatableException(
            expression, $"the fact may be unknown, so say which value is meant: '{fact.Path} == true' or '== false'."),
        _ => throw new UntranslatableException(
            expression, "use facts of the collaboration, the operators == != < <= > >= && || !, and the methods of FactConditions."),
    };

    private static IEnumerable<Expression> Flatten(Expression expression, ExpressionType type) =>
        expression is BinaryExpression binary && binary.NodeType == type
            ? Flatten(binary.Left, type).Concat(Flatten(binary.Right, type))
            : [expression];

    private static Comparison? ComparisonOf(ExpressionType type) => type switch
    {
        ExpressionType.Equal => Comparison.Equal,
        ExpressionType.NotEqual => Comparison.NotEqual,
        ExpressionType.LessThan => Comparison.Less,
        ExpressionType.LessThanOrEqual => Comparison.AtMost,
        ExpressionType.GreaterThan => Comparison.Greater,
        ExpressionType.GreaterThanOrEqual => Comparison.AtLeast,
        _ => null,
    };

    private Condition Compare(Expression whole, Expression left, Comparison comparison, Expression right)
    {
        if (FactAt(left) is not { } fact)
        {
            return FactAt(right) is not null
                ? Compare(whole, right, Comparisons.Turned(comparison), left)
                : throw new UntranslatableException(whole, "neither side is a fact of the model.");
        }

        if (FactAt(right) is { } other)
        {
            return fact.Type is FactType.Number or FactType.WholeNumber && other.Type is FactType.Number or FactType.WholeNumber
                ? new NumberPairTest(fact, comparison, other)
                : throw new UntranslatableException(whole, "only numbers can be compared with each other.");
        }

        var constant = Constant(right)
            ?? throw new UntranslatableException(whole, "nothing equals an unknown fact. A data gap can ask IsUnknown().");
        return fact.Type switch
        {
            FactType.YesNo => new OneOf(fact, Passing(2, comparison, (bool)constant ? 1 : 0)),
            FactType.Word when comparison is Comparison.Equal or Comparison.NotEqual || fact.IsOrdered =>
                new OneOf(fact, Passing(fact.AllowedWords.Count, comparison, WordIn(fact, constant, right))),
            FactType.Word => throw new UntranslatableException(whole, $"the words of '{fact.Path}' have no order."),
            FactType.Number or FactType.WholeNumber => new NumberTest(fact, comparison, Fact.Encode(Convert.ToDecimal(constant, null))),
            FactType.Date => new NumberTest(fact, comparison, ((DateOnly)constant).DayNumber),
            _ => throw new UntranslatableException(whole, $"'{fact.Path}' cannot be compared with == or <; see FactConditions."),
        };
    }

    private static ulong Passing(int values, Comparison comparison, long constant)
    {
        var passing = 0UL;
        for (var value = 0; value < values; value++)
        {
            passing |= Comparisons.Holds(value, comparison, constant) ? 1UL << value : 0;
        }

        return passing;
    }

    private Condition Call(MethodCallExpression call)
    {
        var arguments = call.Arguments;
        switch (call.Method.Name)
        {
            case nameof(FactConditions.Raised):
                return new RaisedTest((string)Constant(arguments[0])!);
            case nameof(FactConditions.OverallIsAtLeast):
                return new OverallTest((Level)Constant(arguments[0])!);
            case nameof(FactConditions.IsAnyOf):
                return new OneOf(Required(arguments[0]), Words(arguments[0], arguments[1]));
            case nameof(FactConditions.IsBelow):
                return Compare(call, arguments[0], Comparison.Less, arguments[1]);
            case nameof(FactConditions.IsAtLeast):
                return Compare(call, arguments[0], Comparison.AtLeast, arguments[1]);
            case nameof(FactConditions.Includes):
                return new SetTest(Required(arguments[0]), SetQuestion.HasAll, Words(arguments[0], arguments[1]));
            case nameof(FactConditions.IncludesAny):
                return new SetTest(Required(arguments[0]), SetQuestion.HasAny, Words(arguments[0], arguments[1]));
            case nameof(FactConditions.IsExactly):
                return new SetTest(Required(arguments[0]), SetQuestion.Is, Words(arguments[0], arguments[1]));
            case nameof(FactConditions.IsBlank):
                return new NumberTest(Required(arguments[0]), Comparison.Equal, 0);
            case nameof(FactConditions.IsWithin):
                var (part, whole) = (Required(arguments[0]), Required(arguments[1]));
                return part.AllowedWords.SequenceEqual(whole.AllowedWords)
                    ? new SubsetTest(part, whole)
                    : throw new UntranslatableException(call, $"'{part.Path}' and '{whole.Path}' are not sets of the same words.");
            case nameof(FactConditions.AnyIs):
                return new AnyOf([.. FlagsAt(arguments[0]).Select(flag => Is(flag, (bool)Constant(arguments[1])!))]);
            case nameof(FactConditions.AllAre):
                return new AllOf([.. FlagsAt(arguments[0]).Select(flag => Is(flag, (bool)Constant(arguments[1])!))]);
            case nameof(FactConditions.IsUnknown):
                return new UnknownTest(Required(arguments[0]));
            case nameof(FactConditions.DifferIn):
                return new PartnersDiffer(Each(arguments[1], Required));
            case nameof(FactConditions.Some):
                return new AtLeastPartners(1, Each(arguments[1], Read));
            case nameof(FactConditions.Every):
                return new EveryPartner(Each(arguments[1], Read));
            case nameof(FactConditions.AtLeast):
                var count = (int)Constant(arguments[1])!;
                return count >= 1
                    ? new AtLeastPartners(count, Each(arguments[2], Read))
                    : throw new UntranslatableException(call, "the number of partners must be at least 1.");
            default:
                throw new UntranslatableException(call, $"the method '{call.Method.Name}' is not known here.");
        }
    }

    /// <summary>Reads the lambda that a quantifier applies to each partner.</summary>
    private T Each<T>(Expression argument, Func<Expression, T> read)
    {
        var lambda = argument is UnaryExpression { NodeType: ExpressionType.Quote } quote ? (LambdaExpression)quote.Operand : (LambdaExpression)argument;
        var outer = partner;
        partner = lambda.Parameters[0];
        try
        {
            return read(lambda.Body);
        }
        finally
        {
            partner = outer;
        }
    }

    private static OneOf Is(Fact flag, bool value) => new(flag, value ? 0b10UL : 0b01UL);

    private Fact Required(Expression expression) =>
        FactAt(expression) ?? throw new UntranslatableException(expression, "it names no fact of the model.");

    private Fact? FactAt(Expression expression)
    {
        expression = WithoutConversions(expression);
        if (expression is MemberExpression { Member.Name: nameof(Nullable<>.Value), Expression: MethodCallExpression known })
        {
            expression = known;
        }

        if (expression is ParameterExpression parameter)
        {
            return bound.GetValueOrDefault(parameter);
        }

        return expression is MethodCallExpression call && call.Method.DeclaringType == typeof(FactExtensions) ? ExtensionAt(call)
            : PathOf(expression) is { } path ? registry.Find(path) : null;
    }

    /// <summary>The fact that a call such as <c>c.Extensions.YesNo("rcr.rotaShared")</c> names.</summary>
    private Fact ExtensionAt(MethodCallExpression call)
    {
        FactType[] types = call.Method.Name switch
        {
            nameof(FactExtensions.YesNo) => [FactType.YesNo],
            nameof(FactExtensions.Word) => [FactType.Word],
            nameof(FactExtensions.Words) => [FactType.Words],
            nameof(FactExtensions.Number) => [FactType.Number, FactType.WholeNumber],
            nameof(FactExtensions.Day) => [FactType.Date],
            var other => throw new UntranslatableException(call, $"the method '{other}' is not known here."),
        };
        if (call.Object is null || PathOf(WithoutConversions(call.Object)) is not { } group || Constant(call.Arguments[0]) is not string name)
        {
            throw new UntranslatableException(call, "name the fact in full, such as c.Extensions.YesNo(\"rcr.rotaShared\").");
        }

        var prefix = group + ".";
        var fact = registry.Find(prefix + name) ?? throw new UntranslatableException(call, Undeclared(name, prefix)) { Kind = RuleProblems.UndeclaredFact };
        return types.Contains(fact.Type) ? fact : throw new UntranslatableException(call, $"'{name}' is declared as {fact.Type}. Read it as that.");
    }

    private string Undeclared(string name, string group)
    {
        var near = registry.Nearest(group + name);
        var nearName = near is null ? null : FactRegistry.NameAmongExtensions(near.Path);
        return nearName == name
            ? near!.IsPerPartner ? $"'{name}' is a fact of each partner. Ask a partner for it." : $"'{name}' is a fact of the collaboration. Ask the collaboration for it."
            : $"no pack declares the fact '{name}'.{(nearName is null ? "" : $" Did you mean '{nearName}'?")}";
    }

    private IReadOnlyList<Fact> FlagsAt(Expression expression)
    {
        var path = PathOf(WithoutConversions(expression));
        var group = registry.Collaboration.Groups.FirstOrDefault(g => g.Path == path + ".");
        return group is { Facts: var flags } && flags.All(flag => flag.Type == FactType.YesNo) && flags.Count > 0
            ? flags
            : throw new UntranslatableException(expression, "it names no group of yes/no facts.");
    }

    /// <summary>The path that a chain of properties such as <c>c.Vision.Exists</c> spells, or null where it is no such chain.</summary>
    private string? PathOf(Expression expression)
    {
        var names = new Stack<string>();
        while (expression is MemberExpression { Member: PropertyInfo property, Expression: { } owner })
        {
            // "c.PartnerCount.Value" means the fact itself: whether it is known is asked by the test around it.
            if (property.Name != nameof(Nullable<>.Value) || Nullable.GetUnderlyingType(owner.Type) is null)
            {
                names.Push(Text.Words.CamelCase(property.Name));
            }

            expression = owner;
        }

        if (expression is not ParameterExpression root)
        {
            return null;
        }

        var path = string.Join('.', names);
        return root.Type == typeof(Collaboration) ? path
            : root.Type != typeof(Partner) ? null
            : root == partner ? "partners[]." + path
            : throw new UntranslatableException(expression, "inside a question about each partner, only that partner's facts can be read.");
    }

    private static Expression WithoutConversions(Expression expression)
    {
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert)
        {
            expression = convert.Operand;
        }

        return expression;
    }

    private ulong Words(Expression fact, Expression array)
    {
        var words = 0UL;
        foreach (var word in (Array)Constant(array)!)
        {
            words |= 1UL << WordIn(Required(fact), word, array);
        }

        return words;
    }

    /// <summary>The number of a word, be it of an enum of the model or of the words that a pack declares.</summary>
    private static int WordIn(Fact fact, object? word, Expression expression) => word switch
    {
        string text => fact.NumberOf(text) is var number and >= 0 ? number : throw new UntranslatableException(
            expression, $"'{text}' is no word of '{fact.Path}'. Its words are {Text.Words.List(fact.AllowedWords)}.{DidYouMean.Sentence(text, fact.AllowedWords)}"),
        _ => Convert.ToInt32(word, null),
    };

    /// <summary>The value of an expression in which no fact appears.</summary>
    private static object? Constant(Expression expression)
    {
        switch (WithoutConversions(expression))
        {
            case ConstantExpression constant:
                return constant.Value;
            case NewArrayExpression array:
                var values = Array.CreateInstance(array.Type.GetElementType()!, array.Expressions.Count);
                for (var i = 0; i < values.Length; i++)
                {
                    values.SetValue(Constant(array.Expressions[i]), i);
                }

                return values;
            case MemberExpression { Member: FieldInfo field } member:
                return field.GetValue(member.Expression is null ? null : Constant(member.Expression));
            case MemberExpression { Member: PropertyInfo property, Expression: null }:
                return property.GetValue(null);
            case var other:
                throw new UntranslatableException(other, "only facts can be compared with constants, and this is neither.");
        }
    }
}
