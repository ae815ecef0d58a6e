using System.CommandLine;
using CollabRisk.RulePacks.Signing;

namespace CollabRisk.Cli.Packs;

/// <summary>What the commands about packs take.</summary>
internal static class PackArguments
{
    /// <summary>The pack that a command is about.</summary>
    public static Argument<string> One() => new("PATH") { Description = "The pack: a folder, or a YAML file." };

    /// <summary>How a command writes what it found about packs.</summary>
    public static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "How to write the result.", HelpName = "text|json|sarif|junit", DefaultValueFactory = _ => "text" };
        format.AllowOnly("text", "json", "sarif", "junit");
        return format;
    }

    /// <summary>Whether a command goes on, and does its work again when the packs change.</summary>
    public static Option<bool> Watch() => new("--watch") { Description = "Go on, and do it again when a file of the packs changes; Ctrl+C ends." };

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
            terminal.Tell($"{path}: it cannot be written: {e.Message}");
            return false;
        }
    }

    /// <summary>Writes a file that only its owner may read.</summary>
    public static bool TryWriteSecret(string path, string text, Terminal terminal)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var writer = new StreamWriter(path, options);
            writer.Write(text);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Tell($"{path}: it cannot be written: {e.Message}");
            return false;
        }
    }

    /// <summary>Reads the file of a key; where that is not possible or it holds none that can be used, says why and gives nothing.</summary>
    public static string? TryReadKey(string path, bool isPrivate, Terminal terminal)
    {
        if (TryRead(path, terminal) is not { } pem)
        {
            return null;
        }

        if (isPrivate ? PackKey.TryReadPrivate(pem, out _, out var problem) : PackKey.TryReadPublic(pem, out _, out problem))
        {
            return pem;
        }

        terminal.Tell($"{path}: {problem}");
        return null;
    }

    /// <summary>Reads a small file; where that is not possible, says why and gives nothing.</summary>
    public static string? TryRead(string path, Terminal terminal)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Tell($"{path}: it cannot be read: {e.Message}");
            return null;
        }
    }
}
