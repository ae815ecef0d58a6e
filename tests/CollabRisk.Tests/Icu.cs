using CollabRisk.Text;

namespace CollabRisk.Tests;

/// <summary>The library of cultures and of Unicode that .NET uses. A machine may lack it.</summary>
internal static class Icu
{
    /// <summary>Skips the test, and says so, where this program runs without ICU.</summary>
    public static void IsNeeded() => Assert.SkipUnless(Names.CanCompose, "This program runs without ICU (globalization-invariant); install libicu to run the test.");
}
