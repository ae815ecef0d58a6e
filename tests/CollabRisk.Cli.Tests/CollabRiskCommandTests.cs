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
        run.Code.Should().Be(0);
        run.Error.Should().BeEmpty();
        var lines = run.Out.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd());
        Approved.Equal($"tests/CollabRisk.Cli.Tests/Approved/{file}", string.Join('\n', lines));
    }

    [Theory]
    [InlineData("collabrisk explain <FILE> <CODE> [options]", "explain")]
    [InlineData("collabrisk what-if <FILE> <CHANGE>... [options]", "what-if")]
    [InlineData("collabrisk remedies <FILE> [<CODE>] [options]", "remedies")]
    [InlineData("collabrisk crosswalk <NAME> [<FILE>] [options]", "crosswalk")]
    [InlineData("collabrisk schema [<NAME>] [options]", "schema")]
    public async Task Help_ArgumentThatShellsComplete_IsNamedAndNotListed(string usage, string command)
    {
        var all = await RunAsync(["--help"]);
        var own = await RunAsync([command, "--help"]);
        own.Out.Should().Contain(usage);
        foreach (var argument in usage.Split(' ').Where(part => part.Contains('<', StringComparison.Ordinal)).Select(part => part.Trim('[', ']', '.')))
        {
            own.Out.Should().Contain($"  {argument} ");
            all.Out.Should().MatchRegex($"  {command} .*{argument}");
        }
    }

    [Theory]
    [InlineData("collabrisk remedies a.json --target ", "low", "moderate", "none")]
    [InlineData("collabrisk explain a.json VISION-AB", "VISION-ABSENT")]
    [InlineData("collabrisk remedies a.json vision-ab", "VISION-ABSENT")]
    [InlineData("collabrisk evaluate a.json --packs partn", "partnership-guidance")]
    [InlineData("collabrisk what-if a.json vision.exi", "vision.exists=")]
    [InlineData("collabrisk what-if a.json vision.exists=", "vision.exists=does not apply", "vision.exists=no", "vision.exists=unknown", "vision.exists=yes")]
    [InlineData("collabrisk what-if CASE partners[Police].rol", "partners[Police].role=")]
    [InlineData("collabrisk what-if CASE partners[Police].role=No", "partners[Police].role=NonLead")]
    public async Task Suggest_HalfWrittenLine_OffersWhatFits(string line, params string[] expected)
    {
        var typed = line.Replace("CASE", FileWith("""{ "partners": [{ "name": "Police" }] }"""), StringComparison.Ordinal);
        var run = await RunAsync([$"[suggest:{typed.Length}]", typed]);
        run.Code.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(each => each.Trim()).Order(StringComparer.Ordinal).Should().Equal(expected);
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
            run.Error.Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Version_IsThatOfTheTool()
    {
        var run = await RunAsync(["--version"]);
        run.Code.Should().Be(0);
        run.Out.Should().MatchRegex(@"^collabrisk \d+\.\d+\.\d+");
    }

    [Theory]
    [InlineData("Required command was not provided")]
    [InlineData("collabrisk: a command is missing after 'collabrisk pack'. Give 'new', 'check'", "pack")]
    [InlineData("collabrisk: 'chekc' is not a command of 'collabrisk pack'. Did you mean 'check'? 'collabrisk pack --help' lists them.\n", "pack", "chekc", "my-pack")]
    [InlineData("collabrisk: 'evaluat' is not a command of 'collabrisk'. Did you mean 'evaluate'? 'collabrisk --help' lists them.\n", "evaluat", "a.json")]
    [InlineData("collabrisk: 'b.json' is more than 'collabrisk report' takes. 'collabrisk report --help' shows how it is called.\n", "report", "a.json", "b.json")]
    [InlineData("collabrisk: -n: 'x' is not a whole number of at least 1. Give one, such as -n 1.\n", "next", "a.json", "-n", "x")]
    [InlineData("collabrisk: -n: '3000000000' is too large. Give at most 2147483647.\n", "next", "a.json", "-n", "3000000000")]
    [InlineData("collabrisk: A code and --target are two goals. Give only one of them", "remedies", "a.json", "VISION-ABSENT", "--target", "low")]
    [InlineData("collabrisk: 'why' is not a command of 'collabrisk'.", "why", "--help")]
    [InlineData("collabrisk: 'chekc' is not a command of 'collabrisk pack'. Did you mean 'check'?", "pack", "chekc", "--help")]
    [InlineData("collabrisk: --smallest-group: 'x' is not a whole number of at least 2.", "perspectives", "a.json", "--smallest-group", "x")]
    [InlineData("collabrisk: --format: 'xml' is not one of its words. Give 'text' or 'json'.\n", "next", "a.json", "--format", "xml")]
    [InlineData("collabrisk: --format: 'htlm' is not one of its words. Did you mean 'html'? Give 'html', 'markdown', 'sarif', 'csv' or 'xlsx'.\n", "report", "a.json", "--format", "htlm")]
    [InlineData("collabrisk: --target: 'high' is not one of its words.", "remedies", "a.json", "--target", "high")]
    [InlineData("Required argument 'FILES' missing", "evaluate")]
    [InlineData("The name of a file is empty", "evaluate", "")]
    [InlineData("Did you mean", "evaluat")]
    [InlineData("'json'", "evaluate", "-", "--format", "xml")]
    [InlineData("'united-kingdom'", "evaluate", "-", "--pack", "uk")]
    [InlineData("--colour", "evaluate", "-", "--colour")]
    public async Task Usage_Wrong_IsToldOnErrorWithExitCode2(string words, params string[] args)
    {
        var run = await RunAsync(args);
        run.Code.Should().Be(2);
        run.Out.Should().BeEmpty();
        run.Error.ReplaceLineEndings("\n").Should().Contain(words).And.NotContain("System.");
    }

    [Fact]
    public async Task Format_ByTheEndingOfItsFiles_IsTaken() =>
        (await RunAsync(["evaluate", "-", "--format", "md"], Case)).Should().Be(await RunAsync(["evaluate", "-", "--format", "markdown"], Case));

    [Fact]
    public async Task Evaluate_File_WritesTheReport()
    {
        var run = await RunAsync(["evaluate", FileWith(Case)]);
        run.Code.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Out.Should().StartWith("Joint unit\n==========\n");
        run.Out.Should().Contain("VISION-ABSENT");
    }

    [Fact]
    public async Task Evaluate_StandardInput_SaysTheSameAsTheFile() =>
        (await RunAsync(["evaluate", "-"], Case)).Should().Be(await RunAsync(["evaluate", FileWith(Case)]));

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
        run.Should().Be((0, expected + "\n", ""));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("EN")]
    [InlineData("en-GB")]
    public async Task Language_English_IsWhatOneGetsWithoutIt(string tag) =>
        (await RunAsync(["evaluate", "-", "--format", "html", "--language", tag], Case)).Should().Be(await RunAsync(["evaluate", "-", "--format", "html"], Case));

    [Theory]
    [InlineData("add --pack general --pack united-kingdom.", "explain", "-", "duty-of-the-act")]
    [InlineData("add --pack general --pack united-kingdom.", "remedies", "-", "DUTY-OF-THE-ACT")]
    [InlineData("add --packs partnership-guidance.", "explain", "-", "GDN-OPERATORS-LEFT-OUT")]
    [InlineData("add --pack general.", "explain", "-", "VISION-ABSENT", "--pack", "alliance-and-delivery")]
    [InlineData("'collabrisk catalogue rules' lists them all.", "explain", "-", "VISION-ABSNT")]
    public async Task Code_OfAPackThatWasNotLoaded_SaysHowToLoadIt(string expected, params string[] args)
    {
        var run = await RunAsync(args, Case);
        run.Code.Should().Be(2);
        run.Out.Should().BeEmpty();
        run.Error.TrimEnd().Should().EndWith(expected);
    }

    [Fact]
    public async Task Packs_ThatCannotBeUsed_HintAtTheGeneralOneOnlyWhereItIsMissing()
    {
        (await RunAsync(["evaluate", "-", "--pack", "united-kingdom"], Case)).Error.TrimEnd().Should().EndWith("Rules that are missing are in the pack 'general' of the library: add --pack general.");
        var twice = await RunAsync(["evaluate", "-", "--packs", "partnership-guidance", "--packs", "partnership-guidance"], Case);
        twice.Code.Should().Be(2);
        twice.Error.Should().Contain("two packs have this id").And.NotContain("--pack general");
    }

    [Fact]
    public async Task Evaluate_All_ShowsMore()
    {
        var brief = await RunAsync(["evaluate", "-"], Case);
        var all = await RunAsync(["evaluate", "-", "--all"], Case);
        brief.Out.Should().Contain("--all shows");
        all.Out.Should().NotContain("--all");
        all.Out.Length.Should().BeGreaterThan(brief.Out.Length);
    }

    [Fact]
    public async Task Evaluate_FactThatNoPackDeclares_IsNamed()
    {
        var run = await RunAsync(["evaluate", "-"], """{ "extensions": { "rcr": { "rotaShared": true } } }""");
        run.Code.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Out.Should().Contain("- extensions.rcr.rotaShared: no loaded pack declares this fact");
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
        run.Code.Should().Be(2);
        run.Out.Should().BeEmpty();
        var lines = run.Error.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        lines.Should().HaveCount(3);
        lines[0].Should().StartWith($"{file}(2,15): vision.exits: ");
        lines[1].Should().StartWith($"{file}(3,19): partnerCount: ");
        lines[2].Should().Be($"collabrisk: {file} has 2 problems; nothing was evaluated.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Evaluate_NoCollaboration_IsToldWithItsPlace(string content)
    {
        var run = await RunAsync(["evaluate", "-"], content);
        run.Code.Should().Be(2);
        run.Out.Should().BeEmpty();
        run.Error.Should().StartWith("stdin(1,");
        run.Error.TrimEnd().Should().EndWith("stdin has 1 problem; nothing was evaluated.");
    }

    [Fact]
    public async Task Evaluate_BinaryFile_IsTold()
    {
        var file = Path.Combine(folder, "program");
        await File.WriteAllBytesAsync(file, [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 255], TestContext.Current.CancellationToken);
        var run = await RunAsync(["evaluate", file]);
        run.Code.Should().Be(2);
        run.Out.Should().BeEmpty();
        run.Error.Should().StartWith($"{file}(1,1): ");
    }

    [Fact]
    public async Task Evaluate_NoSuchFileOrFolder_IsTold()
    {
        foreach (var missing in (string[])[Path.Combine(folder, "none.json"), Path.Combine(folder, "none", "none.json"), "@none"])
        {
            (await RunAsync(["evaluate", missing])).Should().Be((2, "", $"{missing}: there is no such file.{Environment.NewLine}"));
        }

        (await RunAsync(["evaluate", folder])).Should().Be((2, "", $"{folder}: there is no JSON file in it.{Environment.NewLine}"));
    }

    [Fact]
    public async Task Evaluate_InputThatBreaksOff_IsTold()
    {
        using var error = new StringWriter();
        var code = await CollabRiskCommand.RunAsync(["evaluate", "-"], new Terminal(new BrokenStream(), TextWriter.Null, error));
        code.Should().Be(2);
        error.ToString().Should().Be($"stdin: it cannot be read: The line is dead.{Environment.NewLine}");
    }

    [Theory]
    [InlineData("compare", "-", "-")]
    [InlineData("timeline", "-", "-")]
    [InlineData("perspectives", "-", "-")]
    [InlineData("evaluate", "-", "-")]
    [InlineData("evaluate", "-", "a.ndjson", "-", "--format", "ndjson")]
    [InlineData("pack", "diff", "old", "new", "--cases", "-", "-")]
    public async Task StandardInput_GivenTwice_IsRefusedBeforeItIsRead(params string[] args)
    {
        var run = await RunAsync(args, "not json");
        run.Should().Be((2, "", $"collabrisk: '-' is given more than once, and standard input can be read only once. Give it once, and the others as files.{Environment.NewLine}"));
    }

    [Fact]
    public async Task Report_ToADirectory_IsRefusedAndLeavesNothing()
    {
        var (file, directory) = (FileWith(Case), Directory.CreateDirectory(Path.Combine(folder, "out")).FullName);
        var run = await RunAsync(["report", file, "-o", directory]);
        run.Should().Be((3, "", $"{directory}: it cannot be written: '{directory}' is a directory. Name a file, or move the directory.{Environment.NewLine}"));
        Directory.EnumerateFileSystemEntries(folder).Should().BeEquivalentTo(file, directory);
    }

    [Fact]
    public async Task Evaluate_OutputThatCannotBeWritten_IsToldWithExitCode3()
    {
        var run = await FailAsync(new IOException("No space left."));
        run.Should().Be((3, $"collabrisk: the output cannot be written: No space left.{Environment.NewLine}"));
    }

    [Theory]
    [InlineData(false, "Please report it", "   at ")]
    [InlineData(true, "   at ", "Please report it")]
    public async Task Evaluate_InternalError_IsToldWithExitCode3(bool verbose, string has, string hasNot)
    {
        var (code, error) = await FailAsync(new InvalidOperationException("Something is wrong."), verbose ? ["--verbose"] : []);
        code.Should().Be(3);
        error.Should().StartWith("collabrisk: internal error: Something is wrong.");
        error.Should().Contain(has);
        error.Should().NotContain(hasNot);
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
