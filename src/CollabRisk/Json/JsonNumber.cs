using System.Globalization;
using System.Text;

namespace CollabRisk.Json;

/// <summary>Reads the numbers of JSON exactly. A decimal or a double would round in silence what it cannot hold.</summary>
internal static class JsonNumber
{
    private const int MostDigits = 18;

    /// <summary>Reads a number.</summary>
    /// <param name="text">A number as JSON writes it: <c>-12.50</c>, <c>3e2</c>.</param>
    /// <param name="value">The number; 0 where it is too large or has too many decimals.</param>
    /// <param name="decimals">How many decimals the number has, zeros at its end not counted.</param>
    /// <returns>Whether the number is not too large.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out decimal value, out long decimals)
    {
        (value, decimals) = (0, 0);
        var number = Encoding.ASCII.GetString(text);
        var e = number.AsSpan().IndexOfAny('e', 'E');
        var mantissa = e < 0 ? number : number[..e];
        var exponent = e < 0 ? 0 : Exponent(number[(e + 1)..]);

        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        exponent -= point < 0 ? 0 : mantissa.Length - point - 1;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('-');
        var significant = digits.TrimEnd('0');
        exponent += digits.Length - significant.Length;
        significant = significant.TrimStart('0');

        if (significant.Length == 0)
        {
            return true;
        }

        decimals = Math.Max(0, -exponent);
        if (significant.Length + exponent > MostDigits)
        {
            return false;
        }

        if (decimals <= JsonLimits.Decimals)
        {
            value = decimal.Parse($"{significant}e{exponent}", NumberStyles.AllowExponent, CultureInfo.InvariantCulture);
            value = mantissa[0] == '-' ? -value : value;
        }

        return true;
    }

    /// <summary>The exponent; one that no number needs is cut short, so that sums with it cannot overflow.</summary>
    private static long Exponent(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            ? Math.Clamp(exponent, -int.MaxValue, int.MaxValue)
            : text[0] == '-' ? -int.MaxValue : int.MaxValue;
}
