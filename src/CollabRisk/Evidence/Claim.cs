using CollabRisk.Text;

namespace CollabRisk.Evidence;

/// <summary>A statement of a source, in our own words, with the place where the source makes it.</summary>
/// <param name="Id">The permanent id, such as <c>D3-189</c>.</param>
/// <param name="Source">The document.</param>
/// <param name="Locator">The section or slide, and the lines of the text file.</param>
/// <param name="Paraphrase">What the source says, in our own words.</param>
/// <param name="Polarity">What the statement is about.</param>
/// <param name="Strength">What supports it.</param>
/// <param name="Basis">The case or the literature that the source names for it; empty where it names none.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Claim(
    string Id, Source Source, string Locator, string Paraphrase, Polarity Polarity, Confidence Strength, string Basis)
{
    /// <summary>What uses the claim where no rule rests on it, in words: "the glossary".</summary>
    public string UsedIn => Use switch
    {
        ClaimUse.NotAssessed => "the list of what is not assessed",
        ClaimUse.Background => "the background",
        ClaimUse.BaseRate => "the standing note about failure rates",
        ClaimUse.CaseSheet => "the case files",
        ClaimUse.ConfidenceTier => "the tiers of confidence",
        ClaimUse.Tension => "the register of tensions",
        ClaimUse.EngineSemantics => "the semantics: unknown is not false",
        ClaimUse.EvidenceNote => "the standing notes about the evidence",
        ClaimUse.EvidenceCaveat => "caveats next to findings",
        ClaimUse.Rationale => "the notes that explain findings",
        ClaimUse.Taxonomy => "the tags of rules",
        ClaimUse.Gap => "the register of gaps",
        ClaimUse.Glossary => "the glossary",
        ClaimUse.Interpretation => "notes next to findings",
        ClaimUse.OptionalPack => "the notes of a pack of its own",
        ClaimUse.Questionnaire => "the allowed answers of questions",
        ClaimUse.Wording => "the wording of results",
        _ => "no rule of these packs",
    };

    /// <summary>What the claim is there for.</summary>
    internal ClaimUse Use { get; init; }

    /// <summary>A few words of the source itself, at most 300 characters; <see langword="null"/> where none are quoted.</summary>
    public string? Quotation { get; init; }

    /// <summary>The ids of claims that the catalogue links to this one; they may belong to other sources.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>What <see cref="Paraphrase"/> is in other languages; empty where it is only in English.</summary>
    public IReadOnlyList<TextInLanguage> InLanguages { get; init; } = [];
}

/// <summary>What a claim is about.</summary>
public enum Polarity
{
    /// <summary>Something that brings trouble.</summary>
    Risk,

    /// <summary>Something that helps.</summary>
    Success,

    /// <summary>Something to do about trouble.</summary>
    Mitigation,

    /// <summary>Two things that do not fit.</summary>
    Mismatch,

    /// <summary>A circumstance.</summary>
    Contextual,

    /// <summary>A limit of the evidence.</summary>
    Caveat,
}

/// <summary>How well a claim, or the finding that rests on it, is supported. Best first.</summary>
public enum Confidence
{
    /// <summary>An explicit finding from a named case.</summary>
    NamedCase,

    /// <summary>Attributed by the source to literature.</summary>
    Literature,

    /// <summary>Found by an auditor or an inspector over many cases, of which the source names none for it.</summary>
    ManyCases,

    /// <summary>Counted in a survey.</summary>
    Survey,

    /// <summary>Asked for by a standard, or by an auditor or an inspector who goes by it.</summary>
    Criterion,

    /// <summary>Asserted by the source.</summary>
    Assertion,

    /// <summary>Asserted in an abstract, whose argument is not at hand.</summary>
    Unargued,

    /// <summary>Only implied, such as by the order of a table.</summary>
    Implied,
}

/// <summary>Where a claim lives in the product.</summary>
internal enum ClaimUse
{
    /// <summary>A rule rests on it.</summary>
    Rule,

    /// <summary>The list of what is not assessed.</summary>
    NotAssessed,

    /// <summary>Background and introduction.</summary>
    Background,

    /// <summary>The caveat about how many collaborations fail; never a prior probability.</summary>
    BaseRate,

    /// <summary>The fact sheets of the cases.</summary>
    CaseSheet,

    /// <summary>The tiers of confidence.</summary>
    ConfidenceTier,

    /// <summary>The register of contradictions and tensions.</summary>
    Tension,

    /// <summary>The semantics of the engine: unknown is not false.</summary>
    EngineSemantics,

    /// <summary>The standing notes about the evidence.</summary>
    EvidenceNote,

    /// <summary>A caveat that travels with findings.</summary>
    EvidenceCaveat,

    /// <summary>Text that explains a rule.</summary>
    Rationale,

    /// <summary>The taxonomy of findings.</summary>
    Taxonomy,

    /// <summary>The register of missing or damaged parts of the sources.</summary>
    Gap,

    /// <summary>The glossary and the meanings of allowed words.</summary>
    Glossary,

    /// <summary>A note shown next to the findings that it qualifies.</summary>
    Interpretation,

    /// <summary>A pack of its own, at its own confidence.</summary>
    OptionalPack,

    /// <summary>The allowed answers of a question.</summary>
    Questionnaire,

    /// <summary>The wording of results.</summary>
    Wording,
}
