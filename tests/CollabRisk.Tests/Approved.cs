namespace CollabRisk.Tests;

/// <summary>Compares generated text with the file that is checked in, so that a change of it can be seen in review.</summary>
internal static class Approved
{
    private const string Accept = "COLLABRISK_ACCEPT";

    /// <summary>Asserts that the text is that of the file; with COLLABRISK_ACCEPT=1 the file is written again instead.</summary>
    /// <param name="file">The path from the root of the repository, with forward slashes.</param>
    /// <param name="text">The text as generated; a line feed at its end makes no difference.</param>
    public static void Equal(string file, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var path = Path.Combine(Repository.Root, file);
        var expected = text.TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, expected);
            return;
        }

        var actual = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        actual.Should().Be(expected, "{0} has what is generated now; if the change is meant, refresh the file with {1}=1 dotnet test", file, Accept);
    }

    /// <summary>The same for a binary file.</summary>
    /// <inheritdoc cref="Equal(string, string)"/>
    public static void Equal(string file, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var path = Path.Combine(Repository.Root, file);
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllBytes(path, bytes);
            return;
        }

        (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes)).Should().BeTrue("{0} has what is generated now; if the change is meant, refresh the file with {1}=1 dotnet test", file, Accept);
    }
}
