namespace CollabRisk.Conditions;

/// <summary>The values that a condition can have, or may still have while not all its facts are chosen: a set of Kleene's three.</summary>
[Flags]
internal enum Truths : byte
{
    None = 0,
    False = 1,
    Unknown = 2,
    True = 4,
    NotTrue = False | Unknown,
    Settled = False | True,
    Any = False | Unknown | True,
}

/// <summary>
/// Kleene's logic on sets of values. Both sides are taken to be independent, so a set may be too large and is never too small.
/// </summary>
internal static class TruthSets
{
    public static Truths Of(Truth value) => (Truths)(1 << (int)value);

    public static Truths Of(bool value) => value ? Truths.True : Truths.False;

    public static Truths And(Truths a, Truths b)
    {
        // "And" is the smaller of two values, so it is unknown where one is and the other is no smaller.
        const Truths NotFalse = Truths.Unknown | Truths.True;
        var isUnknown = (a.Has(Truths.Unknown) && b.Has(NotFalse)) || (b.Has(Truths.Unknown) && a.Has(NotFalse));
        return ((a | b) & Truths.False) | (a & b & Truths.True) | (isUnknown ? Truths.Unknown : Truths.None);
    }

    public static Truths And(IEnumerable<Truths> parts) => parts.Aggregate(Truths.True, And);

    public static Truths Or(IEnumerable<Truths> parts) => parts.Aggregate(Truths.False, Or);

    public static Truths Or(Truths a, Truths b) => Not(And(Not(a), Not(b)));

    public static Truths Not(Truths a) =>
        (a & Truths.Unknown) | (a.Has(Truths.False) ? Truths.True : Truths.None) | (a.Has(Truths.True) ? Truths.False : Truths.None);

    /// <summary>Whether any of the values is among them.</summary>
    public static bool Has(this Truths values, Truths any) => (values & any) != Truths.None;
}
