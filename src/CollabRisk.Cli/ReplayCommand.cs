using System.CommandLine;
using CollabRisk.Records;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk replay</c>: evaluates what a record holds again, and says what is other than it was.</summary>
internal static class ReplayCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = CommonArguments.FileNamed("RECORD", "The record, as 'collabrisk record' wrote it; '-' reads standard input.");
        var format = ReportOutput.FormatOption("text", "text", "json");

        // Those that were recorded are taken of these.
        var rules = new RuleOptions(RuleOptions.AllPacks);
        var command = new Command("replay", "Evaluates a recorded decision again, and says whether it is the same today; if not, in which places. Give packs of your own with --packs.")
        {
            file, format, rules.Pack, rules.Packs, rules.Key, rules.Policy,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            if (await ReadAsync(parsed.GetRequiredValue(file), terminal, cancel).ConfigureAwait(false) is not { } record
                || rules.Load(parsed, terminal) is not { } set)
            {
                return ExitCode.BadInput;
            }

            var replay = record.Replay([.. rules.PacksNamed(parsed), .. set.Packs.Select(pack => pack.Pack)]);
            if (parsed.GetRequiredValue(format) == "text")
            {
                terminal.Out.Write(record.ToText() + "\n");
            }

            terminal.Write(replay, parsed.GetRequiredValue(format) == "json");
            return replay.IsIdentical ? ExitCode.Evaluated : ExitCode.TestFailed;
        });
        return command;
    }

    private static async Task<DecisionRecord?> ReadAsync(string file, Terminal terminal, CancellationToken cancel)
    {
        var name = file == "-" ? "stdin" : file;
        try
        {
            using var text = file == "-" ? new StreamReader(terminal.In, leaveOpen: true) : new StreamReader(file);
            var reading = DecisionRecord.Read(await text.ReadToEndAsync(cancel).ConfigureAwait(false));
            CollaborationInput.WriteProblems(name, reading.Problems, terminal);
            return reading.Value;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Tell($"{name}: {CollaborationInput.Reason(file, e)}");
            return null;
        }
    }
}
