using CollabRisk.Text;

namespace CollabRisk.Rules.Building;

/// <summary>Collects what speaks against a rule book while it is built.</summary>
internal sealed class ProblemList
{
    private readonly List<RuleBookProblem> problems = [];

    /// <summary>What may only follow from something about a rule that could not be read.</summary>
    private static readonly HashSet<string> FollowFromIncomplete = new(
        new[]
        {
            RuleProblems.NoTitle, RuleProblems.NoCondition, RuleProblems.NoMessage, RuleProblems.NoClaim, RuleProblems.Level, RuleProblems.NothingToModerate,
            RuleProblems.CasesBesideCondition, RuleProblems.AsksUnknown, RuleProblems.AsksOverall, RuleProblems.Hindsight,
        }.Select(kind => kind.Code), StringComparer.Ordinal);

    public int Count => problems.Count;

    public void Report(ProblemKind kind, string where, string what, TextPlace? place = null, string? fact = null) => problems.Add(new(kind.Code, where, what) { Place = place, Fact = fact });

    /// <summary>Reports a problem of a pack, at the place of the value in question where the pack was read from a text.</summary>
    public void Report(ProblemKind kind, RulePack pack, string what, string? value = null) => Report(kind, pack.Id, what, pack.PlaceOf?.Invoke(value));

    /// <summary>Reports a problem of a rule or an override, at the place of the value in question where its author wrote it in a text.</summary>
    public void Report(ProblemKind kind, Origin origin, string what, string? value = null) => Report(kind, origin.Where, what, origin.PlaceOf?.Invoke(value));

    public void Report(ProblemKind kind, Origin origin, string what, TextPlace? place, string? fact = null) => Report(kind, origin.Where, what, place, fact);

    /// <summary>Takes back what was reported since there were so many problems, where it may only follow from something that could not be read.</summary>
    public void ForgiveIncomplete(int since)
    {
        var known = problems[since..].FindAll(problem => !FollowFromIncomplete.Contains(problem.Code));
        problems.RemoveRange(since, problems.Count - since);
        problems.AddRange(known);
    }

    /// <summary>All problems, each once, by place.</summary>
    public IReadOnlyList<RuleBookProblem> ToList() => [.. problems.ByPlace().ThenBy(problem => problem.What, StringComparer.Ordinal)];
}

/// <summary>Who said something, for problems: a rule or an override, and where its values are in a text.</summary>
internal sealed record Origin(string Where, Func<string?, TextPlace?>? PlaceOf)
{
    public static Origin Of(RuleOverride change) =>
        new($"{(change.PackId is null ? "" : $"{change.PackId}/")}override of {change.Target}", _ => change.Place);

    /// <summary>The place of the other side of a conflict, for a message.</summary>
    public static string At(TextPlace? place) => place is null ? "" : $" at {place}";
}

/// <summary>A rule as its author defined it: with its pack, its chapter, and its place among all rules in the order of their authors.</summary>
internal sealed record DefinedRule(RulePack Pack, Chapter Chapter, RuleDefinition Definition, int Position)
{
    public Origin Origin { get; } = new($"{Pack.Id}/{Definition.Code}", Definition.PlaceOf);

    public string Code => Definition.Code;
}
