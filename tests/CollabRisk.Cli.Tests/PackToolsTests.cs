using System.Globalization;
using System.Text.Json;
using CollabRisk.Tests;

namespace CollabRisk.Cli.Tests;

/// <summary>The tools next to checking and testing: the schema of a pack, what a new text of it changes, watching, and skeletons of tests.</summary>
public sealed class PackToolsTests : IDisposable
{
    private static readonly string Cases = Path.Combine(Repository.Root, "samples/cases");

    private readonly string folder = Directory.CreateTempSubdirectory("collabrisk-tools-").FullName;

    public PackToolsTests()
    {
        Copy(Path.Combine(Repository.Root, "samples/packs/regional-control-room"), At("old"));
        Copy(At("old"), At("new"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Schema_OfAPack_IsJsonWithItsNames()
    {
        var (code, output, error) = await Run("pack", "schema", At("old"), "--packs", "partnership-guidance");
        (code, error).Should().Be((0, ""));
        var definitions = JsonElement.Parse(output).GetProperty("definitions");
        definitions.GetProperty("names.Rule").GetRawText().Should().Contain("RCR-ROTA-OVERLOAD").And.Contain("VISION-ABSENT").And.Contain("GDN-AGREEMENT-MISSING");
        (await Run("pack", "schema", At("old"))).Out.Should().NotContain("GDN-AGREEMENT-MISSING");
    }

    [Fact]
    public async Task Schema_OfWhatIsNotAPack_SaysSo()
    {
        (await Run("pack", "schema", At("nowhere"))).Should().Be((2, "", $"{At("nowhere")}: there is no such pack.\n"));
        Directory.CreateDirectory(At("empty"));
        (await Run("pack", "schema", At("empty"))).Error.Should().Contain("nothing there says what the pack is");
    }

    [Fact]
    public async Task Diff_OfTheSamePack_IsNothing()
    {
        (await Run("pack", "diff", At("old"), At("new"))).Should().Be((0, "nothing that decides an assessment.\n", ""));
        var (code, output, error) = await Run("pack", "diff", At("old"), At("new"), "--cases", Cases);
        (code, error).Should().Be((0, ""));
        output.Should().EndWith("None of 12 results are different.\n");
    }

    [Fact]
    public async Task Diff_OfAChangedPack_SaysWhatChangesInRulesAndResults()
    {
        Replace("rules/rota.yaml", "is: Moderate", "is: High");
        Replace("rules/rota.yaml", "code: RCR-ROTA-SHARED", "code: RCR-ROTA-COMMON");
        Replace("tests/rota.yaml", "RCR-ROTA-SHARED", "RCR-ROTA-COMMON");
        Replace("pack.yaml", "version: 1.0.0", "version: 1.1.0");
        await File.AppendAllTextAsync(At("new/overrides.yaml"), "  - {rule: VISION-ABSENT, reason: there is one, author: Board, switch off: yes}\n", TestContext.Current.CancellationToken);
        var (code, output, error) = await Run("pack", "diff", At("old"), At("new"), "--cases", Path.Combine(Cases, "joint-hr-function.json"), Path.Combine(Cases, "network-niche.json"));
        (code, error).Should().Be((1, ""));
        output.Should().Be($"""
            packs: regional.control-room 1.0.0 → 1.1.0; rules: +RCR-ROTA-COMMON -RCR-ROTA-SHARED ~RCR-ROTA-NOT-SHARED ~VISION-ABSENT.
            + RCR-ROTA-COMMON Strength: Duty rotas are planned together
            ~ RCR-ROTA-NOT-SHARED Risk High: Duty rotas are planned apart
                level
                  - Moderate because the lessons log reports strain from it
                  + High because the lessons log reports strain from it
            - RCR-ROTA-SHARED Strength: Duty rotas are planned together
            ~ VISION-ABSENT Risk High: No shared vision (switched off)
                switched off
                  - none
                  + there is one
                overrides
                  - none
                  + switched off (there is one)
            {Cases}/joint-hr-function.json: High -> not assessable
              - High  No shared vision [VISION-ABSENT] (no longer asked)
              - Context  What a failure would cost [FAILURE-EXPOSURE] (undetermined now)
            {Cases}/network-niche.json: Low to High, as before
            1 of 2 results is different.

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Diff_AsJson_FollowsTheSchema()
    {
        Replace("rules/rota.yaml", "is: Moderate", "is: High");
        var (code, output, _) = await Run("pack", "diff", At("old"), At("new"), "--json", "--cases", Cases);
        code.Should().Be(0, "no result is different, whatever the rules");
        var schema = global::Json.Schema.JsonSchema.FromText(Repository.Read("schemas", "rule-pack-diff.schema.json"));
        var root = JsonElement.Parse(output);
        schema.Evaluate(root).IsValid.Should().BeTrue();
        (root.GetProperty("differs").GetBoolean(), root.GetProperty("sameRules").GetBoolean(), root.GetProperty("cases").GetArrayLength()).Should().Be((false, false, 12));
        root.GetProperty("cases")[0].GetProperty("difference").GetProperty("schema").GetString().Should().Be("collabrisk/difference/2");
        var rules = JsonElement.Parse((await Run("pack", "diff", At("old"), At("new"), "--json")).Out);
        schema.Evaluate(rules).IsValid.Should().BeTrue();
        (rules.GetProperty("differs").GetBoolean(), rules.GetProperty("cases").ValueKind).Should().Be((true, JsonValueKind.Null));
        rules.GetProperty("rules")[0].GetProperty("parts")[0].GetProperty("part").GetString().Should().Be("level");
    }

    [Fact]
    public async Task Diff_OfBadInput_SaysAllThatIsBad()
    {
        Replace("rules/rota.yaml", "kind: Strength", "kind: Strenght");
        await File.WriteAllTextAsync(At("case.json"), """{"vison": {}}""", TestContext.Current.CancellationToken);
        var (code, output, error) = await Run("pack", "diff", At("nowhere"), At("new"), "--cases", At("case.json"));
        (code, output).Should().Be((2, ""));
        error.Should().Contain("there is no folder and no file").And.Contain("Did you mean 'Strength'?").And.Contain("Did you mean 'vision'?");
    }

    [Fact]
    public async Task Skeleton_IntoAFileThatIsNotThere_IsWrittenAndPasses()
    {
        Directory.Delete(At("new/tests"), recursive: true);
        var shown = await Run("pack", "test", At("new"), "--skeleton");
        (shown.Code, shown.Error).Should().Be((0, ""));
        var file = At("new/tests.yaml");
        var (code, output, _) = await Run("pack", "test", At("new"), "--skeleton", "-o", file);
        code.Should().Be(0);
        output.Should().StartWith($"{file}: ").And.EndWith("correct what the rule has wrong.\n");
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Should().Be(shown.Out);
        (await Run("pack", "test", At("new"))).Code.Should().Be(0);

        var again = await Run("pack", "test", At("old"), "--skeleton", "-o", file);
        again.Error.Should().Contain("Nothing is written.", "the old pack has all its tests");
        Directory.Delete(At("old/tests"), recursive: true);
        again = await Run("pack", "test", At("old"), "--skeleton", "-o", file);
        (again.Code, again.Error).Should().Be((2, $"{file}: it is there already. Name a file that is not there yet.\n"));
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Should().Be(shown.Out);
    }

    [Theory]
    [InlineData("A skeleton is YAML", "--skeleton", "--format", "json")]
    [InlineData("A skeleton is YAML", "--skeleton", "--watch")]
    [InlineData("Add --skeleton", "--output", "x.yaml")]
    [InlineData("told as text", "--watch", "--format", "junit")]
    public async Task Test_WithOptionsThatDoNotGoTogether_SaysSo(string says, params string[] options)
    {
        var (code, output, error) = await Run(["pack", "test", At("old"), .. options]);
        (code, output).Should().Be((2, ""));
        error.Should().Contain(says);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("test")]
    public async Task Watch_WhenAFileIsSaved_DoesItAgain_UntilItIsEnded(string command)
    {
        using var ending = new CancellationTokenSource();
        using var output = new WaitingWriter();
        var running = Task.Run(() => CollabRiskCommand.RunAsync(["pack", command, At("new"), "--watch"], new Terminal(Stream.Null, output, output), ending.Token), TestContext.Current.CancellationToken);
        await output.WaitFor("Watching. Ctrl+C ends.", 1);

        // As editors save: next to it under a hidden name, and then in its place.
        var rules = At("new/rules/rota.yaml");
        var text = await File.ReadAllTextAsync(rules, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(At("new/rules/.rota.yaml.tmp"), text.Replace("is: Moderate", "is: High", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        File.Move(At("new/rules/.rota.yaml.tmp"), rules, overwrite: true);
        await output.WaitFor("Watching. Ctrl+C ends.", 2);
        output.Text.Should().Contain("new/rules/rota.yaml changed.\n").And.Contain("Changed in the rules: rules: ~RCR-ROTA-NOT-SHARED.\n");

        await File.WriteAllTextAsync(rules, text.Replace("kind: Risk", "kind: Rsk", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await output.WaitFor("Watching. Ctrl+C ends.", 3);
        output.Text.Should().Contain("Did you mean 'Risk'?");
        await ending.CancelAsync();
        (await running.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken)).Should().Be(0);
    }

    private string At(string name) => Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar));

    private void Replace(string file, string old, string by)
    {
        var path = At("new/" + file);
        var text = File.ReadAllText(path);
        text.Should().Contain(old);
        File.WriteAllText(path, text.Replace(old, by, StringComparison.Ordinal));
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task<(int Code, string Out, string Error)> Run(params string[] args)
    {
        using var written = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var code = await CollabRiskCommand.RunAsync(args, new Terminal(Stream.Null, written, error));
        return (code, written.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    /// <summary>A writer on which a test waits for what a command says while it goes on.</summary>
    private sealed class WaitingWriter : TextWriter
    {
        private readonly System.Text.StringBuilder text = new();
        private readonly Lock gate = new();

        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        public string Text
        {
            get
            {
                lock (gate)
                {
                    return text.ToString().ReplaceLineEndings("\n");
                }
            }
        }

        public override void Write(char value)
        {
            lock (gate)
            {
                text.Append(value);
            }
        }

        public async Task WaitFor(string line, int times)
        {
            var deadline = DateTime.UtcNow.AddMinutes(2);
            while (Text.Split(line).Length - 1 < times)
            {
                (DateTime.UtcNow < deadline).Should().BeTrue($"'{line}' should be said {times} times; said was:\n{Text}");
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
    }
}
