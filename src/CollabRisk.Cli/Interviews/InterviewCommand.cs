using System.CommandLine;
using CollabRisk.Questions;

namespace CollabRisk.Cli.Interviews;

/// <summary><c>collabrisk interview</c>: asks a person, one question after the other, and saves what is answered.</summary>
internal static class InterviewCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = CommonArguments.FileNamed("FILE", "The file of the collaboration, as JSON; made if it is not there. Next to it FILE.interview keeps where the interview was left.");
        file.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is "-")
            {
                given.AddError("An interview is saved in a file. Name one: collabrisk interview control-room.json.");
            }
        });
        var name = new Option<string?>("--name") { Description = "The name of the collaboration, for a file that is not there yet.", HelpName = "name" };
        var isShort = NextCommand.ShortOption();
        var plain = new Option<bool>("--plain") { Description = "Lines of text in a terminal too, as through a pipe: for screen readers, and for those who would rather type." };
        var wording = new WordingOption();
        var rules = new RuleOptions(usual: "general");
        var command = new Command("interview", "Asks the questions that matter, one after the other, and saves every answer. Stop at any time; the same command goes on.")
        {
            file, isShort, name, plain, wording.Option, rules.Pack, rules.Packs, rules.Key, rules.Policy, rules.Language,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var at = new InterviewFile(parsed.GetRequiredValue(file));
            if (rules.Load(parsed, terminal)?.RuleBook is not { } book
                || !wording.TryRead(parsed, book, terminal, out var words)
                || await at.OpenAsync(new CollaborationEvaluator(book), parsed.GetValue(isShort) ? InterviewForm.Short : InterviewForm.Full, parsed.GetValue(name), words, terminal, cancel).ConfigureAwait(false) is not { } interview)
            {
                return ExitCode.BadInput;
            }

            if (!parsed.GetValue(plain) && terminal.Screen() is { } screen)
            {
                return await new InterviewSession(at, interview, new ScreenView(screen), terminal).RunAsync(cancel).ConfigureAwait(false);
            }

            using var lines = new LineView(terminal);
            return await new InterviewSession(at, interview, lines, terminal).RunAsync(cancel).ConfigureAwait(false);
        });
        return command;
    }
}
