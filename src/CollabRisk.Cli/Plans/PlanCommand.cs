using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using CollabRisk.Cli.Questionnaires;
using CollabRisk.Planning;
using CollabRisk.Reporting;
using CollabRisk.Reporting.Spreadsheets;

namespace CollabRisk.Cli.Plans;

/// <summary><c>collabrisk plan</c>: makes the action plan of a collaboration, or brings it up to date with what people wrote.</summary>
internal static class PlanCommand
{
    private static readonly string[] States = [.. Enum.GetNames<StepState>().Select(state => state.ToLowerInvariant())];

    public static Command Create(Terminal terminal)
    {
        var file = CommonArguments.FileNamed("FILE", $"What is known about the collaboration, as JSON. Next to it FILE{PlanFile.Ending} keeps the plan.");
        file.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is "-")
            {
                given.AddError("A plan is kept next to its collaboration. Name the file: collabrisk plan control-room.json.");
            }
        });
        var step = new Option<string?>("--step") { Description = "The code of the step that owner, day, state or note are for.", HelpName = "code" };
        var add = new Option<string?>("--add") { Description = "Add a step of your own under the code of --step: what to do.", HelpName = "text" };
        var owner = new Option<string?>("--owner") { Description = "Who sees to the step; '' for no one.", HelpName = "name" };
        var due = new Option<string?>("--due") { Description = "By which day, such as 2026-03-31; '' for none.", HelpName = "day" };
        var state = new Option<string?>("--state") { Description = "How far it is.", HelpName = string.Join('|', States) };
        var note = new Option<string?>("--note") { Description = "Anything else about the step; '' for nothing.", HelpName = "text" };
        var from = new Option<string[]>("--from") { Description = "A table of the plan, as .xlsx or .csv, with what people wrote: owners, days, states, notes, and steps of their own. All bad cells are told at once, and then nothing is written.", HelpName = "file" };
        state.AllowOnly(States);
        step.CompletionSources.Add(context => StepsIn(context, file));
        due.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string?>() is { Length: > 0 } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                given.AddError($"'{day}' is not a day. Write it as 2026-03-31.");
            }
        });
        var output = ReportOutput.FileOption();
        var format = ReportOutput.FormatOption("text", "text", "json", "html", "csv", ReportOutput.Workbook);
        var rules = new RuleOptions(usual: "general");
        Option[] said = [owner, due, state, note, add];
        var command = new Command("plan", "Makes the action plan of a collaboration, or brings it up to date: steps with owner, day and state. What people wrote is kept.")
        {
            file, from, step, owner, due, state, note, add, output, format, rules.Pack, rules.Packs, rules.Key, rules.Policy, rules.Language,
        };
        command.Validators.Add(given =>
        {
            if (given.GetResult(step) is null && Array.Exists(said, option => given.GetResult(option) is not null))
            {
                given.AddError("Say which step is meant: --step CODE.");
            }
        });
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (rules.Load(parsed, terminal)?.RuleBook is not { } book || await CollaborationInput.ReadAsync(path, book, terminal, cancel).ConfigureAwait(false) is not { } collaboration)
            {
                return ExitCode.BadInput;
            }

            var kept = path + PlanFile.Ending;
            ActionPlan? earlier = null;
            if (File.Exists(kept) && (earlier = await PlanFile.ReadAsync(kept, terminal, cancel).ConfigureAwait(false)) is null)
            {
                return ExitCode.BadInput;
            }

            var plan = ActionPlan.Of(new CollaborationEvaluator(book).Evaluate(collaboration), earlier);
            var files = (parsed.GetValue(from) ?? []).Distinct(StringComparer.Ordinal).ToList();
            var (tables, unread) = AnswerInput.TablesIn(files, terminal);
            var filled = FilledPlan.Read(plan, tables);
            if (AnswerInput.IsWrong(unread + AnswerInput.Tell(filled.Problems, terminal), files.Count, terminal))
            {
                return ExitCode.BadInput;
            }

            plan = filled.Plan;
            try
            {
                if (parsed.GetValue(step) is { } code)
                {
                    plan = parsed.GetValue(add) is { } action ? plan.With(new ActionStep(code, action)) : plan;
                    plan = plan.With(code, each => each with
                    {
                        Owner = Said(owner, each.Owner),
                        Due = parsed.GetResult(due) is null ? each.Due : parsed.GetValue(due) is { Length: > 0 } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
                        State = parsed.GetValue(state) is { } word ? Enum.Parse<StepState>(word, ignoreCase: true) : each.State,
                        Note = Said(note, each.Note),
                    });
                }

                // Nothing is written where nothing is different, so that the time of the file says when the plan changed.
                var json = plan.ToJson() + "\n";
                if (earlier is null || json != await File.ReadAllTextAsync(kept, cancel).ConfigureAwait(false))
                {
                    SafeFile.Write(kept, json);
                    terminal.Tell($"collabrisk: {(earlier is null ? "made" : "updated")} {kept}.");
                }
            }
            catch (ArgumentException e)
            {
                terminal.Tell($"collabrisk: {e.Message.Split(" (Parameter '")[0]} 'collabrisk plan {Shell.Word(path)}' lists the steps, and --add makes one.");
                return ExitCode.BadInput;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                terminal.Tell($"{kept}: it cannot be written: {e.Message}");
                return ExitCode.Failed;
            }

            var to = parsed.GetValue(output);
            return ReportOutput.FormatOf(parsed, format, to) switch
            {
                ReportOutput.Workbook => ReportOutput.Write(plan.ToXlsx(), to, terminal),
                "csv" => ReportOutput.Write(plan.ToCsv(), to, terminal),
                "html" => ReportOutput.Write(plan.ToHtml(new ReportOptions { MadeOn = ReportOutput.Today(terminal) }), to, terminal),
                "json" => ReportOutput.Write(plan.ToJson() + "\n", to, terminal),
                _ => ReportOutput.Write(plan.ToText(), to, terminal),
            };

            string? Said(Option<string?> option, string? before) => parsed.GetResult(option) is null ? before : parsed.GetValue(option) is { Length: > 0 } text ? text : null;
        });
        return command;
    }

    private static IEnumerable<CompletionItem> StepsIn(CompletionContext context, Argument<string> file)
    {
        try
        {
            return context.ParseResult.GetValue(file) is { Length: > 0 } path && File.Exists(path + PlanFile.Ending) && ActionPlan.Read(File.ReadAllText(path + PlanFile.Ending)).Value is { } plan
                ? plan.Steps.Select(step => step.Code).Where(code => code.StartsWith(context.WordToComplete, StringComparison.OrdinalIgnoreCase)).Select(code => new CompletionItem(code))
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return [];
        }
    }
}
