using CollabRisk.Rules;

namespace CollabRisk.RulePacks;

/// <summary>What static checks found about rule packs.</summary>
/// <param name="Warnings">
/// What is hardly meant as it is written, by place; empty where nothing was found. Each has a stable code, <c>CRP601</c> and on.
/// </param>
/// <param name="NotDecided">
/// The questions that would have taken too much to answer, in words and in order. Nothing is warned about them, and what they
/// ask may be so.
/// </param>
/// <remarks>Immutable and thread-safe. The same packs give the same report, whatever their order.</remarks>
public sealed record RulePackCheckReport(IReadOnlyList<RuleBookProblem> Warnings, IReadOnlyList<string> NotDecided)
{
    /// <summary>The warnings that the authors of the packs mean as they are, by place; they are not among <see cref="Warnings"/>.</summary>
    public IReadOnlyList<AcceptedRulePackWarning> Accepted { get; init; } = [];
}

/// <summary>A warning that the author of a pack means as it is.</summary>
/// <param name="Warning">The warning.</param>
/// <param name="Reason">Why it is meant, in the author's words.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record AcceptedRulePackWarning(RuleBookProblem Warning, string Reason);
