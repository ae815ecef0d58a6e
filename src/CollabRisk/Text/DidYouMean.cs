namespace CollabRisk.Text;

/// <summary>Finds the name that someone probably meant.</summary>
internal static class DidYouMean
{
    /// <summary>" Did you mean 'vision.exists'?", or nothing where no name is near.</summary>
    public static string Sentence(string given, IEnumerable<string> names) =>
        Nearest(given, names) is { } name ? $" Did you mean '{name}'?" : "";

    /// <summary>The nearest name, the first in the order of the names where several are as near; null where none is near.</summary>
    public static string? Nearest(string given, IEnumerable<string> names)
    {
        // A third of the letters may differ, so that short words are not taken for quite other ones.
        var limit = Math.Max(1, given.Length / 3);
        string? best = null;
        foreach (var name in names)
        {
            if (Math.Abs(name.Length - given.Length) > limit)
            {
                continue;
            }

            var distance = Distance(given, name, limit);
            if (distance <= limit && (distance < limit || best is null))
            {
                best = name;
                limit = distance;
            }
        }

        return best;
    }

    /// <summary>How many letters must be added, taken away, changed or exchanged with their neighbour; case counts nothing.</summary>
    private static int Distance(string a, string b, int limit)
    {
        var before = new int[b.Length + 1];
        var above = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            var smallest = row[0];
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                smallest = Math.Min(smallest, row[j]);
            }

            if (smallest > limit)
            {
                return smallest;
            }

            (before, above) = (above, row);
        }

        return above[b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
