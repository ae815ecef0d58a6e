using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using CollabRisk.Cli.Lsp;
using CollabRisk.RulePacks.Tests.Watching;

namespace CollabRisk.Cli.Tests.Lsp;

/// <summary>An editor that talks to <c>collabrisk lsp</c>, byte by byte as the protocol has it. Its clock stands still until a test moves it.</summary>
internal sealed class LspSession : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Pipe toServer = new();
    private readonly Pipe toEditor = new();
    private readonly StringWriter error = new() { NewLine = "\n" };
    private readonly ManualClock clock = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> answers = new(StringComparer.Ordinal);
    private readonly Channel<JsonElement> told = Channel.CreateUnbounded<JsonElement>();
    private readonly Task<int> running;
    private readonly Task reading;
    private int asked;

    public LspSession(params string[] args)
    {
        var terminal = new Terminal(toServer.Reader.AsStream(), TextWriter.Null, error) { Bytes = toEditor.Writer.AsStream(), Time = clock };
        running = Task.Run(async () =>
        {
            var code = await CollabRiskCommand.RunAsync(["lsp", .. args], terminal);
            await toEditor.Writer.CompleteAsync();
            return code;
        });
        reading = Task.Run(ReadAllAsync);
    }

    /// <summary>What was said on standard error.</summary>
    public string Error => error.ToString();

    /// <summary>A session that has begun.</summary>
    public static async Task<LspSession> BeginAsync(params string[] args)
    {
        var session = new LspSession(args);
        await session.Result("initialize", new() { ["capabilities"] = new JsonObject() });
        await session.Note("initialized", new());
        return session;
    }

    public static string UriOf(string path) => LspJson.UriOf(path);

    /// <summary>Opens a file with what is on the disk, or with another text.</summary>
    public async Task<string> Open(string path, string? text = null)
    {
        await Note("textDocument/didOpen", new() { ["textDocument"] = new JsonObject { ["uri"] = UriOf(path), ["languageId"] = "yaml", ["version"] = 1, ["text"] = text ?? await File.ReadAllTextAsync(path) } });
        return UriOf(path);
    }

    public Task Change(string uri, int version, params JsonObject[] changes) =>
        Note("textDocument/didChange", new() { ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = version }, ["contentChanges"] = new JsonArray(changes) });

    public Task Note(string method, JsonObject parameters) => Send(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters }.ToJsonString());

    /// <summary>Sends a message as it is.</summary>
    public async Task Send(string json) => await SendBytes(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}")));

    public async Task SendBytes(byte[] bytes) => await toServer.Writer.WriteAsync(bytes);

    public async Task EndInput() => await toServer.Writer.CompleteAsync();

    /// <summary>Asks, and gives the whole answer.</summary>
    public async Task<JsonElement> Ask(string method, JsonObject? parameters)
    {
        var id = Interlocked.Increment(ref asked);
        var answer = AnswerTo(id.ToString(CultureInfo.InvariantCulture));
        await Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters }.ToJsonString());
        return await answer;
    }

    /// <summary>The answer that has an id, as JSON writes it; <c>null</c> for what could not be read.</summary>
    public Task<JsonElement> AnswerTo(string id) => answers.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task.WaitAsync(Patience);

    /// <summary>Asks, and gives the result; a refusal fails the test.</summary>
    public async Task<JsonElement> Result(string method, JsonObject? parameters)
    {
        var answer = await Ask(method, parameters);
        answer.TryGetProperty("error", out var refused).Should().BeFalse($"{method} is answered, not refused: {refused}");
        return answer.GetProperty("result");
    }

    /// <summary>Asks about a place in a text: the first time that a word is there, so many letters on.</summary>
    public Task<JsonElement> At(string method, string uri, string text, string word, int on = 1)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal) + on;
        var line = text[..at].Count(letter => letter == '\n');
        return Result(method, new() { ["textDocument"] = new JsonObject { ["uri"] = uri }, ["position"] = new JsonObject { ["line"] = line, ["character"] = at - text.LastIndexOf('\n', at - 1) - 1 } });
    }

    /// <summary>Lets the time pass after which an editor hears of problems, once all that was sent was taken.</summary>
    public async Task Rest(TimeSpan? time = null)
    {
        await Ask("collabrisk/none", new());
        clock.Advance(time ?? LspDiagnostics.Quiet);
    }

    /// <summary>What was told of a file next, once no one types: codes with the texts they are at.</summary>
    public async Task<IReadOnlyList<JsonElement>> Problems(string uri)
    {
        await Rest();
        return await NextOf(uri);
    }

    public async Task<IReadOnlyList<JsonElement>> NextOf(string uri)
    {
        while (true)
        {
            var parameters = (await Told()).GetProperty("params");
            if (parameters.TryGetProperty("uri", out var of) && of.GetString() == uri)
            {
                return [.. parameters.GetProperty("diagnostics").EnumerateArray()];
            }
        }
    }

    /// <summary>What the server told or asked next.</summary>
    public async Task<JsonElement> Told() => await told.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>How many messages wait to be looked at.</summary>
    public int ToldAndNotLookedAt => told.Reader.Count;

    /// <summary>Ends the session as an editor does.</summary>
    public async Task<int> End()
    {
        await Result("shutdown", null);
        await Note("exit", new());
        return await Code();
    }

    public Task<int> Code() => running.WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        await toServer.Writer.CompleteAsync();
        await running.WaitAsync(Patience);
        await reading.WaitAsync(Patience);
        await error.DisposeAsync();
    }

    /// <summary>Reads what the server writes. Anything but messages on its output ends this with an error.</summary>
    private async Task ReadAllAsync()
    {
        using var frames = new LspFrames(toEditor.Reader.AsStream(), Stream.Null);
        while (await frames.ReadAsync(CancellationToken.None) is { } frame)
        {
            var message = frame.Message!.Value;
            message.GetProperty("jsonrpc").GetString().Should().Be("2.0");
            if (message.TryGetProperty("method", out _))
            {
                told.Writer.TryWrite(message);
            }
            else
            {
                answers.GetOrAdd(message.GetProperty("id").GetRawText(), _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult(message);
            }
        }
    }
}
