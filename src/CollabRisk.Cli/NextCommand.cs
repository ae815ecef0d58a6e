using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using CollabRisk.Questions;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk next</c>: the questions worth asking now.</summary>
internal static class NextCommand
{
    private const int Usual = 5;

    public static Command Create(Terminal terminal)
    {
        var common = new CommonArguments();
        var count = new Option<int>("-n", "--count") { Description = "How many questions.", HelpName = "count", DefaultValueFactory = _ => Usual };
        count.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 1)
            {
                given.AddError("Ask for at least one question: -n 1.");
            }
        });
        var command = new Command("next", "Names the questions that are worth asking now, with their answers and why they matter.")
        {
            common.File, count, common.Format, common.Rules.Pack, common.Rules.Packs,
        };
        command.SetAction((parsed, cancel) => common.RunAsync(parsed, terminal, (evaluator, collaboration, asJson) =>
        {
            var questions = evaluator.NextQuestions(collaboration, parsed.GetRequiredValue(count));
            if (asJson)
            {
                var array = new JsonArray([.. questions.Select(question => JsonNode.Parse(question.ToJson()))]);
                terminal.Out.WriteLine(array.ToJsonString(Indented));
            }
            else if (questions.Count == 0)
            {
                terminal.Out.WriteLine("Nothing is left to ask that could change the overall range.");
            }
            else
            {
                terminal.Out.WriteLine(string.Join(Environment.NewLine, questions.Select((question, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {question.ToText().TrimEnd()}"))));
            }

            return ExitCode.Evaluated;
        }, cancel));
        return command;
    }

    private static readonly System.Text.Json.JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
