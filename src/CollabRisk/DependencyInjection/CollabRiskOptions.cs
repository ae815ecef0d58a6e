using System.Globalization;
using CollabRisk.Knowledge;
using CollabRisk.Rules;

namespace CollabRisk.DependencyInjection;

/// <summary>Which rules the evaluator of a host has, and what the host changes about them.</summary>
/// <remarks>
/// Read once, when the host starts or the evaluator is first asked for: packs that do not go together, unknown codes and
/// missing reasons are all reported then, at once. Reading the options in any other way checks and makes nothing. Not
/// thread-safe while being configured.
/// </remarks>
public sealed class CollabRiskOptions
{
    private readonly List<RuleOverride> overrides = [];
    private readonly List<string> problems = [];
    private readonly HashSet<string> read = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The packs. Holds the general knowledge to begin with; add to it, or clear it to go without.</summary>
    /// <value>Each pack once, and at least one with rules: a host without rules is refused, since it could find nothing.</value>
    public IList<RulePack> Packs { get; } = [KnowledgePacks.General];

    /// <summary>What the host changes about rules, in the order in which it said so.</summary>
    public IReadOnlyList<RuleOverride> Overrides => overrides;

    /// <summary>Where the configuration has a section about packs in files; null where it has none.</summary>
    internal string? RulePackSection { get; set; }

    /// <summary>Switches a rule off. Its findings are set apart in the assessment, with the reason, and do not count.</summary>
    /// <param name="code">The code of the rule.</param>
    /// <param name="reason">Why; never empty.</param>
    /// <returns>The same options, for more.</returns>
    public CollabRiskOptions SwitchOff(string code, string reason)
    {
        // A missing text is reported with everything else that is wrong, as one that is empty.
        overrides.Add(RuleOverride.SwitchOff(code ?? "", reason ?? ""));
        return this;
    }

    /// <summary>Gives a risk or mismatch another level before moderators. The reason takes the place of the rule's own.</summary>
    /// <param name="code">The code of the rule.</param>
    /// <param name="level">Low, Moderate or High.</param>
    /// <param name="reason">Why; never empty.</param>
    /// <returns>The same options, for more.</returns>
    public CollabRiskOptions OverrideLevel(string code, Level level, string reason)
    {
        overrides.Add(RuleOverride.ChangeLevel(code ?? "", level, reason ?? ""));
        return this;
    }

    /// <summary>Changes rules in any way that <see cref="RuleOverride"/> knows, such as one that expires.</summary>
    /// <param name="changes">The changes; <see langword="null"/> among them is reported when the options are checked.</param>
    /// <returns>The same options, for more.</returns>
    /// <remarks>
    /// Whether they have expired is seen once, when the options are checked: by the day of the registered
    /// <see cref="TimeProvider"/> in its time zone, or of the system where none is registered. A host that runs past the last
    /// day of an override keeps it until it starts again.
    /// </remarks>
    public CollabRiskOptions Override(params RuleOverride[] changes)
    {
        overrides.AddRange(changes ?? [null!]);
        return this;
    }

    /// <summary>Whether a section of configuration is read for the first time. One that is given twice says everything once.</summary>
    internal bool Begins(string section) => read.Add(section);

    /// <summary>Something that is wrong with what was configured, to be reported with everything else.</summary>
    internal void AddProblem(string problem) => problems.Add(problem);

    /// <summary>Packs and overrides as far as they can be used; what cannot be is added to the problems.</summary>
    internal (IReadOnlyList<RulePack> Packs, IReadOnlyList<RuleOverride> Overrides) Checked(ICollection<string> found)
    {
        foreach (var problem in problems)
        {
            found.Add(problem);
        }

        return (WithoutNull(Packs, nameof(Packs), "a pack", found), WithoutNull(overrides, nameof(Overrides), "an override", found));
    }

    private static List<T> WithoutNull<T>(IEnumerable<T?> given, string list, string what, ICollection<string> found)
        where T : class
    {
        var all = given.ToList();
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i] is null)
            {
                found.Add(string.Create(CultureInfo.InvariantCulture, $"{list}[{i}]: it is null. Give {what}, or leave it out."));
            }
        }

        return [.. all.OfType<T>()];
    }
}
