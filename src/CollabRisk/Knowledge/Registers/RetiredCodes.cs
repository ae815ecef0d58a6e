using CollabRisk.Rules;

namespace CollabRisk.Knowledge.Registers;

/// <summary>
/// Every code that rules of the library have had and have no longer, in the order of the codes. When a rule is removed or merged, add a
/// row: whoever names the old code then hears what replaced it. A code is never used again.
/// </summary>
internal static class RetiredCodes
{
    public static IReadOnlyList<RetiredCode> All { get; } =
    [
    ];
}
