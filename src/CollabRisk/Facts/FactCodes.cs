using System.Runtime.CompilerServices;

namespace CollabRisk.Facts;

/// <summary>
/// The codes of values as the model keeps them. A value that the fact cannot have reads as <see cref="Fact.Invalid"/>.
/// Generated code calls these with the property of each fact.
/// </summary>
internal static class FactCodes
{
    public static long YesNo(bool? value) => value is { } yes ? (yes ? 1 : 0) : Fact.Unknown;

    /// <summary>The number of a word.</summary>
    public static long Word<T>(T? value, int words)
        where T : struct, Enum =>
        value is not { } word ? Fact.Unknown
        : (uint)Unsafe.As<T, int>(ref word) < (uint)words ? Unsafe.As<T, int>(ref word)
        : Fact.Invalid;

    /// <summary>One bit for each word.</summary>
    public static long Words<T>(FactSet<T>? value)
        where T : struct, Enum => value is { } words ? (long)words.Bits : Fact.Unknown;

    public static long WholeNumber(int? value, decimal? smallest, decimal? largest) =>
        value is not { } number ? Fact.Unknown
        : number < smallest || number > largest ? Fact.Invalid
        : Fact.Encode(number);

    /// <summary>The number to four decimals; the limits hold for it as it was given.</summary>
    public static long Number(decimal? value, decimal? smallest, decimal? largest) =>
        value is not { } number ? Fact.Unknown
        : number < smallest || number > largest || Math.Abs(number) > Fact.LargestNumber ? Fact.Invalid
        : Fact.Encode(number);

    public static long Date(DateOnly? value) => value is { } day ? day.DayNumber : Fact.Unknown;

    /// <summary>Of a text, rules only see whether it is blank: 0, or says something: 1.</summary>
    public static long Text(string? value) =>
        value is not { } text ? Fact.Unknown
        : !FactValues.Takes(text) ? Fact.Invalid
        : string.IsNullOrWhiteSpace(text) ? 0 : 1;

    /// <summary>Lists have no code of their own: rules only see that they are given.</summary>
    public static long List(IReadOnlyCollection<object>? value) =>
        value is null ? Fact.Unknown : value.Count > FactValues.Entries ? Fact.Invalid : 0;

    /// <summary>The parts of a saving are not facts of the registry, so the list answers for them.</summary>
    public static long List(FactList<Saving>? value) =>
        value is not null && value.Any(saving => Number(saving.Amount, null, null) == Fact.Invalid || Text(saving.Period) == Fact.Invalid || Text(saving.Source) == Fact.Invalid)
            ? Fact.Invalid
            : List((IReadOnlyCollection<object>?)value);
}
