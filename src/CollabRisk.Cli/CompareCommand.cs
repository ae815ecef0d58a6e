using System.CommandLine;
using CollabRisk.Reporting;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk compare</c>: what is different between two states of a collaboration.</summary>
internal static class CompareCommand
{
    public static Command Create(Terminal terminal)
    {
        var rules = new RuleOptions(usual: "general");
        var output = ReportOutput.FileOption();
        var format = ReportOutput.FormatOption("text", "text", "json", "html");
        var before = CommonArguments.FileNamed("BEFORE", "The collaboration as it was, as JSON; '-' reads standard input.");
        var after = CommonArguments.FileNamed("AFTER", "The collaboration as it is now, as JSON.");
        var command = new Command("compare", "Says what is different between two states of a collaboration, and which facts made it so.")
        {
            before, after, output, format, rules.Pack, rules.Packs, rules.Key, rules.Policy,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            // Both files are read before anything ends, so that all their problems are told at once.
            var was = await CollaborationInput.ReadAsync(parsed.GetRequiredValue(before), terminal, cancel).ConfigureAwait(false);
            var now = await CollaborationInput.ReadAsync(parsed.GetRequiredValue(after), terminal, cancel).ConfigureAwait(false);
            if (was is null || now is null || rules.Load(parsed, terminal)?.RuleBook is not { } book)
            {
                return ExitCode.BadInput;
            }

            if (!(CollaborationInput.Suits(book, was, parsed.GetRequiredValue(before), terminal) & CollaborationInput.Suits(book, now, parsed.GetRequiredValue(after), terminal)))
            {
                return ExitCode.BadInput;
            }

            var difference = new CollaborationEvaluator(book).Compare(was, now);
            return ReportOutput.Write(ReportOutput.FormatOf(parsed, format, parsed.GetValue(output)) switch
            {
                "html" => difference.ToHtml(new ReportOptions { MadeOn = ReportOutput.Today(terminal) }),
                "json" => difference.ToJson() + "\n",
                _ => difference.ToText(),
            }, parsed.GetValue(output), terminal);
        });
        return command;
    }
}
