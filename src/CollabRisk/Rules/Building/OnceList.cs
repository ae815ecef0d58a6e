using System.Collections.ObjectModel;

namespace CollabRisk.Rules.Building;

/// <summary>
/// Items in the order in which they were first added, each once. The few claims, facts or caveats of a rule are looked through; from a number on
/// that only a pack with something odd about it has, a set tells what is there already.
/// </summary>
internal sealed class OnceList<T>
{
    private const int MostLookedThrough = 16;

    private readonly List<T> items = [];
    private HashSet<T>? seen;

    public void Add(T item)
    {
        if (items.Count == MostLookedThrough)
        {
            seen ??= [.. items];
        }

        if (seen?.Add(item) ?? !items.Contains(item))
        {
            items.Add(item);
        }
    }

    public void Add(IEnumerable<T> many)
    {
        foreach (var item in many)
        {
            Add(item);
        }
    }

    /// <summary>The items in an order of their own.</summary>
    public ReadOnlyCollection<T> Sorted(Comparison<T> comparison)
    {
        items.Sort(comparison);
        return ToReadOnly();
    }

    public ReadOnlyCollection<T> ToReadOnly() => items.Count == 0 ? [] : items.AsReadOnly();
}
