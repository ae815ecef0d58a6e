using CollabRisk.Evidence;

namespace CollabRisk.Knowledge.Registers;

/// <summary>What the sources leave open, so that no finding can say it.</summary>
internal static class NotAssessed
{
    public static IReadOnlyList<Note> All { get; } =
    [
        new("What moves senior leaders to join or to stay out, and how key decisions come about in general.", ["D3-209"]),
        new("Why collaborations failed or were discontinued.", ["D3-208", "D3-11", "D3-12", "D3-13"]),
        new("Whether collaborating improves results at all.", ["D4-04", "D4-05", "D4-06", "D3-07"]),
        new("How public bodies manage collaborations, and how shared systems in public safety are built and kept.", ["D0-10", "D3-17"]),
        new("What counts as success in a collaboration of police forces.", ["D3-35"]),
        new("How much of a result is owed to leadership, and which leadership works where.", ["D4-22", "D4-23", "D4-24", "D4-82", "D4-83"]),
        new("Whether leadership is one thing at all, and whether transactional and transformational leading differ.", ["D4-10", "D4-11", "D4-14"]),
        new("Whether leading a collaboration differs from leading one organisation.", ["D4-12", "D4-46", "D4-48", "D4-52", "D4-84"]),
        new("Which quality of a leader matters at which point of a collaboration's life.", ["D4-45", "D4-93"]),
        new("Whether customer focus in leaders helps.", ["D4-41"]),
        new("Which form of collaboration is best.", ["D3-22", "D3-112", "D3-207"]),
        new("Whether to align rules and norms, keep them apart or build new ones, and when.", ["D3-109", "D3-110", "D3-111", "D3-112"]),
        new("How to handle the paradoxes of collaboration.", ["D3-21"]),
        new("How cultural barriers work: they are under-studied.", ["D3-46"]),
        new("How individuals see a collaboration, and what their contradictory motives do to it.", ["D3-210"]),
        new("Whether technology leads to better results for the public.", ["D3-43"]),
        new("Whether an active part in decisions keeps partners engaged that do not lead.", ["D3-94"]),
        new("Which way motivation and reputation work: the part of the paper that would say so is missing.", ["D1-12", "D1-13", "D3-81"]),
    ];
}
