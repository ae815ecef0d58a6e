using System.CommandLine;
using System.CommandLine.Completions;
using CollabRisk.Cli.Packs;
using CollabRisk.Facts;
using CollabRisk.RulePacks;
using CollabRisk.Rules;

namespace CollabRisk.Cli;

/// <summary>What a shell offers while someone types: codes of rules, and facts with the words that they can have.</summary>
/// <remarks>A command line that is half written is the usual case here, so whatever cannot be read is left out and nothing is said.</remarks>
internal static class Completions
{
    /// <summary>The codes of the rules in use.</summary>
    public static Func<CompletionContext, IEnumerable<CompletionItem>> Codes(RuleOptions rules) => context =>
        Matching(context, BookOf(context.ParseResult, rules).Rules.Select(rule => rule.Code).Order(StringComparer.Ordinal));

    /// <summary>Changes of facts: the paths, those of each partner in the file, and after the equals sign the words.</summary>
    public static Func<CompletionContext, IEnumerable<CompletionItem>> Changes(RuleOptions rules, Argument<string> file) => context =>
    {
        var facts = BookOf(context.ParseResult, rules).Facts.Facts.Where(fact => !fact.IsDerived && fact.Type != FactType.List).ToList();
        var partners = facts.Exists(fact => fact.IsPerPartner) ? PartnersIn(context.ParseResult, file) : [];
        var paths = facts.SelectMany(fact => fact.IsPerPartner ? partners.Select(partner => (Fact: fact, Path: fact.Path.Replace("partners[]", $"partners[{partner}]", StringComparison.Ordinal))) : [(Fact: fact, fact.Path)]).ToList();
        var typed = context.WordToComplete;
        return typed.IndexOf('=', StringComparison.Ordinal) is var at and >= 0
            ? Matching(context, paths.Where(each => each.Path == typed[..at]).SelectMany(each => WordsOf(each.Fact).Select(word => $"{each.Path}={word}")))
            : Matching(context, paths.Select(each => each.Path + "="));
    };

    private static IEnumerable<CompletionItem> Matching(CompletionContext context, IEnumerable<string> words) =>
        words.Where(word => word.StartsWith(context.WordToComplete, StringComparison.OrdinalIgnoreCase)).Select(word => new CompletionItem(word));

    private static IEnumerable<string> WordsOf(Fact fact) => (fact.Type switch
    {
        FactType.YesNo => ["yes", "no"],
        _ => fact.AllowedWords,
    }).Append(FactValues.UnknownWord).Concat(fact.MayNotApply ? [$"{DoesNotApply.Here}"] : []);

    private static RuleBook BookOf(ParseResult parsed, RuleOptions rules)
    {
        try
        {
            return new RulePackLoader(new RulePackOptions { BasePacks = rules.PacksNamed(parsed) }).TryLoad((parsed.GetValue(rules.Packs) ?? []).Select(ShippedPacks.PathOf), out var set, out _)
                ? set.RuleBook
                : CollaborationEvaluator.Default.RuleBook;
        }
        catch (InvalidOperationException)
        {
            // An option that still waits for its value.
            return CollaborationEvaluator.Default.RuleBook;
        }
    }

    /// <summary>The names of the partners in the file, as far as it is named and can be read.</summary>
    private static IReadOnlyList<string> PartnersIn(ParseResult parsed, Argument<string> file)
    {
        try
        {
            return parsed.GetValue(file) is { Length: > 0 } path && path != "-" && File.Exists(path)
                ? [.. CollaborationJson.Read(File.ReadAllBytes(path)).Collaboration?.Partners?.Select(partner => partner.Name).OfType<string>() ?? []]
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return [];
        }
    }
}
