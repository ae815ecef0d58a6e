using CollabRisk.Tests;

namespace CollabRisk.Cli.Tests;

/// <summary>The schemas from the command line.</summary>
public class SchemaCommandTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Path.Combine(Repository.Root, "schemas"), "*.schema.json").Select(file => Path.GetFileName(file)[..^".schema.json".Length]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Schema_EveryFileOfTheRepository_IsWritten(string name)
    {
        var (code, output, error) = await Run("schema", name);
        (code, error).Should().Be((0, ""));
        output.Should().Be(Repository.Read("schemas", name + ".schema.json").TrimEnd('\n') + "\n");
    }

    [Fact]
    public async Task Schema_WithoutName_ListsThem() => (await Run("schema")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().Equal(Files.Select(file => file.Data));

    [Fact]
    public async Task Schema_OfNothing_SaysWhatIsNear()
    {
        var (code, output, error) = await Run("schema", "colaboration");
        code.Should().Be(2);
        output.Should().BeEmpty();
        error.Should().Contain("There is no schema 'colaboration'. Did you mean 'collaboration'? 'collabrisk schema' lists them.");
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var input = new MemoryStream();
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CollabRiskCommand.RunAsync(args, new Terminal(input, output, error));
        return (code, output.ToString(), error.ToString());
    }
}
