using System.Runtime.CompilerServices;

namespace CollabRisk.Text;

/// <summary>
/// A text that knows the language it is in, and that of each text within it: a sentence in Dutch may have a word of a fact that is in English only.
/// Whoever has a page read to them hears each in its own language where the page tells it.
/// </summary>
/// <remarks>
/// Immutable. A string is one in English, the language of all texts that are given without one; names, what people wrote and what has no letters, such
/// as a year, go with what is around them.
/// </remarks>
internal readonly struct Passage : IEquatable<Passage>
{
    private readonly string? text;
    private readonly IReadOnlyList<Passage>? parts;

    /// <param name="text">The text; null for none.</param>
    /// <param name="language">The tag of its language; null for English.</param>
    public Passage(string? text, string? language)
    {
        this.text = text;
        Language = language;
    }

    private Passage(IReadOnlyList<Passage> parts, string? language)
    {
        this.parts = parts;
        Language = language;
    }

    /// <summary>The tag of its language, such as <c>nl</c> or <c>de-AT</c>; null for English.</summary>
    public string? Language { get; }

    /// <summary>What it is made of, each of one language or of parts itself; nothing where it is one text.</summary>
    public IReadOnlyList<Passage> Parts => parts ?? [];

    /// <summary>Whether it says nothing, as the passage of no text does.</summary>
    public bool IsEmpty => ToString().Length == 0;

    public static implicit operator Passage(string? text) => new(text, null);

    /// <summary>A sentence in English with passages filled in.</summary>
    public static Passage Of(PassageBuilder builder) => Of(null, builder.Parts);

    /// <summary>Passages one after the other, as a text in a language. What is in that language itself becomes one with the text.</summary>
    public static Passage Of(string? language, IEnumerable<Passage> parts)
    {
        var all = new List<Passage>();
        foreach (var each in parts.SelectMany(part => part.parts is { } within && part.Language == language ? within : [part]).Where(part => !part.IsEmpty))
        {
            var part = each.parts is null && !each.text!.Any(char.IsLetter) ? new(each.text, language) : each;
            if (all.Count > 0 && part.IsPlain(language) && all[^1].IsPlain(language))
            {
                all[^1] = new(all[^1].text + part.text, language);
            }
            else
            {
                all.Add(part);
            }
        }

        return all.Count == 0 ? new("", language) : all is [var only] && only.IsPlain(language) ? only : new(all, language);
    }

    /// <summary>Passages with a text in English between any two.</summary>
    public static Passage Join(string separator, params IEnumerable<Passage> passages) =>
        Of(null, passages.SelectMany((passage, at) => at == 0 ? [passage] : new[] { separator, passage }));

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static Passage List(IReadOnlyList<Passage> items, string joinedBy = "and") =>
        items.Count < 2 ? Join("", items) : Of($"{Join(", ", items.Take(items.Count - 1))} {joinedBy} {items[^1]}");

    /// <summary>The passage with each of its texts changed.</summary>
    public Passage Select(Func<string, string> change) =>
        parts is null ? new(text is null ? null : change(text), Language) : Of(Language, parts.Select(part => part.Select(change)));

    /// <summary>The passage with the text at its beginning changed.</summary>
    public Passage AtStart(Func<string, string> change) =>
        parts is null ? new(text is null ? null : change(text), Language) : Of(Language, [parts[0].AtStart(change), .. parts.Skip(1)]);

    /// <summary>The passage with the text at its end changed.</summary>
    public Passage AtEnd(Func<string, string> change) =>
        parts is null ? new(text is null ? null : change(text), Language) : Of(Language, [.. parts.Take(parts.Count - 1), parts[^1].AtEnd(change)]);

    /// <summary>The text, whatever its languages.</summary>
    public override string ToString() => parts is null ? text ?? "" : string.Concat(parts.Select(part => part.ToString()));

    /// <summary>Whether it is the same text, in the same languages.</summary>
    public bool Equals(Passage other) => Language == other.Language && ToString() == other.ToString() && Parts.SequenceEqual(other.Parts);

    public override bool Equals(object? obj) => obj is Passage other && Equals(other);

    public override int GetHashCode() => string.GetHashCode(ToString(), StringComparison.Ordinal);

    private bool IsPlain(string? language) => parts is null && Language == language;
}

/// <summary>Fills passages into a sentence in English; see <see cref="Passage.Of(PassageBuilder)"/>.</summary>
[InterpolatedStringHandler]
internal readonly struct PassageBuilder
{
    public PassageBuilder(int literalLength, int formattedCount) => Parts = new((2 * formattedCount) + Math.Sign(literalLength));

    public List<Passage> Parts { get; }

    public void AppendLiteral(string literal) => Parts.Add(literal);

    public void AppendFormatted(Passage passage) => Parts.Add(passage);

    public void AppendFormatted(string? text) => Parts.Add(text);

    public void AppendFormatted<T>(T value)
        where T : struct => Parts.Add(FormattableString.Invariant($"{value}"));
}
