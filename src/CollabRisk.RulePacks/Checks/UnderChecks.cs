using CollabRisk.RulePacks.Checks.Solving;
using CollabRisk.Rules;
using CollabRisk.Rules.Building;

namespace CollabRisk.RulePacks.Checks;

/// <summary>Rules that are under another which is never raised where they are, so that nothing is ever found under it.</summary>
/// <remarks>
/// A rule whose root takes its place as a fact gets worse is left out: little openness is under none at all, so that whoever compares the
/// two states sees one matter that became graver.
/// </remarks>
internal static class UnderChecks
{
    public static void Run(CheckRun run)
    {
        foreach (var rule in run.Book.RulesByCode.Where(rule => run.IsChecked(rule.PackId) && !rule.IsSwitchedOff && !run.IsNeverRaised(rule)))
        {
            foreach (var root in rule.Roots.Where(root => !root.IsSwitchedOff && !run.IsNeverRaised(root) && !IsReplacedBy(rule, root) && AreNeverTogether(run, rule, root)))
            {
                run.Warn(CheckProblemKinds.NeverUnder, Origin.Of(rule), $"it is under {root.Code}, and the two are never raised together. Leave {root.Code} out of 'under', or correct a condition.");
            }
        }
    }

    private static bool AreNeverTogether(CheckRun run, Rule rule, Rule root) =>
        // What is asked of each partner can be under what is asked of the whole; the other way round, it is under any partner's.
        (rule.IsPerPartner || !root.IsPerPartner)
        && Counting(rule).All(@case => Counting(root).All(above => run.CanNever(
            rule, $"{CheckRun.NameOf(@case)} can be raised where {root.Code} is", CheckRun.Raised(rule, @case).Concat(CheckRun.Raised(root, above)))));

    private static bool IsReplacedBy(Rule rule, Rule root) => rule.Facts.Any(fact =>
        Reach.WhatRaises(rule).Any(condition => Worsening.CanEnd(condition, fact)) && Reach.WhatRaises(root).Any(condition => Worsening.CanBegin(condition, fact)));

    private static IEnumerable<Case> Counting(Rule rule) => rule.Cases.Where(@case => !@case.IsSwitchedOff);
}
