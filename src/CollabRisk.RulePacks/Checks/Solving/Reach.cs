using CollabRisk.Conditions;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Checks.Solving;

/// <summary>What decides some conditions: their nodes, and those of the rules on which they build.</summary>
/// <param name="Nodes">All nodes; those that only move levels are not among them.</param>
/// <param name="Rules">The codes of the rules on which they build, directly or not.</param>
internal sealed record Reach(IReadOnlyList<Condition> Nodes, IReadOnlySet<string> Rules)
{
    public static Reach Of(RuleBook book, IEnumerable<Condition> conditions)
    {
        var nodes = new List<Condition>();
        var rules = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<Condition>(conditions);
        while (waiting.TryDequeue(out var condition))
        {
            nodes.Add(condition);
            foreach (var child in condition.Children)
            {
                waiting.Enqueue(child);
            }

            foreach (var below in condition.OwnCodes.Where(rules.Add).SelectMany(code => WhatRaises(book.Find(code)!)))
            {
                waiting.Enqueue(below);
            }
        }

        return new Reach(nodes, rules);
    }

    /// <summary>The conditions that decide whether a rule is raised.</summary>
    public static IEnumerable<Condition> WhatRaises(Rule rule) =>
        rule.Cases.SelectMany(@case => new[] { @case.AppliesWhen, @case.When }).Append(rule.AppliesWhen).OfType<Condition>();
}
