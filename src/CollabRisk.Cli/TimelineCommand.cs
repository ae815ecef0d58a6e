using System.CommandLine;
using CollabRisk.Reporting;
using CollabRisk.Reporting.Spreadsheets;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk timeline</c>: the course of a collaboration over several days.</summary>
internal static class TimelineCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = ManyFiles.Argument("FILES", "The collaboration on several days, as JSON, each with its day in asOf; in any order.");
        var rules = new RuleOptions(usual: "general");
        var output = ReportOutput.FileOption();
        var format = ReportOutput.FormatOption("html", "html", "text", "json", "markdown", "sarif", "csv", ReportOutput.Workbook);
        var command = new Command("timeline", "Writes the course of a collaboration: its range on each day, what came, what was cleared and what is only no longer known.")
        {
            files, output, format, rules.Pack, rules.Packs, rules.Key, rules.Policy,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var (book, isSound, snapshots) = await ManyFiles.ReadAsync(parsed.GetRequiredValue(files), parsed, rules, terminal, cancel).ConfigureAwait(false);
            if (!isSound)
            {
                return ExitCode.BadInput;
            }

            try
            {
                var timeline = new CollaborationEvaluator(book!).Timeline(snapshots.Select(each => each.Collaboration));
                var to = parsed.GetValue(output);
                var options = new ReportOptions { MadeOn = ReportOutput.Today(terminal) };
                return ReportOutput.FormatOf(parsed, format, to) switch
                {
                    ReportOutput.Workbook => ReportOutput.Write(timeline.ToXlsx(), to, terminal),
                    "text" => ReportOutput.Write(timeline.ToText(), to, terminal),
                    "json" => ReportOutput.Write(timeline.ToJson() + "\n", to, terminal),
                    "markdown" => ReportOutput.Write(timeline.ToMarkdown(options), to, terminal),
                    "sarif" => ReportOutput.Write(timeline.ToSarif() + "\n", to, terminal),
                    "csv" => ReportOutput.Write(timeline.ToCsv(), to, terminal),
                    _ => ReportOutput.Write(timeline.ToHtml(options), to, terminal),
                };
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
