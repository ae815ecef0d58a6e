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
            if (Math.Abs(name.Length - given.Length) > limit || AreOpposite(given, name))
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

    /// <summary>Words that are near in letters, and mean the opposite of each other.</summary>
    private static readonly (string One, string Other)[] Opposites =
    [
        ("most", "least"), ("above", "below"), ("before", "after"), ("higher", "lower"), ("raised", "lowered"), ("minimum", "maximum"), ("all", "any"),
        ("every", "some"), ("no", "some"), ("no", "every"), ("no", "any"), ("yes", "no"), ("with", "without"), ("in", "out"),
    ];

    /// <summary>What makes of a word its opposite.</summary>
    private static readonly string[] Negations = ["un", "in", "im", "ir", "non", "not", "no", "dis"];

    /// <summary>
    /// Whether one name says the opposite of the other: a suggestion that turns a meaning round is worse than none. Words are compared where the
    /// names differ.
    /// </summary>
    private static bool AreOpposite(string one, string other)
    {
        List<string> a = [.. WordsOf(one)], b = [.. WordsOf(other)];
        var (onlyA, onlyB) = (a.Except(b, StringComparer.Ordinal).ToList(), b.Except(a, StringComparer.Ordinal).ToList());
        return onlyA.Exists(x => onlyB.Exists(y => Array.Exists(Opposites, pair => (pair.One == x && pair.Other == y) || (pair.Other == x && pair.One == y)) || IsNegated(x, y) || IsNegated(y, x)))
            || (onlyA.Count == 0 && onlyB is ["not" or "no" or "non" or "un"]) || (onlyB.Count == 0 && onlyA is ["not" or "no" or "non" or "un"]);
    }

    private static bool IsNegated(string word, string of) => of.Length > 2 && Array.Exists(Negations, negation => word == negation + of);

    /// <summary>The words of a name, in small letters: <c>vision.notShared</c> has three.</summary>
    private static IEnumerable<string> WordsOf(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || !char.IsLetterOrDigit(name[i]) || (char.IsUpper(name[i]) && char.IsLower(name[i - 1])))
            {
                var word = name[start..i].Trim(' ', '.', '-', '_', '[', ']').ToLowerInvariant();
                start = i;
                if (word.Length > 0)
                {
                    yield return word;
                }
            }
        }
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
