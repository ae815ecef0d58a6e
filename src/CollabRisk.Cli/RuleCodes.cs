namespace CollabRisk.Cli;

/// <summary>The codes of rules as people type them.</summary>
internal static class RuleCodes
{
    /// <summary>What the library says of a code that no rule has, without the name of its parameter, and where to look.</summary>
    public static string Unknown(ArgumentException error) =>
        $"{error.Message.Split(" (Parameter", 2)[0]} 'collabrisk catalogue rules' lists them all.";
}
