using CollabRisk.RulePacks.Format;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Checks;

/// <summary>A pack that is checked, with what it defines and where that was written.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Sources">The places of its sources, by id.</param>
/// <param name="Claims">The places of its claims, by id; null where it was not read from a text.</param>
/// <param name="Advice">The places of its recommendations, by code; null where it was not read from a text.</param>
internal sealed record CheckedPack(
    RulePack Pack, IReadOnlyDictionary<string, TextPlace?> Sources, IReadOnlyDictionary<string, TextPlace?> Claims, IReadOnlyDictionary<string, TextPlace?> Advice)
{
    /// <summary>What was hardly meant as its files have it.</summary>
    public IReadOnlyList<RuleBookProblem> Warnings { get; private init; } = [];

    /// <summary>The warnings that the author means.</summary>
    public IReadOnlyList<AcceptedWarning> Accepted { get; private init; } = [];

    public static CheckedPack Of(LoadedRulePack loaded)
    {
        return new(loaded.Pack, Places(loaded.Read.Sources), Places(loaded.Read.Claims), Places(loaded.Read.Advice)) { Warnings = loaded.Warnings, Accepted = loaded.Read.Accepted };

        static Dictionary<string, TextPlace?> Places(IReadOnlyDictionary<string, TextPlace> of) =>
            of.ToDictionary(each => each.Key, each => (TextPlace?)each.Value, StringComparer.Ordinal);
    }

    /// <summary>A pack in code defines a recommendation where a rule advises it, and shares its sources and claims with others.</summary>
    public static CheckedPack Of(RulePack pack) => new(pack, Nothing, Nothing, pack.Definitions
        .SelectMany(chapter => chapter.Rules).SelectMany(rule => rule.AllRecommendations).Select(advice => advice.Code)
        .Distinct(StringComparer.Ordinal).ToDictionary(code => code, _ => (TextPlace?)null, StringComparer.Ordinal));

    private static Dictionary<string, TextPlace?> Nothing => new(StringComparer.Ordinal);
}
