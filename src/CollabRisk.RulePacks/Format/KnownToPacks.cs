using CollabRisk.Evidence;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Format;

/// <summary>The sources and recommendations that packs may name, whichever pack defines them.</summary>
internal sealed class KnownToPacks
{
    private readonly Dictionary<string, Source> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Recommendation> advice = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> owners = new(StringComparer.Ordinal);

    private readonly HashSet<string> partnerRules = new(StringComparer.Ordinal);

    /// <summary>Begins with what is known already.</summary>
    public KnownToPacks(KnownToPacks known)
    {
        sources = new(known.sources, StringComparer.Ordinal);
        advice = new(known.advice, StringComparer.Ordinal);
        owners = new(known.owners, StringComparer.Ordinal);
        partnerRules = new(known.partnerRules, StringComparer.Ordinal);
    }

    /// <summary>Begins with what packs that were not read from files define.</summary>
    public KnownToPacks(IEnumerable<RulePack> packs)
    {
        foreach (var pack in packs.OrderBy(pack => pack.Id, StringComparer.Ordinal))
        {
            foreach (var source in pack.Claims.Select(claim => claim.Source).Where(source => sources.TryAdd(source.Id, source)))
            {
                owners.TryAdd($"source {source.Id}", pack.Id);
            }

            var rules = pack.Definitions.SelectMany(chapter => chapter.Rules).ToList();
            foreach (var recommendation in rules.SelectMany(rule => rule.AllRecommendations).Where(one => advice.TryAdd(one.Code, one)))
            {
                owners.TryAdd($"recommendation {recommendation.Code}", pack.Id);
            }

            Add(rules);
        }
    }

    public IReadOnlyDictionary<string, Source> Sources => sources;

    public IReadOnlyDictionary<string, Recommendation> Advice => advice;

    /// <summary>Whether a rule is asked of each partner. Overrides ask it, once the rules of all packs are added.</summary>
    public bool IsPerPartner(string code) => partnerRules.Contains(code);

    /// <summary>Adds the rules of a pack.</summary>
    public void Add(IEnumerable<RuleDefinition> rules) => partnerRules.UnionWith(rules.Where(rule => rule.IsPerPartner).Select(rule => rule.Code));

    /// <summary>Adds what a pack defines; what says something else than another pack under the same name is reported, naming both.</summary>
    public void Add(PackReader pack, string id, PackProblems problems)
    {
        foreach (var (name, (source, place)) in pack.Sources)
        {
            if (!sources.TryAdd(name, source) && sources[name] != source)
            {
                problems.Report(PackProblemKinds.DefinedTwice, place, $"{owners[$"source {name}"]} has a source '{name}' that is something else: '{sources[name].Title}'. Give one of the two another id.");
            }

            owners.TryAdd($"source {name}", id);
        }

        foreach (var (code, (recommendation, place)) in pack.Advice)
        {
            if (!advice.TryAdd(code, recommendation) && !advice[code].Equals(recommendation))
            {
                problems.Report(PackProblemKinds.DefinedTwice, place, $"{owners[$"recommendation {code}"]} has a recommendation '{code}' that says something else: '{advice[code].Text}'. Give one of the two another code.");
            }

            owners.TryAdd($"recommendation {code}", id);
        }
    }
}
