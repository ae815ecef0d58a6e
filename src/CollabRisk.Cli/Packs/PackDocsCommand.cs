using System.CommandLine;
using CollabRisk.Cli.Catalogue;
using CollabRisk.RulePacks.Testing;

namespace CollabRisk.Cli.Packs;

/// <summary><c>collabrisk pack docs</c>: writes the catalogue of a pack as a Markdown page.</summary>
internal static class PackDocsCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = PackArguments.One();
        var rules = new RuleOptions(usual: "general");
        var command = new Command("docs", "Writes the catalogue of a pack as a Markdown page for people who read no YAML: its rules with examples, what it changes about others, its facts and evidence.")
        {
            path, rules.Pack, rules.Packs, rules.Key, rules.Policy, rules.Language,
        };
        command.SetAction(parsed =>
        {
            var own = ShippedPacks.PathOf(parsed.GetRequiredValue(path));
            if (rules.Load(parsed, [own, .. parsed.GetValue(rules.Packs) ?? []], terminal) is not { } set)
            {
                return ExitCode.BadInput;
            }

            var pack = set.Packs.First(pack => pack.Path == own);
            if (RulePackTests.ExamplesOf(set, pack.Manifest.Id, out var problems) is not { } tests)
            {
                RuleOptions.WriteUnusable(problems, terminal);
                return ExitCode.BadInput;
            }

            terminal.Out.Write(PackPage.Of(pack, set.RuleBook, tests));
            return ExitCode.Evaluated;
        });
        return command;
    }
}
