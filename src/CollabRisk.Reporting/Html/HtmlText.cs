using System.Globalization;
using System.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>The one encoder: text as HTML shows it, between tags and in attributes in double quotes alike.</summary>
/// <remarks>
/// Whatever could end the text, or would not be seen as it is, is written so that it is shown and does nothing: markup as entities; control
/// characters, marks that turn the direction of what follows, halves of surrogate pairs and code points that are no characters as U+FFFD.
/// </remarks>
internal static class HtmlText
{
    /// <summary>Longer texts are cut, and say so: one value must not push everything else off the page.</summary>
    public const int MostCharacters = 2_000;

    private const char Replacement = '\uFFFD';

    public static void Append(StringBuilder html, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        var written = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (written >= MostCharacters)
            {
                html.Append(CultureInfo.InvariantCulture, $"… (cut: {text.Length} characters in all)");
                return;
            }

            written += rune.Utf16SequenceLength;
            _ = rune.Value switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                '\n' or '\r' or '\t' => html.Append(' '),
                _ when IsUnsafe(rune) => html.Append(Replacement),
                _ => Append(html, rune),
            };
        }
    }

    /// <summary>Whether a character would change how the text around it looks, or must not be in a document.</summary>
    public static bool IsUnsafe(Rune rune) => Rune.IsControl(rune)
        || rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x2028 and <= 0x202E) or (>= 0x2066 and <= 0x2069) or (>= 0xFDD0 and <= 0xFDEF) or 0xFEFF
        || (rune.Value & 0xFFFE) == 0xFFFE;

    private static StringBuilder Append(StringBuilder html, Rune rune)
    {
        Span<char> characters = stackalloc char[2];
        return html.Append(characters[..rune.EncodeToUtf16(characters)]);
    }
}
