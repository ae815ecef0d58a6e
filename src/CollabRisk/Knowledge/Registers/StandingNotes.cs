using CollabRisk.Evidence;

namespace CollabRisk.Knowledge.Registers;

/// <summary>What is to be said about the evidence next to every assessment.</summary>
internal static class StandingNotes
{
    public static IReadOnlyList<Note> General { get; } =
    [
        new(
            "The evidence is mainly two collaborations of UK emergency services, studied in 2018 and 2019 and claimed to be successes; discontinued and failed ones were not studied.",
            ["D3-208", "D3-18", "D3-60", "D1-11", "D2-04"]),
        new(
            "The study is about projects in information technology; elsewhere its findings apply by analogy.",
            ["D3-63"]),
        new(
            "People were interviewed for their roles, reached through senior managers and then through one another; that was held the best way into a closed setting, and is not a random sample.",
            ["D3-61", "D3-62"]),
        new(
            "The paper, the news page and the aggregator's page tell of one study: where they agree, they repeat each other. How the two collaborations began is told by the aggregator alone.",
            ["D2-15"]),
        new(
            "The other sources carry less: an abstract without its argument, and slides. The areas by which findings are grouped were borrowed from a review and a focus group of scholars.",
            ["D0-34", "D3-53"]),
        new(
            "Confidence says what supports a finding: a named case, literature, an assertion, or no more than a step of ours or the order of a scanned table.",
            ["D4-64"]),
        new(
            "Whether collaborating improves results at all is not known: the evidence is thin, which shows neither success nor failure. Likewise, a fact that is not known here is never read as a no.",
            ["D4-04", "D4-05", "D4-06", "D3-07"]),
        new(
            "That many or most collaborations fail is often said, without a count to check; it is not a probability for this one.",
            ["D1-05", "D2-03", "D3-08", "D3-205"]),
        new(
            "A factor contributes; none of the sources shows that it causes. Nothing here is a verdict or a probability.",
            ["D4-24"]),
        new(
            "How public bodies manage their collaborations, and how shared systems in public safety are built and kept, has been little studied.",
            ["D0-10", "D3-17"]),
        new(
            "Writing on collaboration makes much of a shared vision and little of overload; writing on information systems mentions vision now and then, and overload more.",
            ["D3-195", "D3-203"]),
    ];

    public static IReadOnlyList<Note> AllianceAndDelivery { get; } =
    [
        new(
            "The slides on knowledge management, delivery and alliances cite nothing and read as teaching material about companies or software; of the picture of knowledge management only labels are left.",
            ["D4-126", "D4-98"]),
    ];
}
