namespace CollabRisk.Text;

/// <summary>Adds to short lists what is not in them yet. For the few claims, facts or codes of a rule that is far cheaper than a set.</summary>
internal static class AddingOnce
{
    /// <summary>Adds an item unless the list has an equal one.</summary>
    public static void AddOnce<T>(this List<T> list, T item)
    {
        if (!list.Contains(item))
        {
            list.Add(item);
        }
    }

    /// <summary>Adds those items of which the list has no equal one yet.</summary>
    public static void AddOnce<T>(this List<T> list, IEnumerable<T> items)
    {
        foreach (var item in items)
        {
            list.AddOnce(item);
        }
    }
}
