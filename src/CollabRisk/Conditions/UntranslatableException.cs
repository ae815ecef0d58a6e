using System.Linq.Expressions;

namespace CollabRisk.Conditions;

/// <summary>A lambda says something that has no place in a condition tree.</summary>
internal sealed class UntranslatableException(Expression expression, string reason)
    : Exception($"'{expression}' cannot be read as a condition: {reason}")
{
    /// <summary>Whether it names a fact that no pack declares; otherwise it says something that conditions cannot say.</summary>
    public bool IsOfUndeclaredFact { get; init; }
}
