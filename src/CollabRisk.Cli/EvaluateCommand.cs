using System.CommandLine;
using CollabRisk.Cli.Many;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk evaluate</c>: reads collaborations, evaluates them and writes the assessments.</summary>
internal static class EvaluateCommand
{
    /// <summary>A collaboration a line in, an assessment a line out.</summary>
    private const string Lines = "ndjson";

    public static Command Create(Terminal terminal)
    {
        var files = ManyFiles.Argument(
            "FILES",
            "What is known about a collaboration, as JSON. Several files, a folder, a pattern or a file of lines (.ndjson, .jsonl) give a line for each collaboration. '-' reads standard input.");
        var rules = new RuleOptions(usual: "general");
        var all = new Option<bool>("--all") { Description = "Show every finding in full and every list to its end." };
        var format = ReportOutput.FormatOption("text", "text", "json", Lines, "markdown", "html", "sarif", "csv");
        var command = new Command("evaluate", "Evaluates what is known about a collaboration, or about many. Whatever is left out counts as not known, never as 'no'.")
        {
            files, format, rules.Pack, rules.Packs, rules.Key, rules.Policy, rules.Language, all,
        };
        command.SetAction((parsed, cancel) =>
        {
            var named = parsed.GetRequiredValue(files);
            return named is [var one] && parsed.GetRequiredValue(format) != Lines && !FileInputs.IsMany(one)
                ? EvaluateOneAsync(one, parsed, parsed.GetRequiredValue(format), parsed.GetValue(all), rules, terminal, cancel)
                : EvaluateManyAsync(named, parsed, parsed.GetRequiredValue(format), parsed.GetValue(all), rules, terminal, cancel);
        });
        return command;
    }

    private static async Task<int> EvaluateOneAsync(
        string file, ParseResult parsed, string format, bool all, RuleOptions rules, Terminal terminal, CancellationToken cancel)
    {
        var (book, isSound, read) = await ManyFiles.ReadAsync([file], parsed, rules, terminal, cancel).ConfigureAwait(false);
        if (!isSound)
        {
            return ExitCode.BadInput;
        }

        Write(new CollaborationEvaluator(book!).Evaluate(read[0].Collaboration), format, all, terminal);
        return ExitCode.Evaluated;
    }

    private static async Task<int> EvaluateManyAsync(
        IReadOnlyList<string> named, ParseResult parsed, string format, bool all, RuleOptions rules, Terminal terminal, CancellationToken cancel)
    {
        if (format is not ("text" or Lines))
        {
            terminal.Tell($"collabrisk: --format {format} is for one collaboration. Write many as a line each, with --format text or {Lines}, or on one page, with 'collabrisk portfolio FOLDER'.");
            return ExitCode.BadInput;
        }

        if (FileInputs.Named(named, terminal) is not { } files || rules.Load(parsed, terminal)?.RuleBook is not { } book)
        {
            return ExitCode.BadInput;
        }

        var evaluator = new CollaborationEvaluator(book);
        AssessmentDetail? detail = format == "text" ? null : all ? AssessmentDetail.Full : AssessmentDetail.Compact;
        int? total = files.All(file => file != "-" && !FileInputs.IsMany(file)) ? files.Count : null;
        return await ManyInputs.RunAsync(
            FileInputs.ReadAsync(files, terminal, cancel), input => ManyOutput.Of(input, evaluator, book, detail), total, terminal, cancel).ConfigureAwait(false);
    }

    private static void Write(Assessment assessment, string format, bool all, Terminal terminal)
    {
        if (ReportOutput.Of(assessment, format, new() { MadeOn = ReportOutput.Today(terminal) }) is { } report)
        {
            terminal.Out.Write(report);
        }
        else if (format == "json")
        {
            terminal.Out.Write(assessment.ToJson() + "\n");
        }
        else
        {
            var detail = all ? AssessmentDetail.Full : AssessmentDetail.Compact;
            terminal.Out.Write(assessment.ToText(new() { Detail = detail, Width = terminal.Width, IsColoured = terminal.IsColoured }));
            if (!all)
            {
                terminal.Out.Write("\nThis is the short form. --all shows every finding with its evidence and caveats, and every list to its end.\n");
            }
        }

        if (assessment.Outcomes.Values.Count(outcome => outcome.Outcome == Outcome.Error) is var failed and > 0)
        {
            terminal.Tell($"collabrisk: {ReportWords.Count(failed, "rule")} failed and could not be judged; the assessment names the reasons.");
        }
    }
}
