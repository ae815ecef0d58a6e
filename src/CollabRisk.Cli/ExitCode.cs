namespace CollabRisk.Cli;

/// <summary>How the command ends, for scripts. The help lists the same.</summary>
internal static class ExitCode
{
    /// <summary>The collaboration was evaluated, whatever was found.</summary>
    public const int Evaluated = 0;

    /// <summary>A test of a rule pack failed, its signature is not good, packs that are compared differ, or a replay differs from the record.</summary>
    public const int TestFailed = 1;

    /// <summary>The input or the command line is wrong, or a rule pack is not valid; nothing was evaluated.</summary>
    public const int BadInput = 2;

    /// <summary>The command itself failed, was interrupted, or could not write its output.</summary>
    public const int Failed = 3;
}
