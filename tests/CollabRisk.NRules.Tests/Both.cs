using CollabRisk.Evaluation;
using CollabRisk.Rules;
using CollabRisk.Tests.Knowledge;

namespace CollabRisk.NRules.Tests;

/// <summary>The built-in evaluator and NRules next to each other.</summary>
internal static class Both
{
    /// <summary>All packs of the library.</summary>
    public static RuleBook AllPacks => RuleCases.Book;

    public static void AreTheSame(CollaborationEvaluator builtIn, NRulesCollaborationEvaluator inNRules, Collaboration collaboration, string what = "") =>
        AreTheSame(builtIn.Evaluate(collaboration), inNRules.Evaluate(collaboration), what);

    /// <summary>The same JSON, and the same result of every case of every rule. Compared plainly, since thousands are; told in full where they differ.</summary>
    internal static void AreTheSame(Assessment expected, Assessment actual, string what = "")
    {
        var (one, other) = (expected.ToJson(), actual.ToJson());
        if (one != other)
        {
            other.Should().Be(one, "NRules finds what the built-in evaluator finds for {0}", what);
        }

        if (Differences(expected.RuleBook, expected.State, actual.State).ToList() is { Count: > 0 } differences)
        {
            differences.Should().BeEmpty("every case ends the same in both engines for {0}", what);
        }
    }

    private static IEnumerable<string> Differences(RuleBook book, EvaluationState expected, EvaluationState actual)
    {
        foreach (var rule in book.Rules.Where(rule => expected.ErrorOf(rule) is null))
        {
            for (var v = 0; v < rule.Cases.Length; v++)
            {
                for (var row = 0; row < expected.RowsOf(rule); row++)
                {
                    var (one, other) = (expected.ResultOf(rule, v, row), actual.ResultOf(rule, v, row));
                    if (one != other)
                    {
                        yield return $"{rule.Code}, case {v}, row {row}: built-in {one}, NRules {other}";
                    }
                }
            }
        }
    }
}
