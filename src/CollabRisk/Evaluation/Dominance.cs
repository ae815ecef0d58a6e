using CollabRisk.Conditions;
using CollabRisk.Rules;

namespace CollabRisk.Evaluation;

/// <summary>A raised case of a risk or mismatch that a worse collaboration does not have, nor anything as grave about the same matter.</summary>
internal readonly record struct LostCase(Rule Rule, int Case, int Row);

/// <summary>
/// The law that worse never looks better. Two collaborations are compared that differ in directed facts only, the second being
/// at most as good in each: what is raised in the first is raised in the second, or something as grave about the same matter is.
/// </summary>
internal sealed class Dominance
{
    private readonly Dictionary<Rule, Rule> matters = [];

    public Dominance(RuleBook book)
    {
        Book = book;
        foreach (var rule in book.Rules)
        {
            foreach (var root in rule.Roots)
            {
                var (one, other) = (MatterOf(rule), MatterOf(root));
                if (one != other)
                {
                    matters[one] = other;
                }
            }
        }
    }

    public RuleBook Book { get; }

    /// <summary>The rules about the same matter as a rule, itself among them: those under one another, directly or not.</summary>
    public IEnumerable<Rule> SameMatter(Rule rule) => Book.Rules.Where(other => MatterOf(other) == MatterOf(rule));

    /// <summary>Whether the overall range of the worse one is lower at one of its ends.</summary>
    public static bool LooksBetter(EvaluationState better, EvaluationState worse) =>
        worse.Overall.AtLeast < better.Overall.AtLeast || worse.Overall.AtMost < better.Overall.AtMost;

    /// <summary>The raised cases of the better one for which the worse one has nothing as grave.</summary>
    public IEnumerable<LostCase> LostIn(EvaluationState better, EvaluationState worse) => Book.Rules.SelectMany(rule => LostIn(better, worse, rule));

    /// <summary>The same of one rule. The rules about its matter must have been evaluated.</summary>
    public IEnumerable<LostCase> LostIn(EvaluationState better, EvaluationState worse, Rule rule)
    {
        for (var v = 0; rule.HasLevel && better.ErrorOf(rule) is null && v < rule.Cases.Length; v++)
        {
            for (var row = 0; row < better.RowsOf(rule) && !rule.Cases[v].IsSwitchedOff; row++)
            {
                var had = better.ResultOf(rule, v, row);
                if (had.Raised == Truth.True && !IsAsGrave(worse, rule, v, row, had) && !HasOther(worse, rule, row, had))
                {
                    yield return new(rule, v, row);
                }
            }
        }
    }

    private static bool IsAsGrave(EvaluationState worse, Rule rule, int number, int row, CaseResult had) =>
        worse.ErrorOf(rule) is null && !rule.Cases[number].IsSwitchedOff
        && worse.ResultOf(rule, number, row) is { Raised: Truth.True } result && result.AtLeast >= had.AtLeast && result.AtMost >= had.AtMost;

    /// <summary>Whether another rule about the matter is raised as gravely; of partners, for the same one.</summary>
    private bool HasOther(EvaluationState worse, Rule rule, int row, CaseResult had)
    {
        foreach (var other in SameMatter(rule))
        {
            for (var v = 0; other.HasLevel && other != rule && v < other.Cases.Length; v++)
            {
                for (var at = 0; worse.ErrorOf(other) is null && at < worse.RowsOf(other); at++)
                {
                    if ((!rule.IsPerPartner || !other.IsPerPartner || at == row) && IsAsGrave(worse, other, v, at, had))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private Rule MatterOf(Rule rule)
    {
        while (matters.TryGetValue(rule, out var root))
        {
            rule = root;
        }

        return rule;
    }
}
