namespace CollabRisk.Cli.Tests;

/// <summary>Compares generated text with the file that is checked in, so that a change of it can be seen in review.</summary>
internal static class Approved
{
    private const string Accept = "COLLABRISK_ACCEPT";

    /// <summary>Whether the text is that of the file; with COLLABRISK_ACCEPT=1 the file is written anew instead.</summary>
    /// <param name="file">The path from the root of the repository, with forward slashes.</param>
    /// <param name="text">The text as generated; a line feed at its end makes no difference.</param>
    public static void Equal(string file, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var path = Path.Combine(Root(), file);
        var expected = text.TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, expected);
            return;
        }

        var actual = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(expected == actual, $"{file} is not what is generated now{FirstDifference(actual, expected)} If the change is meant, refresh the file with: {Accept}=1 dotnet test");
    }

    private static string FirstDifference(string checkedIn, string generated)
    {
        var (old, now) = (checkedIn.Split('\n'), generated.Split('\n'));
        var line = Enumerable.Range(0, Math.Min(old.Length, now.Length)).FirstOrDefault(i => old[i] != now[i], Math.Min(old.Length, now.Length));
        return $": line {line + 1} has '{old.ElementAtOrDefault(line)}', generated is '{now.ElementAtOrDefault(line)}'.";
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CollabRisk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"No folder above '{AppContext.BaseDirectory}' holds CollabRisk.sln.");
    }
}
