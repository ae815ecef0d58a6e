using System.Globalization;

namespace CollabRisk.Cli;

/// <summary>Says numbers of things as people say them.</summary>
internal static class ReportWords
{
    /// <summary>"1 rule", "3 rules".</summary>
    public static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
