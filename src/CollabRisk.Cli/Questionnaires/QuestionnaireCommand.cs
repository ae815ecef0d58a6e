using System.CommandLine;
using CollabRisk.Questionnaires;
using CollabRisk.Questions;
using CollabRisk.Reporting;
using CollabRisk.Reporting.Spreadsheets;

namespace CollabRisk.Cli.Questionnaires;

/// <summary><c>collabrisk questionnaire</c>: all questions at once, on paper or in a table, for people who answer alone.</summary>
internal static class QuestionnaireCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = CommonArguments.FileNamed("FILE", "What is known already, as JSON: its partners are asked about by name, and its answers are filled in; '-' reads standard input.");
        file.Arity = ArgumentArity.ZeroOrOne;
        var isShort = NextCommand.ShortOption();
        var partners = new Option<string[]>("--partner") { Description = "A partner that is asked about, by name. Give it again for each. Without it those in FILE, otherwise two whose names are asked.", HelpName = "name" };
        var respondents = new Option<string[]>("--respondent") { Description = "Who answers, by name. Give it again for each: everyone has columns of their own in a table. Without it one, and the name of the file says who.", HelpName = "name" };
        var blank = new Option<bool>("--blank") { Description = "Leave out what is known already, so that it leads no one. The names of the partners stay." };
        var only = new Option<string>("--only") { Description = "Ask only what the rules of one of the packs read, by its id: for those who have answered the rest. With --short its part of the short form, at most 45 lines on 15 matters.", HelpName = "id" };
        var output = ReportOutput.FileOption();
        var format = ReportOutput.FormatOption("html", "html", "markdown", "csv", ReportOutput.Workbook);
        var wording = new WordingOption();
        var rules = new RuleOptions(usual: "general");
        var command = new Command("questionnaire", "Writes all questions at once, to print or to fill in, with what counts and the allowed answers. 'answers' reads tables back.")
        {
            file, isShort, only, partners, respondents, blank, wording.Option, output, format, rules.Pack, rules.Packs, rules.Key, rules.Policy, rules.Language,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            if (rules.Load(parsed, terminal)?.RuleBook is not { } book || !wording.TryRead(parsed, book, terminal, out var words))
            {
                return ExitCode.BadInput;
            }

            Collaboration? about = null;
            if (parsed.GetValue(file) is { } path && (about = await CollaborationInput.ReadAsync(path, book, terminal, cancel).ConfigureAwait(false)) is null)
            {
                return ExitCode.BadInput;
            }

            try
            {
                var questionnaire = Questionnaire.Of(book, about, new QuestionnaireOptions
                {
                    Form = parsed.GetValue(isShort) ? InterviewForm.Short : InterviewForm.Full,
                    OnlyPack = parsed.GetValue(only),
                    Partners = parsed.GetValue(partners) ?? [],
                    Respondents = parsed.GetValue(respondents) ?? [],
                    IsBlank = parsed.GetValue(blank),
                    Wording = words,
                });
                var to = parsed.GetValue(output);
                return ReportOutput.FormatOf(parsed, format, to) switch
                {
                    ReportOutput.Workbook => ReportOutput.Write(questionnaire.ToXlsx(), to, terminal),
                    "csv" => ReportOutput.Write(questionnaire.ToCsv(), to, terminal),
                    "markdown" => ReportOutput.Write(questionnaire.ToMarkdown(), to, terminal),
                    _ => ReportOutput.Write(questionnaire.ToHtml(new ReportOptions { MadeOn = ReportOutput.Today(terminal) }), to, terminal),
                };
            }
            catch (ArgumentException e)
            {
                foreach (var problem in e.Message.ReplaceLineEndings("\n").Split('\n'))
                {
                    terminal.Tell($"collabrisk: {problem}");
                }

                return ExitCode.BadInput;
            }
        });
        return command;
    }
}
