using System.CommandLine;
using System.Globalization;
using CollabRisk.Questions;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk next</c>: the questions worth asking now.</summary>
internal static class NextCommand
{
    private const int Usual = 5;

    /// <summary>The option <c>--short</c>.</summary>
    public static Option<bool> ShortOption() => new("--short")
    {
        Description = "Only the questions of the short form: at most 30, which decide most of what can be raised at Moderate or High.",
    };

    public static Command Create(Terminal terminal)
    {
        var common = new CommonArguments();
        var count = new Option<int>("-n", "--count") { Description = "How many questions.", HelpName = "count", DefaultValueFactory = _ => Usual };
        count.Validators.Add(given =>
        {
            // What is not a number is said by the parser itself; asking for its value would throw.
            if (given.Tokens.Count > 0 && int.TryParse(given.Tokens[0].Value, CultureInfo.InvariantCulture, out var asked) && asked < 1)
            {
                given.AddError("Ask for at least one question: -n 1.");
            }
        });
        var isShort = ShortOption();
        var wording = new WordingOption();
        var command = new Command("next", "Names the questions that are worth asking now, with their answers and why they matter.")
        {
            common.File, count, isShort, wording.Option, wording.Language, common.Format, common.Rules.Pack, common.Rules.Packs, common.Rules.Key, common.Rules.Policy,
        };
        command.SetAction((parsed, cancel) => common.RunAsync(parsed, terminal, (evaluator, collaboration, asJson) =>
        {
            if (!wording.TryRead(parsed, evaluator.RuleBook, terminal, out var words))
            {
                return ExitCode.BadInput;
            }

            terminal.Write(evaluator.NextQuestions(collaboration, parsed.GetRequiredValue(count), parsed.GetValue(isShort) ? InterviewForm.Short : InterviewForm.Full, words, cancel), asJson);
            return ExitCode.Evaluated;
        }, cancel));
        return command;
    }
}
