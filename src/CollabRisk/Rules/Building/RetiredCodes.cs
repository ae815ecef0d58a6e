using CollabRisk.Text;

namespace CollabRisk.Rules.Building;

/// <summary>Codes that rules of the packs have had and have no longer: that none is used again, and what is said to whoever names one.</summary>
internal sealed class RetiredCodes
{
    private readonly Dictionary<string, RetiredCode> byCode;
    private readonly IReadOnlyList<string> codes;

    public RetiredCodes(IReadOnlyList<RulePack> packs, IReadOnlyList<DefinedRule> rules, BookLanguage said, ProblemList problems)
    {
        codes = [.. rules.Select(rule => rule.Code)];
        byCode = packs.SelectMany(pack => pack.Retired)
            .GroupBy(gone => gone.Code, StringComparer.Ordinal)
            .Select(same => same.OrderBy(gone => gone.ToString(), StringComparer.Ordinal).First())
            .ToDictionary(gone => gone.Code, said.Say, StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (byCode.TryGetValue(rule.Code, out var gone))
            {
                problems.Report(RuleProblems.CodeRetired, rule.Origin, $"{gone} A retired code is not used again. Give the rule another code.", gone.Code);
            }
        }
    }

    /// <summary>All of them, by code.</summary>
    public IReadOnlyList<RetiredCode> All => [.. byCode.Values.OrderBy(gone => gone.Code, StringComparer.Ordinal)];

    /// <summary>What to write instead of a code that no rule has: what replaced it, or what was probably meant; a sentence after a space, or nothing.</summary>
    public string Instead(string code) => byCode.TryGetValue(code, out var gone) ? $" {gone}" : DidYouMean.Sentence(code, codes);
}
