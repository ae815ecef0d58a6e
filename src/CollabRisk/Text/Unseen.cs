using System.Globalization;
using System.Text;

namespace CollabRisk.Text;

/// <summary>
/// The one place that says which characters a reader does not see as they are: controls, marks that turn the direction of what
/// follows, characters without width, halves of surrogate pairs and what is not a character. Everything that came from outside goes
/// through it before a terminal, a log, a page, a table or a report shows it.
/// </summary>
/// <remarks>A mark without width could hide a difference between two names, and one that turns the direction could show a line in another order than it has.</remarks>
internal static class Unseen
{
    /// <summary>Characters that are not shown, apart from those whose category tells it: joiners, fillers, the blank of Braille, what is not a character.</summary>
    private static readonly (int First, int Last)[] Ranges =
    [
        (0x34F, 0x34F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2800, 0x2800), (0x3164, 0x3164), (0xFDD0, 0xFDEF), (0xFFA0, 0xFFA0), (0xE0000, 0xE0FFF),
    ];

    /// <summary>Whether a reader does not see the character as it is. Half of a surrogate pair is enumerated as U+FFFD, which is seen.</summary>
    public static bool Is(Rune rune) => rune.Value >= 0x7F
        ? Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            || (rune.Value & 0xFFFE) == 0xFFFE
            || Array.Exists(Ranges, range => rune.Value >= range.First && rune.Value <= range.Last)
        : rune.Value < ' ';

    /// <summary>Whether a text has half of a surrogate pair, which no file can keep: UTF-8 has no bytes for it.</summary>
    public static bool HasHalfOfPair(string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAnyInRange('\uD800', '\uDFFF') is var at and >= 0)
        {
            if (at + 1 == rest.Length || !char.IsSurrogatePair(rest[at], rest[at + 1]))
            {
                return true;
            }

            rest = rest[(at + 2)..];
        }

        return false;
    }

    /// <summary>The characters of a text, each with whether a reader sees it as it is: a joiner is seen by what it does to the letters at its sides.</summary>
    public static Characters Of(string text) => new(text);

    /// <summary>The text on one line, with each such character as its code: <c>\u202E</c>. For messages and logs, whose readers want to know what is there.</summary>
    public static string Escaped(string text) => Without(text, static (shown, rune) => shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"));

    /// <summary>The text of a page with its line feeds, and without each such character: a control becomes a space, what is not seen becomes U+FFFD.</summary>
    public static string Replaced(string page) => Without(page, static (shown, rune) => shown.Append(rune.Value == '\n' ? '\n' : Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 ? ' ' : '\uFFFD'));

    private static string Without(string text, Action<StringBuilder, Rune> write)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length + 16);
        foreach (var (rune, isSeen) in Of(text))
        {
            if (isSeen)
            {
                shown.Append(rune.ToString());
            }
            else
            {
                write(shown, rune);
            }
        }

        return shown.ToString();
    }

    /// <summary>Whether there is nothing but signs and letters of ASCII, as in most texts.</summary>
    private static bool IsPlain(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0;

    /// <summary>Goes through the characters of a text, and knows the place of each, which tells what a joiner does there.</summary>
    public struct Characters(string text)
    {
        private StringRuneEnumerator runes = text.EnumerateRunes();
        private int next;

        public (Rune Rune, bool IsSeen) Current { get; private set; }

        public readonly Characters GetEnumerator() => this;

        public bool MoveNext()
        {
            if (!runes.MoveNext())
            {
                return false;
            }

            var (rune, at) = (runes.Current, next);
            next += rune.Utf16SequenceLength;
            Current = (rune, !Is(rune) || Joiners.ShapeAt(text, at));
            return true;
        }
    }
}
