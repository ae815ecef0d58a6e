using System.CommandLine;
using CollabRisk.Reporting;
using CollabRisk.Reporting.Spreadsheets;
using CollabRisk.Text;

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
            files, output, format, rules.Pack, rules.Packs, rules.Key, rules.Policy, rules.Language,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var (book, isSound, snapshots) = await ManyFiles.ReadAsync(parsed.GetRequiredValue(files), parsed, rules, terminal, cancel).ConfigureAwait(false);
            if (!isSound)
            {
                return ExitCode.BadInput;
            }

            if (!HaveDays(snapshots, terminal))
            {
                return ExitCode.BadInput;
            }

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
        });
        return command;
    }

    /// <summary>Whether each file has a day, and each another; if not, what is missing has been told for all of them, by file.</summary>
    private static bool HaveDays(IReadOnlyList<(string File, Collaboration Collaboration)> snapshots, Terminal terminal)
    {
        var problems = snapshots.Where(each => each.Collaboration.AsOf is null)
            .Select(each => $"{each.File}: asOf: there is no day. Add the day that the facts describe, such as \"asOf\": \"2026-03-31\".")
            .Concat(snapshots.Where(each => each.Collaboration.AsOf is not null).GroupBy(each => each.Collaboration.AsOf).Where(same => same.Count() > 1)
                .Select(same => $"{Words.List([.. same.Select(each => each.File)])}: asOf: they have the same day, {CalendarDay.Write(same.Key!.Value)}. Give each a day of its own."))
            .ToList();
        problems.ForEach(terminal.Tell);
        if (problems.Count > 0)
        {
            terminal.Tell($"collabrisk: there {(problems.Count == 1 ? "is" : "are")} {Words.Count(problems.Count, "problem")}; nothing was written.");
        }

        return problems.Count == 0;
    }
}
