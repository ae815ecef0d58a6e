using System.Collections.Concurrent;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.RulePacks;
using CollabRisk.Rules;
using CollabRisk.Tests.Rules;

namespace CollabRisk.NRules.Tests;

/// <summary>The rule books that both engines are asked about, compiled once, and random collaborations that know their facts.</summary>
internal static class Books
{
    /// <summary>All packs of the library.</summary>
    public const string AllPacks = "all packs";

    /// <summary>The sample pack with facts of its own, a rule about partners and overrides, on the general knowledge.</summary>
    public const string FromYaml = "a pack from YAML";

    private static readonly Dictionary<string, Func<RuleBook>> Building = new(StringComparer.Ordinal)
    {
        [AllPacks] = () => Both.AllPacks,
        [FromYaml] = () => new RulePackLoader().Load(Path.Combine(Repository.Root, "samples", "packs", "regional-control-room")).RuleBook,
        ["facts of every type"] = () => RotaPack.Book,
        ["shares, sums and days"] = () => ReviewPack.Book,
        ["added words"] = () => HousingPack.Book,
        ["overrides 1"] = () => RuleBook.Build(KnowledgePacks.All, SomeOverrides.Of(new Random(1))),
        ["overrides 2"] = () => RuleBook.Build(KnowledgePacks.All, SomeOverrides.Of(new Random(2))),
    };

    private static readonly ConcurrentDictionary<string, Lazy<NRulesRuleBook>> Compiled = new(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Building.Keys];

    public static NRulesRuleBook Compile(string name) =>
        Compiled.GetOrAdd(name, _ => new Lazy<NRulesRuleBook>(() => NRulesRuleBook.Compile(Building[name]()))).Value;

    /// <summary>A random collaboration of which facts that packs of the book declare, or add words to, are known as well, about two of three.</summary>
    public static Collaboration Collaboration(RuleBook book, Random random, double knownShare)
    {
        var some = Some.Collaboration(random, knownShare);
        some = Extended(some, book.Facts.Collaboration, random);
        return some.Partners is { } partners
            ? some with { Partners = FactList.Create<Partner>([.. partners.Select(partner => Extended(partner, book.Facts.Partner, random))]) }
            : some;
    }

    private static T Extended<T>(T owner, FactRegistry.FactRow row, Random random)
        where T : class =>
        row.Extensions.Facts.Concat(row.Facts.Where(fact => fact.AddedWords.Count > 0)).Aggregate(owner, (made, fact) => fact.With(made, random.Next(3) == 0 ? null : Some.Value(random, fact)));
}
