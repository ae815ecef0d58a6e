using CollabRisk.Evidence;
using CollabRisk.Rules;

namespace CollabRisk.Explaining;

/// <summary>
/// How one case of a rule ended. Most rules have one case; a rule about partners has one for each partner and one more for
/// all that are not listed, a rule about flags or pairings one for each of them.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ExplainedCase
{
    internal ExplainedCase()
    {
    }

    /// <summary>
    /// What the case is about: as <see cref="Finding.Subject"/>, and a description of partners that are not listed;
    /// <see langword="null"/> for the collaboration as a whole.
    /// </summary>
    public required string? Subject { get; init; }

    /// <summary><see cref="Subject"/> as people read it, in the language of the rule book: as <see cref="Finding.SubjectInWords"/>.</summary>
    public required string? SubjectInWords { get; init; }

    /// <summary>How it ended; never <see cref="Outcome.Error"/>, since a rule that fails fails with all its cases.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>What the finding says; <see langword="null"/> unless the case is raised.</summary>
    public required string? Message { get; init; }

    /// <summary>What decided, or what is missing to decide, as clauses: "vision.exists is yes"; never empty.</summary>
    public required IReadOnlyList<string> Because { get; init; }

    /// <summary>Whether the rule applies to the case, as a tree; <see langword="null"/> where it applies to all.</summary>
    public required ExplainedCondition? Guard { get; init; }

    /// <summary>
    /// The condition, as a tree. Also where the guard does not hold, so its value alone does not raise anything. Nothing is
    /// raised about partners that are not listed, even if it is true.
    /// </summary>
    public required ExplainedCondition Condition { get; init; }

    /// <summary>How it came to its level; <see langword="null"/> unless the rule is a risk or a mismatch.</summary>
    public required ExplainedLevel? Level { get; init; }

    /// <summary>The claims on which the case rests, those that support it best first; its level goes by what their sources say. As <see cref="Finding.Claims"/>. Never empty.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>What a host or other packs changed about the case, added moderators last; empty if nothing.</summary>
    public required IReadOnlyList<RuleOverride> Overrides { get; init; }

    /// <summary>Whether the case is switched off, so that a finding of it does not count.</summary>
    public required bool IsSwitchedOff { get; init; }
}
