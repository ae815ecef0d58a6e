namespace CollabRisk.Conditions;

/// <summary>
/// A value of Kleene's three-valued logic. The order matters: "and" is the smaller, "or" the greater of two values,
/// and "not" turns the order round, so an unknown never becomes true or false on the way.
/// </summary>
internal enum Truth : byte
{
    False = 0,
    Unknown = 1,
    True = 2,
}

internal static class Kleene
{
    public static Truth And(Truth a, Truth b) => a < b ? a : b;

    public static Truth Or(Truth a, Truth b) => a > b ? a : b;

    public static Truth Not(Truth a) => Truth.True - (byte)a;

    public static Truth Of(bool value) => value ? Truth.True : Truth.False;
}
