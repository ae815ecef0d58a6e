using System.Collections.Concurrent;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;

namespace CollabRisk.Reporting.Tests;

/// <summary>Collaborations that the reports are tried on: the samples, and some that nobody would wish to meet.</summary>
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
            Name = "A\u0000\u0007\u001b[31m\u202Eevil\u202C\u2066x\u2069\uFFFE\uD800\u200F end",
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
    };

    public static TheoryData<string> Names => [.. Samples, .. Hostile.Keys];

    /// <summary>The assessment of a sample or of one of <see cref="Hostile"/>, by all packs of the library.</summary>
    public static Assessment Of(string name) => Assessed.GetOrAdd(name, static name => AllPacks.Evaluate(
        Hostile.TryGetValue(name, out var make) ? make() : CollaborationJson.Parse(Repository.Read("samples", "cases", name + ".json"))));

    private static Partner DrawsBack(string name) => new() { Name = name, Role = PartnerRole.NonLead, StrategicEngagement = Engagement.Declining };
}
