using System.CommandLine;
using CollabRisk.Reporting;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk timeline</c>: the course of a collaboration over several days.</summary>
internal static class TimelineCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = ManyFiles.Argument("FILES", "The collaboration on several days, as JSON, each with its day in asOf; in any order.");
        var rules = new RuleOptions(usual: "general");
        var output = ReportOutput.FileOption();
        var format = ReportOutput.FormatOption("html", "html", "text", "json");
        var command = new Command("timeline", "Writes the course of a collaboration: its range on each day, what came, what was cleared and what is only no longer known.")
        {
            files, output, format, rules.Pack, rules.Packs, rules.Key, rules.Policy,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var (book, snapshots) = await ManyFiles.ReadAsync(parsed.GetRequiredValue(files), parsed, rules, terminal, cancel).ConfigureAwait(false);
            if (book is null)
            {
                return ExitCode.BadInput;
            }

            try
            {
                var timeline = new CollaborationEvaluator(book).Timeline(snapshots.Select(each => each.Collaboration));
                return ReportOutput.Write(ReportOutput.FormatOf(parsed, format, parsed.GetValue(output)) switch
                {
                    "text" => timeline.ToText(),
                    "json" => timeline.ToJson() + "\n",
                    _ => timeline.ToHtml(new ReportOptions { MadeOn = ReportOutput.Today(terminal) }),
                }, parsed.GetValue(output), terminal);
            }
            catch (ArgumentException e)
            {
                // Days that are missing or the same; the message names them all.
                terminal.Tell($"collabrisk: {e.Message.Split(" (Parameter '")[0]}");
                return ExitCode.BadInput;
            }
        });
        return command;
    }
}
