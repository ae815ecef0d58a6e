using static CollabRisk.Facts.FactDirection;

namespace CollabRisk.Facts;

/// <summary>How well the partners fit together.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record Alignments
{
    /// <summary>Whether what the partners want can be had together.</summary>
    [Fact("compatible partner motivations (congruence)", "Are the partners' motivations compatible with one another?", Better = Yes)]
    public bool? MotivationsCompatible { get; init; }

    /// <summary>Whether those taking part accept that working together brings benefit.</summary>
    [Fact(
        "the participants accept that collaborating brings benefit (collaborative benefit)",
        "Do those taking part accept that collaborating brings benefit?",
        Better = Yes)]
    public bool? BenefitRecognised { get; init; }

    /// <summary>How well the partners' strategies fit together.</summary>
    [Fact("strategic alignment", "How well are the partners' strategies aligned?", Better = Higher)]
    public Alignment? Strategic { get; init; }

    /// <summary>How well the partners' ways of operating fit together.</summary>
    [Fact("operational alignment", "How well are the partners' operations aligned?", Better = Higher)]
    public Alignment? Operational { get; init; }

    /// <summary>How well the partners' cultures fit together.</summary>
    [Fact(
        "cultural alignment",
        "How well are the partners' cultures aligned?",
        Neutral = "the sources contradict one another on whether cultures should be aligned (D0-05, D3-97, D3-98)")]
    public Alignment? Cultural { get; init; }
}

/// <summary>How well the partners are aligned, in rising order.</summary>
[Ordered]
public enum Alignment
{
    /// <summary>Not aligned.</summary>
    NotAligned,

    /// <summary>Aligned in part.</summary>
    Partial,

    /// <summary>Aligned.</summary>
    Aligned,
}
