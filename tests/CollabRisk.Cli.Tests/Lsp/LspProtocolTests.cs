using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CollabRisk.Cli.Lsp;

namespace CollabRisk.Cli.Tests.Lsp;

/// <summary>The session itself: how it begins and ends, and what is refused.</summary>
public class LspProtocolTests
{
    [Fact]
    public async Task Session_EndedWithoutShutdown_IsNotSuccess()
    {
        await using var session = await LspSession.BeginAsync();
        await session.Note("exit", new());
        (await session.Code()).Should().Be(1);
    }

    [Fact]
    public async Task Session_WhoseEditorIsGone_Ends()
    {
        await using var session = await LspSession.BeginAsync();
        await session.EndInput();
        (await session.Code()).Should().Be(1);
    }

    [Fact]
    public async Task Request_BeforeInitialize_IsRefused_AndNotesAreDropped()
    {
        await using var session = new LspSession();
        await session.Note("textDocument/didOpen", new() { ["textDocument"] = "nonsense" });
        Refused(await session.Ask("textDocument/hover", new()), LspRefusal.ServerNotInitialized, "initialize");
        await session.Result("initialize", new());
        Refused(await session.Ask("initialize", new()), LspRefusal.InvalidRequest, "already");
        await session.Result("shutdown", null);
        Refused(await session.Ask("textDocument/hover", new()), LspRefusal.InvalidRequest, "shut down");
        await session.Note("exit", new());
        (await session.Code()).Should().Be(0);
        session.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task Request_ThatIsNotThere_IsRefused_AndNotesArePassedOver()
    {
        await using var session = await LspSession.BeginAsync();
        Refused(await session.Ask("textDocument/rename", new()), LspRefusal.MethodNotFound, "textDocument/rename");
        await session.Note("$/setTrace", new() { ["value"] = "off" });
        await session.Note("no/such/note", new());
        (await session.End()).Should().Be(0);
        session.Error.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"textDocument": {"uri": "file:///no/such.yaml"}, "position": {"line": 0, "character": 0}}""", "is not open")]
    [InlineData("""{"textDocument": {}, "position": {"line": 0, "character": 0}}""", "'uri' is a text.")]
    [InlineData("""{"position": {"line": 0, "character": 0}}""", "'textDocument' is an object.")]
    [InlineData("""{"textDocument": {"uri": "file:///open.yaml"}, "position": {"line": -1, "character": 0}}""", "'line' is a whole number from 0.")]
    [InlineData("""{"textDocument": {"uri": "file:///open.yaml"}, "position": {"line": 1.5, "character": 0}}""", "'line' is a whole number from 0.")]
    [InlineData("""{"textDocument": {"uri": "file:///open.yaml"}}""", "'position' is an object.")]
    public async Task Request_AskedWrongly_SaysWhatIsWrong(string parameters, string says)
    {
        await using var session = await LspSession.BeginAsync();
        await session.Open(OperatingSystem.IsWindows() ? @"C:\open.yaml" : "/open.yaml", "pack: {}\n");
        Refused(await session.Ask("textDocument/hover", JsonNode.Parse(parameters)!.AsObject()), LspRefusal.InvalidParams, says);
    }

    [Fact]
    public async Task Note_ThatIsNotAsItShouldBe_IsSaidOnStandardError_AndTheSessionGoesOn()
    {
        await using var session = await LspSession.BeginAsync();
        await session.Note("textDocument/didOpen", new() { ["textDocument"] = new JsonObject { ["uri"] = "file:///x.yaml" } });
        await session.Note("textDocument/didChange", new() { ["textDocument"] = new JsonObject { ["uri"] = "file:///x.yaml" }, ["contentChanges"] = new JsonArray() });
        (await session.End()).Should().Be(0);
        session.Error.Should().Be("collabrisk: textDocument/didOpen: 'text' is a text.\ncollabrisk: textDocument/didChange: 'file:///x.yaml' is not open. Only files that are open are looked at.\n");
    }

    [Theory]
    [InlineData("{not json", LspRefusal.ParseError)]
    [InlineData("", LspRefusal.ParseError)]
    [InlineData("[]", LspRefusal.InvalidRequest)]
    [InlineData("12", LspRefusal.InvalidRequest)]
    [InlineData("""{"jsonrpc": "2.0"}""", LspRefusal.InvalidRequest)]
    [InlineData("""{"jsonrpc": "2.0", "id": null, "method": "textDocument/hover"}""", LspRefusal.InvalidRequest)]
    [InlineData("""{"jsonrpc": "2.0", "id": {}, "method": "textDocument/hover"}""", LspRefusal.InvalidRequest)]
    [InlineData("""{"jsonrpc": "2.0", "method": 7}""", LspRefusal.InvalidRequest)]
    public async Task Message_ThatIsNone_IsRefused_AndTheSessionGoesOn(string json, int code)
    {
        await using var session = await LspSession.BeginAsync();
        await session.Send(json);
        Refused(await session.AnswerTo("null"), code, "");
        (await session.End()).Should().Be(0);
    }

    [Fact]
    public async Task Message_ThatIsDeep_IsRefused_AndTheSessionGoesOn()
    {
        await using var session = await LspSession.BeginAsync();
        await session.Send(new string('[', 100_000));
        Refused(await session.AnswerTo("null"), LspRefusal.ParseError, "depth");
        (await session.End()).Should().Be(0);
    }

    [Fact]
    public async Task Message_ThatIsHuge_IsNotKept_AndTheSessionGoesOn()
    {
        await using var session = await LspSession.BeginAsync();
        var length = LspFrames.LargestMessage + 1;
        await session.SendBytes(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n\r\n")));
        var part = new byte[1 << 20];
        for (var left = length; left > 0; left -= part.Length)
        {
            await session.SendBytes(part[..Math.Min(left, part.Length)]);
        }

        Refused(await session.AnswerTo("null"), LspRefusal.InvalidRequest, "at most 16777216 are read");
        (await session.End()).Should().Be(0);
    }

    [Theory]
    [InlineData("Content-Length: many\r\n\r\n{}", "'many' is not a length")]
    [InlineData("Content-Length: -5\r\n\r\n{}", "'-5' is not a length")]
    [InlineData("Content-Type: x\r\n\r\n{}", "has no 'Content-Length'")]
    [InlineData("\r\n\r\n", "has no 'Content-Length'")]
    [InlineData("Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-16\r\n\r\n{}", "Messages are UTF-8")]
    [InlineData("Content-Length: 20\r\n\r\n{}", "ends within a message")]
    [InlineData("Content-Le", "ends within the header")]
    public async Task Header_ThatCannotBeRead_EndsTheSession(string bytes, string says)
    {
        await using var session = await LspSession.BeginAsync();
        await session.SendBytes(Encoding.ASCII.GetBytes(bytes));
        await session.EndInput();
        Refused(await session.AnswerTo("null"), LspRefusal.ParseError, says);
        (await session.Code()).Should().Be(2);
        session.Error.Should().Contain(says);
    }

    [Fact]
    public async Task Header_ThatNeverEnds_EndsTheSession()
    {
        await using var session = await LspSession.BeginAsync();
        await session.SendBytes(Encoding.ASCII.GetBytes(new string('x', 10_000)));
        (await session.Code()).Should().Be(2);
    }

    [Fact]
    public async Task Header_InOtherCaseAndPieces_IsRead()
    {
        await using var session = await LspSession.BeginAsync();
        foreach (var letter in "content-length: 58\r\nContent-Type: application/vscode-jsonrpc; charset=utf8\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"shutdown\",\"params\":{}}"u8.ToArray())
        {
            await session.SendBytes([letter]);
        }

        (await session.AnswerTo("\"a\"")).GetProperty("result").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task Request_GivenUpWhileItWaits_IsAnsweredAsSuch()
    {
        await using var session = await LspSession.BeginAsync();
        var path = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "collabrisk-lsp-none", "x.yaml"));
        var uri = await session.Open(path, "pack: {}\n");

        // All in one piece, so that what is given up is read while the first is worked on.
        var many = new StringBuilder();
        for (var id = 1000; id < 1040; id++)
        {
            Append($$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"textDocument/completion","params":{"position":{"line":1,"character":0}, "textDocument":{"uri":"{{{uri}}}" } } }""");
        }

        Append("""{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1039}}""");
        Append("""{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"no such"}}""");
        await session.SendBytes(Encoding.UTF8.GetBytes(many.ToString()));
        Refused(await session.AnswerTo("1039"), LspRefusal.RequestCancelled, "given up");
        (await session.AnswerTo("1000")).GetProperty("result").GetArrayLength().Should().BePositive();

        void Append(string json) => many.Append(CultureInfo.InvariantCulture, $"Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");
    }

    [Fact]
    public async Task Lsp_WithAPersonWatching_SaysThatItIsForEditors()
    {
        using var error = new StringWriter { NewLine = "\n" };
        (await CollabRiskCommand.RunAsync(["lsp"], new Terminal(Stream.Null, TextWriter.Null, error))).Should().Be(2);
        error.ToString().Should().Contain("talks to an editor");
    }

    private static void Refused(JsonElement answer, int code, string says)
    {
        answer.GetProperty("error").GetProperty("code").GetInt32().Should().Be(code);
        answer.GetProperty("error").GetProperty("message").GetString().Should().Match($"*{says}*");
    }
}
