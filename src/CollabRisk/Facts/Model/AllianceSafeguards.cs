using static CollabRisk.Facts.FactDirection;

namespace CollabRisk.Facts;

/// <summary>Safeguards of an alliance against opportunism, and learning in it.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record AllianceSafeguards
{
    /// <summary>Whether a partner could exploit the others.</summary>
    [Fact("exposure to partner opportunism", "Are partners exposed to being exploited by another partner?", Better = No)]
    public bool? OpportunismExposure { get; init; }

    /// <summary>Whether critical technology is kept apart from what is shared.</summary>
    [Fact("critical technology is ring-fenced (walled off)", "Is critical technology ring-fenced?", Better = Yes)]
    public bool? CriticalTechnologyWalledOff { get; init; }

    /// <summary>Whether contracts protect the partners.</summary>
    [Fact("contractual safeguards", "Are there contractual safeguards?", Better = Yes)]
    public bool? ContractSafeguards { get; init; }

    /// <summary>Whether the partners have agreed to exchange skills or technology.</summary>
    [Fact(
        "agreed exchange of skills and technology (reciprocal swap)",
        "Have the partners agreed to exchange valuable skills or technology?",
        Better = Yes)]
    public bool? SkillSwap { get; init; }

    /// <summary>Whether the partners have made commitments that the others can believe.</summary>
    [Fact("credible commitments", "Have the partners made credible commitments?", Better = Yes)]
    public bool? CredibleCommitments { get; init; }

    /// <summary>Whether managers of the partners have personal ties.</summary>
    [Fact(
        "relationships between the partners' managers (manager networks)",
        "Do the partners' managers have personal ties with one another?",
        Better = Yes)]
    public bool? ManagerNetworks { get; init; }

    /// <summary>Whether the partners learn from one another.</summary>
    [Fact("inter-partner learning", "Do the partners learn from one another?", Better = Yes)]
    public bool? LearnsFromPartner { get; init; }

    /// <summary>Whether what was learned from a partner is put to use at home.</summary>
    [Fact("absorbed knowledge is put to use", "Is what is learned from partners put to use at home?", Better = Yes)]
    public bool? KnowledgeApplied { get; init; }
}
