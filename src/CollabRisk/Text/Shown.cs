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
        foreach (var (rune, isSeen) in Unseen.Of(text))
        {
            if (shown.Length >= MostCharacters)
            {
                return shown.Append('…').ToString();
            }

            // Half of a surrogate pair is enumerated as the replacement character.
            _ = isSeen
                ? shown.Append(rune)
                : shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
        }

        return shown.ToString();
    }
}
