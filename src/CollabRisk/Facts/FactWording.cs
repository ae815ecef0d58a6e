using CollabRisk.Text;

namespace CollabRisk.Facts;

/// <summary>Other words that a rule pack has for the question of a fact, for the setting or the language of those whom it is for.</summary>
/// <remarks>What the question means, and which answers it takes, stays as it is. Immutable and thread-safe.</remarks>
/// <param name="Fact">The path of the fact, without a partner's name: <c>vision.exists</c>, <c>partners[].role</c>, <c>extensions.rcr.rotaShared</c>.</param>
/// <param name="Question">The question; never blank. About a partner, the partner's name comes before it.</param>
public sealed record FactWording(string Fact, string Question)
{
    /// <summary>The language of the words, such as <c>nl</c> or <c>de-AT</c>; <see langword="null"/> where they are used whatever the language.</summary>
    public string? Language { get; init; }

    /// <summary>How to count, in place of <see cref="Facts.Fact.CodingNote"/>, which is shown where this is <see langword="null"/>; blank for none at all.</summary>
    public string? CodingNote { get; init; }

    /// <summary>What may be answered, in words; the library's words where this is <see langword="null"/>. The values stay the same.</summary>
    public string? AllowedAnswers { get; init; }

    /// <summary>What the question is about, for the person who is asked; the library's sentence where this is <see langword="null"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Where it was read; null in code.</summary>
    internal TextPlace? Place { get; init; }
}
