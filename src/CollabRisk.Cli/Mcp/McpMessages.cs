using System.IO.Pipelines;
using System.Threading.Channels;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace CollabRisk.Cli.Mcp;

/// <summary>
/// Messages over standard input and output, whose end comes only when all requests that were read are answered: the server stops working
/// where its input ends, and a program that writes its requests and closes would get nothing.
/// </summary>
internal sealed class McpMessages : ITransport
{
    /// <summary>What is put behind the input, so that its end comes through the same reader after all that was read before it.</summary>
    private const string End = "notifications/collabrisk/end";

    private readonly Pipe pipe = new();
    private readonly Channel<JsonRpcMessage> read = Channel.CreateUnbounded<JsonRpcMessage>();
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource allAnswered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> asked = [];
    private readonly StreamServerTransport lines;
    private readonly Task running;
    private bool isRead;

    public McpMessages(Stream input, Stream output)
    {
        lines = new StreamServerTransport(pipe.Reader.AsStream(), output, "collabrisk", loggerFactory: null);
        running = Task.WhenAll(FeedAsync(input), PassOnAsync());
    }

    public string? SessionId => lines.SessionId;

    public ChannelReader<JsonRpcMessage> MessageReader => read.Reader;

    public async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        await lines.SendMessageAsync(message, cancellationToken).ConfigureAwait(false);
        if (message is JsonRpcResponse or JsonRpcError && message is JsonRpcMessageWithId answer)
        {
            Settle(() => asked.Remove(answer.Id.ToString()));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await lines.DisposeAsync().ConfigureAwait(false);
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
            await pipe.Writer.WriteAsync(System.Text.Encoding.UTF8.GetBytes($$"""{{"\n"}}{"jsonrpc":"2.0","method":"{{End}}"}{{"\n"}}"""), stop.Token).ConfigureAwait(false);
        }
    }

    private async Task PassOnAsync()
    {
        try
        {
            await foreach (var message in lines.MessageReader.ReadAllAsync(stop.Token).ConfigureAwait(false))
            {
                if (message is JsonRpcNotification { Method: End })
                {
                    break;
                }

                Note(message);
                await read.Writer.WriteAsync(message, stop.Token).ConfigureAwait(false);
            }

            Settle(() => isRead = true);
            await allAnswered.Task.WaitAsync(stop.Token).ConfigureAwait(false);
        }
        finally
        {
            read.Writer.Complete();
        }
    }

    /// <summary>Keeps in mind what is to be answered: every request that is not taken back, but for one that listens as long as there is input.</summary>
    private void Note(JsonRpcMessage message)
    {
        if (message is JsonRpcRequest { Method: not RequestMethods.SubscriptionsListen } request)
        {
            Settle(() => asked.Add(request.Id.ToString()));
        }
        else if (message is JsonRpcNotification { Method: NotificationMethods.CancelledNotification } cancelled)
        {
            Settle(() => asked.Remove(cancelled.Params?["requestId"]?.ToString() ?? ""));
        }
    }

    private void Settle(Action change)
    {
        lock (asked)
        {
            change();
            if (isRead && asked.Count == 0)
            {
                allAnswered.TrySetResult();
            }
        }
    }
}
