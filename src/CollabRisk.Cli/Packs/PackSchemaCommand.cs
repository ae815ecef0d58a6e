using System.CommandLine;
using CollabRisk.RulePacks.Editing;
using CollabRisk.RulePacks.Schema;

namespace CollabRisk.Cli.Packs;

/// <summary><c>collabrisk pack schema</c>: writes the JSON Schema of one pack, by which editors complete its own facts, codes and claims as well.</summary>
internal static class PackSchemaCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = PackArguments.One();
        var rules = new RuleOptions(usual: "general");
        var command = new Command("schema", "Writes the JSON Schema of one pack, for editors that know schemas: like 'collabrisk schema rule-pack', with the facts, codes, claims and sources of the pack and of the library. A pack with mistakes has one too.")
        {
            path, rules.Pack, rules.Packs,
        };
        command.SetAction(parsed =>
        {
            if (rules.OptionsOf(parsed, terminal) is not { } options)
            {
                return ExitCode.BadInput;
            }

            var given = ShippedPacks.PathOf(parsed.GetRequiredValue(path));
            if (!File.Exists(given) && !Directory.Exists(given))
            {
                terminal.Tell($"{given}: there is no such pack.");
                return ExitCode.BadInput;
            }

            var context = new EditingContext(options, [.. (parsed.GetValue(rules.Packs) ?? []).Select(ShippedPacks.PathOf)]);
            var pack = new EditedPack(Path.TrimEndingDirectorySeparator(Path.GetFullPath(given)), new Dictionary<string, byte[]>(), context);
            if (pack.Index.Id is null)
            {
                terminal.Tell($"{given}: nothing there says what the pack is; a pack has the section 'pack' with an 'id'. 'collabrisk pack check {Shell.Word(given)}' says what is wrong.");
                return ExitCode.BadInput;
            }

            terminal.Out.Write(FormatSchema.TextOf(pack));
            return ExitCode.Evaluated;
        });
        return command;
    }
}
