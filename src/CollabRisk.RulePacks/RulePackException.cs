using System.Diagnostics.CodeAnalysis;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks;

/// <summary>Rule packs cannot be used. <see cref="Problems"/> has every reason, each with its place.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Without problems there is no such exception.")]
public sealed class RulePackException : Exception
{
    internal RulePackException(IReadOnlyList<RuleBookProblem> problems)
        : base($"The rule packs have {problems.Count} problem{(problems.Count == 1 ? "" : "s")}:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}")
        => Problems = problems;

    /// <summary>All problems, by place.</summary>
    public IReadOnlyList<RuleBookProblem> Problems { get; }
}
