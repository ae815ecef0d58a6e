using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Rules;

/// <summary>Rules that ship together, with the sources and claims they rest on.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RulePack
{
    /// <summary>The permanent id, in small letters, digits, dots and hyphens: <c>collabrisk.general</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The semantic version: <c>1.0.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>What the pack is, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What the pack holds and for whom.</summary>
    public string Description { get; init; } = "";

    /// <summary>The rules, in chapters.</summary>
    public required IReadOnlyList<Chapter> Chapters { get; init; }

    /// <summary>The claims on which the rules rest. Packs that share a claim give it alike.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>Facts that the pack adds to those of the library; none unless given.</summary>
    public IReadOnlyList<FactDeclaration> Facts { get; init; } = [];

    /// <summary>Words that the pack adds to word facts of the library that allow it; none unless given.</summary>
    public IReadOnlyList<WordDeclaration> Words { get; init; } = [];

    /// <summary>Notes about the evidence base that appear with every assessment.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>Notes that appear with the findings of the rules they are about, of whichever pack.</summary>
    public IReadOnlyList<Note> Interpretations { get; init; } = [];

    /// <summary>What the sources say and what does not agree with it.</summary>
    public IReadOnlyList<Tension> Tensions { get; init; } = [];

    /// <summary>What the pack changes about rules of other packs.</summary>
    public IReadOnlyList<RuleOverride> Overrides { get; init; } = [];

    /// <summary>The codes that rules of the pack have had and have no longer; none unless given.</summary>
    public IReadOnlyList<RetiredCode> Retired { get; init; } = [];

    /// <summary>Other words for questions, for the setting or the languages of those whom the pack is for; empty for the library's words.</summary>
    public IReadOnlyList<FactWording> Wordings { get; init; } = [];

    /// <summary>
    /// The prefix that the pack owns, such as <c>RCR</c>: every rule of it has a code that begins with <c>RCR-</c>, and no
    /// other pack defines a rule, a recommendation or a claim with such a code. <see langword="null"/> where the pack owns just
    /// the codes that it defines.
    /// </summary>
    public string? Prefix { get; init; }

    /// <summary>The recommendations that the pack defines, if it lists them itself, whether or not a rule of it gives them.</summary>
    internal IReadOnlyList<Recommendation> Advice { get; init; } = [];

    /// <summary>The sources that the pack defines, if it lists them itself, whether or not a claim of it is taken from them.</summary>
    internal IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>
    /// Where a value of the pack, such as the id of a claim, is in its text, or its manifest for no value; null where the pack
    /// was not read from a text.
    /// </summary>
    internal Func<string?, TextPlace?>? PlaceOf { get; init; }

    /// <summary>
    /// Gives the rule book of the pack alone, in English and without overrides, as it was built with the library; null, or returns null, where
    /// it must be built.
    /// </summary>
    internal Func<RulePack, RuleBook?>? Prebuilt { get; private set; }

    /// <summary>The same pack with its rule book as it was built before, or without one.</summary>
    internal RulePack With(Func<RulePack, RuleBook?>? prebuilt)
    {
        var pack = (RulePack)MemberwiseClone();
        pack.Prebuilt = prebuilt;
        return pack;
    }

    internal IEnumerable<(Chapter Chapter, IReadOnlyList<RuleDefinition> Rules)> Definitions =>
        Chapters.Select(chapter => (chapter, chapter.Definitions()));

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Version}";
}
