using System.Text;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using CollabRisk.Tests;

namespace CollabRisk.Cli.Tests;

public sealed class CollabRiskCommandTests : IDisposable
{
    private const string Case = """{ "name": "Joint unit", "vision": { "exists": false } }""";

    private readonly string folder = Directory.CreateTempSubdirectory("collabrisk").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("help.txt", "--help")]
    [InlineData("help-evaluate.txt", "evaluate", "--help")]
    public async Task Help_IsAsApproved(string file, params string[] args)
    {
        var run = await RunAsync(args);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var lines = run.Out.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd());
        Approved.Equal($"tests/CollabRisk.Cli.Tests/Approved/{file}", string.Join('\n', lines));
    }

    [Theory]
    [InlineData("collabrisk remedies a.json --target ", "low", "moderate", "none")]
    [InlineData("collabrisk explain a.json VISION-AB", "VISION-ABSENT")]
    [InlineData("collabrisk remedies a.json vision-ab", "VISION-ABSENT")]
    [InlineData("collabrisk what-if a.json vision.exi", "vision.exists=")]
    [InlineData("collabrisk what-if a.json vision.exists=", "vision.exists=no", "vision.exists=unknown", "vision.exists=yes")]
    [InlineData("collabrisk what-if CASE partners[Police].rol", "partners[Police].role=")]
    [InlineData("collabrisk what-if CASE partners[Police].role=No", "partners[Police].role=NonLead")]
    public async Task Suggest_HalfWrittenLine_OffersWhatFits(string line, params string[] expected)
    {
        var typed = line.Replace("CASE", FileWith("""{ "partners": [{ "name": "Police" }] }"""), StringComparison.Ordinal);
        var run = await RunAsync([$"[suggest:{typed.Length}]", typed]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(expected, run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(each => each.Trim()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("collabrisk remedies a.json --target")]
    [InlineData("collabrisk remedies a.json --target x ")]
    [InlineData("collabrisk remedies a.json --subject ")]
    [InlineData("collabrisk remedies --pack ")]
    [InlineData("collabrisk explain a.json --packs ")]
    [InlineData("collabrisk explain a.json --pack nothing V")]
    [InlineData("collabrisk next a.json -n ")]
    [InlineData("collabrisk next a.json -n x")]
    [InlineData("collabrisk what-if a.json partners[")]
    [InlineData("collabrisk what-if a.json =")]
    [InlineData("collabrisk evaluate ")]
    [InlineData("collabrisk compare a.json ")]
    [InlineData("collabrisk pack ")]
    [InlineData("collabrisk --")]
    [InlineData("collabrisk")]
    [InlineData("")]
    public async Task Suggest_AnyHalfWrittenLine_IsNoError(string line)
    {
        for (var at = 0; at <= line.Length; at++)
        {
            var run = await RunAsync([$"[suggest:{at}]", line[..at]]);
            Assert.Equal("", run.Error);
        }
    }

    [Fact]
    public async Task Version_IsThatOfTheTool()
    {
        var run = await RunAsync(["--version"]);
        Assert.Equal(0, run.Code);
        Assert.Matches(@"^collabrisk \d+\.\d+\.\d+", run.Out);
    }

    [Theory]
    [InlineData("Required command was not provided")]
    [InlineData("Required argument 'FILE' missing", "evaluate")]
    [InlineData("The name of the file is empty", "evaluate", "")]
    [InlineData("Did you mean", "evaluat")]
    [InlineData("'json'", "evaluate", "-", "--format", "xml")]
    [InlineData("'united-kingdom'", "evaluate", "-", "--pack", "uk")]
    [InlineData("--colour", "evaluate", "-", "--colour")]
    public async Task Usage_Wrong_IsToldOnErrorWithExitCode2(string words, params string[] args)
    {
        var run = await RunAsync(args);
        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_File_WritesTheReport()
    {
        var run = await RunAsync(["evaluate", FileWith(Case)]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("Joint unit\n==========\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("VISION-ABSENT", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_StandardInput_SaysTheSameAsTheFile() =>
        Assert.Equal(await RunAsync(["evaluate", FileWith(Case)]), await RunAsync(["evaluate", "-"], Case));

    [Theory]
    [InlineData(new string[0], "general")]
    [InlineData(new[] { "--pack", "general" }, "general")]
    [InlineData(new[] { "--pack", "united-kingdom", "--pack", "general", "--pack", "general" }, "general united-kingdom")]
    [InlineData(new[] { "--pack", "all" }, "general united-kingdom alliance-and-delivery")]
    [InlineData(new[] { "--pack", "general", "--pack", "all" }, "general united-kingdom alliance-and-delivery")]
    public async Task Evaluate_AsJson_IsTheAssessmentJsonOfTheChosenPacks(string[] options, string packs)
    {
        var book = RuleBook.Build(KnowledgePacks.All.Where(pack => packs.Split(' ').Contains(pack.Id["collabrisk.".Length..])));
        var expected = (new CollaborationEvaluator(book).Evaluate(CollaborationJson.Read(Case).Collaboration!)).ToJson();
        var run = await RunAsync(["evaluate", "-", "--format", "json", .. options], Case);
        Assert.Equal((0, expected + "\n", ""), run);
    }

    [Fact]
    public async Task Evaluate_All_ShowsMore()
    {
        var brief = await RunAsync(["evaluate", "-"], Case);
        var all = await RunAsync(["evaluate", "-", "--all"], Case);
        Assert.Contains("--all shows", brief.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("--all", all.Out, StringComparison.Ordinal);
        Assert.True(all.Out.Length > brief.Out.Length);
    }

    [Fact]
    public async Task Evaluate_FactThatNoPackDeclares_IsNamed()
    {
        var run = await RunAsync(["evaluate", "-"], """{ "extensions": { "rcr": { "rotaShared": true } } }""");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("- extensions.rcr.rotaShared: no pack that was used declares this fact", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_WrongFacts_TellsEveryPlaceAndWritesNothing()
    {
        var file = FileWith(
            """
            {
              "vision": { "exits": true },
              "partnerCount": "three"
            }
            """);
        var run = await RunAsync(["evaluate", file]);
        Assert.Equal((2, ""), (run.Code, run.Out));
        var lines = run.Error.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.StartsWith($"{file}(2,15): vision.exits: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{file}(3,19): partnerCount: ", lines[1], StringComparison.Ordinal);
        Assert.Equal($"collabrisk: {file} has 2 problems; nothing was evaluated.", lines[2]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Evaluate_NoCollaboration_IsToldWithItsPlace(string content)
    {
        var run = await RunAsync(["evaluate", "-"], content);
        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.StartsWith("stdin(1,", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("stdin has 1 problem; nothing was evaluated.", run.Error.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_BinaryFile_IsTold()
    {
        var file = Path.Combine(folder, "program");
        await File.WriteAllBytesAsync(file, [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 255], TestContext.Current.CancellationToken);
        var run = await RunAsync(["evaluate", file]);
        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.StartsWith($"{file}(1,1): ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_NoSuchFileOrFolder_IsTold()
    {
        foreach (var missing in (string[])[Path.Combine(folder, "none.json"), Path.Combine(folder, "none", "none.json"), "@none"])
        {
            Assert.Equal((2, "", $"{missing}: there is no such file.{Environment.NewLine}"), await RunAsync(["evaluate", missing]));
        }

        Assert.Equal((2, "", $"{folder}: it is a directory. Give a JSON file.{Environment.NewLine}"), await RunAsync(["evaluate", folder]));
    }

    [Fact]
    public async Task Evaluate_InputThatBreaksOff_IsTold()
    {
        using var error = new StringWriter();
        var code = await CollabRiskCommand.RunAsync(["evaluate", "-"], new Terminal(new BrokenStream(), TextWriter.Null, error));
        Assert.Equal((2, $"stdin: it cannot be read: The line is dead.{Environment.NewLine}"), (code, error.ToString()));
    }

    [Fact]
    public async Task Evaluate_OutputThatCannotBeWritten_IsToldWithExitCode3()
    {
        var run = await FailAsync(new IOException("No space left."));
        Assert.Equal((3, $"collabrisk: the output cannot be written: No space left.{Environment.NewLine}"), run);
    }

    [Theory]
    [InlineData(false, "Please report it", "   at ")]
    [InlineData(true, "   at ", "Please report it")]
    public async Task Evaluate_InternalError_IsToldWithExitCode3(bool verbose, string has, string hasNot)
    {
        var (code, error) = await FailAsync(new InvalidOperationException("Something is wrong."), verbose ? ["--verbose"] : []);
        Assert.Equal(3, code);
        Assert.StartsWith("collabrisk: internal error: Something is wrong.", error, StringComparison.Ordinal);
        Assert.Contains(has, error, StringComparison.Ordinal);
        Assert.DoesNotContain(hasNot, error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Out, string Error)> RunAsync(string[] args, string input = "")
    {
        using var standardInput = new MemoryStream(Encoding.UTF8.GetBytes(input));
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CollabRiskCommand.RunAsync(args, new Terminal(standardInput, output, error));
        return (code, output.ToString(), error.ToString());
    }

    private static async Task<(int Code, string Error)> FailAsync(Exception e, params string[] options)
    {
        using var standardInput = new MemoryStream(Encoding.UTF8.GetBytes(Case));
        using var output = new FailingWriter(e);
        using var error = new StringWriter();
        var code = await CollabRiskCommand.RunAsync(["evaluate", "-", .. options], new Terminal(standardInput, output, error));
        return (code, error.ToString());
    }

    private string FileWith(string content)
    {
        var file = Path.Combine(folder, "case.json");
        File.WriteAllText(file, content.ReplaceLineEndings("\n"));
        return file;
    }

    private sealed class FailingWriter(Exception e) : StringWriter
    {
        public override void Write(char value) => throw e;

        public override void Write(string? value) => throw e;
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The line is dead.");
    }
}
