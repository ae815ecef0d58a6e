using CollabRisk.Evidence;

namespace CollabRisk.Knowledge.Registers;

/// <summary>The words of the sources as they are used here: terms, the order of findings, and the answers to questions.</summary>
internal static class Glossary
{
    public static IReadOnlyList<GlossaryEntry> All { get; } =
    [
        // Terms.
        new(
            "Collaboration",
            "Organisations working together, by whichever of its many names. As a degree of integration, the middle of a range from cooperating to merging.",
            ["D4-01", "D3-05"]),
        new("Integration level", "How far the partners grow together: cooperation, collaboration or merger.", ["D3-05"]),
        new(
            "Form",
            "The kind of arrangement, such as joined control rooms, shared buildings or aligned systems, within one service or across several. No form is better by itself.",
            ["D3-31", "D3-20", "D3-22"]),
        new("Partner", "An organisation that takes part. Police forces have collaborated with many kinds of organisation.", ["D3-20"]),
        new("Collaborative network", "Organisations that co-operate and share things; collaboration takes shape as such networks.", ["D4-73"]),
        new("Activity", "In activity theory: what a motivated subject does to an object to reach an outcome; here, the collaboration.", ["D3-58"]),
        new("Subject", "In activity theory: whoever acts, one person or many; here, a partner, a team or a member.", ["D3-58"]),
        new("Object", "In activity theory: what the activity works on; here, what the partners build together.", ["D3-58", "D3-150"]),
        new("Community", "In activity theory: the wider circle around an activity, with its values and judgements; here, the stakeholders.", ["D3-59"]),
        new("Rules and norms", "Custom and rules, formal or informal, that bound what people do; the paper's name for what others call culture.", ["D3-59", "D3-95"]),
        new("Division of labour", "How roles and tasks are split; the paper's name for what others call structure or governance.", ["D3-59", "D3-114"]),
        new("Prior experience", "Of two kinds, asked apart: earlier collaboration with partners, and everyday dealings with them.", ["D3-127"]),
        new("Topology", "Where the teams are: one team over several places, or several teams in one place.", ["D3-177"]),

        // The order of findings.
        new(
            "Area",
            "What a factor is about, after a borrowed list: the external environment, the organisations, the people, their relations, or the instruments. Factors of all five together support collaboration.",
            ["D3-57", "D3-56"]),
        new("Determinant", "A factor that creates the need to collaborate: policy, the culture of organisations, experience.", ["D3-54"]),
        new("Influencing factor", "A factor that bears on how efficiently a collaboration runs: trust, adapting to changing work, communication.", ["D3-55"]),
        new("Tier", "Where the paper places a factor: with the parent organisations or with the collaboration, which has tiers of its own.", ["D1-06", "D3-79"]),
        new("Collaboration's own team", "The tier of the team or unit that the partners set up, such as a joint department.", ["D3-82"]),
        new("Individual", "The tier of the people: what single persons bring bears on the collaboration.", ["D3-124"]),
        new("Inter-organisational", "The tier of the process between the organisations.", ["D3-177"]),
        new("Driver, attribute, challenge", "What moves a network, what its leaders are like, and what they struggle with: the three questions of the slides.", ["D4-25"]),

        // The answers to questions.
        new(
            "Benefit sought",
            "What partners want: lower cost, value for money, effectiveness, efficiency, better service, quicker response, joined information, systems that work together, less bureaucracy, resources that go further.",
            ["D2-06", "D2-11", "D3-03", "D3-75"]),
        new("Pressure to cut spending", "Austerity, and the call for reform that goes with it. It is asked, and no driver is inferred from it.", ["D0-16"]),
    ];
}
