using System.Globalization;
using System.Text;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Yaml;

/// <summary>A text as an author would put it in quotes: whoever pastes it has the text that was meant, and not another.</summary>
internal static class QuotedText
{
    /// <summary>A sentence or two is shown whole; what is longer would fill a screen of an editor.</summary>
    private const int Most = 1_000;

    /// <summary>The text in single quotes, or in double ones where it has an apostrophe or what no reader would see.</summary>
    public static string Of(string text) => text.Contains('\'', StringComparison.Ordinal) || Unseen.Escaped(text) != text ? InDouble(text) : Shortened(text, text, '\'');

    /// <summary>The text in double quotes.</summary>
    public static string InDouble(string text)
    {
        var quoted = new StringBuilder();
        foreach (var (rune, isSeen) in Unseen.Of(text))
        {
            _ = rune.Value is '\\' or '"' ? quoted.Append('\\').Append(rune)
                : isSeen ? quoted.Append(rune)
                : rune.IsBmp ? quoted.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}")
                : quoted.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}");
        }

        return Shortened(text, quoted.ToString(), '"');
    }

    private static string Shortened(string text, string written, char quote) => text.Length <= Most ? $"{quote}{written}{quote}"
        : $"{quote}{Shown.Name(text)}{quote}, which is shortened here: put all of the text between the quotes.";
}
