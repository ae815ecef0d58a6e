using CollabRisk.Text;

namespace CollabRisk.Evidence;

/// <summary>Two things that the sources say and that do not agree, or pull in different directions.</summary>
/// <param name="Id">The permanent id, such as <c>T01</c>.</param>
/// <param name="OneSide">What one side says, in our own words.</param>
/// <param name="OtherSide">What the other side says.</param>
/// <param name="Handling">How the knowledge deals with it.</param>
/// <param name="Claims">The ids of the claims on both sides.</param>
/// <remarks>
/// Where findings of both sides are raised, the assessment says so next to them. A tension that concerns no findings on one of
/// its sides is part of the documentation only. Immutable and thread-safe.
/// </remarks>
public sealed record Tension(string Id, string OneSide, string OtherSide, string Handling, IReadOnlyList<string> Claims)
{
    /// <summary>The codes of the rules whose findings are on the one side.</summary>
    public IReadOnlyList<string> One { get; init; } = [];

    /// <summary>The codes of the rules whose findings are on the other side.</summary>
    public IReadOnlyList<string> Other { get; init; } = [];

    /// <summary>What both sides and the handling are in other languages; empty where they are only in English.</summary>
    public IReadOnlyList<TextInLanguage> InLanguages { get; init; } = [];

    /// <summary>The same in a language, as far as its texts are in it.</summary>
    internal Tension In(string? language) => language is null || InLanguages.Count == 0 ? this : this with
    {
        OneSide = InLanguages.Say(OneSide, language),
        OtherSide = InLanguages.Say(OtherSide, language),
        Handling = InLanguages.Say(Handling, language),
    };
}
