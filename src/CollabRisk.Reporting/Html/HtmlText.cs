using System.Globalization;
using System.Text;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>The one encoder: text as HTML shows it, between tags and in attributes in double quotes alike.</summary>
/// <remarks>
/// Whatever could end the text, or would not be seen as it is, is written so that it is shown and does nothing: markup as entities; control
/// characters, marks that turn the direction of what follows, those without width and code points that are not characters (<see cref="Unseen"/>) as U+FFFD.
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
        foreach (var (rune, isSeen) in Unseen.Of(text))
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
                _ when isSeen => Append(html, rune),
                _ => html.Append(Replacement),
            };
        }
    }

    private static StringBuilder Append(StringBuilder html, Rune rune)
    {
        Span<char> characters = stackalloc char[2];
        return html.Append(characters[..rune.EncodeToUtf16(characters)]);
    }
}
