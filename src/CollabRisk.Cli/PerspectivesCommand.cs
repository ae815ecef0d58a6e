using System.CommandLine;
using CollabRisk.Perspectives;
using CollabRisk.Reporting;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk perspectives</c>: what several partners say about one collaboration, each alone.</summary>
internal static class PerspectivesCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = ManyFiles.Argument("FILES", "What each partner says about the collaboration, as JSON. The name of the file says whose view it is.");
        var rules = new RuleOptions(usual: "general");
        var output = ReportOutput.FileOption();
        var format = ReportOutput.FormatOption("html", "html", "text", "json");
        var names = new Option<bool>("--names") { Description = "Name the partners in the HTML, in place of letters. Agree beforehand who sees it." };
        var group = new Option<int>("--smallest-group")
        {
            Description = "How many views there must be before the HTML tells by letter who says what; at least 2.",
            HelpName = "number",
            DefaultValueFactory = _ => new PerspectiveReportOptions().SmallestGroup,
        };
        group.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 2)
            {
                given.AddError("--smallest-group is at least 2.");
            }
        });
        var command = new Command("perspectives", "Merges what several partners say about a collaboration, and writes where they agree and where to talk. Text and JSON name who says what.")
        {
            files, output, format, names, group, rules.Pack, rules.Packs, rules.Key, rules.Policy,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var (book, read) = await ManyFiles.ReadAsync(parsed.GetRequiredValue(files), parsed, rules, terminal, cancel).ConfigureAwait(false);
            if (book is null)
            {
                return ExitCode.BadInput;
            }

            try
            {
                var views = PerspectiveSet.Of(read.Select(each => new Perspective(each.File == "-" ? "standard input" : Path.GetFileNameWithoutExtension(each.File), each.Collaboration)));
                var assessed = new CollaborationEvaluator(book).Evaluate(views);
                return ReportOutput.Write(ReportOutput.FormatOf(parsed, format, parsed.GetValue(output)) switch
                {
                    "text" => assessed.ToText(),
                    "json" => assessed.ToJson() + "\n",
                    _ => assessed.ToHtml(new PerspectiveReportOptions { ShowNames = parsed.GetValue(names), SmallestGroup = parsed.GetValue(group), MadeOn = ReportOutput.Today(terminal) }),
                }, parsed.GetValue(output), terminal);
            }
            catch (ArgumentException e)
            {
                // Views that cannot be distinguished or matched; the message says which.
                terminal.Tell($"collabrisk: {e.Message.Split(" (Parameter '")[0]}");
                return ExitCode.BadInput;
            }
        });
        return command;
    }
}
