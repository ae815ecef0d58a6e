using System.Text.Json;
using System.Text.Json.Nodes;
using CollabRisk.Cli.Lsp;
using CollabRisk.Tests;

namespace CollabRisk.Cli.Tests.Lsp;

/// <summary>What an editor gets while a pack is written.</summary>
public sealed class LspCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("collabrisk-lsp-").FullName;

    public LspCommandTests()
    {
        var sample = Path.Combine(Repository.Root, "samples/packs/regional-control-room");
        foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            var copy = At(Path.GetRelativePath(sample, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string At(string name) => Path.Combine(folder, "pack å %1", name);

    [Fact]
    public async Task Initialize_SaysWhatItCan_AndAsksToBeToldOfFiles()
    {
        await using var session = new LspSession("--stdio");
        var result = await session.Result("initialize", JsonNode.Parse("""{"capabilities": {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true}}}}""")!.AsObject());
        result.GetProperty("serverInfo").GetProperty("name").GetString().Should().Be("collabrisk");
        var can = result.GetProperty("capabilities");
        can.GetProperty("positionEncoding").GetString().Should().Be("utf-16");
        can.GetProperty("hoverProvider").GetBoolean().Should().BeTrue();
        await session.Note("initialized", new());
        (await session.Told()).GetProperty("method").GetString().Should().Be("client/registerCapability");
        (await session.End()).Should().Be(0);
        session.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task Diagnostics_AreWhatPackCheckSays_OverWhatIsTyped_AndGoWhenItIsMended()
    {
        await using var session = await LspSession.BeginAsync();
        var file = At("rules/rota.yaml");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var uri = await session.Open(file);
        (await session.Problems(uri)).Should().BeEmpty();

        var at = text[..text.IndexOf("isInformationSystem", StringComparison.Ordinal)].Split('\n');
        await session.Change(uri, 2, Replace((at.Length - 1, at[^1].Length), (at.Length - 1, at[^1].Length + 2), "iz"));
        var problem = (await session.Problems(uri)).Should().ContainSingle().Which;
        problem.GetProperty("code").GetString().Should().Be("CRP141");
        problem.GetProperty("severity").GetInt32().Should().Be(1);
        problem.GetProperty("source").GetString().Should().Be("collabrisk");
        problem.GetProperty("message").GetString().Should().Be("regional.control-room/RCR-ROTA-NOT-SHARED: there is no fact 'izInformationSystem'. Did you mean 'isInformationSystem'?");
        var (start, end) = (problem.GetProperty("range").GetProperty("start"), problem.GetProperty("range").GetProperty("end"));
        (start.GetProperty("line").GetInt32(), start.GetProperty("character").GetInt32(), end.GetProperty("character").GetInt32()).Should().Be((at.Length - 1, at[^1].Length, at[^1].Length + "izInformationSystem".Length));
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Should().Be(text, "nothing is written");

        await session.Change(uri, 3, new JsonObject { ["text"] = text });
        (await session.Problems(uri)).Should().BeEmpty();
        (await session.End()).Should().Be(0);
    }

    [Fact]
    public async Task Diagnostics_WhileSomeoneTypes_AreNotTold()
    {
        await using var session = await LspSession.BeginAsync();
        var uri = await session.Open(At("pack.yaml"));
        await session.Rest(LspDiagnostics.Quiet - TimeSpan.FromMilliseconds(1));
        await session.Change(uri, 2, Replace((0, 0), (0, 0), "# one more line\n"));
        await session.Rest(LspDiagnostics.Quiet - TimeSpan.FromMilliseconds(1));
        await session.Ask("collabrisk/none", new());
        session.ToldAndNotLookedAt.Should().Be(0);
        await session.Rest(TimeSpan.FromMilliseconds(1));
        (await session.Told()).GetProperty("method").GetString().Should().Be("textDocument/publishDiagnostics");
    }

    [Fact]
    public async Task Diagnostics_OfOtherFilesOfThePack_AreToldThere_AndTakenBack()
    {
        await using var session = await LspSession.BeginAsync();
        var uri = await session.Open(At("evidence.yaml"));
        var text = await File.ReadAllTextAsync(At("evidence.yaml"), TestContext.Current.CancellationToken);
        await session.Change(uri, 2, new JsonObject { ["text"] = text.Replace("RCR-C3", "RCR-C9", StringComparison.Ordinal) });
        var rules = LspSession.UriOf(At("rules/handover.yaml"));
        rules.Should().Contain("%20").And.Contain("%25");
        var problems = await session.Problems(rules);
        problems.Should().NotBeEmpty().And.OnlyContain(problem => problem.GetProperty("message").GetString()!.Contains("'RCR-C3'", StringComparison.Ordinal));

        // What was typed is given up: what is on the disk counts again.
        await session.Note("textDocument/didClose", new() { ["textDocument"] = new JsonObject { ["uri"] = uri } });
        (await session.Problems(rules)).Should().BeEmpty();
    }

    [Fact]
    public async Task Diagnostics_WhenAFileChangesOnTheDisk_AreOfWhatIsThere()
    {
        await using var session = await LspSession.BeginAsync();
        var uri = await session.Open(At("rules/rota.yaml"));
        (await session.Problems(uri)).Should().BeEmpty();
        await File.WriteAllTextAsync(At("pack.yaml"), (await File.ReadAllTextAsync(At("pack.yaml"), TestContext.Current.CancellationToken)).Replace("name: rotaShared", "name: rotaTogether", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await session.Note("workspace/didChangeWatchedFiles", new() { ["changes"] = new JsonArray() });
        (await session.Problems(uri)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task Diagnostics_OfYamlThatIsNotAPack_AreNone()
    {
        await using var session = await LspSession.BeginAsync();
        var other = Path.Combine(folder, "compose.yaml");
        await session.Open(other, "services:\n  web: {image: x}\n");
        var uri = await session.Open(At("pack.yaml"));
        (await session.Problems(uri)).Should().BeEmpty();
        await session.Open(Path.Combine(folder, "begun.yaml"), "chapters:\n  - heading: x\n");
        (await session.Problems(LspSession.UriOf(Path.Combine(folder, "begun.yaml")))).Should().Contain(problem => problem.GetProperty("message").GetString()!.Contains("'pack'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Completion_WhereTheCursorStands_ReplacesWhatIsTyped()
    {
        await using var session = await LspSession.BeginAsync();
        var text = (await File.ReadAllTextAsync(At("rules/handover.yaml"), TestContext.Current.CancellationToken)).Replace("extensions.rcr.handoverSeconds: {above: 60}", "extensions.rcr.hand", StringComparison.Ordinal);
        var uri = await session.Open(At("rules/handover.yaml"), text);
        var items = (await session.At("textDocument/completion", uri, text, "extensions.rcr.hand\n", "extensions.rcr.hand".Length)).EnumerateArray().ToList();
        var seconds = items.Find(item => item.GetProperty("label").GetString() == "extensions.rcr.handoverSeconds");
        seconds.GetProperty("detail").GetString().Should().StartWith("median time");
        seconds.GetProperty("documentation").GetProperty("value").GetString().Should().Contain("How many seconds").And.Contain("a number from 0 to 3600");
        var edit = seconds.GetProperty("textEdit");
        edit.GetProperty("newText").GetString().Should().Be("extensions.rcr.handoverSeconds: ");
        var range = edit.GetProperty("range");
        (range.GetProperty("end").GetProperty("character").GetInt32() - range.GetProperty("start").GetProperty("character").GetInt32()).Should().Be("extensions.rcr.hand".Length);
    }

    [Fact]
    public async Task Completion_ThroughoutAFile_IsNeverRefused()
    {
        await using var session = await LspSession.BeginAsync();
        var text = await File.ReadAllTextAsync(At("pack.yaml"), TestContext.Current.CancellationToken);
        var uri = await session.Open(At("pack.yaml"), text);
        foreach (var (number, line) in text.Split('\n').Index())
        {
            foreach (var at in new[] { 0, line.Length / 2, line.Length, line.Length + 5 })
            {
                await session.Result("textDocument/completion", new() { ["textDocument"] = new JsonObject { ["uri"] = uri }, ["position"] = new JsonObject { ["line"] = number, ["character"] = at } });
            }
        }
    }

    [Fact]
    public async Task Hover_And_Definition_OfFactsRulesClaimsAndAdvice_LeadToTheirPlaces()
    {
        await using var session = await LspSession.BeginAsync();
        var text = await File.ReadAllTextAsync(At("rules/rota.yaml"), TestContext.Current.CancellationToken);
        var uri = await session.Open(At("rules/rota.yaml"), text);
        (await Hover("extensions.rcr.rotaShared")).Should().Contain("*Do the control rooms plan their duty rotas together?*");
        (await Hover("D3-200")).Should().Contain("two-case-paper");
        (await Hover("WORK-OVERLOAD")).Should().Contain("`WORK-OVERLOAD` Risk");
        (await session.At("textDocument/hover", uri, text, "RCR-ROTA-OVERLOAD")).GetProperty("range").GetProperty("start").GetProperty("line").GetInt32().Should().Be(text[..text.IndexOf("RCR-ROTA-OVERLOAD", StringComparison.Ordinal)].Count(letter => letter == '\n'));
        (await session.At("textDocument/hover", uri, text, "Duty rotas")).ValueKind.Should().Be(JsonValueKind.Null);
        (await Place("extensions.rcr.rotaShared")).Should().Be((LspSession.UriOf(At("pack.yaml")), "  - name: rotaShared"));
        (await Place("RCR-C5")).Should().Be((LspSession.UriOf(At("evidence.yaml")), "  - id: RCR-C5"));
        (await Place("RCR-PLAN-ROTA-TOGETHER")).Should().Be((LspSession.UriOf(At("evidence.yaml")), "  - code: RCR-PLAN-ROTA-TOGETHER"));
        (await Place("[RCR-ROTA-OVERLOAD]", 3)).Should().Be((uri, "      - code: RCR-ROTA-OVERLOAD"));
        (await session.At("textDocument/definition", uri, text, "WORK-OVERLOAD")).ValueKind.Should().Be(JsonValueKind.Null, "the library is not in the files");

        async Task<string> Hover(string word) => (await session.At("textDocument/hover", uri, text, word)).GetProperty("contents").GetProperty("value").GetString()!;

        async Task<(string, string)> Place(string word, int on = 1)
        {
            var location = await session.At("textDocument/definition", uri, text, word, on);
            var there = location.GetProperty("uri").GetString()!;
            return (there, (await File.ReadAllLinesAsync(new Uri(there).LocalPath, TestContext.Current.CancellationToken))[location.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32()]);
        }
    }

    [Fact]
    public async Task Packs_UsedWithTheOneThatIsWritten_AreKnown()
    {
        await using var session = await LspSession.BeginAsync("--packs", "partnership-guidance", At(""));
        var text = (await File.ReadAllTextAsync(At("overrides.yaml"), TestContext.Current.CancellationToken)).Replace("rule: MEDIA-MIX", "rule: GDN-AGREEMENT-MISSING", StringComparison.Ordinal);
        var uri = await session.Open(At("overrides.yaml"), text);
        (await session.Problems(uri)).Should().BeEmpty("the pack itself is not loaded twice");
        (await session.At("textDocument/definition", uri, text, "GDN-")).GetProperty("uri").GetString().Should().EndWith("packs/partnership-guidance/rules/agreement.yaml");
    }

    [Fact]
    public async Task Symbols_OfAFile_AreItsSectionsWithTheirEntries()
    {
        await using var session = await LspSession.BeginAsync();
        var uri = await session.Open(At("rules/rota.yaml"));
        var chapters = (await session.Result("textDocument/documentSymbol", new() { ["textDocument"] = new JsonObject { ["uri"] = uri } })).EnumerateArray().Single();
        var chapter = chapters.GetProperty("children").EnumerateArray().Single();
        chapter.GetProperty("name").GetString().Should().Be("Duty rotas");
        chapter.GetProperty("children").EnumerateArray().Select(rule => rule.GetProperty("name").GetString()).Should().Equal("RCR-ROTA-NOT-SHARED", "RCR-ROTA-OVERLOAD", "RCR-ROTA-SHARED");
    }

    [Fact]
    public async Task Changes_InUtf16_AreTakenAsTheEditorCounts()
    {
        await using var session = await LspSession.BeginAsync();
        var uri = await session.Open(At("new.yaml"), "notes:\r\n  - says: 😀 and\r\n");

        // After the face, which is two code units, and beyond the end of a line, which is its end.
        await session.Change(uri, 2, Replace((1, 12), (1, 16), " or"), Replace((1, 400), (1, 400), " more"), Replace((9, 0), (9, 0), "    abuot: NO-SUCH\r\n"));
        (await session.Result("textDocument/documentSymbol", new() { ["textDocument"] = new JsonObject { ["uri"] = uri } })).GetArrayLength().Should().Be(1);
        var problem = (await session.Problems(uri)).Should().ContainSingle().Which;
        problem.GetProperty("message").GetString().Should().Contain("Did you mean 'about'?");
        problem.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32().Should().Be(2);
    }

    [Fact]
    public async Task Positions_AfterAccentsAndAFace_AreInUtf16BothWays()
    {
        await using var session = await LspSession.BeginAsync();
        var file = At("rules/handover.yaml");
        var text = (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace(
            "says: Handing over a call takes {extensions.rcr.handoverSeconds} seconds", "says: \"“Één” 😀 takes {extensions.rcr.handoverSeconds} and {extensions.rcr.hand} seconds", StringComparison.Ordinal)
            .Replace("after which calls were taken again.", "after which calls were taken again.\"", StringComparison.Ordinal);
        var uri = await session.Open(file, text);

        var hover = await session.At("textDocument/hover", uri, text, "handoverSeconds} and", 3);
        hover.GetProperty("contents").GetProperty("value").GetString().Should().Contain("How many seconds");
        Marked(hover.GetProperty("range")).Should().Be("extensions.rcr.handoverSeconds");
        (await session.At("textDocument/definition", uri, text, "handoverSeconds} and", 3)).GetProperty("uri").GetString().Should().Be(LspSession.UriOf(At("pack.yaml")));
        var completed = (await session.At("textDocument/completion", uri, text, "extensions.rcr.hand}", "extensions.rcr.hand".Length)).EnumerateArray().First(item => item.GetProperty("label").GetString() == "extensions.rcr.handoverSeconds");
        Marked(completed.GetProperty("textEdit").GetProperty("range")).Should().Be("extensions.rcr.hand");
        var problem = (await session.Problems(uri)).Should().ContainSingle().Which;
        Marked(problem.GetProperty("range")).Should().StartWith("\"“Één” 😀").And.EndWith(".\"");

        string Marked(JsonElement range)
        {
            var (start, end) = (range.GetProperty("start"), range.GetProperty("end"));
            start.GetProperty("line").GetInt32().Should().Be(end.GetProperty("line").GetInt32());
            return text.Split('\n')[start.GetProperty("line").GetInt32()][start.GetProperty("character").GetInt32()..end.GetProperty("character").GetInt32()];
        }
    }

    /// <summary>A text that was never saved is not a file, and editors ask about it as about any other.</summary>
    [Theory]
    [InlineData("untitled:Untitled-1")]
    [InlineData("file:///")]
    [InlineData("file://")]
    public async Task Texts_ThatAreNotFiles_HaveNothingToSay(string uri)
    {
        await using var session = await LspSession.BeginAsync();
        await session.Note("textDocument/didOpen", new() { ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = "yaml", ["version"] = 1, ["text"] = "pack:\n  id: x\n" } });
        await session.Change(uri, 2, Replace((1, 0), (1, 0), "  version: 1.0.0\n"));
        foreach (var (method, kind) in new[] { ("completion", JsonValueKind.Array), ("documentSymbol", JsonValueKind.Array), ("hover", JsonValueKind.Null), ("definition", JsonValueKind.Null) })
        {
            (await session.Result($"textDocument/{method}", new() { ["textDocument"] = new JsonObject { ["uri"] = uri }, ["position"] = Place((1, 4)) })).ValueKind.Should().Be(kind);
        }

        await session.Note("textDocument/didClose", new() { ["textDocument"] = new JsonObject { ["uri"] = uri } });
        await session.Rest();
        (session.Error, session.ToldAndNotLookedAt).Should().Be(("", 0));
    }

    private static JsonObject Replace((int Line, int Character) from, (int Line, int Character) to, string text) => new()
    {
        ["range"] = new JsonObject { ["start"] = Place(from), ["end"] = Place(to) },
        ["text"] = text,
    };

    private static JsonObject Place((int Line, int Character) place) => new() { ["line"] = place.Line, ["character"] = place.Character };
}
