using System.Globalization;

namespace CollabRisk.RulePacks.DependencyInjection;

/// <summary>One of the limits of <see cref="RulePackLimits"/>, by its name.</summary>
/// <param name="Name">The name of the property.</param>
/// <param name="Most">The largest value that it can hold.</param>
/// <param name="Of">Reads it.</param>
/// <param name="Set">Gives the same limits with another value for it.</param>
internal sealed record NamedLimit(string Name, long Most, Func<RulePackLimits, long> Of, Func<RulePackLimits, long, RulePackLimits> Set)
{
    /// <summary>Every limit.</summary>
    public static IReadOnlyList<NamedLimit> All { get; } =
    [
        new(nameof(RulePackLimits.FileBytes), int.MaxValue, limits => limits.FileBytes, (limits, value) => limits with { FileBytes = (int)value }),
        new(nameof(RulePackLimits.Files), int.MaxValue, limits => limits.Files, (limits, value) => limits with { Files = (int)value }),
        new(nameof(RulePackLimits.PackBytes), long.MaxValue, limits => limits.PackBytes, (limits, value) => limits with { PackBytes = value }),
        new(nameof(RulePackLimits.Depth), int.MaxValue, limits => limits.Depth, (limits, value) => limits with { Depth = (int)value }),
        new(nameof(RulePackLimits.Nodes), int.MaxValue, limits => limits.Nodes, (limits, value) => limits with { Nodes = (int)value }),
        new(nameof(RulePackLimits.TextLength), int.MaxValue, limits => limits.TextLength, (limits, value) => limits with { TextLength = (int)value }),
        new(nameof(RulePackLimits.Aliases), int.MaxValue, limits => limits.Aliases, (limits, value) => limits with { Aliases = (int)value }),
        new(nameof(RulePackLimits.Tests), int.MaxValue, limits => limits.Tests, (limits, value) => limits with { Tests = (int)value }),
        new(nameof(RulePackLimits.Rules), int.MaxValue, limits => limits.Rules, (limits, value) => limits with { Rules = (int)value }),
        new(nameof(RulePackLimits.ConditionSize), int.MaxValue, limits => limits.ConditionSize, (limits, value) => limits with { ConditionSize = (int)value }),
        new(nameof(RulePackLimits.EvaluationCost), long.MaxValue, limits => limits.EvaluationCost, (limits, value) => limits with { EvaluationCost = value }),
        new(nameof(RulePackLimits.Problems), int.MaxValue, limits => limits.Problems, (limits, value) => limits with { Problems = (int)value }),
    ];

    /// <summary>What is wrong with a value; null if nothing is.</summary>
    public string? ProblemOf(long value) => value >= 0 && value <= Most
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"'{value}' is outside 0 to {Most}.");
}
