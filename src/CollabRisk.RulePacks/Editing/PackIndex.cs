using CollabRisk.Evidence;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Format;
using CollabRisk.RulePacks.Loading;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Editing;

/// <summary>
/// What the texts of a pack can name: what its own files define as they are at the moment, mistakes and all, what other packs in files define, and
/// the library.
/// </summary>
internal sealed class PackIndex
{
    private readonly SortedDictionary<string, (RuleDefinition Rule, TextPlace? Place)> rules = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (Claim Claim, TextPlace? Place)> claims = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (Source Source, TextPlace? Place)> sources = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (Recommendation Advice, TextPlace? Place)> advice = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextPlace?> facts = new(StringComparer.Ordinal);

    /// <summary>Reads what packs define. What is wrong with them is for loading to say.</summary>
    /// <param name="opened">The packs in files, the one that is edited first.</param>
    /// <param name="context">What they are written against.</param>
    public PackIndex(IReadOnlyList<OpenedPack> opened, EditingContext context)
    {
        var known = context.Known;
        List<PackReader> readers = [.. opened.Select(pack => new PackReader(pack.Roots, context.Options.Limits, Unheard(), saysNothing: true))];
        readers.ForEach(reader => known.Add(reader, "", Unheard()));
        (Id, Prefix) = readers is [{ Manifest: { } manifest }, ..] ? (manifest.Id, manifest.Prefix) : (null, null);
        var declared = new List<FactDeclaration>();
        var added = new List<WordDeclaration>();
        foreach (var reader in readers)
        {
            var read = reader.Read(known);
            foreach (var (id, (source, place)) in reader.Sources)
            {
                sources.TryAdd(id, (source, place));
            }

            foreach (var (code, (recommendation, place)) in reader.Advice)
            {
                advice.TryAdd(code, (recommendation, place));
            }

            foreach (var claim in read?.Pack.Claims ?? [])
            {
                claims.TryAdd(claim.Id, (claim, read!.Claims.GetValueOrDefault(claim.Id)));
            }

            foreach (var fact in read?.Pack.Facts ?? [])
            {
                declared.Add(fact);
                facts.TryAdd(fact.Name, fact.Place);
            }

            added.AddRange(read?.Pack.Words ?? []);
            Add(read?.Pack.Definitions.SelectMany(chapter => chapter.Rules) ?? []);
        }

        Facts = FactRegistry.Default.With(declared, added);
        Add(context.Rules);
        foreach (var claim in context.Options.BasePacks.SelectMany(pack => pack.Claims))
        {
            claims.TryAdd(claim.Id, (claim, null));
        }

        foreach (var (id, source) in known.Sources)
        {
            sources.TryAdd(id, (source, null));
        }

        foreach (var (code, recommendation) in known.Advice)
        {
            advice.TryAdd(code, (recommendation, null));
        }
    }

    /// <summary>The facts of the library, and those that the packs declare.</summary>
    public FactRegistry Facts { get; }

    /// <summary>The id of the pack that is edited; null where that cannot be read.</summary>
    public string? Id { get; }

    /// <summary>The prefix of the pack that is edited; null where it has none.</summary>
    public string? Prefix { get; }

    public IEnumerable<RuleDefinition> Rules => rules.Values.Select(each => each.Rule);

    public IEnumerable<Claim> Claims => claims.Values.Select(each => each.Claim);

    public IEnumerable<Source> Sources => sources.Values.Select(each => each.Source);

    public IEnumerable<Recommendation> Advice => advice.Values.Select(each => each.Advice);

    /// <summary>The fact with a path as conditions write it; null where there is none.</summary>
    public Fact? FactAt(string path) => Facts.Find(ConditionReader.PathInModel(path));

    /// <summary>The fact of the partners with a path as tests write it under a partner; null where there is none.</summary>
    public Fact? FactOfPartner(string path) => Facts.Find($"partners[].{path}");

    public RuleDefinition? Rule(string code) => rules.TryGetValue(code, out var rule) ? rule.Rule : null;

    /// <summary>Where a name was given; null where that was not in the files of packs, and where there is no such name.</summary>
    public TextPlace? PlaceOf(Named named, string name) => named switch
    {
        Named.Rule => rules.TryGetValue(name, out var rule) ? rule.Place : null,
        Named.Claim => claims.TryGetValue(name, out var claim) ? claim.Place : null,
        Named.Source => sources.TryGetValue(name, out var source) ? source.Place : null,
        Named.Advice => advice.TryGetValue(name, out var recommendation) ? recommendation.Place : null,
        _ => null,
    };

    /// <summary>Where a fact was declared; null where it is the library's.</summary>
    public TextPlace? PlaceOf(Fact fact) => FactRegistry.NameAmongExtensions(fact.Path) is { } name ? facts.GetValueOrDefault(name) : null;

    public Claim? Claim(string id) => claims.TryGetValue(id, out var claim) ? claim.Claim : null;

    public Source? Source(string id) => sources.TryGetValue(id, out var source) ? source.Source : null;

    public Recommendation? Recommendation(string code) => advice.TryGetValue(code, out var recommendation) ? recommendation.Advice : null;

    private void Add(IEnumerable<RuleDefinition> defined)
    {
        foreach (var rule in defined)
        {
            rules.TryAdd(rule.Code, (rule, rule.PlaceOf?.Invoke(rule.Code)));
        }
    }

    private static PackProblems Unheard() => new("", most: 1);
}
