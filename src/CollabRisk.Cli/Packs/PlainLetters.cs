using System.Globalization;
using System.Text;

namespace CollabRisk.Cli.Packs;

/// <summary>Letters without their accents, for ids, which have none: <c>é</c> is <c>e</c>.</summary>
internal static class PlainLetters
{
    /// <summary>Letters of the Latin alphabet that are not a plain letter with an accent.</summary>
    private static readonly Dictionary<char, string> Others = new()
    {
        ['ß'] = "ss", ['æ'] = "ae", ['Æ'] = "AE", ['œ'] = "oe", ['Œ'] = "OE", ['ø'] = "o", ['Ø'] = "O", ['ł'] = "l", ['Ł'] = "L", ['đ'] = "d", ['Đ'] = "D",
        ['ð'] = "d", ['Ð'] = "D", ['þ'] = "th", ['Þ'] = "TH", ['ı'] = "i",
    };

    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
        {
            plain.Append(Others.GetValueOrDefault(c) ?? $"{c}");
        }

        return plain.ToString();
    }
}
