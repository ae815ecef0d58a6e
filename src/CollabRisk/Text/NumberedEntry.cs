using System.Text;

namespace CollabRisk.Text;

/// <summary>What texts of remedies and plans say about each entry of a list, under its number.</summary>
internal static class NumberedEntry
{
    /// <summary>A line with a name and some items; none where there is nothing to say.</summary>
    public static void Line(StringBuilder text, string name, IEnumerable<string> items, string separator = "\n     ")
    {
        var list = items.ToList();
        if (list.Count > 0)
        {
            text.Append("   ").Append(name).Append(": ").AppendJoin(separator, list).Append('\n');
        }
    }
}
