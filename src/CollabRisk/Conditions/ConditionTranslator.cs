using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Conditions;

/// <summary>Translates the lambdas of C# rules into condition trees, as the rule book is built.</summary>
/// <remarks>
/// The compiler leaves it to the program to find the operators of <see cref="decimal"/>, so that one that was trimmed or compiled
/// ahead of time has to be told to keep them.
/// </remarks>
[method: DynamicDependency("op_Equality", typeof(decimal))]
[method: DynamicDependency("op_Inequality", typeof(decimal))]
[method: DynamicDependency("op_LessThan", typeof(decimal))]
[method: DynamicDependency("op_LessThanOrEqual", typeof(decimal))]
[method: DynamicDependency("op_GreaterThan", typeof(decimal))]
[method: DynamicDependency("op_GreaterThanOrEqual", typeof(decimal))]
[method: DynamicDependency("op_Implicit", typeof(decimal))]
[method: DynamicDependency("op_Explicit", typeof(decimal))]
internal sealed class ConditionTranslator(FactRegistry registry)
{
    private readonly FactPaths paths = new(registry);

    public Condition Translate(LambdaExpression lambda)
    {
        paths.Enter(lambda);
        return Read(lambda.Body);
    }

    /// <summary>Translates a condition on a yes/no fact for one such fact.</summary>
    public Condition Translate(LambdaExpression flagCondition, Fact flag)
    {
        paths.Bind(flagCondition.Parameters[0], flag);
        return Read(flagCondition.Body);
    }

    /// <summary>The fact that a lambda such as <c>c => c.Vision.Exists</c> or <c>p => p.Role</c> names.</summary>
    public Fact FactNamedBy(LambdaExpression lambda)
    {
        paths.Enter(lambda);
        return paths.Required(lambda.Body);
    }

    /// <summary>The flags of the group that a lambda such as <c>c => c.Culture.Traits</c> names.</summary>
    public IReadOnlyList<Fact> FlagsNamedBy(LambdaExpression lambda) => paths.FlagsAt(lambda.Body);

    private Condition Read(Expression expression) => expression switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } and => new AllOf([.. Flatten(and, and.NodeType).Select(Read)]),
        BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } or => new AnyOf([.. Flatten(or, or.NodeType).Select(Read)]),
        UnaryExpression { NodeType: ExpressionType.Not } not => Not.Of(Read(not.Operand)),
        BinaryExpression binary when ComparisonOf(binary.NodeType) is { } comparison => Compare(binary, binary.Left, comparison, binary.Right),
        MethodCallExpression call when call.Method.DeclaringType == typeof(FactConditions) => Call(call),
        _ when paths.FactAt(expression) is { } fact => throw new UntranslatableException(
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
        if (left is MethodCallExpression { Method.Name: nameof(FactConditions.SumOf) } sum)
        {
            return Sum(sum, comparison, right);
        }

        if (paths.FactAt(left) is not { } fact)
        {
            return paths.FactAt(right) is not null || right is MethodCallExpression { Method.Name: nameof(FactConditions.SumOf) }
                ? Compare(whole, right, Comparisons.Turned(comparison), left)
                : throw new UntranslatableException(whole, "neither side is a fact of the model.");
        }

        if (fact.Type == FactType.Date && DayAt(right) is (var day, var shift))
        {
            return new DayPairTest(fact, comparison, day, shift);
        }

        if (paths.FactAt(right) is { } other)
        {
            return fact.Type is FactType.Number or FactType.WholeNumber && other.Type is FactType.Number or FactType.WholeNumber
                ? new NumberPairTest(fact, comparison, other)
                : throw new UntranslatableException(whole, "only numbers, and days, can be compared with each other.");
        }

        var constant = FactPaths.Constant(right)
            ?? throw new UntranslatableException(whole, "nothing equals an unknown fact. A data gap can ask IsUnknown().");
        return fact.Type switch
        {
            FactType.YesNo => new OneOf(fact, Passing(2, comparison, (bool)constant ? 1 : 0)),
            FactType.Word when comparison is Comparison.Equal or Comparison.NotEqual => Is(fact, 1UL << WordIn(fact, constant, right)) is var same && comparison == Comparison.Equal ? same : same.Opposite(),
            FactType.Word when fact.IsOrdered => new OneOf(fact, Passing(fact.AllowedWords.Count, comparison, WordIn(fact, constant, right))),
            FactType.Word => throw new UntranslatableException(whole, $"the words of '{fact.Path}' have no order."),
            FactType.Number or FactType.WholeNumber => new NumberTest(fact, comparison, Fact.Encode(Convert.ToDecimal(constant, null))),
            FactType.Date => new NumberTest(fact, comparison, ((DateOnly)constant).DayNumber),
            _ => throw new UntranslatableException(whole, $"'{fact.Path}' cannot be compared with == or <; see FactConditions."),
        };
    }

    private PartnersSum Sum(MethodCallExpression call, Comparison comparison, Expression right)
    {
        var fact = Each(call.Arguments[1], paths.Required);
        return FactPaths.Constant(right) is { } constant
            ? new PartnersSum(fact, comparison, Fact.Encode(Convert.ToDecimal(constant, null)))
            : throw new UntranslatableException(call, "a sum over partners is compared with a number.");
    }

    /// <summary>A day of the model, or a time before or after it: <c>c.AsOf.Minus(2, TimeUnit.Years)</c>.</summary>
    private (Fact Day, Period Shift)? DayAt(Expression expression)
    {
        if (expression is MethodCallExpression { Method.Name: nameof(FactConditions.Plus) or nameof(FactConditions.Minus) } call && call.Method.DeclaringType == typeof(FactConditions))
        {
            var period = PeriodOf(call);
            return (paths.Required(call.Arguments[0]), call.Method.Name == nameof(FactConditions.Plus) ? period : period.Turned);
        }

        return paths.FactAt(expression) is { Type: FactType.Date } day ? (day, Period.None) : null;
    }

    private static Period PeriodOf(MethodCallExpression call) => (int)FactPaths.Constant(call.Arguments[1])! is var count and >= 1 and <= Period.MostUnits
        ? Period.Of(count, (TimeUnit)FactPaths.Constant(call.Arguments[2])!)
        : throw new UntranslatableException(call, "a time is at least 1, and at most 9,999, of its unit.");

    private DayPairTest SinceAsOf(MethodCallExpression call, Comparison comparison, Func<Period, Period> shift) =>
        new(paths.Required(call.Arguments[0]), comparison, registry.AsOf, shift(PeriodOf(call)));

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
                return new RaisedTest((string)FactPaths.Constant(arguments[0])!, arguments.Count > 1 ? (Level)FactPaths.Constant(arguments[1])! : null);
            case nameof(FactConditions.OverallIsAtLeast):
                return new OverallTest((Level)FactPaths.Constant(arguments[0])!);
            case nameof(FactConditions.IsAnyOf):
                return Is(paths.Required(arguments[0]), Words(arguments));
            case nameof(FactConditions.IsAdded):
                var fact = paths.Required(arguments[0]);
                var added = Words(arguments);
                return added >> fact.OwnWordCount != 0
                    ? Is(fact, added)
                    : throw new UntranslatableException(call, $"'{FactPaths.Constant(arguments[1])}' is a word of '{fact.Path}' that no pack adds. Compare with == where it is one of the library's.");
            case nameof(FactConditions.IsBelow):
                return Compare(call, arguments[0], Comparison.Less, arguments[1]);
            case nameof(FactConditions.IsAtLeast):
                return Compare(call, arguments[0], Comparison.AtLeast, arguments[1]);
            case nameof(FactConditions.Includes):
                return new SetTest(paths.Required(arguments[0]), SetQuestion.HasAll, Words(arguments));
            case nameof(FactConditions.IncludesAny):
                return new SetTest(paths.Required(arguments[0]), SetQuestion.HasAny, Words(arguments));
            case nameof(FactConditions.IsExactly):
                return new SetTest(paths.Required(arguments[0]), SetQuestion.Is, Words(arguments));
            case nameof(FactConditions.IsBlank):
                return new NumberTest(paths.Required(arguments[0]), Comparison.Equal, 0);
            case nameof(FactConditions.IsWithin):
                var (part, whole) = (paths.Required(arguments[0]), paths.Required(arguments[1]));
                return part.AllowedWords.SequenceEqual(whole.AllowedWords)
                    ? new SubsetTest(part, whole)
                    : throw new UntranslatableException(call, $"'{part.Path}' and '{whole.Path}' are not sets of the same words.");
            case nameof(FactConditions.AnyIs):
                return new AnyOf([.. paths.FlagsAt(arguments[0]).Select(flag => Is(flag, (bool)FactPaths.Constant(arguments[1])!))]);
            case nameof(FactConditions.AllAre):
                return new AllOf([.. paths.FlagsAt(arguments[0]).Select(flag => Is(flag, (bool)FactPaths.Constant(arguments[1])!))]);
            case nameof(FactConditions.IsUnknown):
                return new UnknownTest(paths.Required(arguments[0]));
            case nameof(FactConditions.DifferIn):
                return new PartnersDiffer(Each(arguments[1], paths.Required));
            case nameof(FactConditions.Some):
                return new AtLeastPartners(1, Each(arguments[1], Read));
            case nameof(FactConditions.Every):
                return new EveryPartner(Each(arguments[1], Read));
            case nameof(FactConditions.AtLeast):
                var count = (int)FactPaths.Constant(arguments[1])!;
                return count >= 1
                    ? new AtLeastPartners(count, Each(arguments[2], Read))
                    : throw new UntranslatableException(call, "the number of partners must be at least 1.");
            case nameof(FactConditions.Most):
                return new AtLeastPartners(Quota.Most, Each(arguments[1], Read));
            case nameof(FactConditions.AtLeastShare):
            case nameof(FactConditions.MoreThanShare):
                var (upper, lower) = ((int)FactPaths.Constant(arguments[1])!, (int)FactPaths.Constant(arguments[2])!);
                return upper >= 1 && upper < lower && lower <= FactConditions.LargestWhole
                    ? new AtLeastPartners(Quota.OfShare(upper, lower, call.Method.Name == nameof(FactConditions.MoreThanShare)), Each(arguments[3], Read))
                    : throw new UntranslatableException(call, "the share must be more than none and less than all of the partners, in parts of at most 10,000. Of all of them ask Every.");
            case nameof(FactConditions.IsOlderThan):
                return SinceAsOf(call, Comparison.Less, static period => period.Turned);
            case nameof(FactConditions.IsInTheLast):
                return new AllOf([SinceAsOf(call, Comparison.AtLeast, static period => period.Turned), SinceAsOf(call, Comparison.AtMost, static _ => Period.None)]);
            case nameof(FactConditions.IsInTheNext):
                return new AllOf([SinceAsOf(call, Comparison.AtLeast, static _ => Period.None), SinceAsOf(call, Comparison.AtMost, static period => period)]);
            case nameof(FactConditions.AtLeastOf):
                return AtLeastOf(call, (int)FactPaths.Constant(arguments[0])!, arguments[1]);
            default:
                throw new UntranslatableException(call, $"the method '{call.Method.Name}' is not known here.");
        }
    }

    private AtLeastOf AtLeastOf(MethodCallExpression call, int count, Expression conditions) => conditions is NewArrayExpression { Expressions: var each } && count >= 1 && count < each.Count
        ? new AtLeastOf(count, [.. each.Select(Read)])
        : throw new UntranslatableException(call, "list the conditions themselves, and ask for at least 1 and for fewer than there are. That all of them hold is said with &&.");

    /// <summary>Reads the lambda that a quantifier applies to each partner.</summary>
    private T Each<T>(Expression argument, Func<Expression, T> read)
    {
        var lambda = argument is UnaryExpression { NodeType: ExpressionType.Quote } quote ? (LambdaExpression)quote.Operand : (LambdaExpression)argument;
        return paths.About(lambda.Parameters[0], () => read(lambda.Body));
    }

    private static OneOf Is(Fact flag, bool value) => new(flag, value ? 0b10UL : 0b01UL);

    /// <summary>The test for some words, one bit each, and for the added ones that count as one of them.</summary>
    private static OneOf Is(Fact fact, ulong words) => new(fact, fact.WithCounted(words));

    /// <summary>The words of which a call asks of the fact that it names first: each an argument, or all of them one array.</summary>
    private ulong Words(IReadOnlyList<Expression> arguments)
    {
        var fact = paths.Required(arguments[0]);
        var words = 0UL;
        foreach (var argument in arguments.Skip(1))
        {
            foreach (var word in FactPaths.Constant(argument) is var value && value is Array array ? array : new[] { value })
            {
                words |= 1UL << WordIn(fact, word, argument);
            }
        }

        return words;
    }

    /// <summary>The number of a word, be it of an enum of the model or of the words that a pack declares.</summary>
    private static int WordIn(Fact fact, object? word, Expression expression) => word switch
    {
        string text => fact.NumberOf(text) is var number and >= 0 ? number : throw new UntranslatableException(
            expression, $"'{text}' is not a word of '{fact.Path}'. Its words are {Text.Words.List(fact.AllowedWords)}.{DidYouMean.Sentence(text, fact.AllowedWords)}"),
        _ => Convert.ToInt32(word, null),
    };
}
