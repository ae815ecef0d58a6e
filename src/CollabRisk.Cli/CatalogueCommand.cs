using System.CommandLine;
using CollabRisk.Cli.Catalogue;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk catalogue</c>: writes the rules, the facts or the knowledge as a Markdown page.</summary>
internal static class CatalogueCommand
{
    public static Command Create(Terminal terminal)
    {
        var page = new Argument<string>("PAGE") { Description = "Which page: rules, facts or knowledge.", HelpName = "rules|facts|knowledge" };
        page.AllowOnly("rules", "facts", "knowledge");
        var rules = new RuleOptions(RuleOptions.AllPacks);
        var command = new Command("catalogue", "Writes what the library knows as a Markdown page: the rules, the facts, or the sources with their claims.")
        {
            page, rules.Pack, rules.Packs, rules.Key, rules.Policy, rules.Language,
        };
        command.SetAction(parsed =>
        {
            if (rules.Load(parsed, terminal) is not { } set)
            {
                return ExitCode.BadInput;
            }

            terminal.Out.Write(parsed.GetRequiredValue(page) switch
            {
                "rules" => RulesPage.Of([.. rules.PacksNamed(parsed), .. set.Packs.Select(pack => pack.Pack)], set.RuleBook),
                "facts" => FactsPage.Of(set.RuleBook),
                _ => KnowledgePage.Of(set.RuleBook),
            });
            return ExitCode.Evaluated;
        });
        return command;
    }
}
