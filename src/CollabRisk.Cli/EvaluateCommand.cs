using System.CommandLine;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk evaluate</c>: reads a collaboration, evaluates it and writes the assessment.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonArguments();
        var all = new Option<bool>("--all") { Description = "Show every finding in full and every list to its end." };
        var format = ReportOutput.FormatOption("text", "text", "json", "markdown", "html", "sarif", "csv");
        var command = new Command("evaluate", "Evaluates what is known about a collaboration. Whatever is left out counts as not known, never as 'no'.")
        {
            common.File, format, common.Rules.Pack, common.Rules.Packs, common.Rules.Key, common.Rules.Policy, all,
        };
        command.SetAction((parsed, cancel) => common.RunAsync(parsed, terminal, (evaluator, collaboration, _) =>
        {
            Write(evaluator.Evaluate(collaboration), parsed.GetRequiredValue(format), parsed.GetValue(all), terminal);
            return ExitCode.Evaluated;
        }, cancel));
        return command;
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
