using System.CommandLine;
using CollabRisk.Cli.Catalogue;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk catalogue</c>: writes the rules, the facts or the knowledge as a Markdown page.</summary>
internal static class CatalogueCommand
{
    public static Command Create(Terminal terminal)
    {
        var page = new Argument<string>("PAGE") { Description = "Which page: rules, facts or knowledge.", HelpName = "rules|facts|knowledge" };
        page.AcceptOnlyFromAmong("rules", "facts", "knowledge");
        var pack = PackOption.Create(PackOption.AllPacks);
        var command = new Command("catalogue", "Writes what the library knows as a Markdown page: the rules, the facts, or the sources with their claims.")
        {
            page, pack,
        };
        command.SetAction(parsed =>
        {
            var packs = parsed.GetRequiredValue(pack);
            if (PackOption.BuildBook(packs, terminal) is not { } book)
            {
                return ExitCode.BadInput;
            }

            terminal.Out.Write(parsed.GetRequiredValue(page) switch
            {
                "rules" => RulesPage.Of(PackOption.PacksNamed(packs), book),
                "facts" => FactsPage.Of(book),
                _ => KnowledgePage.Of(book),
            });
            return ExitCode.Evaluated;
        });
        return command;
    }
}
