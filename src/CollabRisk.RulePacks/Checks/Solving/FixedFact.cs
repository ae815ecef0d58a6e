using CollabRisk.Conditions;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Checks.Solving;

/// <summary>
/// Conditions in which one fact is known to have a value: tests of it become conditions that always or never hold, also in the
/// rules on which they build.
/// </summary>
/// <remarks>
/// The conditions of those rules take the place of the question whether they are raised. Each rule is looked at once, and one
/// that would make the condition too large stays a question: there the fact counts as free, so that what is found is no more than
/// a candidate. Without that, rules that build on two others each would double with every step.
/// </remarks>
internal sealed class FixedFact(RuleBook book, Fact fact, long code)
{
    /// <summary>A rule whose conditions, with those of the rules on which it builds, have more nodes than this stays a question.</summary>
    private const int MostNodes = 1_000;

    /// <summary>How many rules deep conditions take the place of questions.</summary>
    private const int MostDepth = 50;

    private readonly Dictionary<string, (Condition Condition, int Nodes)?> known = new(StringComparer.Ordinal);
    private int depth;

    /// <summary>The condition with the fact known.</summary>
    public Condition In(Condition condition) => Of(condition).Condition;

    private (Condition Condition, int Nodes) Of(Condition condition)
    {
        switch (condition)
        {
            case FactTest test when test.Fact == fact:
                return (test.Holds(code) ? new AllOf([]) : new AnyOf([]), 1);
            case AllOf or AnyOf or AtLeastOf:
                var children = condition.Children.Select(Of).ToList();
                List<Condition> below = [.. children.Select(child => child.Condition)];
                return (condition is AtLeastOf some ? new AtLeastOf(some.Count, below) : condition is AllOf ? new AllOf(below) : new AnyOf(below), 1 + children.Sum(child => child.Nodes));
            case Not not:
                var (inner, nodes) = Of(not.Children[0]);
                return (Not.Of(inner), 1 + nodes);
            case RaisedTest { Level: null } raised when !fact.IsPerPartner && book.Find(raised.Code) is { IsPerPartner: false } rule && Raising(rule) is { } raising:
                return raising;
            default:
                return (condition, 1);
        }
    }

    /// <summary>What raises a rule; null where that would be too much.</summary>
    private (Condition Condition, int Nodes)? Raising(Rule rule)
    {
        if (!known.TryGetValue(rule.Code, out var raising))
        {
            if (depth == MostDepth)
            {
                return null;
            }

            depth++;
            var any = new AnyOf([.. rule.Cases.Select(@case => @case.AppliesWhen is null ? @case.When : new AllOf([@case.AppliesWhen, @case.When]))]);
            var whole = Of(rule.AppliesWhen is null ? any : new AllOf([rule.AppliesWhen, any]));
            depth--;
            known[rule.Code] = raising = whole.Nodes <= MostNodes ? whole : null;
        }

        return raising;
    }
}
