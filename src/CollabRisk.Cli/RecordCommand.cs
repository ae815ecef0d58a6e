using System.CommandLine;
using System.Globalization;
using CollabRisk.Records;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk record</c>: keeps a decision, with the facts and the rules that it was made on.</summary>
internal static class RecordCommand
{
    /// <summary>A day, or a day with a time; what has no offset is UTC, so that no record depends on where it was made.</summary>
    private static readonly string[] Moments = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"];

    public static Command Create(Terminal terminal)
    {
        var common = new CommonArguments();
        var output = ReportOutput.FileOption();
        var at = new Option<DateTimeOffset?>("--at")
        {
            Description = "When the decision was made: 2026-01-12, or with a time 2026-01-12T14:30+00:00; UTC where there is no offset. Not in the record if left out.",
            HelpName = "moment",
            CustomParser = given =>
            {
                if (DateTimeOffset.TryParseExact(given.Tokens[0].Value, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
                {
                    return moment;
                }

                given.AddError($"'{given.Tokens[0].Value}' is not a moment. Give a day such as 2026-01-12, or a day with a time such as 2026-01-12T14:30+00:00.");
                return null;
            },
        };
        var command = new Command("record", "Keeps an assessment with all that it was made of: facts, packs, overrides, version. 'replay' shows later whether it would be the same.")
        {
            common.File, output, at, common.Rules.Pack, common.Rules.Packs, common.Rules.Key, common.Rules.Policy,
        };
        command.SetAction((parsed, cancel) => common.RunAsync(parsed, terminal, (evaluator, collaboration, _) =>
            ReportOutput.Write(DecisionRecord.Of(evaluator.Evaluate(collaboration), parsed.GetValue(at)).ToJson() + "\n", parsed.GetValue(output), terminal), cancel));
        return command;
    }
}
