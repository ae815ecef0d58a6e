using static CollabRisk.Facts.FactDirection;

namespace CollabRisk.Facts;

/// <summary>Technology and how it is approached.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record Technology
{
    /// <summary>Whether technology leads, without change to the organisation.</summary>
    [Fact(
        "technology leads in isolation, without organisational change",
        "Is technology introduced without changing the organisation too?",
        Better = No)]
    public bool? LedInIsolation { get; init; }

    /// <summary>Whether the partners use different platforms.</summary>
    [Fact(
        "heterogeneous platforms",
        "Do the partners use different platforms?",
        Neutral = "unlike platforms are a chance as well as a barrier (D3-49, D3-50)")]
    public bool? PlatformsDiffer { get; init; }

    /// <summary>How the partners see the difference between their platforms.</summary>
    [Fact("framing of the difference between platforms", "How do the partners see the difference between their platforms?", Better = Higher)]
    public DifferenceFraming? DifferenceFraming { get; init; }

    /// <summary>Whether what is claimed for a product or solution is tested.</summary>
    [Fact("claims of vendors and for solutions are tested", "Are the claims made for products and solutions tested?", Better = Yes)]
    public bool? ClaimsChallenged { get; init; }

    /// <summary>Whether there is evidence that the technology leads to results for the public.</summary>
    [Fact(
        "evidence links the technology to public outcomes",
        "Is there evidence that links the technology to outcomes for the public?",
        Better = Yes)]
    public bool? OutcomeLinkEvidenced { get; init; }

    /// <summary>Whether organisational and political barriers to sharing information are addressed.</summary>
    [Fact(
        "organisational and political barriers to information sharing are addressed",
        "Are organisational and political barriers to sharing information addressed?",
        Better = Yes)]
    public bool? NonTechnicalBarriersAddressed { get; init; }

    /// <summary>Whether the norms built into the technology have been assessed.</summary>
    [Fact(
        "cultural norms embedded in the technology are assessed",
        "Has anyone checked which ways of working the shared systems take for granted, such as who may see or change what, and whether they suit every partner?",
        Better = Yes)]
    public bool? CulturalNormsAssessed { get; init; }

    /// <summary>How good the information and communication technology in place is.</summary>
    [Fact("quality of the current ICT (baseline)", "How good is the ICT in place now?", Better = Higher)]
    public IctQuality? CurrentIctQuality { get; init; }

    /// <summary>The systems in scope; the empty set says that there are none.</summary>
    [Fact(
        "systems in scope",
        "Which systems are in scope?",
        Neutral = "the source lists the systems of its cases and ties no effect to any one of them",
        Descriptive = "the source lists the systems of its cases and ties no effect to any one of them")]
    public FactSet<TechnologyScope>? Scope { get; init; }
}

/// <summary>How partners see the difference between their platforms, in rising order.</summary>
[Ordered]
public enum DifferenceFraming
{
    /// <summary>As a barrier.</summary>
    Barrier,

    /// <summary>As an opportunity.</summary>
    Opportunity,
}

/// <summary>How good information and communication technology is, in rising order.</summary>
[Ordered]
public enum IctQuality
{
    /// <summary>Poor.</summary>
    Poor,

    /// <summary>Good enough.</summary>
    Adequate,

    /// <summary>Good.</summary>
    Good,
}

/// <summary>A kind of system.</summary>
public enum TechnologyScope
{
    /// <summary>Telephones.</summary>
    Telephony,

    /// <summary>Desktop computers and their software.</summary>
    Desktop,

    /// <summary>E-mail.</summary>
    Email,

    /// <summary>Servers, storage and data centres.</summary>
    Infrastructure,

    /// <summary>Radio.</summary>
    Radio,

    /// <summary>Data network.</summary>
    Network,

    /// <summary>Any other system.</summary>
    Other,
}
