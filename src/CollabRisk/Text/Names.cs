using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace CollabRisk.Text;

/// <summary>
/// The names of partners and of holders of views. Facts, changes and views are matched by them, so two names that a reader
/// sees as one must be one.
/// </summary>
internal static class Names
{
    /// <summary>Names as people mean them: two that differ only in capitals, or in how their letters are joined, are one.</summary>
    public static IEqualityComparer<string> Alike { get; } = Joiners.IgnoredIn(StringComparer.OrdinalIgnoreCase);

    /// <summary>The order in which names are listed: see <see cref="Compare(string?, string?)"/>.</summary>
    public static IComparer<string> Order { get; } = Comparer<string>.Create(Compare);

    /// <summary>
    /// The characters that composing may change or join to another, apart from marks, whose category tells them: blocks of
    /// Indic letters, of Hangul parts, of compatibility letters and a few signs. Rather a few too many than one too few.
    /// </summary>
    private static readonly (int First, int Last)[] Composed =
    [
        (0x374, 0x374), (0x37E, 0x37E), (0x387, 0x387), (0x958, 0x95F), (0x9DC, 0x9DF), (0xA33, 0xA5E), (0xB5C, 0xB5D), (0xF43, 0xF69),
        (0x1100, 0x11FF), (0x1F71, 0x1FFD), (0x2000, 0x2001), (0x2126, 0x212B), (0x2329, 0x232A), (0x2ADC, 0x2ADC), (0xF900, 0xFAD9),
        (0xFB1D, 0xFB4E), (0x16D63, 0x16D6A), (0x1D15E, 0x1D1C0), (0x2F800, 0x2FA1D),
    ];

    /// <summary>Whether this program can tell that two texts are written in two ways and look the same. A globalization-invariant one cannot.</summary>
    public static bool CanCompose { get; } = "e\u0301".Normalize() == "\u00E9";

    /// <summary>
    /// Compares names by their characters, and the numbers in them by their value: Partner 2 comes before Partner 10. Names that differ compare as different.
    /// </summary>
    /// <remarks>Not by a culture, not even the invariant one: that is another with every version of ICU, and the same facts give the same answer everywhere.</remarks>
    public static int Compare(string? one, string? other) =>
        one is null || other is null ? string.CompareOrdinal(one, other) : Compare(one.AsSpan(), other.AsSpan());

    private static int Compare(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        // Where they first differ there may be a number, which may have begun before.
        var at = one.CommonPrefixLength(other);
        while (at > 0 && char.IsAsciiDigit(one[at - 1]))
        {
            at--;
        }

        var number = DigitsAt(one, at);
        var otherNumber = DigitsAt(other, at);
        if (number.Length > 0 && otherNumber.Length > 0)
        {
            var value = number.TrimStart('0');
            var otherValue = otherNumber.TrimStart('0');
            var order = value.Length != otherValue.Length ? value.Length.CompareTo(otherValue.Length) : value.SequenceCompareTo(otherValue);

            // Of one number with and without zeros before it, what follows decides.
            order = order != 0 || number.Length == otherNumber.Length ? order : Compare(one[(at + number.Length)..], other[(at + otherNumber.Length)..]);
            if (order != 0)
            {
                return order;
            }
        }

        return one.SequenceCompareTo(other);
    }

    private static ReadOnlySpan<char> DigitsAt(ReadOnlySpan<char> name, int at)
    {
        var rest = name[at..];
        var length = rest.IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? rest : rest[..length];
    }

    /// <summary>
    /// The name in its one spelling: composed (NFC), without white space at its ends, and each run of spaces within it as one
    /// space. What is wrong with it, <see cref="ProblemOf(string?)"/> says.
    /// </summary>
    [return: NotNullIfNotNull(nameof(name))]
    public static string? Normalized(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var trimmed = name.Trim();
        if (IsPlain(trimmed))
        {
            return trimmed;
        }

        var spaced = new StringBuilder(trimmed.Length);
        foreach (var c in trimmed)
        {
            var isSpace = char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;
            if (!isSpace || spaced[^1] != ' ')
            {
                spaced.Append(isSpace ? ' ' : c);
            }
        }

        var text = spaced.ToString();
        return Unseen.HasHalfOfPair(text) ? text : text.Normalize();
    }

    /// <summary>What is wrong with a name, as a sentence with what to do; null where nothing is.</summary>
    public static string? ProblemOf(string? name) => ProblemOf(name, CanCompose);

    /// <summary>As <see cref="ProblemOf(string?)"/>, for a program that can compose, or cannot.</summary>
    public static string? ProblemOf(string? name, bool canCompose)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return "a name must not be empty or blank. Give one.";
        }

        if (IsPlain(name))
        {
            return null;
        }

        if (Unseen.HasHalfOfPair(name))
        {
            return $"the name {Shown.Value(name)} has half of a surrogate pair. Write the whole character.";
        }

        var before = default(Rune);
        foreach (var (rune, isSeen) in Unseen.Of(name))
        {
            var shapesEmoji = Joiners.IsEmojiShape(rune, before);
            before = rune;
            if (!isSeen || (IsSelector(rune) && !shapesEmoji))
            {
                return string.Create(CultureInfo.InvariantCulture, $"the name {Shown.Value(name)} has an invisible character, U+{rune.Value:X4}. Remove it: names that look the same are the same.");
            }

            if (!canCompose && MayCompose(rune) && !shapesEmoji)
            {
                return string.Create(CultureInfo.InvariantCulture, $"the name {Shown.Value(name)} has a character that can be written in two ways, U+{rune.Value:X4}, and this program cannot compare them, since it is globalization-invariant. Write the name with composed characters, or run a program that has ICU.");
            }
        }

        return null;
    }

    /// <summary>Whether composing may change the character, or join it to the one before.</summary>
    internal static bool MayCompose(Rune rune) => IsMark(rune) || Array.Exists(Composed, range => rune.Value >= range.First && rune.Value <= range.Last);

    /// <summary>
    /// Whether the character chooses among the shapes of the one before it: seen in a text, it would tell two names apart that may look the same. The one
    /// that keyboards write by themselves is taken after what can be an emoji, and tells no names apart.
    /// </summary>
    private static bool IsSelector(Rune rune) => rune.Value is >= 0xFE00 and <= 0xFE0F;

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Whether the name is of letters and signs of ASCII with single spaces: most are, and nothing can be wrong with them.</summary>
    private static bool IsPlain(string name) =>
        name.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 && !name.Contains("  ", StringComparison.Ordinal);
}
