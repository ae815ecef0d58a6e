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
public sealed record RulePackCheckReport(IReadOnlyList<RuleBookProblem> Warnings, IReadOnlyList<string> NotDecided);
