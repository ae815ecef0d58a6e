namespace CollabRisk.Cli;

/// <summary>The codes of rules as people type them.</summary>
internal static class RuleCodes
{
    /// <summary>What to say of a code that no rule has: how to load the pack that has it, or else what the library says, and where to look.</summary>
    /// <param name="code">The code.</param>
    /// <param name="error">What the library says.</param>
    public static string Unknown(string code, ArgumentException error) => RuleOptions.ToLoad(code) is { } options
        ? $"No rule that was loaded has the code '{code}'. A pack that comes with the tool has it: add {options}."
        : $"{Said(error)} 'collabrisk catalogue rules' lists them all.";

    /// <summary>What the library says, without the name of its parameter.</summary>
    public static string Said(ArgumentException error) => error.Message.Split(" (Parameter", 2)[0];
}
