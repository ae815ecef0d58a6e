using CollabRisk.Evidence;

namespace CollabRisk.Knowledge;

/// <summary>The five documents, and every claim that was found in them.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal static class Sources
{
    /// <summary>An abstract on bringing the emergency services together; the argument itself is not in the file.</summary>
    public static Source BlueLightAbstract { get; } = new(
        "blue-light-abstract",
        "Abstract of a paper on integrating the UK's emergency services",
        "Assertions with few citations; the review that it announces is not part of the document.")
    {
        Caveat = "Rests on an abstract alone, whose argument is not shown.",
    };

    /// <summary>A news page about the two-case paper.</summary>
    public static Source NewsPage { get; } = new(
        "news-page",
        "News page of a policing research centre about Zaghloul and Partridge's paper",
        "Sums up the two-case paper; its list of main lessons is missing. Repeats the same study and is not independent support.");

    /// <summary>A page of an aggregator about the two-case paper.</summary>
    public static Source AggregatorPage { get; } = new(
        "aggregator-page",
        "Aggregator's page about Zaghloul and Partridge's paper",
        "A digest of the two-case paper with empty sections. Repeats the same study and is not independent support.")
    {
        Caveat = "Rests on an aggregator's digest alone.",
    };

    /// <summary>The two-case paper, the main empirical source.</summary>
    public static Source TwoCasePaper { get; } = new(
        "two-case-paper",
        "Zaghloul and Partridge, Enabling Policing to Be Better: Lessons from Two Case Studies in Police Collaboration",
        "Interviews, visits and documents from two collaborations that are claimed to be successes, 2018 to 2019; the part on motivation and reputation is missing.");

    /// <summary>Scanned slides from several decks.</summary>
    public static Source Slides { get; } = new(
        "slides",
        "Slides on leading and managing across agencies, spliced from several decks",
        "Statements of a review without its citations, tables whose layout was lost in the scan, and teaching material of unknown origin.")
    {
        Caveat = "Rests on slides alone, which give no citation or lost their layout in the scan.",
    };

    /// <summary>The five documents.</summary>
    public static IReadOnlyList<Source> All { get; } = [BlueLightAbstract, NewsPage, AggregatorPage, TwoCasePaper, Slides];

    /// <summary>Every claim of the five documents, in the order of the documents.</summary>
    public static IReadOnlyList<Claim> Claims { get; } = ClaimTable.Read("claims.tsv", new Dictionary<string, Source>(StringComparer.Ordinal)
    {
        ["D0"] = BlueLightAbstract,
        ["D1"] = NewsPage,
        ["D2"] = AggregatorPage,
        ["D3"] = TwoCasePaper,
        ["D4"] = Slides,
    });
}
