using System.IO.Pipelines;
using System.Text.Json;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using CollabRisk.Tests;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace CollabRisk.Cli.Tests;

/// <summary>The tool as another program asks it, by the client of the protocol's own package.</summary>
public sealed class McpCommandTests : IAsyncLifetime
{
    private const string Initialize = """{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

    private readonly Pipe toServer = new();
    private readonly Pipe toClient = new();
    private readonly StringWriter error = new() { NewLine = "\n" };
    private Task<int> running = Task.FromResult(0);
    private McpClient client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var terminal = new Terminal(toServer.Reader.AsStream(), TextWriter.Null, error) { Bytes = toClient.Writer.AsStream() };
        running = CollabRiskCommand.RunAsync(["mcp"], terminal);
        client = await McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()), cancellationToken: Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await toServer.Writer.CompleteAsync();
        (await running.WaitAsync(TimeSpan.FromSeconds(30))).Should().Be(0, "the server ends with its input");
        error.ToString().Should().BeEmpty();
        await error.DisposeAsync();
    }

    [Fact]
    public async Task Tools_Listed_AreReadOnlyAndSayWhatTheyTake()
    {
        var tools = await client.ListToolsAsync(cancellationToken: Cancel);
        tools.Select(tool => tool.Name).Should().BeEquivalentTo("evaluate", "explain", "what_if", "remedies", "next_questions", "facts", "rules", "claims");
        tools.Should().OnlyContain(tool => tool.ProtocolTool.Annotations!.ReadOnlyHint == true && tool.ProtocolTool.Annotations.OpenWorldHint == false);
        tools.Should().OnlyContain(tool => tool.JsonSchema.GetProperty("type").GetString() == "object");
        client.ServerInstructions.Should().Contain("What is not known is not ruled out");
        client.ServerInfo!.Name.Should().Be("collabrisk");
    }

    [Fact]
    public async Task EveryTool_OnACaseFile_AnswersAsTheLibraryDoes()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "samples", "cases", "joint-hr-function.json"), Cancel);
        var collaboration = JsonElement.Parse(text);
        var evaluator = new CollaborationEvaluator(RuleBook.Build(KnowledgePacks.All));
        var given = CollaborationJson.Parse(text);
        (await Ask("evaluate", new() { ["collaboration"] = collaboration, ["full"] = true })).Should().Be(evaluator.Evaluate(given).ToJson(indented: false));
        Schema(await Ask("evaluate", new() { ["collaboration"] = collaboration })).Should().Be("collabrisk/compact-assessment/1");
        (await Ask("explain", new() { ["collaboration"] = collaboration, ["code"] = "vision-absent" })).Should().Be(evaluator.Explain(given, "VISION-ABSENT").ToJson(indented: false));
        Schema(await Ask("what_if", new() { ["collaboration"] = collaboration, ["changes"] = new[] { "vision.exists=yes" } })).Should().Be("collabrisk/difference/2");
        Schema(await Ask("remedies", new() { ["collaboration"] = collaboration, ["code"] = "VISION-ABSENT" })).Should().Be("collabrisk/remedies/2");
        Schema(await Ask("remedies", new() { ["collaboration"] = collaboration, ["target"] = "Moderate" })).Should().Be("collabrisk/remedies/2");
        JsonElement.Parse(await Ask("next_questions", new() { ["collaboration"] = collaboration, ["count"] = 3 })).GetProperty("questions").GetArrayLength().Should().Be(3);
        Schema(await Ask("next_questions", new() { ["collaboration"] = collaboration, ["short"] = true })).Should().Be("collabrisk/questions/1");

        var facts = JsonElement.Parse(await Ask("facts", new() { ["search"] = "VISION exists" }));
        facts.GetProperty("facts").EnumerateArray().Select(fact => fact.GetProperty("path").GetString()).Should().Contain("vision.exists");
        JsonElement.Parse(await Ask("facts", [])).GetProperty("more").GetInt32().Should().Be(evaluator.RuleBook.Facts.Facts.Count - 50);
        var rule = JsonElement.Parse(await Ask("rules", new() { ["code"] = "VISION-ABSENT" })).GetProperty("rules")[0];
        rule.GetProperty("level").GetString().Should().Be("High");
        var claim = rule.GetProperty("claims")[0].GetString()!;
        JsonElement.Parse(await Ask("claims", new() { ["id"] = claim })).GetProperty("claims")[0].GetProperty("paraphrase").GetString().Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("")]
    public async Task InputThatEndsRightAfterTheRequests_IsAnsweredFirst(string end)
    {
        const string Evaluate = """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"evaluate","arguments":{"collaboration":{}}}}""";
        const string Cancelled = """{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}""";
        const string Odd = """{"jsonrpc":"2.0","method":"notifications/cancelled","params":[1]}""";
        const string Nothing = """{"jsonrpc":"2.0","id":"last","method":"no/such"}""";
        using var input = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', Initialize, """{"jsonrpc":"2.0","method":"notifications/initialized"}""", Evaluate, Cancelled, Evaluate.Replace(":1,", ":2,", StringComparison.Ordinal), Odd, "not json", Nothing) + end));
        using var output = new MemoryStream();
        var code = await CollabRiskCommand.RunAsync(["mcp"], new Terminal(input, TextWriter.Null, TextWriter.Null) { Bytes = output }, Cancel).WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        code.Should().Be(0);
        var answered = System.Text.Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).Where(answer => answer.TryGetProperty("id", out _)).Select(answer => answer.GetProperty("id").ToString());
        answered.Should().Contain(["0", "2", "last"]);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    public async Task MessageOverTheLargest_IsRefusedAndTheNextIsAnswered(int times, int more)
    {
        const string Begun = """{"jsonrpc":"2.0","id":7,"method":"ping","params":{"x":" """;
        var large = Begun + new string('x', (times * Mcp.McpMessages.LargestMessage) - Begun.Length - 4 + more) + "\"}}";
        using var input = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', Initialize, large, """{"jsonrpc":"2.0","id":8,"method":"ping"}""") + "\n"));
        using var output = new MemoryStream();
        var code = await CollabRiskCommand.RunAsync(["mcp"], new Terminal(input, TextWriter.Null, TextWriter.Null) { Bytes = output }, Cancel).WaitAsync(TimeSpan.FromSeconds(60), Cancel);
        code.Should().Be(0);
        var answers = System.Text.Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToDictionary(answer => answer.GetProperty("id").ToString(), StringComparer.Ordinal);
        answers.Keys.Should().BeEquivalentTo("0", "7", "8");
        answers["8"].TryGetProperty("result", out _).Should().BeTrue();
        answers["7"].TryGetProperty("error", out var error).Should().Be(times > 1 || more > 0);
        if (error.ValueKind == JsonValueKind.Object)
        {
            error.GetProperty("code").GetInt32().Should().Be(-32600);
            error.GetProperty("message").GetString().Should().Be("The message has more than 16777216 bytes, which are as many as are read. Ask about fewer things at once.");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"x":"id","id":null,""")]
    public async Task MessageOverTheLargest_WithoutAnId_IsRefusedAll(string begun)
    {
        using var input = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"{Initialize}\n{begun}{new string('x', Mcp.McpMessages.LargestMessage + 1)}"));
        using var output = new MemoryStream();
        var code = await CollabRiskCommand.RunAsync(["mcp"], new Terminal(input, TextWriter.Null, TextWriter.Null) { Bytes = output }, Cancel).WaitAsync(TimeSpan.FromSeconds(60), Cancel);
        code.Should().Be(0);
        System.Text.Encoding.UTF8.GetString(output.ToArray()).Should().Contain("\"error\":{\"code\":-32600,").And.Contain("\"id\":null");
    }

    [Fact]
    public async Task OutputThatCannotBeWritten_IsToldAndTheCodeSaysSo()
    {
        using var input = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Initialize + "\n"));
        using var full = new FullDisk();
        using var told = new StringWriter();
        var code = await CollabRiskCommand.RunAsync(["mcp"], new Terminal(input, TextWriter.Null, told) { Bytes = full }, Cancel).WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        code.Should().Be(3);
        told.ToString().Should().Be($"collabrisk: the output cannot be written: No space left.{Environment.NewLine}");
    }

    [Theory]
    [InlineData("explain", """{ "collaboration": {}, "code": "VISION-ABSNT" }""", "no rule has the code 'VISION-ABSNT'. Did you mean 'VISION-ABSENT'?")]
    [InlineData("evaluate", """{ "collaboration": { "vision": { "exist": true }, "partnerCount": 1 } }""", "Did you mean 'exists'?", "partnerCount")]
    [InlineData("evaluate", """{ "colaboration": {} }""", "evaluate does not take 'colaboration'. Did you mean 'collaboration'?", "'collaboration' is missing.")]
    [InlineData("what_if", """{ "collaboration": {}, "changes": ["vision.exists=mabye", "x=1"] }""", "'mabye' is not a valid value", "x: there is no such fact")]
    [InlineData("what_if", """{ "collaboration": {}, "changes": [] }""", "'changes' has 0 entries")]
    [InlineData("what_if", """{ "collaboration": {}, "changes": "vision.exists=yes" }""", "'changes' is a list of texts.")]
    [InlineData("remedies", """{ "collaboration": {} }""", "Give the 'code' of a finding, or a 'target'")]
    [InlineData("remedies", """{ "collaboration": {}, "code": "VISION-ABSENT", "subject": "Nobody" }""", "Nobody")]
    [InlineData("remedies", """{ "collaboration": {}, "target": "High" }""", "'target' is None, Low or Moderate.")]
    [InlineData("next_questions", """{ "collaboration": {}, "count": 1000 }""", "'count' is a whole number from 1 to 30.")]
    public async Task Tool_AskedWrongly_SaysWhatToAskInstead(string tool, string arguments, params string[] expected)
    {
        var result = await Call(tool, JsonElement.Parse(arguments).EnumerateObject().ToDictionary(each => each.Name, each => (object?)each.Value, StringComparer.Ordinal));
        result.IsError.Should().BeTrue();
        Text(result).Should().ContainAll(expected);
    }

    [Fact]
    public async Task Tool_ThatIsNotThere_IsRefusedByTheProtocol() =>
        (await Awaiting(() => Call("evalute", [])).Should().ThrowAsync<McpException>()).Which.Message.Should().Contain("Did you mean 'evaluate'?");

    [Fact]
    public async Task Tools_AskedManyAtOnce_AllAnswer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Ask("evaluate", new() { ["collaboration"] = JsonElement.Parse("""{ "vision": { "exists": false } }""") })));
        answers.Distinct().Should().ContainSingle();
    }

    private static string Schema(string json) => JsonElement.Parse(json).GetProperty("schema").GetString()!;

    private static string Text(CallToolResult result) => result.Content.OfType<TextContentBlock>().Single().Text;

    private async Task<CallToolResult> Call(string tool, Dictionary<string, object?> arguments) => await client.CallToolAsync(tool, arguments, cancellationToken: Cancel);

    private async Task<string> Ask(string tool, Dictionary<string, object?> arguments)
    {
        var result = await Call(tool, arguments);
        (result.IsError is true).Should().BeFalse(Text(result));
        return Text(result);
    }

    /// <summary>Takes nothing.</summary>
    private sealed class FullDisk : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left.");

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("No space left.");

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw new IOException("No space left.");
    }
}
