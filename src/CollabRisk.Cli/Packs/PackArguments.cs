using System.CommandLine;

namespace CollabRisk.Cli.Packs;

/// <summary>What the commands about packs take.</summary>
internal static class PackArguments
{
    /// <summary>The pack that a command is about.</summary>
    public static Argument<string> One() => new("PATH") { Description = "The pack: a folder, or a YAML file." };

    /// <summary>The packs that a command is about.</summary>
    public static Argument<string[]> Several() => new("PATH")
    {
        Description = "The packs: a folder or a YAML file each.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Writes a file; where that is not possible, says why and ends with bad input.</summary>
    public static bool TryWrite(string path, string text, Terminal terminal)
    {
        try
        {
            File.WriteAllText(path, text);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"{path}: it cannot be written: {e.Message}");
            return false;
        }
    }
}
