using System.CommandLine;
using System.Globalization;
using System.Text;
using CollabRisk.Questionnaires;

namespace CollabRisk.Cli.Questionnaires;

/// <summary><c>collabrisk answers</c>: reads filled-in questionnaires back, one collaboration for each respondent.</summary>
internal static class AnswersCommand
{
    /// <summary>What the names of files must not have on one system or another.</summary>
    private const string NotInNames = "<>:\"/\\|?*";

    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILES") { Description = "Filled-in questionnaires, as .xlsx or .csv: one for each respondent, or one with a column 'Answer: NAME' for each.", Arity = ArgumentArity.OneOrMore };
        var folder = new Option<string>("--output", "-o") { Description = "The folder to write to, a JSON file for each respondent; made if it is not there.", HelpName = "folder", Required = true };
        var onto = new Option<string?>("--onto") { Description = "What was known before, as JSON: the answers are added to it, and 'don't know' takes a fact back.", HelpName = "file" };
        var rules = new RuleOptions(usual: "general");
        var command = new Command("answers", "Reads filled-in questionnaires back: a collaboration for each respondent, for 'evaluate' or 'perspectives'. All bad cells are told at once, and then nothing is written.")
        {
            files, folder, onto, rules.Pack, rules.Packs, rules.Key, rules.Policy, rules.Language,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            if (rules.Load(parsed, terminal)?.RuleBook is not { } book)
            {
                return ExitCode.BadInput;
            }

            Collaboration? before = null;
            if (parsed.GetValue(onto) is { } path && (before = await CollaborationInput.ReadAsync(path, book, terminal, cancel).ConfigureAwait(false)) is null)
            {
                return ExitCode.BadInput;
            }

            var given = parsed.GetRequiredValue(files).Distinct(StringComparer.Ordinal).ToList();
            var (tables, unread) = AnswerInput.TablesIn(given, terminal);
            var filled = FilledQuestionnaire.Read(book, tables, before);
            if (AnswerInput.IsWrong(unread + AnswerInput.Tell(filled.Problems, terminal) + TellClashes(filled, terminal), given.Count, terminal))
            {
                return ExitCode.BadInput;
            }

            AnswerInput.TellSilent(filled, terminal);
            if (filled.Respondents.Count == 0)
            {
                terminal.Tell("collabrisk: nothing was answered, so nothing was written.");
                return ExitCode.BadInput;
            }

            return Write(filled.Respondents, parsed.GetRequiredValue(folder), terminal);
        });
        return command;
    }

    /// <summary>Tells of respondents whose answers would be written to one file, and counts them.</summary>
    private static int TellClashes(FilledQuestionnaire filled, Terminal terminal)
    {
        var clashes = filled.Respondents.GroupBy(each => FileName(each.Respondent), StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).ToList();
        foreach (var same in clashes)
        {
            terminal.Tell($"collabrisk: {string.Join(" and ", same.Select(each => $"'{each.Respondent}'"))} would be written to one file, {same.Key}. Give them names that differ in more than signs and capitals.");
        }

        return clashes.Count;
    }

    private static int Write(IReadOnlyList<RespondentAnswers> respondents, string folder, Terminal terminal)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var written = respondents.Select(each => (Path: Path.Combine(folder, FileName(each.Respondent)), Content: Encoding.UTF8.GetBytes(CollaborationJson.Write(each.Collaboration) + "\n"))).ToList();
            SafeFile.Write(written);
            foreach (var (each, file) in respondents.Zip(written))
            {
                terminal.Tell($"collabrisk: wrote {file.Path}: {ReportWords.Count(each.Answered, "answer")}, {each.NotKnown.ToString(CultureInfo.InvariantCulture)} of them not known.");
            }

            return ExitCode.Evaluated;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            terminal.Tell($"{folder}: the answers cannot be written: {e.Message}");
            return ExitCode.Failed;
        }
    }

    /// <summary>The name as the name of a file: 'perspectives' takes the holder of a view from it.</summary>
    private static string FileName(string respondent)
    {
        var name = string.Concat(respondent.Select(c => char.IsControl(c) || NotInNames.Contains(c, StringComparison.Ordinal) ? '-' : c)).TrimEnd('.', ' ');
        return (name.Length == 0 || name[0] == '.' ? "-" + name : name) + ".json";
    }
}
