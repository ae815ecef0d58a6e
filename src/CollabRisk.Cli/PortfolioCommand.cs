using System.CommandLine;
using CollabRisk.Cli.Many;
using CollabRisk.Reporting;
using CollabRisk.Reporting.Spreadsheets;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk portfolio</c>: all collaborations of a folder on one page.</summary>
internal static class PortfolioCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = CommonArguments.FileNamed("FOLDER", "A folder with a JSON file for each collaboration; folders in it are left out.");
        var rules = new RuleOptions(usual: "general");
        var output = ReportOutput.FileOption();
        var format = ReportOutput.FormatOption("html", "html", "markdown", "sarif", "csv", ReportOutput.Workbook);
        var title = new Option<string>("--title") { Description = "What the collaborations have in common, as a heading; the name of the folder where it is left out.", HelpName = "text" };
        var command = new Command("portfolio", "Writes all collaborations of a folder on one page: where they are, what is found most often, and which cannot be assessed yet.")
        {
            folder, output, format, title, rules.Pack, rules.Packs, rules.Key, rules.Policy, rules.Language,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetRequiredValue(folder);
            if (FilesIn(path, terminal) is not { } files || rules.Load(parsed, terminal)?.RuleBook is not { } book)
            {
                return ExitCode.BadInput;
            }

            var evaluator = new CollaborationEvaluator(book);
            var entries = new List<PortfolioEntry>();
            var unread = new List<string>();
            foreach (var file in files)
            {
                // One file that cannot be read must not hide the others, and must not be forgotten either: the page lists it.
                var name = Path.GetFileNameWithoutExtension(file);
                if (await CollaborationInput.ReadAsync(file, book, terminal, cancel).ConfigureAwait(false) is { } collaboration)
                {
                    entries.Add(new PortfolioEntry(collaboration.Name ?? name, evaluator.Evaluate(collaboration)));
                }
                else
                {
                    unread.Add($"{Path.GetFileName(file)}: it is not a collaboration that can be evaluated. The command said what is wrong.");
                }
            }

            if (entries.Count == 0)
            {
                terminal.Tell($"collabrisk: none of the files in {path} could be evaluated.");
                return ExitCode.BadInput;
            }

            var heading = parsed.GetValue(title) is { } given && !string.IsNullOrWhiteSpace(given) ? given : new DirectoryInfo(path).Name;
            var portfolio = Portfolio.Of(heading, entries, unread);
            var options = new ReportOptions { MadeOn = ReportOutput.Today(terminal) };
            return ReportOutput.FormatOf(parsed, format, parsed.GetValue(output)) switch
            {
                ReportOutput.Workbook => ReportOutput.Write(portfolio.ToXlsx(options), parsed.GetValue(output), terminal),
                "markdown" => ReportOutput.Write(portfolio.ToMarkdown(options), parsed.GetValue(output), terminal),
                "sarif" => ReportOutput.Write(portfolio.ToSarif() + "\n", parsed.GetValue(output), terminal),
                "csv" => ReportOutput.Write(portfolio.ToCsv(), parsed.GetValue(output), terminal),
                _ => ReportOutput.Write(portfolio.ToHtml(options), parsed.GetValue(output), terminal),
            };
        });
        return command;
    }

    /// <summary>The JSON files of a folder in the order of their names; null after the reason was written where there are none.</summary>
    private static List<string>? FilesIn(string folder, Terminal terminal)
    {
        try
        {
            if (FileInputs.InFolder(folder) is { Count: > 0 } files)
            {
                return files;
            }

            terminal.Tell($"{folder}: {FileInputs.NoneInFolder}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Tell($"{folder}: {(Directory.Exists(folder) ? $"it cannot be read: {e.Message}" : "there is no such folder.")}");
        }

        return null;
    }
}
