using System.Runtime.CompilerServices;
using CollabRisk.Text;

namespace CollabRisk.Facts;

/// <summary>
/// The codes of values as the model keeps them. A value that the fact cannot have reads as <see cref="Fact.Invalid"/>.
/// Generated code calls these with the property of each fact.
/// </summary>
/// <remarks>
/// A table keeps yes/no facts and words in a byte each: yes or no as two bits, "it may be so" and "it is so"; a word as its
/// number, or <see cref="UnknownWord"/>; what does not apply as a byte of its own. What is known of facts follows no pattern, so these are read without a branch,
/// and without a call, which would cost as much as the reading.
/// </remarks>
internal static class FactCodes
{
    /// <summary>The byte of "no".</summary>
    public const byte No = 0b00;

    /// <summary>The byte of a yes/no fact that is not known.</summary>
    public const byte UnknownYesNo = 0b01;

    /// <summary>The byte of "yes".</summary>
    public const byte Yes = 0b11;

    /// <summary>The byte of a word that is not known; no word has so high a number.</summary>
    public const byte UnknownWord = 63;

    /// <summary>The byte of a yes/no fact that does not apply.</summary>
    public const byte NotApplicable = 0b10;

    /// <summary>The byte of a word where the fact does not apply; no word has so high a number.</summary>
    public const byte NotApplicableWord = 62;

    /// <summary>The codes of the smallest and the largest number that have one, for facts without limits.</summary>
    public const long SmallestNumber = -LargestNumber, LargestNumber = (long)Fact.LargestNumber * Unit;

    /// <summary>The code of 1.</summary>
    private const long Unit = 10_000;

    /// <summary>So many digits have a code, whatever their scale.</summary>
    private const ulong MostDigits = long.MaxValue / Unit;

    private static ReadOnlySpan<long> TenTo => [1, 10, 100, 1_000, 10_000];

    public static long YesNo(bool? value) => value is { } yes ? (yes ? 1 : 0) : Fact.Unknown;

    /// <summary>The number of a word.</summary>
    public static long Word<T>(T? value, int words)
        where T : struct, Enum =>
        value is not { } word ? Fact.Unknown
        : (uint)Unsafe.As<T, int>(ref word) < (uint)words ? Unsafe.As<T, int>(ref word)
        : Fact.Invalid;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte YesNoByte(bool? value) =>
        (byte)(UnknownYesNo - One(value.HasValue) + (Yes * One(value.GetValueOrDefault())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte WordByte<T>(T? value, int words, ref bool hasInvalid)
        where T : struct, Enum
    {
        var word = value.GetValueOrDefault();
        var code = Unsafe.As<T, int>(ref word);
        hasInvalid |= (uint)code >= (uint)words;
        return (byte)(value.HasValue ? code : UnknownWord);
    }

    /// <summary>A code, which is noted where it is that of a value which the fact cannot have.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Checked(long code, ref bool hasInvalid)
    {
        hasInvalid |= code == Fact.Invalid;
        return code;
    }

    /// <summary>The byte of a code of a yes/no fact or a word.</summary>
    public static byte ToByte(FactType type, long code) => type == FactType.YesNo
        ? (byte)(code == Fact.Unknown ? UnknownYesNo : code == Fact.NotApplicable ? NotApplicable : Yes * code)
        : (byte)(code == Fact.Unknown ? UnknownWord : code == Fact.NotApplicable ? NotApplicableWord : code);

    /// <summary>The code that has a byte.</summary>
    public static long OfByte(FactType type, byte kept) => type == FactType.YesNo
        ? (kept == UnknownYesNo ? Fact.Unknown : kept == NotApplicable ? Fact.NotApplicable : kept >> 1)
        : (kept == UnknownWord ? Fact.Unknown : kept == NotApplicableWord ? Fact.NotApplicable : kept);

    /// <summary>1 for true and 0 for false, which is how every bool is kept that safe code made.</summary>
    private static byte One(bool value) => Unsafe.BitCast<bool, byte>(value);

    /// <summary>One bit for each word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Words<T>(FactSet<T>? value)
        where T : struct, Enum => value is { } words ? (long)words.Bits : Fact.Unknown;

    /// <summary>The number.</summary>
    /// <param name="value">The value.</param>
    /// <param name="smallest">The code of the smallest that the fact can have.</param>
    /// <param name="largest">The code of the largest.</param>
    public static long WholeNumber(int? value, long smallest, long largest) =>
        value is not { } number ? Fact.Unknown
        : number * Unit is var code && (code < smallest || code > largest) ? Fact.Invalid
        : code;

    /// <summary>The number to four decimals; the limits hold for it as it was given.</summary>
    /// <inheritdoc cref="WholeNumber"/>
    public static long Number(decimal? value, long smallest, long largest)
    {
        if (value is not { } number)
        {
            return Fact.Unknown;
        }

        // What a number of some digits and at most four decimals comes to takes no arithmetic of decimals, which is many times slower.
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        var (digits, scale) = ((uint)parts[0] | ((long)parts[1] << 32), parts[3] >> 16 & byte.MaxValue);
        if (parts[2] == 0 && (ulong)digits <= MostDigits && scale <= 4)
        {
            var code = digits * TenTo[4 - scale];
            code = parts[3] < 0 ? -code : code;
            return code < smallest || code > largest ? Fact.Invalid : code;
        }

        return number < Fact.DecodeNumber(smallest) || number > Fact.DecodeNumber(largest) ? Fact.Invalid : Fact.Encode(number);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Date(DateOnly? value) => value is { } day ? day.DayNumber : Fact.Unknown;

    /// <summary>Of a text, rules only see whether it is blank: 0, or says something: 1. One that is the answer of <see cref="DoesNotApply"/> is not a text.</summary>
    public static long Text(string? value) =>
        value is not { } text ? Fact.Unknown
        : !FactValues.Takes(text) || Unseen.HasHalfOfPair(text) || text == DoesNotApply.Word ? Fact.Invalid
        : string.IsNullOrWhiteSpace(text) ? 0 : 1;

    /// <summary>Lists have no code of their own: rules only see that they are given.</summary>
    public static long List(IReadOnlyCollection<object>? value) =>
        value is null ? Fact.Unknown : value.Count > FactValues.Entries ? Fact.Invalid : 0;

    /// <summary>The parts of a saving are not facts of the registry, so the list answers for them.</summary>
    public static long List(FactList<Saving>? value) =>
        value is not null && value.Any(saving => Number(saving.Amount, SmallestNumber, LargestNumber) == Fact.Invalid || Text(saving.Period) == Fact.Invalid || Text(saving.Source) == Fact.Invalid)
            ? Fact.Invalid
            : List((IReadOnlyCollection<object>?)value);
}
