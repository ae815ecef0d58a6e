using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace CollabRisk.Cli.Mcp;

/// <summary>
/// Messages over standard input and output. Where the input ends, the package's own transport stops writing at once, and a program that writes its
/// requests and closes would get nothing. Here only the reading ends, and the server answers what was read before it stops. That transport also keeps
/// of a line whatever comes; here a message has a largest size, and what is over it is answered with an error and not kept.
/// </summary>
internal sealed class McpMessages : ITransport
{
    /// <summary>The largest message that is read, in bytes, as for editors; no collaboration is nearly as large.</summary>
    public const int LargestMessage = Lsp.LspFrames.LargestMessage;

    /// <summary>How much of a message that is too large is looked through for its id, without which no program knows which of its requests is refused.</summary>
    private const int Beginning = 4 << 10;

    /// <summary>What is put behind the input, so that its end comes through the same reader after all that was read before it.</summary>
    private const string End = "notifications/collabrisk/end";

    private readonly Pipe pipe = new();
    private readonly Channel<JsonRpcMessage> read = Channel.CreateUnbounded<JsonRpcMessage>();
    private readonly CancellationTokenSource stop = new();
    private readonly StreamServerTransport lines;
    private readonly Task running;

    public McpMessages(Stream input, Stream output)
    {
        lines = new StreamServerTransport(pipe.Reader.AsStream(), output, "collabrisk", loggerFactory: null);
        running = Task.WhenAll(FeedAsync(input), PassOnAsync());
    }

    public string? SessionId => lines.SessionId;

    public ChannelReader<JsonRpcMessage> MessageReader => read.Reader;

    /// <summary>Why an answer could not be written; null where all were. The server notes it and goes on, for nobody.</summary>
    public IOException? Failure { get; private set; }

    public async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        try
        {
            await lines.SendMessageAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            // What the stream says is in the exception of the package.
            Failure ??= e.InnerException as IOException ?? e;
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await lines.DisposeAsync().ConfigureAwait(false);
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task FeedAsync(Stream input)
    {
        var reader = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 64 << 10, leaveOpen: true));
        try
        {
            // How much of the line was looked through before, and whether it is too large, so that what is left of it is passed over.
            var (seen, isRefused) = (0L, false);
            while (true)
            {
                var got = await reader.ReadAsync(stop.Token).ConfigureAwait(false);
                var line = got.Buffer.Slice(seen).PositionOf((byte)'\n') is { } end ? got.Buffer.Slice(0, got.Buffer.GetPosition(1, end)) : got.Buffer;
                var isWhole = line.Length < got.Buffer.Length || got.IsCompleted || (line.Length > seen && line.Slice(line.Length - 1).FirstSpan[0] == '\n');
                if (line.Length > LargestMessage && !isRefused)
                {
                    await RefuseAsync(line).ConfigureAwait(false);
                    isRefused = true;
                }

                if (isWhole && !isRefused)
                {
                    foreach (var part in line)
                    {
                        await pipe.Writer.WriteAsync(part, stop.Token).ConfigureAwait(false);
                    }
                }

                if (isWhole && line.Length == got.Buffer.Length && got.IsCompleted)
                {
                    break;
                }

                reader.AdvanceTo(isWhole || isRefused ? line.End : line.Start, line.End);
                seen = isWhole || isRefused ? 0 : line.Length;
                isRefused &= !isWhole;
            }
        }
        finally
        {
            await reader.CompleteAsync().ConfigureAwait(false);

            // The last line of the input may have no end of its own.
            await pipe.Writer.WriteAsync(System.Text.Encoding.UTF8.GetBytes($$"""{{"\n"}}{"jsonrpc":"2.0","method":"{{End}}"}{{"\n"}}"""), CancellationToken.None).ConfigureAwait(false);
        }
    }

    private Task RefuseAsync(in ReadOnlySequence<byte> line) => SendMessageAsync(
        new JsonRpcError
        {
            Id = IdIn(line.Slice(0, Math.Min(Beginning, line.Length))),
            Error = new JsonRpcErrorDetail
            {
                Code = (int)ModelContextProtocol.McpErrorCode.InvalidRequest,
                Message = string.Create(CultureInfo.InvariantCulture, $"The message has more than {LargestMessage} bytes, which are as many as are read. Ask about fewer things at once."),
            },
        },
        stop.Token);

    /// <summary>The id of a message of which only the beginning is there; none where it does not show.</summary>
    private static RequestId IdIn(in ReadOnlySequence<byte> beginning)
    {
        try
        {
            var json = new Utf8JsonReader(beginning, isFinalBlock: false, state: default);
            while (json.Read())
            {
                if (json.CurrentDepth == 1 && json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("id"u8) && json.Read())
                {
                    return json.TokenType == JsonTokenType.String ? new RequestId(json.GetString()!)
                        : json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var number) ? new RequestId(number)
                        : default;
                }
            }
        }
        catch (JsonException)
        {
            // What is no JSON has no id.
        }

        return default;
    }

    private async Task PassOnAsync()
    {
        var listening = new List<RequestId>();
        try
        {
            await foreach (var message in lines.MessageReader.ReadAllAsync(stop.Token).ConfigureAwait(false))
            {
                if (message is JsonRpcNotification { Method: End })
                {
                    break;
                }

                if (message is JsonRpcRequest { Method: RequestMethods.SubscriptionsListen } request)
                {
                    listening.Add(request.Id);
                }

                await read.Writer.WriteAsync(message, stop.Token).ConfigureAwait(false);
            }

            // Who listens would do so for ever: there is nobody left who could take it back.
            foreach (var id in listening)
            {
                await read.Writer.WriteAsync(Cancelling(id), stop.Token).ConfigureAwait(false);
            }
        }
        finally
        {
            read.Writer.Complete();
        }
    }

    private static JsonRpcNotification Cancelling(RequestId id) => new()
    {
        Method = NotificationMethods.CancelledNotification,
        Params = new JsonObject { ["requestId"] = id.Id is long number ? JsonValue.Create(number) : JsonValue.Create($"{id}") },
    };
}
