using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>Findings that are about one matter: the root, and what follows from it.</summary>
/// <remarks>
/// A rule names the rules it is under (<see cref="Rule.Under"/>). Where one of them is raised too, the finding is part of its group;
/// otherwise it is the root of its own. Immutable and thread-safe.
/// </remarks>
public sealed class FindingGroup
{
    internal FindingGroup(Finding root, IReadOnlyList<Finding> consequences)
    {
        Root = root;
        Consequences = consequences;
        Level = LevelOf([root, .. consequences]);
    }

    /// <summary>The finding that names the matter.</summary>
    public Finding Root { get; }

    /// <summary>The findings that follow from it, directly or through each other, in the order of findings; empty where it is alone.</summary>
    public IReadOnlyList<Finding> Consequences { get; }

    /// <summary>The root, then what follows.</summary>
    public IReadOnlyList<Finding> Findings => field ??= [Root, .. Consequences];

    /// <summary>
    /// How grave the matter is: the highest of both ends of the levels in it, since a consequence can be graver than its root.
    /// <see langword="null"/> where nothing in it is a risk or a mismatch.
    /// </summary>
    public LevelRange? Level { get; }

    /// <summary>What to do about the matter, each step once, those of the root first.</summary>
    public IReadOnlyList<Recommendation> Recommendations => field ??=
        [.. Findings.SelectMany(finding => finding.Recommendations).DistinctBy(advice => advice.Code, StringComparer.Ordinal)];

    /// <summary>The root, and how many findings follow from it.</summary>
    public override string ToString() => Consequences.Count == 0 ? $"{Root}" : $"{Root} (+{Consequences.Count})";

    /// <summary>Puts findings in groups. Groups are graver first; what is left is settled by their roots.</summary>
    internal static IReadOnlyList<FindingGroup> Of(IReadOnlyList<Finding> findings)
    {
        var below = findings.Where(finding => finding.Root is not null).ToLookup(finding => finding.Root!, StringComparer.Ordinal);
        return
        [
            .. findings.Where(finding => finding.Root is null)
                .Select(root => new FindingGroup(root, [.. below[root.Fingerprint]]))
                .Order(Comparer<FindingGroup>.Create(static (a, b) => LevelRange.WorstFirst(a.Level, b.Level))),
        ];
    }

    private static LevelRange? LevelOf(Finding[] findings) =>
        findings.Select(finding => finding.Level).OfType<LevelRange>().ToList() is { Count: > 0 } levels
            ? new LevelRange(levels.Max(level => level.AtLeast), levels.Max(level => level.AtMost))
            : null;
}
