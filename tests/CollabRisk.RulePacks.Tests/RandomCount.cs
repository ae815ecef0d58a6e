using System.Globalization;

namespace CollabRisk.RulePacks.Tests;

/// <summary>How many random cases a property test takes; COLLABRISK_RANDOM sets it.</summary>
internal static class RandomCount
{
    public static int Of(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("COLLABRISK_RANDOM"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : usual;
}
