using CollabRisk.Evidence;

namespace CollabRisk.Knowledge.Registers;

/// <summary>The collaborations of the sources, and the claims that only describe them.</summary>
/// <remarks>
/// Organisations and people keep the paper's pseudonyms (D3-64). The failures of which only a cost is told have sheets too:
/// they show that a case of which nothing is known is not assessable.
/// </remarks>
internal static class CaseSheets
{
    public static IReadOnlyList<CaseSheet> All { get; } =
    [
        new(
            "joint-it-department-early.json",
            "Joint IT department of two police forces, at set-up",
            ["D1-09", "D3-52", "D3-64", "D3-65", "D3-68", "D3-107", "D3-140", "D3-180"]),
        new(
            "joint-it-department-late.json",
            "Joint IT department of two police forces, about 2018",
            ["D1-09", "D3-52", "D3-64", "D3-65", "D3-67", "D3-68", "D3-107", "D3-140", "D3-180"]),
        new(
            "shared-control-room.json",
            "Shared control room of a police force and two fire services",
            ["D1-09", "D3-52", "D3-64", "D3-69", "D3-70", "D3-72", "D3-107", "D3-140", "D3-180"]),
        new("joint-hr-function.json", "Failed joint HR function of the two forces of the IT department", ["D3-64", "D3-190"]),
        new("firecontrol.json", "FiReControl, of which the source gives a cost and no cause", ["D3-11"]),
        new("thames-valley-tri-force.json", "Thames Valley Police tri-force programme, of which the source gives a cost and no cause", ["D3-12"]),
        new("warwickshire-west-mercia.json", "Warwickshire and West Mercia Strategic Alliance, of which the source gives a cost and no cause", ["D3-13"]),
    ];
}
