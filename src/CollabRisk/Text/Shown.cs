using System.Globalization;
using System.Text;

namespace CollabRisk.Text;

/// <summary>Shows what is in a file within a message: on one line, and not too long.</summary>
internal static class Shown
{
    private const int MostCharacters = 60;

    /// <summary>The text in quotes.</summary>
    public static string Value(string text) => $"'{Name(text)}'";

    /// <summary>The text without quotes.</summary>
    public static string Name(string text)
    {
        var shown = new StringBuilder();
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= MostCharacters)
            {
                return shown.Append('…').ToString();
            }

            // Half of a surrogate pair is enumerated as the replacement character.
            _ = Unseen.Is(rune, text, at)
                ? shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}")
                : shown.Append(rune);
            at += rune.Utf16SequenceLength;
        }

        return shown.ToString();
    }
}
