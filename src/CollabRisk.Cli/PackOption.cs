using System.CommandLine;
using CollabRisk.Knowledge;
using CollabRisk.Rules;

namespace CollabRisk.Cli;

/// <summary>The option that chooses packs of the library by their short names.</summary>
internal static class PackOption
{
    public const string AllPacks = "all";

    private static readonly Dictionary<string, RulePack> Packs = new(StringComparer.Ordinal)
    {
        ["general"] = KnowledgePacks.General,
        ["united-kingdom"] = KnowledgePacks.UnitedKingdom,
        ["alliance-and-delivery"] = KnowledgePacks.AllianceAndDelivery,
    };

    /// <summary>Makes the option.</summary>
    /// <param name="usual">The pack that is taken where the option is left out.</param>
    public static Option<string[]> Create(string usual)
    {
        var pack = new Option<string[]>("--pack")
        {
            Description = $"Which rules to use: {string.Join(", ", Packs.Keys)} or {AllPacks}. Give it again for more than one.",
            HelpName = "pack",
            DefaultValueFactory = _ => [usual],
            Arity = ArgumentArity.OneOrMore,
        };
        pack.AcceptOnlyFromAmong([.. Packs.Keys, AllPacks]);
        return pack;
    }

    public static IReadOnlyList<RulePack> PacksNamed(string[] names) =>
        names.Contains(AllPacks) ? [.. Packs.Values] : [.. names.Distinct(StringComparer.Ordinal).Select(name => Packs[name])];

    /// <summary>Builds the book of the packs; where they do not go together, says so and gives nothing.</summary>
    public static RuleBook? BuildBook(string[] names, Terminal terminal)
    {
        if (RuleBook.TryBuild(PacksNamed(names), overrides: null, out var book, out var conflicts))
        {
            return book;
        }

        terminal.Error.WriteLine("collabrisk: the packs chosen do not go together:");
        foreach (var conflict in conflicts)
        {
            terminal.Error.WriteLine($"  {conflict}");
        }

        terminal.Error.WriteLine("The other packs build on the general one: add --pack general.");
        return null;
    }
}
