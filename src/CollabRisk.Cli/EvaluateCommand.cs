using System.CommandLine;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk evaluate</c>: reads a collaboration, evaluates it and writes the assessment.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "What is known about the collaboration, as JSON; '-' reads standard input." };
        file.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is { Length: 0 })
            {
                given.AddError("The name of the file is empty.");
            }
        });
        var format = new Option<string>("--format")
        {
            Description = "How to write the assessment.",
            HelpName = "text|json",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var pack = PackOption.Create("general");
        var all = new Option<bool>("--all") { Description = "Show every finding in full and every list to its end." };

        var command = new Command("evaluate", "Evaluates what is known about a collaboration. Whatever is left out counts as not known, never as 'no'.")
        {
            file, format, pack, all,
        };
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetRequiredValue(file),
            asJson: parsed.GetRequiredValue(format) == "json",
            parsed.GetRequiredValue(pack),
            parsed.GetValue(all),
            terminal,
            cancel));
        return command;
    }

    private static async Task<int> RunAsync(string file, bool asJson, string[] packs, bool all, Terminal terminal, CancellationToken cancel)
    {
        if (await CollaborationInput.ReadAsync(file, terminal, cancel).ConfigureAwait(false) is not { } collaboration)
        {
            return ExitCode.BadInput;
        }

        if (PackOption.BuildBook(packs, terminal) is not { } book)
        {
            return ExitCode.BadInput;
        }

        Write(new CollaborationEvaluator(book).Evaluate(collaboration), asJson, all, terminal);
        return ExitCode.Evaluated;
    }

    private static void Write(Assessment assessment, bool asJson, bool all, Terminal terminal)
    {
        if (asJson)
        {
            terminal.Out.Write(AssessmentJson.Write(assessment) + "\n");
        }
        else
        {
            new TextReport(new TextPage(terminal.Out, terminal.Width, terminal.IsColoured), all).Write(assessment);
        }

        if (assessment.Outcomes.Values.Count(outcome => outcome.Outcome == Outcome.Error) is var failed and > 0)
        {
            terminal.Error.WriteLine($"collabrisk: {ReportWords.Count(failed, "rule")} failed and could not be judged; the assessment names the reasons.");
        }
    }
}
