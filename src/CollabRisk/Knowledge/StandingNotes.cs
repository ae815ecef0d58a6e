namespace CollabRisk.Knowledge;

/// <summary>What is to be said about the evidence beside every assessment.</summary>
internal static class StandingNotes
{
    public static IReadOnlyList<string> All { get; } =
    [
        // D3-208, D3-18, D3-61, D3-60; that failures are missing from the study is our reading.
        "The evidence is two collaborations in the UK that are claimed to be successes, told by people whom senior managers gave access to, and slides. No failed collaboration was studied.",
        // D3-208 and section 0 of the catalogue: one study, told three times.
        "The paper, the news page and the aggregator's page report one study: where they agree, they repeat each other.",
        // D3-63
        "The findings come from information technology projects of emergency services; elsewhere they apply by analogy.",
        // D4-04, D4-05, D4-06, D3-07
        "Whether collaborating improves results at all is not known: the evidence is thin, which shows neither success nor failure.",
        // D1-05, D2-03, D3-08, D3-205, T06
        "That many or most collaborations fail is often said and never counted; it is no probability for this one.",
        // D4-24
        "A factor contributes; none of the sources shows that it causes. Nothing here is a verdict or a probability.",
        // D0-10, D3-17
        "How public bodies manage their collaborations, and how shared systems in public safety are built and kept, has been little studied.",
    ];
}
