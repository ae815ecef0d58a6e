using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk;

/// <summary>Makes changes to the facts of a collaboration.</summary>
/// <remarks>A collaboration never changes itself: every method gives a new one. Thread-safe.</remarks>
public static class CollaborationExtensions
{
    /// <summary>The collaboration with some facts changed, all at once: the order of the changes makes no difference.</summary>
    /// <param name="collaboration">The collaboration.</param>
    /// <param name="changes">The changes; without any, the collaboration stays as it is.</param>
    /// <exception cref="ArgumentNullException"><paramref name="collaboration"/>, <paramref name="changes"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Changes cannot be made; the message has every reason. See <see cref="TryWith"/>.</exception>
    public static Collaboration With(this Collaboration collaboration, params IEnumerable<FactChange> changes) =>
        collaboration.Changed(FactRegistry.Default, changes);

    /// <summary>The same next to a rule book, which knows as what a word counts that a pack adds.</summary>
    internal static Collaboration Changed(this Collaboration collaboration, FactRegistry registry, IEnumerable<FactChange> changes) =>
        collaboration.TryChange(changes, registry, out var changed, out var problems)
            ? changed
            : throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(changes));

    /// <summary>The collaboration with some facts changed, all at once, with the problems as a value.</summary>
    /// <param name="collaboration">The collaboration.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="changed">The collaboration with every change made, if there are no problems.</param>
    /// <param name="problems">
    /// Every reason why changes cannot be made, in the order of the changes: no partner, or more than one, has the name; a fact
    /// is changed twice; a new name is taken; the fact follows from others that say something else, so that the change would
    /// have no effect. Empty if there is none.
    /// </param>
    /// <returns>Whether the changes were made; all of them or none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="collaboration"/>, <paramref name="changes"/> or one of them is <see langword="null"/>.</exception>
    public static bool TryWith(
        this Collaboration collaboration,
        IEnumerable<FactChange> changes,
        [NotNullWhen(true)] out Collaboration? changed,
        out IReadOnlyList<string> problems) => collaboration.TryChange(changes, FactRegistry.Default, out changed, out problems);

    /// <summary>The same next to a rule book, which knows as what a word counts that a pack adds.</summary>
    internal static bool TryChange(
        this Collaboration collaboration,
        IEnumerable<FactChange> changes,
        FactRegistry registry,
        [NotNullWhen(true)] out Collaboration? changed,
        out IReadOnlyList<string> problems)
    {
        ArgumentNullException.ThrowIfNull(collaboration);
        ArgumentNullException.ThrowIfNull(changes);
        var all = changes.ToList();
        foreach (var change in all)
        {
            ArgumentNullException.ThrowIfNull(change, nameof(changes));
        }

        var found = new List<string>();
        foreach (var twice in all.GroupBy(change => change.Path, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            found.Add($"{twice.Key}: the fact is changed more than once. Keep one change.");
        }

        var result = all.Where(change => change.Partner is null)
            .Aggregate(collaboration, (made, change) => change.Fact.With(made, change.Value));
        result = WithPartners(result, [.. all.Where(change => change.Partner is not null)], found);
        var complete = DerivedFacts.Complete(result, registry);
        foreach (var change in all.Where(change => change.Partner is null && DerivedFacts.SourcesOf(change.Fact).Count > 0))
        {
            if (!Equals(change.Value, change.Fact.ValueIn(complete)))
            {
                found.Add($"{change.Path}: it follows from {Words.List(DerivedFacts.SourcesOf(change.Fact))}, so that the change would have no effect. Change those.");
            }
        }

        problems = found;
        changed = found.Count == 0 ? result : null;
        return changed is not null;
    }

    private static Collaboration WithPartners(Collaboration collaboration, List<FactChange> changes, List<string> problems)
    {
        if (changes.Count == 0)
        {
            return collaboration;
        }

        // Every name is looked up among the partners as they were, so that a change of name does not hide a partner.
        var before = collaboration.Partners?.ToArray() ?? [];
        var after = before.ToArray();
        foreach (var change in changes)
        {
            var called = Array.FindAll(before, partner => partner.Name == change.Partner).Length;
            if (called == 1)
            {
                var place = Array.FindIndex(before, partner => partner.Name == change.Partner);
                after[place] = change.Fact.With(after[place], change.Value);
            }
            else
            {
                problems.Add($"{change.Path}: {(called > 1 ? string.Create(CultureInfo.InvariantCulture, $"{called} partners are called '{change.Partner}'. Give them different names.") : NoPartner(change.Partner!, before))}");
            }
        }

        foreach (var taken in after.GroupBy(partner => partner.Name, StringComparer.Ordinal).Where(same => same.Count() > Array.FindAll(before, partner => partner.Name == same.Key).Length && same.Count() > 1))
        {
            problems.Add($"partners: after the changes, {taken.Count()} partners would be called '{taken.Key}'. Give them different names.");
        }

        return before.Length == 0 ? collaboration : collaboration with { Partners = FactList.Create<Partner>(after) };
    }

    private static string NoPartner(string name, Partner[] partners)
    {
        var names = partners.Select(partner => partner.Name).Order(Names.Order).ToList();
        return names.Count == 0
            ? $"no partners are listed, so none is called '{name}'. List the partners first."
            : $"no partner is called '{name}'. The partners are {Words.List(names)}.{DidYouMean.Sentence(name, names)}";
    }
}
