using System.Globalization;
using CollabRisk.Comparing;
using CollabRisk.Facts;
using CollabRisk.Rules;
using CollabRisk.Rules.Building;

namespace CollabRisk.RulePacks;

/// <summary>What differs between two sets of rule packs.</summary>
/// <remarks>Immutable and thread-safe. All lists are in the order of ids or codes.</remarks>
public sealed class RulePackChange
{
    private RulePackChange(RuleBook before, RuleBook after)
    {
        DigestBefore = before.Digest;
        DigestAfter = after.Digest;
        var versions = before.Packs.ToDictionary(pack => pack.Id, pack => pack.Version, StringComparer.Ordinal);
        PacksAdded = [.. after.Packs.Where(pack => !versions.ContainsKey(pack.Id))];
        PacksRemoved = [.. before.Packs.ExceptBy(after.Packs.Select(pack => pack.Id), pack => pack.Id)];
        PacksChanged = [.. after.Packs
            .Where(pack => versions.TryGetValue(pack.Id, out var version) && version != pack.Version)
            .Select(pack => new RulePackVersionChange(pack.Id, versions[pack.Id], pack.Version))];
        Rules = [.. Codes(before).Union(Codes(after), StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(code => new RuleChange(before.Find(code), after.Find(code)))
            .Where(change => change.Before is null || change.After is null || !RuleBookDigest.AreSameInEveryLanguage(change.Before, change.After))];
        RulesAdded = [.. Rules.Where(change => change.Kind == DifferenceKind.Added).Select(change => change.Code)];
        RulesRemoved = [.. Rules.Where(change => change.Kind == DifferenceKind.Gone).Select(change => change.Code)];
        RulesChanged = [.. Rules.Where(change => change.Kind == DifferenceKind.Changed).Select(change => change.Code)];
        var (was, now) = (Declared(before), Declared(after));
        FactsAdded = [.. now.Keys.Where(path => !was.ContainsKey(path))];
        FactsRemoved = [.. was.Keys.Where(path => !now.ContainsKey(path))];
        FactsChanged = [.. now.Keys.Where(path => was.TryGetValue(path, out var old) && old != now[path])];
    }

    /// <summary>Packs that are new.</summary>
    public IReadOnlyList<PackReference> PacksAdded { get; }

    /// <summary>Packs that are gone.</summary>
    public IReadOnlyList<PackReference> PacksRemoved { get; }

    /// <summary>Packs that have another version.</summary>
    public IReadOnlyList<RulePackVersionChange> PacksChanged { get; }

    /// <summary>The rules that are new, gone or changed, also in what they say in another language, each with what is different about it.</summary>
    public IReadOnlyList<RuleChange> Rules { get; }

    /// <summary>The paths of declared facts that are new.</summary>
    public IReadOnlyList<string> FactsAdded { get; }

    /// <summary>The paths of declared facts that are gone: what collaborations say of them counts for nothing from now on.</summary>
    public IReadOnlyList<string> FactsRemoved { get; }

    /// <summary>The paths of declared facts that mean something else, or take other values, and of facts of the library of which packs add other words.</summary>
    public IReadOnlyList<string> FactsChanged { get; }

    /// <summary>Whether nothing that decides an assessment is different.</summary>
    public bool IsEmpty => DigestBefore == DigestAfter;

    /// <summary>The codes of rules that are new.</summary>
    public IReadOnlyList<string> RulesAdded { get; }

    /// <summary>The codes of rules that are gone.</summary>
    public IReadOnlyList<string> RulesRemoved { get; }

    /// <summary>The codes of rules that find or say something else, in whichever language, because of their pack or of an override.</summary>
    public IReadOnlyList<string> RulesChanged { get; }

    /// <summary>The digest of the rule book before: <see cref="RuleBook.Digest"/>.</summary>
    public string DigestBefore { get; }

    /// <summary>The digest of the rule book now; the same as before where nothing that decides an assessment differs.</summary>
    public string DigestAfter { get; }

    /// <summary>Compares two sets.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="after">The later one.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static RulePackChange Between(RulePackSet before, RulePackSet after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new RulePackChange(before.RuleBook, after.RuleBook);
    }

    /// <summary>The differences in one line, without the digests: <c>packs: my.pack 1.0.0 → 1.1.0; rules: +MY-NEW ~MY-OLD</c>.</summary>
    public override string ToString()
    {
        var packs = string.Join(", ", [
            .. PacksAdded.Select(pack => $"+{pack.Id} {pack.Version}"),
            .. PacksRemoved.Select(pack => $"-{pack.Id} {pack.Version}"),
            .. PacksChanged.Select(pack => pack.ToString())]);
        var rules = string.Join(' ', [.. RulesAdded.Select(code => $"+{code}"), .. RulesRemoved.Select(code => $"-{code}"), .. RulesChanged.Select(code => $"~{code}")]);
        var parts = new[] { packs.Length == 0 ? null : $"packs: {packs}", rules.Length == 0 ? null : $"rules: {rules}" }.OfType<string>().ToList();
        return parts.Count > 0 ? string.Join("; ", parts) : DigestBefore == DigestAfter ? "nothing that decides an assessment" : "nothing about packs and rules, but what appears with them";
    }

    /// <summary>The facts that packs declare, and those that they may add words to, by path, with everything about them.</summary>
    private static SortedDictionary<string, string> Declared(RuleBook book) => new(
        book.Facts.Facts.Where(fact => fact.TakesMoreWords || FactRegistry.NameAmongExtensions(fact.Path) is not null).ToDictionary(
            fact => fact.Path,
            fact => $"{fact.Type} {fact.IsOrdered} {fact.ValuesInWords()} {fact.Direction} {fact.NeutralBecause} {fact.IsChangeable} {fact.IsOutcome} {fact.Meaning} {fact.Question} {fact.CodingNote} {string.Join(' ', fact.AddedWords.Select(word => $"{word.Word} {word.CountsAs} {word.Meaning}"))} {string.Join(' ', fact.InLanguages)}",
            StringComparer.Ordinal), StringComparer.Ordinal);

    private static IEnumerable<string> Codes(RuleBook book) => book.RulesByCode.Select(rule => rule.Code);
}

/// <summary>A pack that has another version.</summary>
/// <param name="Id">The id of the pack.</param>
/// <param name="Before">The version before.</param>
/// <param name="After">The version now.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RulePackVersionChange(string Id, string Before, string After)
{
    /// <summary>Id and versions: <c>my.pack 1.0.0 → 1.1.0</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id} {Before} → {After}");
}
