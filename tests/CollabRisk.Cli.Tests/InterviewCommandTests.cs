using System.Diagnostics;
using System.Text;
using CollabRisk.Facts;
using CollabRisk.Questions;
using CollabRisk.Tests;

namespace CollabRisk.Cli.Tests;

/// <summary>An interview in a terminal: asked, answered, saved, left and gone on with.</summary>
public sealed class InterviewCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("collabrisk").FullName;

    private string CaseFile => Path.Combine(folder, "control-room.json");

    private string StateFile => CaseFile + ".interview";

    private Collaboration Saved => CollaborationJson.Parse(File.ReadAllText(CaseFile));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Interview_FromNothing_SavesEachAnswerAndSaysWhatChanged()
    {
        var (code, output, error) = await Run(["--name", "Control room"], "Fire; Police", "lead", "non lead", "stop");
        code.Should().Be(0);
        error.Should().BeEmpty();
        output.Should().StartWith($"An interview about Control room. Every answer is saved in")
            .And.Contain("\n1. Which organisations take part?\n  Answer: their names, with semicolons between them\n  About: ")
            .And.Contain("\n  Saved. Overall: not assessable, as before.\n  + Strength LEAD-ORG-DECISIONS: ")
            .And.Contain("\n4. Which form does the collaboration take?\n")
            .And.Contain("Thank you. 3 questions, 0 of them skipped; ");
        Saved.Should().Be(new Collaboration { Name = "Control room", Partners = [new() { Name = "Fire", Role = PartnerRole.Lead }, new() { Name = "Police", Role = PartnerRole.NonLead }] });
    }

    [Fact]
    public async Task Interview_ShortForm_IsAsThePageShowsIt()
    {
        var shown = Repository.Read("docs", "questions.md").Split("```sh\ncollabrisk interview ")[1].Split("```text\n")[1].Split("```")[0];
        var typed = shown.Split('\n').Where(line => line.StartsWith("> ", StringComparison.Ordinal)).Select(line => line[2..]).ToArray();
        typed.Should().HaveCount(2);
        (await Run(["--name", "Shared control room", "--short"], typed)).Output.Should().Contain(shown);
    }

    [Fact]
    public async Task Interview_SameCommandAgain_GoesOnWhereItWasLeft()
    {
        await Run([], "Fire; Police", "skip", "don’t know");
        var (_, output, _) = await Run([], "back", "lead");
        output.Should().Contain("goes on after 3 questions.").And.Contain("\n4. Which form").And.Contain("\n3. Police: Which role").And.NotContain("Which organisations");
        Saved.Partners![0].Role.Should().BeNull();
        Saved.Partners![1].Role.Should().Be(PartnerRole.Lead);
    }

    [Fact]
    public async Task Interview_BadAnswer_SaysWhatIsAllowedAndWaitsForAnother()
    {
        var (code, output, _) = await Run([], "Fire; Fire", "", "Fire; Police", "perhaps", "lead");
        code.Should().Be(0);
        output.Should().Contain("partners: 'Fire' is there twice. Give each partner once.\n> ")
            .And.Contain("Type an answer, or 'don't know'.\n> ")
            .And.Contain("'perhaps' is not an answer here. Give lead, non-lead or equal").And.Contain("\n3. Police: ");
        Saved.Partners![0].Role.Should().Be(PartnerRole.Lead);
    }

    [Fact]
    public async Task Interview_Note_IsKeptWithTheFactAndQuestionMarkShowsWhatCounts()
    {
        await File.WriteAllTextAsync(CaseFile, """{ "factModel": 2, "asOf": "2026-01-12" }""", TestContext.Current.CancellationToken);
        var (_, output, _) = await Run(["--short"], "?", "note", "note asked the board,", "NOTE twice", "skip");
        output.Should().Contain("\n  ? shows what counts.\n> ?\n  Counts: ").And.Contain("Write what is to be noted with your answer");
        Saved.Remarks.Should().ContainSingle().Which.Note.Should().Be("asked the board, twice");
        Saved.AsOf.Should().Be(new DateOnly(2026, 1, 12));
    }

    [Theory]
    [InlineData("stop")]
    [InlineData(null)]
    public async Task Interview_StoppedAfterANote_SavesTheNote(string? stop)
    {
        var (code, output, error) = await Run(["--short"], ["note the board knows", .. stop is null ? Array.Empty<string>() : [stop]]);
        code.Should().Be(0);
        error.Should().BeEmpty();
        output.Should().Contain("Your note is saved with “don’t know”").And.Contain("1 question, 1 of them skipped; all is saved");
        Saved.Remarks.Should().ContainSingle().Which.Note.Should().Be("the board knows");
    }

    [Fact]
    public async Task Interview_BackAfterANote_SaysThatTheNoteIsNotKept() =>
        (await Run(["--short"], "skip", "note the board knows", "back")).Output.Should().Contain("Not kept, since it belongs to an answer that was not given: the board knows");

    [Fact]
    public async Task Interview_NothingKnown_EndsKindlyAndContinuesWhereThatIsWanted()
    {
        var skips = Enumerable.Repeat("skip", 12).ToArray();
        var (code, output, _) = await Run([], [.. skips, "yes", ""]);
        code.Should().Be(0);
        output.Should().Contain("there is no need to answer what one does not know").And.Contain("No question is asked now. Type 'continue' to be asked all the same").And.NotContain("\n13. ");
        (await Run([], "continue", "stop")).Output.Should().Contain("\n13. ");
    }

    [Fact]
    public async Task Interview_Stopped_BeforeAnyAnswer_WritesNothing()
    {
        (await Run([], "back", "?", "stop")).Output.Should().Contain("This is the first question.").And.Contain("Nothing was answered, so nothing was written.");
        Directory.EnumerateFiles(folder).Should().BeEmpty();
    }

    [Theory]
    [InlineData("lead")]
    [InlineData("back")]
    public async Task Interview_EndedBetweenTheTwoFiles_GoesOnWithoutAskingAgain(string last)
    {
        await Run([], "Fire; Police", "lead", "skip");
        var (caseBefore, stateBefore) = (File.ReadAllText(CaseFile), File.ReadAllText(StateFile));
        var before = (await Run([])).Output;
        await Run([], last == "back" ? ["back", "back"] : ["joint unit"]);

        // An answer goes to the interview's file first, and what is taken back goes to the other one first.
        if (last == "back")
        {
            await File.WriteAllTextAsync(StateFile, Interview.Read(CollaborationEvaluator.Default, stateBefore).Value!.Back().ToJson(), TestContext.Current.CancellationToken);
        }
        else
        {
            await File.WriteAllTextAsync(CaseFile, caseBefore, TestContext.Current.CancellationToken);
        }

        var (code, output, error) = await Run([]);
        code.Should().Be(0);
        error.Should().BeEmpty();
        before.Should().Contain("\n4. Which form");
        output.Should().Contain(last == "back" ? "\n3. Police: " : "\n5. ").And.NotContain("Which organisations");
    }

    [Fact]
    public async Task Interview_FileIsGone_IsWrittenAgainFromTheInterview()
    {
        await Run([], "Fire; Police", "lead");
        File.Delete(CaseFile);
        (await Run([], "lead")).Output.Should().Contain("\n3. Police: ");
        Saved.Partners.Should().OnlyContain(partner => partner.Role == PartnerRole.Lead);
    }

    [Fact]
    public async Task Interview_FileChangedByHand_IsTakenAsItIsAndThatIsSaid()
    {
        await Run([], "Fire; Police", "skip");
        await File.WriteAllTextAsync(CaseFile, """{ "factModel": 2, "partners": [{ "name": "Fire" }, { "name": "Council" }] }""", TestContext.Current.CancellationToken);
        var (_, output, error) = await Run([], "lead");
        error.Should().Contain("it was changed since the interview was left");
        output.Should().Contain("\n1. Council: Which role").And.Contain("\n2. Fire: Which role");
        Saved.Partners!.Select(partner => partner.Name).Should().Equal("Fire", "Council");
    }

    /// <summary>Two people at one file: the second is not told that all is saved, and takes nothing from the first.</summary>
    [Fact]
    public async Task Interview_FileChangedWhileItGoesOn_StopsAndKeepsWhatIsThere()
    {
        var (code, output, error) = await RunOn(CaseFile, [], Typed());
        code.Should().Be(ExitCode.Failed);
        error.Should().Contain("control-room.json: the last answer cannot be saved; those before it were. The file was changed meanwhile, in another interview or by hand, and is left as it is. Give the answer again");
        output.Should().NotContain("all is saved");
        Saved.Partners!.Select(partner => partner.Name).Should().Equal("Ambulance", "Council");
        (await Run([])).Output.Should().Contain("goes on after 1 question.");

        IEnumerable<string> Typed()
        {
            Run([], "Ambulance; Council").Wait();
            yield return "Fire; Police";
        }
    }

    [Fact]
    public async Task Interview_FileIsEditedAndThenGone_IsKeptAndThenWrittenAgain()
    {
        var (code, _, error) = await RunOn(CaseFile, [], Edited());
        code.Should().Be(ExitCode.Failed);
        error.Should().Contain("The file was changed meanwhile");
        File.ReadAllText(CaseFile).Should().EndWith(" ");

        (await RunOn(CaseFile, [], Deleted())).Code.Should().Be(0);
        Saved.Partners.Should().OnlyContain(partner => partner.Role == PartnerRole.Equal);

        IEnumerable<string> Edited()
        {
            yield return "Fire; Police";
            File.AppendAllText(CaseFile, " ");
            yield return "lead";
        }

        IEnumerable<string> Deleted()
        {
            yield return "equal";
            File.Delete(CaseFile);
            yield return "equal";
        }
    }

    [Fact]
    public async Task Interview_OtherForm_KeepsTheAnswers()
    {
        await Run(["--short"], "skip");
        var (code, output, error) = await Run([], "Fire; Police");
        code.Should().Be(0);
        error.Should().Contain("was begun in the short form. It goes on in the full form with all answers");
        output.Should().Contain("\n2. Fire: ");
    }

    [Theory]
    [InlineData("""{ "factModel": 2, "vision": { "exists": 3 } }""", null, "control-room.json(1,")]
    [InlineData("""{ "factModel": 2 }""", "{", "control-room.json.interview(1,")]
    [InlineData("""{ "factModel": 2 }""", "{", "Remove ")]
    public async Task Interview_BadFile_IsToldAndLeftAsItIs(string text, string? state, string expected)
    {
        await File.WriteAllTextAsync(CaseFile, text, TestContext.Current.CancellationToken);
        if (state is not null)
        {
            await File.WriteAllTextAsync(StateFile, state, TestContext.Current.CancellationToken);
        }

        var (code, output, error) = await Run([], "Fire; Police");
        code.Should().Be(2);
        output.Should().BeEmpty();
        error.Should().Contain(expected);
        File.ReadAllText(CaseFile).Should().Be(text);
    }

    [Fact]
    public async Task Interview_NoPlaceToSave_IsToldBeforeAnythingIsAsked()
    {
        (await RunOn(Path.Combine(folder, "none", "a.json"), [])).Should().Match<(int Code, string Output, string Error)>(run => run.Code == 2 && run.Output.Length == 0 && run.Error.Contains("Make it first"));
        (await RunOn("-", [])).Should().Match<(int Code, string Output, string Error)>(run => run.Code == 2 && run.Error.Contains("An interview is saved in a file"));
    }

    /// <summary>Nothing that a process can do about its end runs here: both files are whole, and the interview goes on.</summary>
    [Fact]
    public async Task Interview_KilledAtAnyMoment_LeavesWholeFiles()
    {
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        var tool = Path.Combine(tests.Parent!.Parent!.FullName, "CollabRisk.Cli", tests.Name, "CollabRisk.Cli.dll");
        for (var time = 0; time < 4; time++)
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", [tool, "interview", CaseFile]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
            _ = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.StandardInput.WriteAsync("Fire; Police\n" + string.Concat(Enumerable.Repeat("yes\nlead\nskip\nback\nskip\n", 40)));
            await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            while (!File.Exists(CaseFile) && !process.HasExited)
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }

            await Task.Delay(7 * time, TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            CollaborationJson.Read(await File.ReadAllBytesAsync(CaseFile, TestContext.Current.CancellationToken)).IsValid.Should().BeTrue();
            Interview.Read(CollaborationEvaluator.Default, await File.ReadAllTextAsync(StateFile, TestContext.Current.CancellationToken)).IsValid.Should().BeTrue();
        }

        (await Run([])).Should().Match<(int Code, string Output, string Error)>(run => run.Code == 0 && run.Error.Length == 0 && run.Output.Contains("goes on after"));
    }

    [Fact]
    public void SafeFile_LinkWithPermissions_KeepsBoth()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Links need a right of their own there.");
            return;
        }

        var (target, link) = (Path.Combine(folder, "target.json"), Path.Combine(folder, "link.json"));
        File.WriteAllText(target, "old");
        File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(link, target);
        File.WriteAllText(target + SafeFile.Unfinished, "half of what an earlier process wro");
        SafeFile.Write(link, "new");
        File.ReadAllText(target).Should().Be("new");
        new FileInfo(link).LinkTarget.Should().Be(target);
        File.GetUnixFileMode(target).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.EnumerateFiles(folder).Should().BeEquivalentTo([target, link]);
    }

    private Task<(int Code, string Output, string Error)> Run(string[] options, params string[] typed) => RunOn(CaseFile, options, typed);

    private static async Task<(int Code, string Output, string Error)> RunOn(string file, string[] options, params IEnumerable<string> typed)
    {
        using var input = new Typing(typed);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CollabRiskCommand.RunAsync(["interview", file, .. options], new Terminal(input, output, error));
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>What a person types, line by line as it is asked for: between two lines, anything may happen elsewhere.</summary>
    private sealed class Typing(IEnumerable<string> lines) : MemoryStream
    {
        private readonly IEnumerator<string> lines = lines.GetEnumerator();

        public override int Read(Span<byte> buffer) => lines.MoveNext() ? Encoding.UTF8.GetBytes(lines.Current + "\n", buffer) : 0;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        protected override void Dispose(bool disposing)
        {
            lines.Dispose();
            base.Dispose(disposing);
        }
    }
}
