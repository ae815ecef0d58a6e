using System.CommandLine;
using CollabRisk.Reporting;
using CollabRisk.Reporting.Spreadsheets;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk report</c>: the report of one collaboration for the people who look at it.</summary>
internal static class ReportCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonArguments();
        var output = ReportOutput.FileOption();
        var format = ReportOutput.FormatOption("html", "html", "markdown", "sarif", "csv", ReportOutput.Workbook);
        var open = new Option<bool>("--open") { Description = "Open every card of the HTML from the start, for browsers that do not do so on paper." };
        var command = new Command("report", "Writes the report of a collaboration: one HTML file for screen, phone and paper, or the same content in another form.")
        {
            common.File, output, format, open, common.Rules.Pack, common.Rules.Packs, common.Rules.Key, common.Rules.Policy, common.Rules.Language,
        };
        command.SetAction((parsed, cancel) => common.RunAsync(parsed, terminal, (evaluator, collaboration, _) =>
        {
            var assessment = evaluator.Evaluate(collaboration);
            var options = new ReportOptions { MadeOn = ReportOutput.Today(terminal), OpenCards = parsed.GetValue(open) };
            var to = parsed.GetValue(output);
            return ReportOutput.FormatOf(parsed, format, to) is var form && form == ReportOutput.Workbook
                ? ReportOutput.Write(assessment.ToXlsx(options), to, terminal)
                : ReportOutput.Write(ReportOutput.Of(assessment, form, options)!, to, terminal);
        }, cancel));
        return command;
    }
}
