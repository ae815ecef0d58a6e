using System.Text.RegularExpressions;
using CollabRisk.Facts;

namespace CollabRisk.Tests;

/// <summary>The example of the README, which is the program of samples/Quickstart with its real output.</summary>
internal static partial class Readme
{
    public static string Text { get; } = Repository.Read("README.md");

    public static string Example { get; } = Block("csharp");

    public static string ExampleOutput { get; } = Block("text");

    private static string Block(string language) =>
        Blocks.Matches(Text).First(match => match.Groups["language"].Value == language).Groups["text"].Value.Trim();

    [GeneratedRegex("^```(?<language>\\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks { get; }
}

public class ReadmeTests
{
    [Fact]
    public void Example_IsTheProgramOfTheSample() =>
        Readme.Example.Should().Be(Repository.Read("samples", "Quickstart", "Program.cs").Trim());
}
