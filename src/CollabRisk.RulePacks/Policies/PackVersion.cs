using System.Globalization;
using System.Numerics;

namespace CollabRisk.RulePacks.Policies;

/// <summary>The order of semantic versions, as semver.org has it: 1.0.0-rc.2 comes before 1.0.0-rc.10, and both before 1.0.0.</summary>
internal static class PackVersion
{
    /// <summary>Whether one version comes before another. Both are semantic versions.</summary>
    public static bool IsOlder(string version, string than) => Compare(version, than) < 0;

    private static int Compare(string one, string other)
    {
        var (a, b) = (Parts(one), Parts(other));
        for (var i = 0; i < 3; i++)
        {
            if (a.Numbers[i] != b.Numbers[i])
            {
                return a.Numbers[i].CompareTo(b.Numbers[i]);
            }
        }

        return a.Preview.Length == 0 || b.Preview.Length == 0
            ? b.Preview.Length.CompareTo(a.Preview.Length)
            : a.Preview.Zip(b.Preview, ComparePart).FirstOrDefault(order => order != 0, a.Preview.Length.CompareTo(b.Preview.Length));
    }

    private static int ComparePart(string one, string other) => (NumberOf(one), NumberOf(other)) switch
    {
        ({ } a, { } b) => a.CompareTo(b),
        ({ }, null) => -1,
        (null, { }) => 1,
        _ => string.CompareOrdinal(one, other),
    };

    private static BigInteger? NumberOf(string part) =>
        BigInteger.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static (BigInteger[] Numbers, string[] Preview) Parts(string version)
    {
        var dash = version.IndexOf('-', StringComparison.Ordinal);
        var numbers = (dash < 0 ? version : version[..dash]).Split('.').Select(part => NumberOf(part) ?? 0).ToArray();
        return (numbers, dash < 0 ? [] : version[(dash + 1)..].Split('.'));
    }
}
