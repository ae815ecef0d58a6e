using CollabRisk.Text;

namespace CollabRisk.Rules.Building;

/// <summary>Codes that rules have had and have no longer.</summary>
internal sealed partial class RuleBookBuilder
{
    private readonly Dictionary<string, RetiredCode> retired = packs.SelectMany(pack => pack.Retired)
        .GroupBy(gone => gone.Code, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.OrderBy(gone => gone.ToString(), StringComparer.Ordinal).First(), StringComparer.Ordinal);

    private void CheckRetired(List<Entry> sketches)
    {
        foreach (var entry in sketches)
        {
            if (retired.TryGetValue(entry.Sketch.Code, out var gone))
            {
                Report(RuleProblems.CodeRetired, entry, $"{gone} A retired code is not used again. Give the rule another code.", gone.Code);
            }
        }
    }

    /// <summary>What to write instead of a code that no rule has: what replaced it, or what was probably meant.</summary>
    private string Instead(string code) => retired.TryGetValue(code, out var gone) ? $" {gone}" : DidYouMean.Sentence(code, codes);
}
