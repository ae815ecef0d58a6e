using CollabRisk.Text;

namespace CollabRisk.Evidence;

/// <summary>Something to be said that is not a finding: about the evidence as a whole, or next to the findings that it qualifies.</summary>
/// <param name="Text">What is to be said, in our own words.</param>
/// <param name="Claims">The ids of the claims behind it.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Note(string Text, IReadOnlyList<string> Claims)
{
    /// <summary>The codes of the rules whose findings it qualifies; empty for a note about the evidence as a whole.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>What is to be said in other languages; empty where it is said only in English.</summary>
    public IReadOnlyList<TextInLanguage> InLanguages { get; init; } = [];
}
