using CollabRisk.Conditions;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Testing;

/// <summary>Which values the tests of a pack have seen of the conditions of one rule.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RuleCoverage
{
    internal RuleCoverage(string code, TextPlace? place, IReadOnlyList<ConditionCoverage> conditions)
    {
        Code = code;
        Place = place;
        Conditions = conditions;
    }

    /// <summary>The code of the rule; of another pack's rule where the pack overrides it.</summary>
    public string Code { get; }

    /// <summary>Where the rule was written; <see langword="null"/> for a rule in code that the pack overrides.</summary>
    public TextPlace? Place { get; }

    /// <summary>Every condition that the pack wrote for the rule, each followed by those below it.</summary>
    public IReadOnlyList<ConditionCoverage> Conditions { get; }

    /// <summary>How many of the possible values were seen.</summary>
    public int Seen => Conditions.Sum(condition => condition.Possible.Count - condition.Unseen.Count);

    /// <summary>How many values are possible: three for most conditions.</summary>
    public int Possible => Conditions.Sum(condition => condition.Possible.Count);
}

/// <summary>Which values the tests of a pack have seen of one condition, or of one node of a condition.</summary>
/// <remarks>
/// It is counted once for each test, and in a rule or a question about partners once for each partner and once for all that
/// are not listed. Immutable and thread-safe.
/// </remarks>
public sealed class ConditionCoverage
{
    internal ConditionCoverage(string part, TextPlace? place, string text)
    {
        Part = part;
        Place = place;
        Text = text;
    }

    /// <summary>Which part of the rule it belongs to, in the words of the format: <c>applies when</c>, <c>when</c>, <c>lowered when</c>.</summary>
    public string Part { get; }

    /// <summary>Where it was written; <see langword="null"/> where it was not read from a text.</summary>
    public TextPlace? Place { get; }

    /// <summary>What it asks: <c>workload.overload is yes</c>; of a node that joins others, how: <c>all of these hold</c>.</summary>
    public string Text { get; }

    /// <summary>How often it was true.</summary>
    public required int SeenTrue { get; init; }

    /// <summary>How often it was false.</summary>
    public required int SeenFalse { get; init; }

    /// <summary>How often it was unknown.</summary>
    public required int SeenUnknown { get; init; }

    /// <summary>The values that it can have: true, false and unknown, but for those that its form rules out. Whether a fact is unknown, for instance, is always known.</summary>
    public required IReadOnlyList<Truth> Possible { get; init; }

    /// <summary>The possible values that no test has seen; empty where all were.</summary>
    public IReadOnlyList<Truth> Unseen => [.. Possible.Where(value => TimesSeen(value) == 0)];

    /// <summary>How often it had a value.</summary>
    /// <param name="value">The value.</param>
    public int TimesSeen(Truth value) => value switch
    {
        Truth.True => SeenTrue,
        Truth.False => SeenFalse,
        _ => SeenUnknown,
    };

    /// <summary>The part and what it asks.</summary>
    public override string ToString() => $"{Part}: {Text}";
}
