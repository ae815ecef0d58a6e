using System.Collections.Concurrent;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;

namespace CollabRisk.Reporting.Tests;

/// <summary>Collaborations that the reports are tried on: the samples, and some that no one would wish to meet.</summary>
internal static class Cases
{
    public const string Markup = "</h1><script>alert(1)</script><img src=x onerror=alert(1)> \" onload=\"x ' ]]> <!-- --> &lt;";

    private static readonly ConcurrentDictionary<string, Assessment> Assessed = new(StringComparer.Ordinal);

    public static CollaborationEvaluator AllPacks { get; } = new(RuleBook.Build(KnowledgePacks.All));

    public static IReadOnlyList<string> Samples { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "samples", "cases"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    public static IReadOnlyDictionary<string, Func<Collaboration>> Hostile { get; } = new Dictionary<string, Func<Collaboration>>(StringComparer.Ordinal)
    {
        ["nothing"] = () => new(),
        ["markup"] = () => new()
        {
            Name = Markup,
            Vision = new() { Exists = false },
            Governance = new() { LeadOrganisation = true },
            Partners = [DrawsBack("<script>alert(2)</script>"), DrawsBack("\" onmouseover=\"alert(3)"), DrawsBack("B & 'C'")],
        },
        ["control-and-direction"] = () => new()
        {
            Name = "A\u0000\u0007\u001b[31m\u202Eevil\u202C\u2066x\u2069\uFFFE\u200F end",
            Vision = new() { Exists = false },
        },
        ["long-names"] = () => new()
        {
            Name = new string('N', 2_000),
            Governance = new() { LeadOrganisation = true },
            Partners = [DrawsBack(new string('p', 2_000)), DrawsBack(new string('q', 2_000)), DrawsBack(string.Concat(Enumerable.Repeat("🚒", 1_000)))],
        },
        ["many-partners"] = () => new()
        {
            Name = "Three hundred partners",
            Vision = new() { Exists = false },
            Governance = new() { LeadOrganisation = true },
            Partners = [.. Enumerable.Range(1, 300).Select(number => DrawsBack($"Service {number}"))],
        },
        ["all-facts"] = () => AllFacts(new Collaboration { Name = Markup, AsOf = new(2026, 11, 28), Partners = [AllFacts(new Partner { Name = "A | <b>" }), AllFacts(new Partner { Name = "=B" })] }),
    };

    public static TheoryData<string> Names => [.. Samples, .. Hostile.Keys];

    /// <summary>The assessment of a sample or of one of <see cref="Hostile"/>, by all packs of the library.</summary>
    public static Assessment Of(string name) => Assessed.GetOrAdd(name, static name => AllPacks.Evaluate(
        Hostile.TryGetValue(name, out var make) ? make() : CollaborationJson.Parse(Repository.Read("samples", "cases", name + ".json"))));

    /// <summary>The same at another time: of a timeline, a difference or a view with a case.</summary>
    public static Collaboration Changed(Collaboration collaboration) => collaboration with
    {
        Name = collaboration.Name ?? "Changed",
        AsOf = new DateOnly(2027, 1, 1),
        Vision = new() { Exists = true },
        Trust = new() { Organisational = TrustLevel.High },
        Partners = collaboration.Partners is { Count: > 1 } partners ? [.. partners.Skip(1)] : null,
    };

    /// <summary>Every fact that has no value yet has its first word, no, its least or a text that means harm.</summary>
    private static T AllFacts<T>(T owner)
        where T : class
    {
        foreach (var fact in AllPacks.RuleBook.Facts.Facts.Where(fact => fact.IsPerPartner == owner is Partner && !fact.IsDerived && fact.ValueIn(owner) is null))
        {
            owner = fact.With(owner, fact.Type switch
            {
                FactType.YesNo => false,
                FactType.Word or FactType.Words => fact.ValueOf(1),
                FactType.WholeNumber or FactType.Number => fact.Store.Number(fact.Minimum ?? 2),
                FactType.Date => new DateOnly(2020, 1, 1),
                FactType.Text => Markup,
                _ => FactList.Create<Saving>([new Saving { Amount = 1 }]),
            });
        }

        return owner;
    }

    private static Partner DrawsBack(string name) => new() { Name = name, Role = PartnerRole.NonLead, StrategicEngagement = Engagement.Declining };
}
