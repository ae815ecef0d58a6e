using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace CollabRisk.Text;

/// <summary>
/// U+200C and U+200D, which have no shape of their own and shape the letters at their sides: Persian is not spelled without the one, some words of Indic
/// scripts and some emoji not without the other. Elsewhere they change nothing that a reader sees. And U+FE0F, which says that the sign before it is shown as
/// an emoji: keyboards write it after a heart, and most readers see the same heart without it.
/// </summary>
internal static class Joiners
{
    private const char NonJoiner = '\u200C';
    private const char Joiner = '\u200D';
    private const char EmojiShape = '\uFE0F';

    /// <summary>The blocks of scripts whose letters they shape: Arabic and its neighbours, the Indic scripts, Khmer and Mongolian.</summary>
    private static readonly (int First, int Last)[] Shaped = [(0x600, 0x8FF), (0x900, 0xDFF), (0xF00, 0x109F), (0x1780, 0x18AF), (0xA8E0, 0xA8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)];

    /// <summary>Names as readers tell them apart: two that differ in joiners alone are one.</summary>
    public static IEqualityComparer<string> Ignored { get; } = IgnoredIn(StringComparer.Ordinal);

    /// <summary>Names as a comparison tells them apart, where joiners do not count.</summary>
    public static IEqualityComparer<string> IgnoredIn(StringComparer comparison) => EqualityComparer<string>.Create(
        (one, other) => comparison.Equals(Without(one), Without(other)),
        name => comparison.GetHashCode(Without(name)));

    /// <summary>Whether a text has one.</summary>
    public static bool AreIn([NotNullWhen(true)] string? text) => text.AsSpan().IndexOfAny(NonJoiner, Joiner, EmojiShape) >= 0;

    /// <summary>The text without them.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Without(string? text) => !AreIn(text) ? text
        : string.Concat(text.Split(NonJoiner, Joiner, EmojiShape));

    /// <summary>Whether there is one at a place that shapes what is at its sides: two letters of such a script, or two emoji.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The place in it, in units of UTF-16.</param>
    public static bool ShapeAt(string text, int at) =>
        text[at] is NonJoiner or Joiner
        && Rune.DecodeLastFromUtf16(text.AsSpan(0, at).TrimEnd(EmojiShape), out var before, out _) == System.Buffers.OperationStatus.Done
        && Rune.DecodeFromUtf16(text.AsSpan(at + 1), out var after, out _) == System.Buffers.OperationStatus.Done
        && ((IsShaped(before) && IsShaped(after)) || (text[at] == Joiner && IsEmoji(before) && IsEmoji(after)));

    /// <summary>Whether a character says that the one before it is shown as an emoji, and that one can be.</summary>
    public static bool IsEmojiShape(Rune rune, Rune before) => rune.Value == EmojiShape && Rune.GetUnicodeCategory(before) == UnicodeCategory.OtherSymbol;

    private static bool IsShaped(Rune rune) =>
        (Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
        && Array.Exists(Shaped, range => rune.Value >= range.First && rune.Value <= range.Last);

    private static bool IsEmoji(Rune rune) => rune.Value > 0x2000 && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;
}
