using System.Text;
using CollabRisk.Records;
using CollabRisk.Tests;

namespace CollabRisk.Cli.Tests;

/// <summary>The commands that keep a decision and look at it again.</summary>
public sealed class RecordCommandsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("collabrisk").FullName;

    private string Decision => Path.Combine(folder, "decision.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("2026-01-12", "2026-01-12T00:00:00+00:00")]
    [InlineData("2026-01-12T14:30", "2026-01-12T14:30:00+00:00")]
    [InlineData("2026-01-12T14:30:05+01:00", "2026-01-12T14:30:05+01:00")]
    public async Task Record_ThenReplay_IsIdentical(string at, string recorded)
    {
        var (code, output, error) = await Run("record", Path.Combine(Repository.Root, "samples", "cases", "joint-hr-function.json"), "--pack", "all", "--at", at, "-o", Decision);
        code.Should().Be(0);
        output.Should().BeEmpty();
        error.Should().Contain("wrote");
        DecisionRecord.Read(await File.ReadAllTextAsync(Decision, TestContext.Current.CancellationToken)).Value!.At.Should().Be(DateTimeOffset.Parse(recorded, System.Globalization.CultureInfo.InvariantCulture));

        var replay = await Run("replay", Decision);
        replay.Code.Should().Be(0);
        replay.Error.Should().BeEmpty();
        replay.Output.Should().Contain("The replayed assessment is identical to the recorded one.");
    }

    [Fact]
    public async Task Replay_FactChangedInTheRecord_EndsWithOneAndSaysWhere()
    {
        await Run("record", Path.Combine(Repository.Root, "samples", "cases", "joint-hr-function.json"), "-o", Decision);
        var text = await File.ReadAllTextAsync(Decision, TestContext.Current.CancellationToken);
        text.Should().NotContain("\"at\":");
        var at = text.IndexOf("\"exists\": false", StringComparison.Ordinal);
        at.Should().BePositive();
        await File.WriteAllTextAsync(Decision, text[..at] + "\"exists\": true" + text[(at + "\"exists\": false".Length)..], TestContext.Current.CancellationToken);

        var (code, output, _) = await Run("replay", Decision);
        code.Should().Be(1);
        output.Should().Contain("The replay differs from the record.\n  factsDigest: recorded sha256:");
        (await Run("replay", Decision, "--format", "json")).Output.Should().StartWith("{");
    }

    [Fact]
    public async Task Replay_PackThatIsNotGiven_SaysWhichOneIsMissing()
    {
        await Run("record", Path.Combine(Repository.Root, "samples", "cases", "joint-hr-function.json"), "--pack", "general", "--pack", "united-kingdom", "-o", Decision);
        var (code, output, _) = await Run("replay", Decision, "--pack", "general");
        code.Should().Be(1);
        output.Should().Contain("packs.collabrisk.united-kingdom: recorded ").And.Contain(", now nothing");
    }

    [Theory]
    [InlineData("not a moment", "record", "-", "--at", "12/01/2026")]
    [InlineData("stdin(1,1): ", "replay", "-")]
    [InlineData("there is no such file", "replay", "none.json")]
    public async Task Command_BadInput_IsToldAndEndsWithTwo(string expected, params string[] args)
    {
        var (code, output, error) = await Run(args);
        code.Should().Be(2);
        output.Should().BeEmpty();
        error.Should().Contain(expected);
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes("[]"));
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CollabRiskCommand.RunAsync(args, new Terminal(input, output, error));
        return (code, output.ToString(), error.ToString());
    }
}
