using CollabRisk.Tests;

namespace CollabRisk.Cli.Tests;

/// <summary>
/// The tool in a process that has no cultures, as the native one or a small container is: there nothing composes letters, so two
/// spellings of a name cannot be compared.
/// </summary>
public sealed class InvariantProcessTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("collabrisk").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Evaluate_NameThatCanBeWrittenInTwoWays_IsRefusedWithWhatToDo()
    {
        var (exitCode, output) = await Evaluate("D\\u0175r e\\u0301");
        exitCode.Should().NotBe(0);
        output.Should().Contain("partners[0].name").And.Contain("U+0301").And.Contain("Write the name with composed characters");
    }

    [Fact]
    public async Task Evaluate_ComposedName_IsEvaluated()
    {
        var (exitCode, output) = await Evaluate("D\\u0175r \\u00E9");
        exitCode.Should().Be(0, output);
        output.Should().Contain("PARTNER-OBJECTIVES-UNCLEAR/Dŵr é");
    }

    private async Task<(int ExitCode, string Output)> Evaluate(string name)
    {
        var file = Path.Combine(folder, "case.json");
        await File.WriteAllTextAsync(file, $$"""{"partners":[{"name":"{{name}}","objectivesDeclared":false},{"name":"Fire"}]}""", TestContext.Current.CancellationToken);
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        var tool = Path.Combine(tests.Parent!.Parent!.FullName, "CollabRisk.Cli", tests.Name, "CollabRisk.Cli.dll");
        return await DotnetCommand.Try(folder, new() { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" }, [tool, "evaluate", file, "--format", "json"]);
    }
}
