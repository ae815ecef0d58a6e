using System.Globalization;

namespace CollabRisk.Json;

/// <summary>Reads the numbers of JSON. A double would round in silence what it cannot hold.</summary>
internal static class JsonNumber
{
    /// <summary>Reads a number.</summary>
    /// <param name="text">A number as JSON writes it: <c>-12.50</c>, <c>3e2</c>.</param>
    /// <param name="value">The number, to the 28 digits of a decimal; 0 where it is too large for one.</param>
    /// <param name="isWhole">Whether the number, as it is written, has no decimals but zeros.</param>
    /// <returns>Whether the number is not too large.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out decimal value, out bool isWhole)
    {
        var e = text.IndexOfAny((byte)'e', (byte)'E');
        isWhole = Decimals(e < 0 ? text : text[..e]) <= (e < 0 ? 0 : Exponent(text[(e + 1)..]));
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The decimals up to the last that is not zero; negative for zeros before the point; very few for nought.</summary>
    private static long Decimals(ReadOnlySpan<byte> mantissa)
    {
        var point = mantissa.IndexOf((byte)'.');
        var last = mantissa.LastIndexOfAnyInRange((byte)'1', (byte)'9');
        return last < 0 ? long.MinValue
            : point < 0 ? last + 1 - mantissa.Length
            : last < point ? last + 1 - point
            : last - point;
    }

    /// <summary>The exponent; one that no number needs is cut short.</summary>
    private static long Exponent(ReadOnlySpan<byte> text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) ? exponent
        : text[0] == '-' ? -long.MaxValue : long.MaxValue;
}
