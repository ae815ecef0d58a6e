using System.Text.RegularExpressions;

namespace CollabRisk.Cli;

/// <summary>Lines that people copy into their shell.</summary>
internal static partial class Shell
{
    /// <summary>A word that a shell takes for one, whatever is in it: in quotes where it has to be.</summary>
    public static string Word(string text) =>
        OperatingSystem.IsWindows() ? Plain.IsMatch(text.Replace('\\', '/')) ? text : $"\"{text}\""
        : Plain.IsMatch(text) ? text : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>Nothing that a shell looks at.</summary>
    [GeneratedRegex(@"^[\p{L}\p{N}_./:@%+=,-]+\z")]
    private static partial Regex Plain { get; }
}
