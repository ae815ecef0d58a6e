using System.Globalization;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Testing;

/// <summary>Writes a run of tests for people: failures first, then what is not tested, then one line that sums up.</summary>
internal static class TextReport
{
    public static string Write(RulePackTestRun run, bool all)
    {
        if (run.Packs.Count == 0)
        {
            return "There are no packs, so nothing was tested.";
        }

        var lines = new List<string>();
        foreach (var pack in run.Packs)
        {
            Write(pack, all, lines);
        }

        return string.Join('\n', lines.Select(Unseen.Escaped));
    }

    private static void Write(TestedPack pack, bool all, List<string> lines)
    {
        foreach (var test in pack.Tests.Where(test => all || !test.HasPassed))
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{(test.HasPassed ? "passed" : "FAILED")} {test.Place}: {test.Name}"));
            foreach (var failure in test.Failures)
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"  {failure.Place}: {failure.What}"));
            }
        }

        foreach (var gap in pack.Gaps)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"not tested {gap}"));
        }

        if (all)
        {
            foreach (var rule in pack.Coverage)
            {
                Write(rule, lines);
            }
        }

        var failed = pack.Tests.Count(test => !test.HasPassed);
        var tests = pack.Tests.Count == 0 ? "FAILED: the pack has no tests"
            : failed == 0 ? $"{pack.Tests.Count} {(pack.Tests.Count == 1 ? "test" : "tests")} passed"
            : string.Create(CultureInfo.InvariantCulture, $"{failed} of {pack.Tests.Count} tests FAILED");
        var gaps = pack.Gaps.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {pack.Gaps.Count} not tested");
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"{pack.Id} {pack.Version}: {tests}; {pack.Seen} of {pack.Possible} condition values seen{Share(pack.Seen, pack.Possible)}{gaps}."));
    }

    private static void Write(RuleCoverage rule, List<string> lines)
    {
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"coverage {rule.Code}: {rule.Seen} of {rule.Possible} condition values seen{Share(rule.Seen, rule.Possible)}"));
        foreach (var condition in rule.Conditions.Where(condition => condition.Unseen.Count > 0))
        {
            var never = Words.List([.. condition.Unseen.Select(value => $"{value}".ToLowerInvariant())], "or");
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"  {PlaceBefore(condition.Place)}{condition} (never {never})"));
        }
    }

    private static string PlaceBefore(TextPlace? place) => place is null ? "" : $"{place}: ";

    /// <summary>The share in whole percent, rounded down, so that 100 means all.</summary>
    private static string Share(int seen, int possible) =>
        possible == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({(long)seen * 100 / possible} %)");
}
