using System.CommandLine;
using System.CommandLine.Completions;
using CollabRisk.Cli.Packs;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Cli.Crosswalks;

/// <summary><c>collabrisk crosswalk</c>: what is known of a collaboration, in the order of an instrument of auditors, inspectors or researchers.</summary>
internal static class CrosswalkCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonArguments();
        var name = new Argument<string>("NAME") { Description = "The instrument, such as gao or hmicfrs; 'list' names those that there are.", HelpName = "NAME", Arity = ArgumentArity.ExactlyOne };
        name.CompletionSources.Add(_ => All([]).Select(each => new CompletionItem(each.Instrument.Name)));
        common.File.Arity = ArgumentArity.ZeroOrOne;
        var command = new Command("crosswalk", "Goes through an instrument, such as the practices of an auditor, item by item: what was found about it, what is known, what to ask, and what nothing answers to.")
        {
            name, common.File, common.Format, common.Rules.Pack, common.Rules.Packs, common.Rules.Key, common.Rules.Policy, common.Rules.Language,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var asked = parsed.GetRequiredValue(name);
            var given = parsed.GetValue(common.Rules.Packs) ?? [];
            List<(string Pack, Instrument Instrument)> all;
            try
            {
                all = [.. All(given)];
            }
            catch (InvalidDataException e)
            {
                terminal.Tell(e.Message);
                return ExitCode.BadInput;
            }

            if (asked == "list")
            {
                WriteList(all, terminal);
                return ExitCode.Evaluated;
            }

            var found = all.Find(each => each.Instrument.Name == asked);
            if (found.Instrument is null)
            {
                terminal.Tell($"collabrisk: there is no instrument {Shown.Value(asked)}.{DidYouMean.Sentence(asked, all.Select(each => each.Instrument.Name))} 'collabrisk crosswalk list' names them.");
                return ExitCode.BadInput;
            }

            if (parsed.GetValue(common.File) is null)
            {
                terminal.Tell($"collabrisk: give the file of a collaboration too: collabrisk crosswalk {asked} control-room.json.");
                return ExitCode.BadInput;
            }

            // The pack that brings the instrument has the rules that it names.
            var paths = given.Contains(found.Pack, StringComparer.Ordinal) ? given : [.. given, found.Pack];
            return await common.RunAsync(parsed, paths, terminal, (evaluator, collaboration, asJson) =>
            {
                var assessment = evaluator.Evaluate(collaboration);
                if (Missing(found.Instrument, assessment.RuleBook).ToList() is { Count: > 0 } missing)
                {
                    terminal.Tell($"collabrisk: {found.Pack}: the instrument {asked} names what is not there: {Words.List(missing)}. Correct it, or add the pack that has it.");
                    return ExitCode.BadInput;
                }

                terminal.Write(new CrosswalkReading(found.Instrument, assessment, terminal.Width), asJson);
                return ExitCode.Evaluated;
            }, cancel).ConfigureAwait(false);
        });
        return command;
    }

    /// <summary>The instruments of the packs that come with the tool and of those that were named, with the pack of each.</summary>
    private static IEnumerable<(string Pack, Instrument Instrument)> All(IEnumerable<string> packs) =>
        packs.Concat(ShippedPacks.Names).Distinct(StringComparer.Ordinal).SelectMany(pack => InstrumentFile.Of(ShippedPacks.PathOf(pack)).Select(instrument => (pack, instrument)));

    private static void WriteList(IReadOnlyCollection<(string Pack, Instrument Instrument)> all, Terminal terminal)
    {
        foreach (var (pack, instrument) in all)
        {
            terminal.Out.Write($"{instrument.Name}: {instrument.Title}. {instrument.Publisher}. From {pack}.\n");
        }
    }

    private static IEnumerable<string> Missing(Instrument instrument, RuleBook book) => instrument.Items
        .SelectMany(item => item.Facts.Where(path => book.Facts.Find(path) is null).Concat(item.Rules.Where(code => book.Find(code) is null)))
        .Distinct(StringComparer.Ordinal);
}
