using CollabRisk.Evidence;

namespace CollabRisk.Knowledge;

/// <summary>What is to be said about the evidence beside every assessment.</summary>
internal static class StandingNotes
{
    public static IReadOnlyList<Note> All { get; } =
    [
        new(
            "The evidence is two collaborations in the UK that are claimed to be successes, told by people whom senior managers gave access to, and slides. No failed collaboration was studied.",
            ["D3-208", "D3-18", "D3-60", "D3-61"]),
        new(
            "The paper, the news page and the aggregator's page report one study: where they agree, they repeat each other.",
            ["D3-208"]),
        new(
            "The findings come from information technology projects of emergency services; elsewhere they apply by analogy.",
            ["D3-63"]),
        new(
            "Whether collaborating improves results at all is not known: the evidence is thin, which shows neither success nor failure.",
            ["D4-04", "D4-05", "D4-06", "D3-07"]),
        new(
            "That many or most collaborations fail is often said and never counted; it is no probability for this one.",
            ["D1-05", "D2-03", "D3-08", "D3-205"]),
        new(
            "A factor contributes; none of the sources shows that it causes. Nothing here is a verdict or a probability.",
            ["D4-24"]),
        new(
            "How public bodies manage their collaborations, and how shared systems in public safety are built and kept, has been little studied.",
            ["D0-10", "D3-17"]),
    ];
}
