using CollabRisk.Evidence;

namespace CollabRisk.Knowledge.Registers;

/// <summary>How to read findings: notes that appear with those that they qualify.</summary>
/// <remarks>
/// A caveat limits a finding and belongs to its rule; a note here says how to take it. Each is about as few rules as it can
/// be, so that no finding drowns in notes, and none repeats a caveat that its rules already carry.
/// </remarks>
internal static class Interpretations
{
    public static IReadOnlyList<Note> All { get; } =
    [
        new(
            "The response to attacks was fast and praised; it tells how services work together in a crisis, not how they do at other times.",
            ["D0-12"])
        {
            About = ["CRISIS-MASKS-STRAIN"],
        },
        new(
            "Which form is right may depend on the organisations and the circumstances: two collaborations with the same aim chose differently.",
            ["D3-19", "D3-207"])
        {
            About = ["MODEL-MISFIT", "LOCAL-FIT"],
        },
        new(
            "If norms are to be aligned, when to do it is open as well, and the answer may hinge on the form, the partners, and what their leaders notice and put right.",
            ["D3-111", "D3-112"])
        {
            About = ["CULTURE-STRATEGY-UNDECIDED", "CULTURES-NOT-ALIGNED", "SEPARATE-NORMS"],
        },
        new(
            "That culture matters has been reported for decades.",
            ["D3-108"])
        {
            About = ["CULTURE-STRATEGY-UNDECIDED", "JOINT-PRACTICE-ABSENT"],
        },
        new(
            "Commitment does not always show, even where it is called necessary: ask what it was judged by.",
            ["D3-143"])
        {
            About = ["MEMBERSHIP-GAP", "MEMBERS-UNCOMMITTED"],
        },
        new(
            "People come to want a thing when they see that others prize it.",
            ["D3-150"])
        {
            About = ["DEMONSTRATE-VALUE"],
        },
        new(
            "That shared infrastructure can be built and pays is concluded from two collaborations, both claimed to be successes.",
            ["D1-23"])
        {
            About = ["INFO-SHARING-ENABLED", "SHARED-INFRASTRUCTURE"],
        },
        new(
            "Which leadership brings which results under which circumstances is not established; some even hold that leadership is a notion that people have made up.",
            ["D4-83", "D4-11"])
        {
            About = ["LEADERSHIP-EFFECTIVE", "LEADERSHIP-INEFFECTIVE", "LEADERSHIP-OVERSTATED", "DRIVER-ATTRIBUTE"],
        },
        new(
            "One view ranks visionary, transformational leading above transactional managing, and critics reject the ranking; styles known from single organisations still count, so no style is scored by itself.",
            ["D4-09", "D4-10", "D4-42", "D4-44"])
        {
            About = ["STYLE-REPERTOIRE-NARROW", "STYLE-REPERTOIRE-BROAD", "COMMAND-STYLE"],
        },
        new(
            "Leaders across organisations meet ordinary problems and others that ask for a network outlook; the slides do not say which are which, and ask whether the contrast is but an older one renamed.",
            ["D4-13", "D4-14"])
        {
            About = ["PERSPECTIVE"],
        },
        new(
            "Leading across organisations is portrayed as both like and unlike leading one: perhaps general leadership with other stresses, a matter of degree. Tasks overlap widely, and writers often do not mark which they mean.",
            ["D4-12", "D4-46", "D4-51", "D4-52", "D4-84", "D4-85"])
        {
            About = ["BOUNDARY-SKILL", "CONTEXT-NOT-UNDERSTOOD", "LEADERSHIP-DEVELOPMENT-MULTILEVEL"],
        },
    ];
}
