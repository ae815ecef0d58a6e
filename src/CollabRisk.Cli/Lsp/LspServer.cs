using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace CollabRisk.Cli.Lsp;

/// <summary>
/// The life of one session: what comes is answered in its order, requests are given up while they wait, and what cannot be read is refused. What is
/// asked, the language answers.
/// </summary>
internal sealed class LspServer(LspFrames frames, LspLanguage language, Terminal terminal)
{
    /// <summary>How many messages wait before no more are read.</summary>
    private const int MostWaiting = 1000;

    private const string Exit = "exit";

    private readonly Channel<JsonElement> waiting = Channel.CreateBounded<JsonElement>(MostWaiting);

    /// <summary>The requests that wait, by their ids, and whether the editor still wants an answer.</summary>
    private readonly ConcurrentDictionary<string, bool> wanted = new(StringComparer.Ordinal);

    private bool isInitialized;
    private bool isShutDown;

    /// <summary>Serves until the editor ends the session, or its output ends.</summary>
    /// <returns>How the command ends: well where the editor asked to shut down first.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var answering = Task.Run(() => AnswerAllAsync(ending.Token), CancellationToken.None);
        var reading = ReadAllAsync(ending.Token);
        try
        {
            // The end of the session comes from either: the input ends, or the editor says so while more could come.
            await Task.WhenAny(reading, answering).ConfigureAwait(false);
            if (reading.IsCompleted)
            {
                await reading.ConfigureAwait(false);
            }

            waiting.Writer.TryComplete();
            await answering.ConfigureAwait(false);
            return isShutDown ? ExitCode.Evaluated : ExitCode.TestFailed;
        }
        catch (InvalidDataException e)
        {
            waiting.Writer.TryComplete();
            await answering.ConfigureAwait(false);
            frames.Write(ErrorOf(null, new(LspRefusal.ParseError, e.Message)));
            terminal.Tell($"collabrisk: {e.Message} Nothing more can be read.");
            return ExitCode.BadInput;
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadAllAsync(CancellationToken cancel)
    {
        while (await frames.ReadAsync(cancel).ConfigureAwait(false) is { } frame)
        {
            if (frame.Message is not { } message)
            {
                frames.Write(ErrorOf(null, frame.Refused!));
                continue;
            }

            if (message.Find("method") is { ValueKind: JsonValueKind.String } method && method.ValueEquals("$/cancelRequest"))
            {
                if (message.Find("params", "id") is { } given)
                {
                    wanted.TryUpdate(given.GetRawText(), newValue: false, comparisonValue: true);
                }

                continue;
            }

            if (IdOf(message) is { } id)
            {
                wanted[id] = true;
            }

            await waiting.Writer.WriteAsync(message, cancel).ConfigureAwait(false);
        }
    }

    private async Task AnswerAllAsync(CancellationToken cancel)
    {
        await foreach (var message in waiting.Reader.ReadAllAsync(cancel).ConfigureAwait(false))
        {
            if (message.ValueKind != JsonValueKind.Object)
            {
                frames.Write(ErrorOf(null, new(LspRefusal.InvalidRequest, "A message is an object; several at once are not taken.")));
            }
            else if (message.Find("method") is not { } method)
            {
                // An answer to what we asked; there is nothing to do about it.
                if (message.Find("result") is null && message.Find("error") is null)
                {
                    frames.Write(ErrorOf(message, new(LspRefusal.InvalidRequest, "The message has no 'method'.")));
                }
            }
            else if (method.ValueKind != JsonValueKind.String)
            {
                frames.Write(ErrorOf(message, new(LspRefusal.InvalidRequest, "'method' is a text.")));
            }
            else if (method.ValueEquals(Exit))
            {
                return;
            }
            else
            {
                Answer(message, method.GetString()!);
            }
        }
    }

    private void Answer(JsonElement message, string method)
    {
        var id = IdOf(message);
        try
        {
            var isWanted = id is null || (wanted.TryRemove(id, out var still) && still);
            if (!isWanted)
            {
                throw new LspRefusal(LspRefusal.RequestCancelled, "The request was given up.");
            }

            var given = message.Find("params") ?? default;
            if (id is null && message.Find("id") is null)
            {
                if (isInitialized && !isShutDown)
                {
                    language.Note(method, given);
                }

                return;
            }

            if (id is null)
            {
                throw new LspRefusal(LspRefusal.InvalidRequest, "'id' is a number or a text.");
            }

            frames.Write(new() { ["id"] = JsonNode.Parse(id), ["result"] = Result(method, given) });
        }
        catch (LspRefusal e)
        {
            if (message.Find("id") is not null)
            {
                frames.Write(ErrorOf(message, e));
            }
            else
            {
                terminal.Tell($"collabrisk: {method}: {e.Message}");
            }
        }
#pragma warning disable CA1031 // One question that fails must not end the session, and standard output is not for messages.
        catch (Exception e) when (e is not IOException)
#pragma warning restore CA1031
        {
            terminal.Tell($"collabrisk: internal error in {method}: {e}");
            if (id is not null)
            {
                frames.Write(ErrorOf(message, new(LspRefusal.InternalError, "This is a mistake in collabrisk, not in what was asked. Standard error has more.")));
            }
        }
    }

    private JsonNode? Result(string method, JsonElement given)
    {
        if (isShutDown)
        {
            throw new LspRefusal(LspRefusal.InvalidRequest, "The session is shut down; only 'exit' can follow.");
        }

        switch (method)
        {
            case "initialize" when !isInitialized:
                isInitialized = true;
                return language.Initialize(given);
            case "initialize":
                throw new LspRefusal(LspRefusal.InvalidRequest, "The session is initialized already.");
            case var _ when !isInitialized:
                throw new LspRefusal(LspRefusal.ServerNotInitialized, "The session begins with 'initialize'.");
            case "shutdown":
                isShutDown = true;
                return null;
            default:
                return language.Answer(method, given);
        }
    }

    /// <summary>The id of a request as JSON; null where it has none that a request can have.</summary>
    private static string? IdOf(JsonElement message) =>
        message.Find("method") is not null && message.Find("id") is { ValueKind: JsonValueKind.Number or JsonValueKind.String } id ? id.GetRawText() : null;

    private static JsonObject ErrorOf(JsonElement? message, LspRefusal refusal) => new()
    {
        ["id"] = message?.Find("id") is { ValueKind: JsonValueKind.Number or JsonValueKind.String } id ? JsonNode.Parse(id.GetRawText()) : null,
        ["error"] = new JsonObject { ["code"] = refusal.Code, ["message"] = refusal.Message },
    };
}
