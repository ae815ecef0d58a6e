using CollabRisk.Rules;

namespace CollabRisk;

/// <summary>Findings that are about one matter: the root, and what follows from it.</summary>
/// <remarks>
/// A rule names the rules it is under (<see cref="Rule.Under"/>). Where one of them is raised too, the finding is part of its group;
/// otherwise it is the root of its own. Several cases of one rule are one group, each partner's for itself. Immutable and thread-safe.
/// </remarks>
public sealed class FindingGroup
{
    /// <summary>What follows; null where nothing does, as in most matters.</summary>
    private List<Finding>? consequences;

    private FindingGroup(Finding first)
    {
        Root = first;
        Level = first.Level;
    }

    /// <summary>The finding that names the matter.</summary>
    public Finding Root { get; private set; }

    /// <summary>The findings that follow from it, directly or through each other, in the order of findings; empty where it is alone.</summary>
    public IReadOnlyList<Finding> Consequences => consequences ?? (IReadOnlyList<Finding>)[];

    /// <summary>The root, then what follows.</summary>
    public IReadOnlyList<Finding> Findings => field ??= [Root, .. Consequences];

    /// <summary>
    /// How grave the matter is: the highest of both ends of the levels in it, since a consequence can be graver than its root.
    /// <see langword="null"/> where nothing in it is a risk or a mismatch.
    /// </summary>
    public LevelRange? Level { get; private set; }

    /// <summary>What to do about the matter, each step once, those of the root first.</summary>
    public IReadOnlyList<Recommendation> Recommendations => field ??= EachOnce(static finding => finding.Recommendations);

    /// <summary>The root, and how many findings follow from it.</summary>
    public override string ToString() => Consequences.Count == 0 ? $"{Root}" : $"{Root} (+{Consequences.Count})";

    /// <summary>What to keep up, since it is done already, each step once, those of the root first.</summary>
    internal IReadOnlyList<Recommendation> InPlace => EachOnce(static finding => finding.InPlace);

    /// <summary>
    /// Puts findings in groups. Groups are graver first; what is left is settled by the order of the findings. Of some findings of an
    /// assessment, those of one matter whose root is not among them are one group under the first of them.
    /// </summary>
    internal static IReadOnlyList<FindingGroup> Of(IEnumerable<Finding> findings)
    {
        // Most findings are a matter of their own, so only roots that have others under them are looked for.
        var roots = findings.Select(finding => finding.Root).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var ofRoot = new Dictionary<string, FindingGroup>(StringComparer.Ordinal);
        var groups = new List<FindingGroup>();
        foreach (var finding in findings)
        {
            var root = roots.Count == 0 ? null : finding.Root ?? finding.Fingerprint;
            if (root is not null && ofRoot.TryGetValue(root, out var group))
            {
                group.Add(finding);
                continue;
            }

            groups.Add(group = new(finding));
            if (root is not null && roots.Contains(root))
            {
                ofRoot.Add(root, group);
            }
        }

        return AreWorstFirst(groups) ? groups : [.. groups.Order(Comparer<FindingGroup>.Create(static (a, b) => LevelRange.WorstFirst(a.Level, b.Level)))];
    }

    /// <summary>How many matters risks and mismatches among the findings are about.</summary>
    internal static int CountRisks(IEnumerable<Finding> findings) =>
        findings.Where(finding => finding.Level is not null).Select(finding => finding.Root ?? finding.Fingerprint).Distinct(StringComparer.Ordinal).Count();

    private IReadOnlyList<Recommendation> EachOnce(Func<Finding, IReadOnlyList<Recommendation>> stepsOf) =>
        // Most matters have one finding, of which each step is there once.
        Consequences.Count == 0 ? stepsOf(Root) : [.. Findings.SelectMany(stepsOf).DistinctBy(step => step.Code, StringComparer.Ordinal)];

    /// <summary>Findings come worst first, so groups are in order but for those that something under them makes graver.</summary>
    private static bool AreWorstFirst(List<FindingGroup> groups)
    {
        for (var i = 1; i < groups.Count; i++)
        {
            if (LevelRange.WorstFirst(groups[i - 1].Level, groups[i].Level) > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds a finding that comes after those that are there.</summary>
    private void Add(Finding finding)
    {
        if (finding.IsRoot && !Root.IsRoot)
        {
            (consequences ??= []).Insert(0, Root);
            Root = finding;
        }
        else
        {
            (consequences ??= []).Add(finding);
        }

        Level = LevelRange.Highest([Level, finding.Level]);
    }
}
