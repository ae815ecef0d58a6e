using System.Globalization;
using System.Text;
using CollabRisk.Conditions;

namespace CollabRisk.RulePacks.Testing;

/// <summary>Writes the coverage of a run as LCOV: a record for each file of a pack.</summary>
internal static class LcovReport
{
    /// <summary>The number of a branch is its place here.</summary>
    private static readonly Truth[] Branches = [Truth.True, Truth.False, Truth.Unknown];

    public static string Write(RulePackTestRun run)
    {
        var text = new StringBuilder();
        foreach (var pack in run.Packs)
        {
            var files = pack.Coverage.SelectMany(rule => rule.Conditions).Where(condition => condition.Place is not null)
                .GroupBy(condition => condition.Place!.File, StringComparer.Ordinal).OrderBy(file => file.Key, StringComparer.Ordinal);
            foreach (var file in files)
            {
                // The name of a test may hold letters, digits and underscores only.
                text.Append("TN:").Append([.. pack.Id.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]).Append('\n');
                text.Append("SF:").Append([.. file.Key.Select(c => char.IsControl(c) ? '?' : c)]).Append('\n');
                Write([.. file.GroupBy(condition => condition.Place!.Line).OrderBy(line => line.Key)], text);
            }
        }

        return text.ToString();
    }

    private static void Write(List<IGrouping<int, ConditionCoverage>> lines, StringBuilder text)
    {
        var (branches, taken) = (0, 0);
        foreach (var line in lines)
        {
            var block = 0;
            foreach (var node in line.OrderBy(node => node.Place!.Column))
            {
                foreach (var value in node.Possible)
                {
                    // A dash says that the node was never asked at all.
                    var count = TimesAsked(node) == 0 ? "-" : node.TimesSeen(value).ToString(CultureInfo.InvariantCulture);
                    text.Append(CultureInfo.InvariantCulture, $"BRDA:{line.Key},{block},{Array.IndexOf(Branches, value)},{count}\n");
                    branches++;
                    taken += node.TimesSeen(value) > 0 ? 1 : 0;
                }

                block++;
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"BRF:{branches}\nBRH:{taken}\n");
        foreach (var line in lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"DA:{line.Key},{line.Max(TimesAsked)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"LF:{lines.Count}\nLH:{lines.Count(line => line.Max(TimesAsked) > 0)}\nend_of_record\n");
    }

    private static int TimesAsked(ConditionCoverage node) => Branches.Sum(node.TimesSeen);
}
