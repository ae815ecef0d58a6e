using System.Text;
using System.Text.Json;

namespace CollabRisk.Cli.Tests;

public sealed class ReportCommandsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("collabrisk").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Report_ToAFile_WritesOneHtmlFileThatSaysTheDay()
    {
        var output = Path.Combine(folder, "report.html");
        var run = await RunAsync(["report", FileWith("a.json", """{ "name": "Joint <b>unit</b>", "vision": { "exists": false } }"""), "-o", output]);
        run.Should().Be((0, "", $"collabrisk: wrote {output}.\n"));
        var bytes = await File.ReadAllBytesAsync(output, TestContext.Current.CancellationToken);
        Encoding.UTF8.GetString(bytes).Should().StartWith("<!DOCTYPE html>").And.Contain("Joint &lt;b&gt;unit&lt;/b&gt;").And.Contain("Report made <b>28 November 2026</b>");
    }

    [Theory]
    [InlineData("markdown", "# Joint unit\n")]
    [InlineData("csv", "\"kind\",\"code\",")]
    [InlineData("html", "<!DOCTYPE html>\n")]
    [InlineData("sarif", "{\n  \"$schema\": ")]
    public async Task Report_EachForm_IsWhatEvaluateWritesToo(string format, string start)
    {
        var file = FileWith("a.json", """{ "name": "Joint unit", "vision": { "exists": false } }""");
        var run = await RunAsync(["report", file, "--format", format]);
        run.Code.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Out.Should().StartWith(start);
        (await RunAsync(["evaluate", file, "--format", format])).Should().Be(run);
    }

    [Theory]
    [InlineData("report", "a.json")]
    [InlineData("portfolio", "")]
    public async Task Workbook_ToAFileOrToWhatIsNotAWindow_IsTheSameFile(string command, string of)
    {
        FileWith("a.json", """{ "name": "Joint unit", "vision": { "exists": false } }""");
        string[] args = [command, Path.Combine(folder, of), "--title", "Ours", "--format", "xlsx"];
        args = command == "report" ? [.. args.Where(arg => arg is not ("--title" or "Ours"))] : args;
        var output = Path.Combine(folder, "out.xlsx");
        (await RunAsync([.. args, "-o", output])).Should().Be((0, "", $"collabrisk: wrote {output}.\n"));
        using var bytes = new MemoryStream();
        (await RunAsync(args, bytes)).Should().Be((0, "", ""));
        bytes.ToArray().Should().StartWith("PK"u8.ToArray()).And.Equal(await File.ReadAllBytesAsync(output, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Workbook_ToAWindow_IsRefusedWithWhatToDo()
    {
        var run = await RunAsync(["report", FileWith("a.json", "{}"), "--format", "xlsx"]);
        run.Should().Be((2, "", "collabrisk: a workbook is not text and cannot be shown here. Name the file with -o, or send the output to one.\n"));
    }

    [Fact]
    public async Task Report_FileThatCannotBeWritten_IsToldWithExitCode3()
    {
        var run = await RunAsync(["report", FileWith("a.json", "{}"), "-o", Path.Combine(folder, "missing", "report.html")]);
        run.Code.Should().Be(3);
        run.Error.Should().Contain("it cannot be written");
    }

    [Fact]
    public async Task Compare_AsHtml_IsAPageOfBothStates()
    {
        string[] files = [FileWith("was.json", """{ "name": "Unit", "vision": { "exists": false } }"""), FileWith("is.json", """{ "name": "Unit" }""")];
        var run = await RunAsync(["compare", .. files, "--format", "html"]);
        run.Code.Should().Be(0);
        run.Out.Should().StartWith("<!DOCTYPE html>").And.Contain("28 November 2026").And.NotContain("<h4>Cleared</h4>");
        var output = Path.Combine(folder, "changes.txt");
        (await RunAsync(["compare", .. files, "-o", output])).Should().Be((0, "", $"collabrisk: wrote {output}.\n"));
        (await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken)).Should().Be((await RunAsync(["compare", .. files])).Out).And.NotBeEmpty();
    }

    [Fact]
    public async Task Timeline_TwoDays_WritesTheirCourse()
    {
        string[] files = [FileWith("later.json", """{ "name": "Unit", "asOf": "2026-01-01", "vision": {} }"""), FileWith("earlier.json", """{ "name": "Unit", "asOf": "2024-01-01", "vision": { "exists": false } }""")];
        var run = await RunAsync(["timeline", .. files]);
        run.Code.Should().Be(0);
        run.Out.Should().Contain("1 January 2024 to 1 January 2026").And.Contain("No longer known: nothing shows that it is over").And.NotContain("<h4>Cleared</h4>");
        (await RunAsync(["timeline", .. files, "--format", "text"])).Out.Should().StartWith("2024-01-01  Overall: High\n");
        using var json = JsonDocument.Parse((await RunAsync(["timeline", .. files, "--format", "json"])).Out);
        json.RootElement.GetProperty("schema").GetString().Should().Contain("timeline");
    }

    /// <summary>Each command in each form, by its name or by that of the file.</summary>
    [Theory]
    [InlineData("timeline", "markdown", "md", "# Unit\n\n2 snapshots")]
    [InlineData("timeline", "sarif", "sarif", "{\n  \"$schema\": ")]
    [InlineData("timeline", "csv", "csv", "\"Kind\",\"Title\",\"About\",\"2024-01-01\",\"2026-01-01\",")]
    [InlineData("timeline", "xlsx", "xlsx", "PK")]
    [InlineData("compare", "markdown", "md", "# Unit\n\nBefore: ")]
    [InlineData("compare", "sarif", "sarif", "{\n  \"$schema\": ")]
    [InlineData("compare", "csv", "csv", "\"From\",\"To\",")]
    [InlineData("compare", "xlsx", "xlsx", "PK")]
    [InlineData("perspectives", "markdown", "md", "# Unit\n\nAnswers given ")]
    [InlineData("perspectives", "sarif", "sarif", "{\n  \"$schema\": ")]
    [InlineData("perspectives", "csv", "csv", "\"State\",\"Matter\",")]
    [InlineData("perspectives", "xlsx", "xlsx", "PK")]
    public async Task Command_EachForm_IsWrittenAsTheNameOfTheFileSays(string command, string format, string ending, string start)
    {
        string[] files = [FileWith("was.json", """{ "name": "Unit", "asOf": "2024-01-01", "vision": { "exists": false } }"""), FileWith("is.json", """{ "name": "Unit", "asOf": "2026-01-01" }""")];
        var output = Path.Combine(folder, "out." + ending);
        (await RunAsync([command, .. files, "-o", output])).Should().Be((0, "", $"collabrisk: wrote {output}.\n"));
        var written = await File.ReadAllBytesAsync(output, TestContext.Current.CancellationToken);
        Encoding.UTF8.GetString(written).Should().StartWith(start).And.NotContain("was.json");
        using var bytes = new MemoryStream();
        var run = await RunAsync([command, .. files, "--format", format], bytes);
        run.Code.Should().Be(0);
        (format == "xlsx" ? bytes.ToArray() : Encoding.UTF8.GetBytes(run.Out)).Should().Equal(written);
    }

    [Fact]
    public async Task Compare_PlanInAFormWithoutRoomForIt_IsRefused()
    {
        string[] files = [FileWith("was.json", """{ "vision": { "exists": false } }"""), FileWith("is.json", "{}")];
        await RunAsync(["plan", files[0]]);
        var run = await RunAsync(["compare", .. files, "--plan", files[0] + ".plan", "-o", Path.Combine(folder, "out.csv")]);
        run.Code.Should().Be(2);
        run.Error.Should().Contain("These forms have no place for what became of a plan.");
        (await RunAsync(["compare", .. files, "--plan", files[0] + ".plan", "--format", "markdown"])).Out.Should().Contain("## What became of the plan");
    }

    [Fact]
    public async Task Perspectives_FromQuestionnairesAndJson_AreViewsLikeOthers()
    {
        var one = FileWith("Police.csv", "Fact,Answer\nvision.exists,yes\n");
        var many = FileWith("others.csv", "Fact,Answer: Fire,Note: Fire,Answer: Council,Answer: Trust\nvision.exists,no,since 2024,no,\n");
        var run = await RunAsync(["perspectives", one, many, FileWith("NHS.json", """{ "vision": { "exists": true } }"""), "--name", "Shared room"]);
        run.Code.Should().Be(0);
        run.Error.Should().Be("collabrisk: Trust answered nothing, and is left out.\n");
        run.Out.Should().Contain("<h1 dir=\"auto\">Shared room</h1>").And.Contain("<b>4</b> views, each given alone").And.NotContain("Police").And.Contain("Who says what");
        (await RunAsync(["perspectives", one, many, "--names"])).Out.Should().Contain("<b>Council, Fire</b>: no; <b>Police</b>: yes");
    }

    /// <summary>One table for all, as the questionnaire is written for several respondents: six views merged, by letter, and told apart.</summary>
    [Fact]
    public async Task Perspectives_SixColumnsOfOneQuestionnaire_AreMerged()
    {
        string[] six = ["Ann", "Bob", "Cid", "Dan", "Eve", "Fay"];
        var asked = Path.Combine(folder, "asked.csv");
        (await RunAsync(["questionnaire", "--short", .. six.SelectMany(name => new[] { "--respondent", name }), "-o", asked])).Code.Should().Be(0);
        var lines = await File.ReadAllLinesAsync(asked, TestContext.Current.CancellationToken);
        var at = Array.FindIndex(lines, line => line.EndsWith(",\"vision.exists\"", StringComparison.Ordinal));

        // Five columns tell of the question; then each has an answer, a note and evidence.
        var empty = string.Concat(six.Select(_ => ",\"\",\"\",\"\""));
        lines[at].Should().EndWith(empty + ",\"vision.exists\"");
        lines[at] = lines[at][..^(empty + ",\"vision.exists\"").Length] + string.Concat(six.Select((_, who) => $",\"{(who < 2 ? "yes" : "no")}\",\"\",\"\"")) + ",\"vision.exists\"";
        await File.WriteAllLinesAsync(asked, lines, TestContext.Current.CancellationToken);
        var run = await RunAsync(["perspectives", asked]);
        run.Code.Should().Be(0);
        run.Out.Should().Contain("<b>6</b> views, each given alone").And.Contain("Shown as <b>letters</b>").And.MatchRegex("<b>A(, [B-F])*</b>: (no|yes); <b>[B-F](, [B-F])*</b>: (no|yes)").And.NotContainAny(six);
    }

    [Fact]
    public async Task Perspectives_BadCellsAndBadJson_AreAllToldAtOnce()
    {
        var output = Path.Combine(folder, "out.html");
        var run = await RunAsync(["perspectives", FileWith("Police.csv", "Fact,Answer\nvision.exists,perhaps\nstartYear,soon\n"), FileWith("b.json", "{ \"vision\": 1 }"), Path.Combine(folder, "none.xlsx"), "-o", output]);
        run.Code.Should().Be(2);
        run.Error.Should().Contain("b.json(1,13)").And.Contain("Police.csv, cell B2: 'perhaps' is not an answer here.").And.Contain("cell B3: 'soon'").And.Contain("none.xlsx: there is no such file.").And.EndWith("collabrisk: 3 problems in 2 files. Nothing was written.\n");
        File.Exists(output).Should().BeFalse();
    }

    [Theory]
    [InlineData("report")]
    [InlineData("plan")]
    [InlineData("record")]
    [InlineData("timeline")]
    [InlineData("perspectives")]
    [InlineData("questionnaire")]
    public async Task Output_IsWhatIsRead_IsRefusedAndKept(string command)
    {
        const string Facts = """{ "asOf": "2026-01-02", "vision": { "exists": false } }""";
        var file = FileWith("a.json", Facts);
        var run = await RunAsync([command, file, "-o", Path.Combine(folder, ".", "a.json")]);
        run.Code.Should().Be(2);
        run.Error.Should().Contain("a.json: it is what is read here, and would be lost. Name another file with -o.");
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Should().Be(Facts);
        Directory.GetFiles(folder).Should().Equal(file);
    }

    [Theory]
    [InlineData("report", "a.pdf", "'.pdf' does not say how to write it. End it in '.html', '.md', '.sarif', '.csv' or '.xlsx', or say how with --format.")]
    [InlineData("plan", "a.xlxs", "'.xlxs' does not say how to write it. Did you mean 'xlsx'? End it in '.txt', '.json', '.html', '.csv' or '.xlsx', or say how with --format.")]
    public async Task Output_OfAnEndingThatSaysNoForm_IsRefusedUnlessTheFormIsSaid(string command, string name, string told)
    {
        var (file, output) = (FileWith("in.json", """{ "asOf": "2026-01-02", "vision": { "exists": false } }"""), Path.Combine(folder, name));
        var refused = await RunAsync([command, file, "-o", output]);
        refused.Code.Should().Be(2);
        refused.Error.Should().Contain($"{output}: {told}");
        File.Exists(output).Should().BeFalse();

        (await RunAsync([command, file, "-o", output, "--format", "html"])).Code.Should().Be(0);
        (await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken)).Should().StartWith("<!DOCTYPE html>");
    }

    [Fact]
    public async Task Timeline_FilesWithoutDaysOrWithOne_AreAllToldByFile()
    {
        string[] files = [FileWith("a.json", "{}"), FileWith("b.json", "{}"), FileWith("c.json", """{ "asOf": "2025-01-02" }"""), FileWith("d.json", """{ "asOf": "2025-01-02" }""")];
        var run = await RunAsync(["timeline", .. files]);
        run.Code.Should().Be(2);
        run.Out.Should().BeEmpty();
        run.Error.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().Equal(
            $"{files[0]}: asOf: there is no day. Add the day that the facts describe, such as \"asOf\": \"2026-03-31\".",
            $"{files[1]}: asOf: there is no day. Add the day that the facts describe, such as \"asOf\": \"2026-03-31\".",
            $"{files[2]} and {files[3]}: asOf: they have the same day, 2025-01-02. Give each a day of its own.",
            "collabrisk: there are 3 problems; nothing was written.");
    }

    [Fact]
    public async Task Perspectives_SmallGroup_TellsNeitherNamesNorLetters()
    {
        string[] files = [FileWith("Police.json", """{ "name": "Unit", "vision": { "exists": true } }"""), FileWith("Fire.json", """{ "name": "Unit", "vision": { "exists": false } }""")];
        var run = await RunAsync(["perspectives", .. files]);
        run.Code.Should().Be(0);
        run.Out.Should().Contain("Answers given: no; yes").And.NotContain("Police").And.NotContain("<b>A</b>");
        (await RunAsync(["perspectives", .. files, "--names"])).Out.Should().Contain("<b>Police</b>: yes").And.Contain("<b>Fire</b>: no");
        (await RunAsync(["perspectives", .. files, "--smallest-group", "2"])).Out.Should().NotContain("Police").And.Contain("<b>A</b>");
        (await RunAsync(["perspectives", .. files, "--smallest-group", "1"])).Should().Match<(int Code, string Out, string Error)>(other => other.Code == 2 && other.Error.Contains("at least 2"));
    }

    [Fact]
    public async Task Portfolio_FolderWithAFileThatCannotBeRead_ListsItAndGoesOn()
    {
        FileWith("one.json", """{ "name": "One", "vision": { "exists": false } }""");
        FileWith("two.json", "{}");
        FileWith("broken.json", "{ nonsense");
        var run = await RunAsync(["portfolio", folder, "--title", "Ours"]);
        run.Code.Should().Be(0);
        run.Error.Should().Contain("broken.json(1,");
        run.Out.Should().Contain("<h1 dir=\"auto\">Ours</h1>").And.Contain("High is shown in 1 of 2. 1 cannot be assessed yet.").And.Contain("broken.json: it is not a collaboration");
        (await RunAsync(["portfolio", folder, "--title", "Ours", "--format", "markdown"])).Out.Should().StartWith("# Ours\n\n2 collaborations; report made 28 November 2026. High is shown in 1. 1 cannot be assessed yet: that does not mean low risk.\n")
            .And.Contain("| One | High | ").And.Contain("| two | 0 of ").And.Contain("- broken.json: it is not");
        using var sarif = JsonDocument.Parse((await RunAsync(["portfolio", folder, "--format", "sarif"])).Out);
        sarif.RootElement.GetProperty("runs").GetArrayLength().Should().Be(3, "what could not be read is a run that failed");
        (await RunAsync(["portfolio", folder, "--format", "csv"])).Out.TrimEnd('\n').Split('\n').Should().HaveCount(4).And.Contain(line => line.StartsWith("\"One\",\"\",\"yes\",\"High\",\"High\"", StringComparison.Ordinal))
            .And.HaveElementAt(3, $"{string.Concat(Enumerable.Repeat("\"\",", 13))}\"broken.json: it is not a collaboration that can be evaluated. The command said what is wrong.\"");
    }

    [Theory]
    [InlineData("there is no such folder", "nothing-here")]
    [InlineData("there is no JSON file in it", "")]
    public async Task Portfolio_NoFiles_IsToldWithExitCode2(string words, string name)
    {
        var run = await RunAsync(["portfolio", Path.Combine(folder, name)]);
        run.Code.Should().Be(2);
        run.Error.Should().Contain(words);
    }

    private string FileWith(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static async Task<(int Code, string Out, string Error)> RunAsync(string[] args, Stream? bytes = null)
    {
        using var input = new MemoryStream();
        using StringWriter output = new(), error = new();
        var code = await CollabRiskCommand.RunAsync(args, new Terminal(input, output, error) { Time = new Day(), Bytes = bytes });
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    /// <summary>A clock that is at noon of one day.</summary>
    private sealed class Day : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    }
}
