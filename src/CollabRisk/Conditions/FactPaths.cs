using System.Linq.Expressions;
using System.Reflection;
using CollabRisk.Facts;

namespace CollabRisk.Conditions;

/// <summary>Reads what the expressions of C# rules name: constants, and facts such as <c>c.Vision.Exists</c>, <c>p.Role</c>, <c>c.Extensions.YesNo("rcr.rotaShared")</c>.</summary>
internal sealed class FactPaths(FactRegistry registry)
{
    /// <summary>Facts that stand for parameters of a lambda, for rules over the flags of a group.</summary>
    private readonly Dictionary<ParameterExpression, Fact> bound = [];

    /// <summary>The partner of whom a condition speaks at the moment.</summary>
    private ParameterExpression? partner;

    /// <summary>Begins to read a lambda on the collaboration, and on a partner where it has one as a parameter.</summary>
    public void Enter(LambdaExpression lambda) => partner = lambda.Parameters.SingleOrDefault(p => p.Type == typeof(Partner));

    /// <summary>Lets a parameter of a lambda stand for a fact.</summary>
    public void Bind(ParameterExpression parameter, Fact fact) => bound[parameter] = fact;

    /// <summary>Reads something that is said about each partner.</summary>
    public T About<T>(ParameterExpression each, Func<T> read)
    {
        var outer = partner;
        partner = each;
        try
        {
            return read();
        }
        finally
        {
            partner = outer;
        }
    }

    /// <summary>The fact that an expression names.</summary>
    public Fact Required(Expression expression) =>
        FactAt(expression) ?? throw new UntranslatableException(expression, "it names no fact of the model.");

    /// <summary>The fact that an expression names, or null where it names none.</summary>
    public Fact? FactAt(Expression expression)
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
        var fact = registry.Find(prefix + name) ?? throw new UntranslatableException(call, Undeclared(name, prefix)) { IsOfUndeclaredFact = true };
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

    /// <summary>The flags of the group that an expression names.</summary>
    public IReadOnlyList<Fact> FlagsAt(Expression expression)
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

    public static Expression WithoutConversions(Expression expression)
    {
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert)
        {
            expression = convert.Operand;
        }

        return expression;
    }

    /// <summary>The value of an expression in which no fact appears.</summary>
    public static object? Constant(Expression expression)
    {
        switch (WithoutConversions(expression))
        {
            case ConstantExpression constant:
                return constant.Value;
            case NewArrayExpression array:
                var values = Array.CreateInstanceFromArrayType(array.Type, array.Expressions.Count);
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
