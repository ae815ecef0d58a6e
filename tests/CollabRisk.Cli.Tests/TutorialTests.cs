using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CollabRisk.Tests;

namespace CollabRisk.Cli.Tests;

/// <summary>
/// The tutorial for analysts and the first hour of a facilitator, done as they say: every file written, every command run, in order. What a page shows as output
/// is what came out; with COLLABRISK_ACCEPT=1 it is written again.
/// </summary>
[Collection(nameof(CurrentDirectory))]
public sealed partial class TutorialTests : IDisposable
{
    private readonly string before = Directory.GetCurrentDirectory();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("collabrisk-tutorial-");

    public void Dispose()
    {
        Directory.SetCurrentDirectory(before);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("docs/writing-rule-packs.md")]
    [InlineData("docs/first-hour.md")]
    public async Task Page_DoneAsItSays_GivesWhatItShows(string file)
    {
        Directory.SetCurrentDirectory(folder.FullName);
        var page = Repository.Read(file);
        var shown = new StringBuilder();
        var (at, output) = (0, "");
        foreach (Match part in Parts.Matches(page))
        {
            shown.Append(page, at, part.Index - at);
            at = part.Index + part.Length;
            if (part.Groups["lines"].Success || part.Groups["output"].Success)
            {
                shown.Append(part.Groups["marker"].Value).Append("\n\n```text\n").Append(Excerpt(output, part)).Append("\n```\n");
                continue;
            }

            shown.Append(part.Value);
            var text = part.Groups["text"].Value;
            switch (part.Groups["kind"].Value)
            {
                case "yaml" or "csv":
                    Write(text);
                    break;
                case "json" when text.Contains("\"name\"", StringComparison.Ordinal):
                    File.WriteAllText("riverside.json", text);
                    break;
                case "sh":
                    output = await RunAll(text);
                    break;
            }
        }

        Approved.Equal(file, shown.Append(page, at, page.Length - at).ToString());
    }

    [GeneratedRegex("""
        (?<marker><!--\ output(:\ (?<lines>\d+)\ lines\ from\ (?<from>\S+))?(?<output>)\ -->)\n(\n```text\n.*?\n```\n)?
        |```(?<kind>yaml|csv|json|sh)\n(?<text>.*?)```\n
        """, RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Parts { get; }

    /// <summary>The lines that the marker asks for, from the first one in which its word begins a line.</summary>
    private static string Excerpt(string output, Match marker)
    {
        var lines = output.TrimEnd('\n').Split('\n');
        if (!marker.Groups["lines"].Success)
        {
            return string.Join('\n', lines);
        }

        var from = Array.FindIndex(lines, line => line.Contains(marker.Groups["from"].Value, StringComparison.Ordinal));
        from.Should().BeGreaterThanOrEqualTo(0, output);
        return string.Join('\n', lines.Skip(from).Take(int.Parse(marker.Groups["lines"].Value, CultureInfo.InvariantCulture)));
    }

    /// <summary>Writes the file that the first line of the block names, or adds to its end; with that line, as whoever copies the block does.</summary>
    private static void Write(string text)
    {
        var header = text[..text.IndexOf('\n')];
        var name = header.TrimStart('#', ' ').Split(',')[0];
        if (header.EndsWith("at the end", StringComparison.Ordinal))
        {
            File.AppendAllText(name, text);
        }
        else
        {
            File.WriteAllText(name, text);
        }
    }

    /// <summary>What the commands of the tool write; the other commands prepare a machine.</summary>
    private static async Task<string> RunAll(string commands)
    {
        var output = new StringBuilder();
        foreach (var command in commands.Split('\n').Where(line => line.StartsWith("collabrisk ", StringComparison.Ordinal)))
        {
            using var writer = new StringWriter(output, CultureInfo.InvariantCulture);
            var args = command.Split(" > ")[0].Split(' ')[1..];
            (await CollabRiskCommand.RunAsync(args, new Terminal(Stream.Null, writer, writer))).Should().Be(0);
            if (args is ["pack", "new", ..])
            {
                // The reader deletes the example and keeps the settings of the editor.
                foreach (var file in Directory.GetFiles("my-pack", "*.yaml", SearchOption.AllDirectories))
                {
                    File.Delete(file);
                }
            }
        }

        return output.ToString().ReplaceLineEndings("\n");
    }
}

/// <summary>Tests that change the current directory, of which a process has one. Nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(CurrentDirectory), DisableParallelization = true)]
public static class CurrentDirectory;
