using System.CommandLine;
using CollabRisk.Questions;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk next</c>: the questions worth asking now.</summary>
internal static class NextCommand
{
    private const int Usual = 5;

    /// <summary>The option <c>--short</c>.</summary>
    public static Option<bool> ShortOption() => new("--short")
    {
        Description = "Only the short form: about a quarter of an hour, at most 90 lines on 30 matters, which decide most of what can be raised at Moderate or High.",
    };

    public static Command Create(Terminal terminal)
    {
        var common = new CommonArguments();
        var count = new Option<int>("-n", "--count") { Description = "How many questions.", HelpName = "count", DefaultValueFactory = _ => Usual };
        count.AllowFrom(1);
        var isShort = ShortOption();
        var wording = new WordingOption();
        var command = new Command("next", "Names the questions that are worth asking now, with their answers and why they matter.")
        {
            common.File, count, isShort, wording.Option, common.Format, common.Rules.Pack, common.Rules.Packs, common.Rules.Key, common.Rules.Policy, common.Rules.Language,
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
