using System.Linq.Expressions;

namespace CollabRisk.NRules.Translation;

/// <summary>The parameters that an expression reads and does not bring along itself, in the order in which they appear.</summary>
internal sealed class FreeParameters : ExpressionVisitor
{
    private readonly HashSet<ParameterExpression> own = [];
    private readonly OrderedDictionary<ParameterExpression, bool> free = [];

    public static IReadOnlyList<ParameterExpression> Of(Expression expression)
    {
        var visitor = new FreeParameters();
        visitor.Visit(expression);
        return [.. visitor.free.Keys];
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        own.UnionWith(node.Parameters);
        return base.VisitLambda(node);
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        if (!own.Contains(node))
        {
            free.TryAdd(node, true);
        }

        return node;
    }
}
