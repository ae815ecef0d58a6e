using System.Buffers;
using System.Text;
using System.Text.Json;
using CollabRisk.Text;

namespace CollabRisk.Json;

/// <summary>
/// Says in plain words why a text is not JSON. The parser's own message would not do: it can hold the whole rest of the
/// file.
/// </summary>
internal static class SyntaxFault
{
    private static readonly SearchValues<byte> BetweenTokens = SearchValues.Create(" \t\r\n,:"u8);
    private static readonly SearchValues<byte> EndsOfWords = SearchValues.Create(" \t\r\n,:{}[]\""u8);

    /// <summary>Where the fault is, in bytes, and what it is.</summary>
    /// <param name="json">The text.</param>
    /// <param name="previousEnd">Where the last token that was right ends.</param>
    /// <param name="previous">What that token is.</param>
    /// <param name="at">Where the parser gave up: before the end of the text.</param>
    public static (int At, string Message) Describe(ReadOnlySpan<byte> json, int previousEnd, JsonTokenType previous, int at)
    {
        var gap = json[previousEnd..].IndexOfAnyExcept(BetweenTokens);
        var start = gap < 0 ? at : Math.Min(at, previousEnd + gap);
        if (json[start] == '"' && start < at && IsWithinText(json[start..at]))
        {
            return (at, json[at] < 0x20
                ? "a line break or another control character is within a text. Close the text before it, or write it as an escape such as \\n."
                : "a backslash precedes something that it cannot escape. Write \\\\ for a backslash itself.");
        }

        // A word is shown whole, wherever within it the parser gave up; what is before a string's end is not part of it.
        at = json[start] == '"' && start < at ? at : start;
        var length = json[at..].IndexOfAny(EndsOfWords);
        var word = Encoding.UTF8.GetString(length < 0 ? json[at..] : json.Slice(at, Math.Max(1, length)));
        return (at, $"unexpected {Shown.Value(word)}.{Hint(json[previousEnd..at], previous, word, isAfterText: at > start)}");
    }

    private static string Hint(ReadOnlySpan<byte> before, JsonTokenType previous, string word, bool isAfterText) => word switch
    {
        ['\'', ..] => " JSON takes double quotes.",
        _ when isAfterText => " After the name of a property, a colon is expected.",
        "}" or "]" or ":" or "," or "{" or "[" => Expected(before, previous),
        _ when word.ToLowerInvariant() is "true" or "false" or "null" or "none" => " JSON writes true, false and null, in small letters.",
        ['+' or '-' or '.' or (>= '0' and <= '9'), ..] => " A number is written as in 12, -0.5 or 1e3.",
        _ => Expected(before, previous),
    };

    private static string Expected(ReadOnlySpan<byte> before, JsonTokenType previous) => previous switch
    {
        JsonTokenType.None => " A file begins with a brace.",
        JsonTokenType.PropertyName => " A value is expected: text in double quotes, a number, true, false, null, a list or an object.",
        JsonTokenType.StartObject => " The name of a property in double quotes is expected, or the closing brace.",
        JsonTokenType.StartArray => " A value is expected, or the closing bracket.",
        _ when before.Contains((byte)',') => " After the comma, one more property or value is expected.",
        _ => " A comma is expected, or the bracket that closes what is open.",
    };

    /// <summary>Whether a text that begins with a quote is still open at its end.</summary>
    private static bool IsWithinText(ReadOnlySpan<byte> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                return false;
            }

            i += text[i] == '\\' ? 1 : 0;
        }

        return true;
    }
}
