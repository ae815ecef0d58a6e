using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;
using CollabRisk.Cli.Crosswalks;
using CollabRisk.Cli.Interviews;
using CollabRisk.Cli.Lsp;
using CollabRisk.Cli.Mcp;
using CollabRisk.Cli.Packs;
using CollabRisk.Cli.Plans;
using CollabRisk.Cli.Questionnaires;

namespace CollabRisk.Cli;

/// <summary>The command <c>collabrisk</c>.</summary>
internal static class CollabRiskCommand
{
    /// <summary>The version of the tool, with the commit it was built from where that is known.</summary>
    private static string Version =>
        typeof(CollabRiskCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Runs the command. Nothing is thrown: whatever goes wrong is said on standard error.</summary>
    /// <param name="args">The command line, without the name of the command.</param>
    /// <param name="terminal">Where to read and write.</param>
    /// <param name="cancel">Ends a command that goes on, as Ctrl+C does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancel = default)
    {
        var verbose = new Option<bool>("--verbose") { Description = "Say more about an internal error.", Recursive = true };
        var root = new RootCommand(
            "Says why a collaboration between organisations is at risk, on which published evidence, what is strong about it, what to do, and what no one knows yet.")
        {
            HelpName = "collabrisk",
            Options = { verbose },
            Subcommands =
            {
                EvaluateCommand.Create(terminal),
                ExplainCommand.Create(terminal),
                WhatIfCommand.Create(terminal),
                RemediesCommand.Create(terminal),
                NextCommand.Create(terminal),
                InterviewCommand.Create(terminal),
                QuestionnaireCommand.Create(terminal),
                AnswersCommand.Create(terminal),
                PlanCommand.Create(terminal),
                CompareCommand.Create(terminal),
                ReportCommand.Create(terminal),
                TimelineCommand.Create(terminal),
                PerspectivesCommand.Create(terminal),
                PortfolioCommand.Create(terminal),
                CrosswalkCommand.Create(terminal),
                CatalogueCommand.Create(terminal),
                RecordCommand.Create(terminal),
                ReplayCommand.Create(terminal),
                PackCommand.Create(terminal),
                SchemaCommand.Create(terminal),
                McpCommand.Create(terminal),
                LspCommand.Create(terminal),
            },
        };
        foreach (var option in root.Options)
        {
            option.Action = option switch
            {
                HelpOption help => new HelpWithExamples((HelpAction)help.Action!, terminal),
                VersionOption => new WriteVersion(),
                _ => option.Action,
            };
        }

        // A name that begins with @ is a file like any other.
        var parsed = root.Parse(args, new() { ResponseFileTokenReplacer = null });
        try
        {
            if (parsed.Action is ParseErrorAction misuse && args.Count == 0)
            {
                misuse.ShowHelp = true;
                await parsed.InvokeAsync(new() { Output = terminal.Error, Error = terminal.Error, EnableDefaultExceptionHandler = false }, cancel).ConfigureAwait(false);
                return ExitCode.BadInput;
            }

            if (Misuse.In(parsed) is { Count: > 0 } wrong)
            {
                foreach (var problem in wrong)
                {
                    terminal.Tell(problem);
                }

                return ExitCode.BadInput;
            }

            return await parsed.InvokeAsync(new() { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false }, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("collabrisk: interrupted.");
            return ExitCode.Failed;
        }
        catch (IOException e)
        {
            terminal.Tell($"collabrisk: the output cannot be written: {e.Message}");
            return ExitCode.Failed;
        }
#pragma warning disable CA1031 // The last place where an error can be told in words.
        catch (Exception e)
#pragma warning restore CA1031
        {
            terminal.Tell($"collabrisk: internal error: {e.Message}");
            terminal.Error.WriteLine(parsed.GetValue(verbose)
                ? e.ToString()
                : "This is a mistake in collabrisk, not in your input. Please report it, with what --verbose adds to this message.");
            return ExitCode.Failed;
        }
    }

    private sealed class WriteVersion : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine($"collabrisk {Version}");
            return ExitCode.Evaluated;
        }
    }

    /// <summary>The usual help, with an example to copy and the exit codes below it.</summary>
    internal sealed class HelpWithExamples : SynchronousCommandLineAction
    {
        private readonly HelpAction usual;

        public HelpWithExamples(HelpAction usual, Terminal terminal)
        {
            this.usual = usual;
            usual.MaxWidth = terminal.Width;
        }

        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            usual.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            if (Examples.Where(example => $"{example} ".StartsWith($"{NameOf(parseResult.CommandResult.Command)} ", StringComparison.Ordinal)).ToList() is { Count: > 0 } examples)
            {
                output.WriteLine("Examples:");
                examples.ForEach(example => output.WriteLine($"  {example}"));
                output.WriteLine();
            }

            output.WriteLine(
                """
                Exit codes:
                  0  evaluated, whatever was found
                  1  a test of a rule pack failed, a signature is not good, packs that are compared differ, or a
                     replay differs from the record
                  2  bad input or bad usage, or a rule pack is not valid; nothing was evaluated, or of many all but what is bad
                  3  internal error, interrupted, or the output cannot be written
                """);
            return ExitCode.Evaluated;
        }

        /// <summary>The command as it is written, with those above it.</summary>
        private static string NameOf(Command command) =>
            command.Parents.OfType<Command>().FirstOrDefault() is { } above ? $"{NameOf(above)} {command.Name}" : "collabrisk";
    }

    /// <summary>Lines to copy. The help of a command shows its own.</summary>
    private static readonly IReadOnlyList<string> Examples =
    [
        "collabrisk evaluate control-room.json",
        "collabrisk evaluate control-room.json --pack general --pack united-kingdom --all",
        "collabrisk evaluate control-room.json --packs my-pack",
        "collabrisk evaluate control-room.json --packs partnership-guidance",
        "collabrisk evaluate - --format json < control-room.json > assessment.json",
        "collabrisk evaluate our-collaborations",
        "collabrisk evaluate - --format ndjson < collaborations.ndjson > assessments.ndjson",
        "collabrisk explain control-room.json VISION-ABSENT",
        "collabrisk what-if control-room.json vision.exists=yes \"partners[Police].role=Lead\"",
        "collabrisk remedies control-room.json VISION-ABSENT",
        "collabrisk remedies control-room.json --target moderate",
        "collabrisk next control-room.json -n 3",
        "collabrisk interview control-room.json --name \"Shared control room\"",
        "collabrisk interview control-room.json --short",
        "collabrisk questionnaire --short --partner Police --partner Fire -o questionnaire.xlsx",
        "collabrisk questionnaire control-room.json --blank --respondent Ann --respondent Bob --format xlsx -o questionnaire.xlsx",
        "collabrisk questionnaire control-room.json --short -o to-print.html",
        "collabrisk answers police.xlsx fire.csv -o answers",
        "collabrisk answers questionnaire.xlsx --onto control-room.json -o answers",
        "collabrisk plan control-room.json",
        "collabrisk plan control-room.json --step WRITE-VISION-TOGETHER --owner \"Ann\" --due 2026-03-31 --state started",
        "collabrisk plan control-room.json --step OFFSITE --add \"Spend a day together\" --owner \"Bob\"",
        "collabrisk plan control-room.json -o plan.xlsx",
        "collabrisk plan control-room.json --from plan.xlsx",
        "collabrisk compare last-year.json this-year.json",
        "collabrisk compare last-year.json this-year.json --plan last-year.json.plan -o changes.html",
        "collabrisk report control-room.json -o report.html",
        "collabrisk report control-room.json --format xlsx -o report.xlsx",
        "collabrisk timeline 2024.json 2025.json 2026.json -o timeline.html",
        "collabrisk timeline 2024.json 2025.json --format markdown",
        "collabrisk perspectives police.json fire.json council.json -o perspectives.html",
        "collabrisk perspectives answers.xlsx --name \"Shared control room\" --smallest-group 5 -o perspectives.html",
        "collabrisk portfolio our-collaborations -o portfolio.html",
        "collabrisk record control-room.json --at 2026-01-12 -o decision.json",
        "collabrisk replay decision.json",
        "collabrisk crosswalk list",
        "collabrisk crosswalk hmicfrs control-room.json",
        "collabrisk catalogue rules > rules.md",
        "collabrisk schema collaboration > collaboration.schema.json",
        "collabrisk mcp --packs my-pack",
        "collabrisk lsp",
        "collabrisk lsp --packs partnership-guidance",
        "collabrisk pack new my-pack",
        "collabrisk pack check my-pack --strict",
        "collabrisk pack check my-pack --watch",
        "collabrisk pack test my-pack",
        "collabrisk pack test my-pack --watch",
        "collabrisk pack test my-pack --skeleton -o my-pack/tests/more.yaml",
        "collabrisk pack docs my-pack > rules.md",
        "collabrisk pack schema my-pack > my-pack/.vscode/rule-pack.schema.json",
        "collabrisk pack diff my-pack-1.0 my-pack --cases our-collaborations",
    ];
}
