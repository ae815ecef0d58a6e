using System.CommandLine;
using CollabRisk.Cli.Plans;
using CollabRisk.Planning;
using CollabRisk.Reporting;
using CollabRisk.Reporting.Spreadsheets;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk compare</c>: what is different between two states of a collaboration.</summary>
internal static class CompareCommand
{
    public static Command Create(Terminal terminal)
    {
        var rules = new RuleOptions(usual: "general");
        var output = ReportOutput.FileOption();
        var format = ReportOutput.FormatOption("text", "text", "json", "html", "markdown", "sarif", "csv", ReportOutput.Workbook);
        var before = CommonArguments.FileNamed("BEFORE", "The collaboration as it was, as JSON; '-' reads standard input.");
        var after = CommonArguments.FileNamed("AFTER", "The collaboration as it is now, as JSON.");
        var plan = new Option<string?>("--plan") { Description = "The plan that 'plan' keeps: say what became of each of its steps, too.", HelpName = "file" };
        var command = new Command("compare", "Says what is different between two states of a collaboration, and which facts made it so.")
        {
            before, after, plan, output, format, rules.Pack, rules.Packs, rules.Key, rules.Policy, rules.Language,
        };
        command.Validators.Add(given =>
        {
            CollaborationInput.RefuseSecondStandardInput(given, given.GetResult(before), given.GetResult(after));
            if (given.GetResult(plan) is not null && ReportOutput.FormatOf(given, format, given.GetValue(output)) is "sarif" or "csv" or ReportOutput.Workbook)
            {
                given.AddError("These forms have no place for what became of a plan. Leave --plan out, or take text, json, html or markdown.");
            }
        });
        command.SetAction(async (parsed, cancel) =>
        {
            // Both files are read before anything ends, so that all their problems are told at once.
            var book = rules.Load(parsed, terminal)?.RuleBook;
            var was = await CollaborationInput.ReadAsync(parsed.GetRequiredValue(before), book, terminal, cancel).ConfigureAwait(false);
            var now = await CollaborationInput.ReadAsync(parsed.GetRequiredValue(after), book, terminal, cancel).ConfigureAwait(false);
            if (book is null || was is null || now is null)
            {
                return ExitCode.BadInput;
            }

            ActionPlan? planned = null;
            if (parsed.GetValue(plan) is { } path && (planned = await PlanFile.ReadAsync(path, terminal, cancel).ConfigureAwait(false)) is null)
            {
                return ExitCode.BadInput;
            }

            var difference = new CollaborationEvaluator(book).Compare(was, now);
            var review = planned?.Review(difference);
            var options = new ReportOptions { MadeOn = ReportOutput.Today(terminal) };
            var to = parsed.GetValue(output);
            var form = ReportOutput.FormatOf(parsed, format, to);
            if (form == ReportOutput.Workbook)
            {
                return ReportOutput.Write(difference.ToXlsx(), to, terminal);
            }

            return ReportOutput.Write(form switch
            {
                "html" => review?.ToHtml(options) ?? difference.ToHtml(options),
                "markdown" => review?.ToMarkdown(options) ?? difference.ToMarkdown(options),
                "sarif" => difference.ToSarif() + "\n",
                "csv" => difference.ToCsv(),
                "json" => (review?.ToJson() ?? difference.ToJson()) + "\n",
                _ => difference.ToText() + (review is null ? "" : "\n" + review.ToText()),
            }, to, terminal);
        });
        return command;
    }
}
