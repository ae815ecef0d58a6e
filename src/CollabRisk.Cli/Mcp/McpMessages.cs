using System.IO.Pipelines;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace CollabRisk.Cli.Mcp;

/// <summary>
/// Messages over standard input and output. Where the input ends, the package's own transport stops writing at once, and a program that writes its
/// requests and closes would get nothing. Here only the reading ends, and the server answers what was read before it stops.
/// </summary>
internal sealed class McpMessages : ITransport
{
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

    public Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default) => lines.SendMessageAsync(message, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await lines.DisposeAsync().ConfigureAwait(false);
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task FeedAsync(Stream input)
    {
        try
        {
            await input.CopyToAsync(pipe.Writer, stop.Token).ConfigureAwait(false);
        }
        finally
        {
            // The last line of the input may have no end of its own.
            await pipe.Writer.WriteAsync(System.Text.Encoding.UTF8.GetBytes($$"""{{"\n"}}{"jsonrpc":"2.0","method":"{{End}}"}{{"\n"}}"""), CancellationToken.None).ConfigureAwait(false);
        }
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
