using System.Globalization;
using System.Text;

namespace CollabRisk.Cli.Packs;

/// <summary>Small letters without their accents, for ids, which have none: <c>É</c> is <c>e</c>.</summary>
internal static class PlainLetters
{
    /// <summary>Letters of the Latin alphabet that are not a plain letter with an accent.</summary>
    private static readonly Dictionary<char, string> Others = new()
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ı'] = "i",
    };

    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
        {
            plain.Append(Others.GetValueOrDefault(c) ?? $"{c}");
        }

        return plain.ToString();
    }
}
