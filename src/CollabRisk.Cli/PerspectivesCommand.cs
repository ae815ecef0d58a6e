using System.CommandLine;
using CollabRisk.Cli.Questionnaires;
using CollabRisk.Perspectives;
using CollabRisk.Questionnaires;
using CollabRisk.Reporting;
using CollabRisk.Reporting.Spreadsheets;
using CollabRisk.Rules;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk perspectives</c>: what several partners say about one collaboration, each alone.</summary>
internal static class PerspectivesCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = ManyFiles.Argument("FILES", "What each partner says about the collaboration: as JSON, where the name of the file says whose view it is, or filled-in questionnaires (.xlsx, .csv), with a file or a column for each.");
        var rules = new RuleOptions(usual: "general");
        var output = ReportOutput.FileOption();
        var format = ReportOutput.FormatOption("html", "html", "text", "json", "markdown", "sarif", "csv", ReportOutput.Workbook);
        var names = new Option<bool>("--names") { Description = "Name the partners, in place of letters. Agree beforehand who sees it. Text and JSON always do." };
        var name = new Option<string?>("--name") { Description = "What the collaboration is called, where the views do not say.", HelpName = "name" };
        var group = new Option<int>("--smallest-group")
        {
            Description = "How many views there must be before it is told by letter who says what; at least 2.",
            HelpName = "number",
            DefaultValueFactory = _ => new PerspectiveReportOptions().SmallestGroup,
        };
        group.AllowFrom(2);
        var command = new Command("perspectives", "Merges what several partners say about a collaboration, and writes where they agree and where to talk. Text and JSON name who says what.")
        {
            files, name, output, format, names, group, rules.Pack, rules.Packs, rules.Key, rules.Policy, rules.Language,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var given = parsed.GetRequiredValue(files);
            var tables = given.Where(AnswerInput.IsTable).Distinct(StringComparer.Ordinal).ToList();
            var (book, isSound, read) = await ManyFiles.ReadAsync([.. given.Where(file => !AnswerInput.IsTable(file))], parsed, rules, terminal, cancel).ConfigureAwait(false);
            if (book is null || Filled(tables, book, terminal) is not { } filled || !isSound)
            {
                return ExitCode.BadInput;
            }

            try
            {
                var views = PerspectiveSet.Of(read.Select(each => Viewed(each.File == "-" ? "standard input" : Path.GetFileNameWithoutExtension(each.File), each.Collaboration))
                    .Concat(filled.Respondents.Select(each => Viewed(each.Respondent, each.Collaboration))));
                var assessed = new CollaborationEvaluator(book).Evaluate(views);
                var to = parsed.GetValue(output);
                var options = new PerspectiveReportOptions { ShowNames = parsed.GetValue(names), SmallestGroup = parsed.GetValue(group), MadeOn = ReportOutput.Today(terminal) };
                return ReportOutput.FormatOf(parsed, format, to) switch
                {
                    ReportOutput.Workbook => ReportOutput.Write(assessed.ToXlsx(options), to, terminal),
                    "text" => ReportOutput.Write(assessed.ToText(), to, terminal),
                    "json" => ReportOutput.Write(assessed.ToJson() + "\n", to, terminal),
                    "markdown" => ReportOutput.Write(assessed.ToMarkdown(options), to, terminal),
                    "sarif" => ReportOutput.Write(assessed.ToSarif(options) + "\n", to, terminal),
                    "csv" => ReportOutput.Write(assessed.ToCsv(options), to, terminal),
                    _ => ReportOutput.Write(assessed.ToHtml(options), to, terminal),
                };
            }
            catch (ArgumentException e)
            {
                // Views that cannot be distinguished or matched; the message says which.
                terminal.Tell($"collabrisk: {e.Message.Split(" (Parameter '")[0]}");
                return ExitCode.BadInput;
            }

            Perspective Viewed(string holder, Collaboration view) => new(holder, parsed.GetValue(name) is { } called ? view with { Name = view.Name ?? called } : view);
        });
        return command;
    }

    /// <summary>What is in the questionnaires; <see langword="null"/> after everything that is wrong with them was told.</summary>
    private static FilledQuestionnaire? Filled(IReadOnlyList<string> files, RuleBook book, Terminal terminal)
    {
        var (tables, unread) = AnswerInput.TablesIn(files, terminal);
        var filled = FilledQuestionnaire.Read(book, tables);
        if (AnswerInput.IsWrong(unread + AnswerInput.Tell(filled.Problems, terminal), files.Count, terminal))
        {
            return null;
        }

        AnswerInput.TellSilent(filled, terminal);
        return filled;
    }
}
