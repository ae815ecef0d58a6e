namespace CollabRisk.Conditions;

/// <summary>The value of a condition in Kleene's three-valued logic.</summary>
/// <remarks>
/// The order matters: "and" is the smaller, "or" the greater of two values, and "not" turns the order round, so an unknown never
/// becomes true or false on the way.
/// </remarks>
public enum Truth
{
    /// <summary>The condition is known not to hold.</summary>
    False,

    /// <summary>Facts that are not known decide whether it holds. Never the same as <see cref="False"/>.</summary>
    Unknown,

    /// <summary>The condition is known to hold.</summary>
    True,
}

internal static class Kleene
{
    public static Truth And(Truth a, Truth b) => a < b ? a : b;

    public static Truth Or(Truth a, Truth b) => a > b ? a : b;

    public static Truth Not(Truth a) => Truth.True - (int)a;

    public static Truth Of(bool value) => value ? Truth.True : Truth.False;
}
