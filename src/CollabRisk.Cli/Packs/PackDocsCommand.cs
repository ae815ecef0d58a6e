using System.CommandLine;
using CollabRisk.Cli.Catalogue;

namespace CollabRisk.Cli.Packs;

/// <summary><c>collabrisk pack docs</c>: writes the catalogue of a pack as a Markdown page.</summary>
internal static class PackDocsCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = PackArguments.One();
        var rules = new RuleOptions(usual: "general");
        var command = new Command("docs", "Writes the catalogue of a pack as a Markdown page: its facts, rules, overrides and evidence.")
        {
            path, rules.Pack, rules.Packs, rules.Key, rules.Policy,
        };
        command.SetAction(parsed =>
        {
            var own = parsed.GetRequiredValue(path);
            if (rules.Load(parsed, [own, .. parsed.GetValue(rules.Packs) ?? []], terminal) is not { } set)
            {
                return ExitCode.BadInput;
            }

            terminal.Out.Write(PackPage.Of(set.Packs.First(pack => pack.Path == own), set.RuleBook));
            return ExitCode.Evaluated;
        });
        return command;
    }
}
