namespace CollabRisk.Cli;

/// <summary>The codes of rules as people type them.</summary>
internal static class RuleCodes
{
    /// <summary>What the library says of a code that no rule has, without the name of its parameter, and where to look.</summary>
    public static string Unknown(ArgumentException error) =>
        $"{Said(error)} 'collabrisk catalogue rules' lists them all.";

    /// <summary>What the library says, without the name of its parameter.</summary>
    public static string Said(ArgumentException error) => error.Message.Split(" (Parameter", 2)[0];
}
