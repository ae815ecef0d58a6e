using CollabRisk.Evidence;

namespace CollabRisk.Knowledge;

/// <summary>Caveats that more than one rule carries. The list at the end names the claims behind each.</summary>
internal static class Caveats
{
    public const string VisionReportedNotTested =
        "Reported by participants and not tested: no failed collaboration was studied, and the one failure is one participant's account.";

    public const string LeadershipContributes =
        "Leadership contributes and must not be taken for the whole explanation; research on leading between agencies is scarce.";

    public const string CultureUnderStudied = "Cultural barriers are often under-studied.";

    public const string TensionsUnderStudied = "Empirical work on handling the paradoxes of collaboration is lacking.";

    public const string CultureChoiceOpen =
        "Whether to align rules and norms, keep them apart or build new ones is an open question in the source; both of its cases are called successes.";

    public const string DirectionMissing =
        "The section of the paper that would give the direction of this effect is missing.";

    public const string ImpliedAttribute =
        "Only the order of a scanned table implies this pairing; its columns may be three separate lists. In the two rows of attributes that the text lets us check, the two agree.";

    public const string ImpliedChallenge =
        "Only the order of a scanned table implies this pairing; its columns may be three separate lists. Of the two rows of challenges that the text lets us check, one has another challenge there: this column is the weaker.";

    public const string ListOfBarriers =
        "The source cites literature for cultural barriers being under-studied; the list of barriers reads as its own assertion.";

    public const string AttributesContested =
        "The literature does not show that spanning organisations takes other attributes than spanning departments; no single attribute is a verdict on a leader.";

    public static IReadOnlyList<Note> All { get; } =
    [
        new(VisionReportedNotTested, ["D3-190", "D3-208"]),
        new(LeadershipContributes, ["D4-22", "D4-24", "D4-82"]),
        new(CultureUnderStudied, ["D3-46"]),
        new(TensionsUnderStudied, ["D3-21"]),
        new(CultureChoiceOpen, ["D3-18", "D3-109", "D3-110"]),
        new(DirectionMissing, ["D1-12", "D1-13", "D3-81"]),
        new(ImpliedAttribute, ["D4-64"]),
        new(ImpliedChallenge, ["D4-64", "D4-66"]),
        new(ListOfBarriers, ["D3-46", "D3-47"]),
        new(AttributesContested, ["D4-48", "D4-80"]),
    ];
}
