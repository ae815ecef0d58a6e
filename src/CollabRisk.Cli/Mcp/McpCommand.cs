using System.CommandLine;
using CollabRisk.Text;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace CollabRisk.Cli.Mcp;

/// <summary><c>collabrisk mcp</c>: answers other programs, such as assistants, by the Model Context Protocol over standard input and output.</summary>
internal static class McpCommand
{
    private const string Instructions =
        "CollabRisk tells what puts a collaboration between organisations at risk, on published evidence. Its result is a range, never a score or a probability. "
        + "What is not known is not ruled out: never fill in a fact that no one told you; ask with next_questions. Give each finding with its support, its claims and its caveats.";

    public static Command Create(Terminal terminal)
    {
        var rules = new RuleOptions(usual: RuleOptions.AllPacks);
        var command = new Command("mcp", "Answers other programs by the Model Context Protocol over standard input and output: evaluate, explain, what-if, remedies, next questions, facts, rules, claims. It writes no file and asks no network.")
        {
            rules.Pack, rules.Packs, rules.Key, rules.Policy, rules.Language,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            if (rules.Load(parsed, terminal)?.RuleBook is not { } book)
            {
                return ExitCode.BadInput;
            }

            if (terminal.Bytes is not { } output)
            {
                terminal.Tell("collabrisk: this command talks to a program, not to a person. Name it in the settings of that program: command collabrisk, argument mcp.");
                return ExitCode.BadInput;
            }

            await ServeAsync(new CollaborationEvaluator(book), terminal, output, cancel).ConfigureAwait(false);
            return ExitCode.Evaluated;
        });
        return command;
    }

    private static async Task ServeAsync(CollaborationEvaluator evaluator, Terminal terminal, Stream output, CancellationToken cancel)
    {
        var tools = McpTools.Of(evaluator).ToDictionary(tool => tool.Name, StringComparer.Ordinal);
        var offers = tools.Values.Select(tool => tool.Offer()).ToList();

        // As many questions are worked on at once as there are cores; the others wait.
        using var work = new SemaphoreSlim(Environment.ProcessorCount);
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "collabrisk", Version = typeof(Collaboration).Assembly.GetName().Version!.ToString(3) },
            ServerInstructions = Instructions,
            Capabilities = new ServerCapabilities { Tools = new ToolsCapability() },
            Handlers = new McpServerHandlers
            {
                ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = offers }),
                CallToolHandler = async (request, stop) =>
                {
                    if (!tools.TryGetValue(request.Params?.Name ?? "", out var tool))
                    {
                        throw new McpProtocolException($"There is no tool '{request.Params?.Name}'.{DidYouMean.Sentence(request.Params?.Name ?? "", tools.Keys)}", McpErrorCode.InvalidParams);
                    }

                    await work.WaitAsync(stop).ConfigureAwait(false);
                    try
                    {
                        return await Task.Run(() => Answer(tool, request.Params!, terminal), stop).ConfigureAwait(false);
                    }
                    finally
                    {
                        work.Release();
                    }
                },
            },
        };
        var transport = new McpMessages(terminal.In, output);
        await using (transport.ConfigureAwait(false))
        {
            var server = McpServer.Create(transport, options);
            await using (server.ConfigureAwait(false))
            {
                await server.RunAsync(cancel).ConfigureAwait(false);
            }
        }

        if (transport.Failure is { } failure)
        {
            throw failure;
        }
    }

    private static CallToolResult Answer(McpTool tool, CallToolRequestParams asked, Terminal terminal)
    {
        try
        {
            var arguments = new McpArguments(tool, asked.Arguments);
            arguments.Check();
            return Of(tool.Answer(arguments), isError: false);
        }
        catch (McpRefusal e)
        {
            return Of(e.Message, isError: true);
        }
        catch (ArgumentException e)
        {
            // A subject that the rule never has, among others; the message says what to give.
            return Of(e.Message.Split(" (Parameter '")[0], isError: true);
        }
#pragma warning disable CA1031 // One question that fails must not end the others, and standard output is not for messages.
        catch (Exception e)
#pragma warning restore CA1031
        {
            terminal.Tell($"collabrisk: internal error in {tool.Name}: {e}");
            return Of("This is a mistake in collabrisk, not in what was asked. Standard error has more.", isError: true);
        }
    }

    private static CallToolResult Of(string text, bool isError) => new() { Content = [new TextContentBlock { Text = text }], IsError = isError };
}
