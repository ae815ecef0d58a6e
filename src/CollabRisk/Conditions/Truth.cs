namespace CollabRisk.Conditions;

/// <summary>The value of a condition in Kleene's three-valued logic.</summary>
/// <remarks>
/// The order matters: "and" is the smaller, "or" the greater of two values, and "not" turns the order round, so an unknown
/// never becomes true or false on the way.
/// </remarks>
public enum Truth : byte
{
    /// <summary>The condition is known not to hold.</summary>
    False = 0,

    /// <summary>Facts that are not known decide whether it holds. Never the same as <see cref="False"/>.</summary>
    Unknown = 1,

    /// <summary>The condition is known to hold.</summary>
    True = 2,
}

/// <summary>The connectives of three-valued logic.</summary>
internal static class Kleene
{
    public static Truth And(Truth a, Truth b) => a < b ? a : b;

    public static Truth Or(Truth a, Truth b) => a > b ? a : b;

    public static Truth Not(Truth a) => Truth.True - (byte)a;

    public static Truth Of(bool value) => value ? Truth.True : Truth.False;
}
