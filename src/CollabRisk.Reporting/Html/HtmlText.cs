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

    /// <summary>A passage; what is in another language than the text around it is in an element that says so.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="passage">The passage.</param>
    /// <param name="around">The language of what is around it.</param>
    public static void Append(StringBuilder html, Passage passage, string around)
    {
        var attributes = passage.IsEmpty ? "" : LanguageOf(passage.Language, around);
        if (attributes.Length > 0)
        {
            html.Append("<span").Append(attributes).Append('>');
        }

        // Of one that is cut, it is the whole that is too long, and not its parts.
        var isWhole = passage.Parts.Count == 0 || passage.ToString().Length > MostCharacters;
        if (isWhole)
        {
            Append(html, passage.ToString());
        }

        foreach (var part in isWhole ? [] : passage.Parts)
        {
            Append(html, part, attributes.Length > 0 ? passage.Language ?? LanguageTag.English : around);
        }

        if (attributes.Length > 0)
        {
            html.Append("</span>");
        }
    }

    /// <summary>The attributes of an element whose text is in a language, with the direction where that is another; nothing where the language is that of what is around it.</summary>
    /// <param name="language">The tag of the language; null for English.</param>
    /// <param name="around">That of what is around it.</param>
    public static string LanguageOf(string? language, string around)
    {
        if (LanguageTag.Fits(language ?? LanguageTag.English, around))
        {
            return "";
        }

        var attributes = new StringBuilder(" lang=\"");
        Append(attributes, language ?? LanguageTag.English);
        attributes.Append('"');
        var isRightToLeft = LanguageTag.IsRightToLeft(language);
        return (isRightToLeft == LanguageTag.IsRightToLeft(around) ? attributes : attributes.Append(isRightToLeft ? " dir=\"rtl\"" : " dir=\"ltr\"")).ToString();
    }

    private static StringBuilder Append(StringBuilder html, Rune rune)
    {
        Span<char> characters = stackalloc char[2];
        return html.Append(characters[..rune.EncodeToUtf16(characters)]);
    }
}
