using CollabRisk.Rules;
using CollabRisk.Text;
using Microsoft.Extensions.DependencyInjection;

namespace CollabRisk.DependencyInjection;

/// <summary>Builds the rule book of packs in code.</summary>
internal static class RulesInCode
{
    private const string NoRules = "Packs: they have no rules, so no risk could ever be found. Add a pack with rules, such as KnowledgePacks.General ('collabrisk.general').";

    public static HostedRules? Open(IServiceProvider services, string name, CollabRiskOptions options, ICollection<string> problems)
    {
        if (options.RulePackSection is { } section)
        {
            problems.Add($"{section}: rule packs in files need the package CollabRisk.RulePacks. Call AddCollabRiskRulePacks with this configuration, or remove the section.");
        }

        var (packs, overrides) = options.Checked(problems);
        if (packs.Count == 0)
        {
            // Where there is one already, such as an id that no pack has, it says why.
            if (problems.Count == 0)
            {
                problems.Add(NoRules);
            }

            return null;
        }

        var clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
        if (!RuleBook.TryBuild(packs, overrides, CalendarDay.Today(clock), out var book, out var found))
        {
            foreach (var problem in found)
            {
                problems.Add(problem.ToString());
            }

            return null;
        }

        if (NothingInForce(book) is { } nothing)
        {
            problems.Add(nothing);
        }

        return problems.Count == 0 ? new HostedRules(new CollaborationEvaluator(book)) : null;
    }

    /// <summary>What is wrong with a book that cannot find anything, where "no risk found" would say nothing; null for any other.</summary>
    public static string? NothingInForce(RuleBook book) => book switch
    {
        { Rules.Count: 0 } => NoRules,
        _ when book.Rules.All(rule => rule.IsSwitchedOff) => "Overrides: every rule is switched off, so no risk could ever be found. Leave at least one in force.",
        _ => null,
    };
}
