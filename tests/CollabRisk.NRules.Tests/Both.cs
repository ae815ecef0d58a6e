using CollabRisk.Rules;
using CollabRisk.Tests.Knowledge;

namespace CollabRisk.NRules.Tests;

/// <summary>The built-in evaluator and NRules beside each other.</summary>
internal static class Both
{
    /// <summary>All packs of the library.</summary>
    public static RuleBook AllPacks => RuleCases.Book;

    public static void AreTheSame(CollaborationEvaluator builtIn, NRulesCollaborationEvaluator inNRules, Collaboration collaboration, string? what = null) =>
        AreTheSame(builtIn.Evaluate(collaboration), inNRules.Evaluate(collaboration), what);

    /// <summary>The same JSON, and the same result of every case of every rule.</summary>
    internal static void AreTheSame(Assessment expected, Assessment actual, string? what = null)
    {
        var (one, other) = (expected.ToJson(), actual.ToJson());
        if (one != other)
        {
            var (lines, others) = (one.Split('\n'), other.Split('\n'));
            var at = lines.Zip(others).TakeWhile(pair => pair.First == pair.Second).Count();
            Assert.Fail($"{what} line {at + 1}: built-in {string.Join(" ", lines.Skip(Math.Max(0, at - 8)).Take(12))}, NRules {string.Join(" ", others.Skip(Math.Max(0, at - 8)).Take(12))}");
        }

        Assert.Equal(expected.Findings.Select(finding => finding.Fingerprint), actual.Findings.Select(finding => finding.Fingerprint));
        foreach (var rule in expected.RuleBook.Rules)
        {
            for (var v = 0; v < rule.Cases.Count && expected.State.ErrorOf(rule) is null; v++)
            {
                for (var row = 0; row < expected.State.RowsOf(rule); row++)
                {
                    Assert.True(
                        expected.State.ResultOf(rule, v, row) == actual.State.ResultOf(rule, v, row),
                        $"{what} {rule.Code}, case {v}, row {row}: built-in {expected.State.ResultOf(rule, v, row)}, NRules {actual.State.ResultOf(rule, v, row)}");
                }
            }
        }
    }
}
