using static CollabRisk.Facts.FactDirection;

namespace CollabRisk.Facts;

/// <summary>Culture: rules, norms and values.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record Culture
{
    /// <summary>How the partners approach rules and norms.</summary>
    [Fact(
        "approach to rules and norms (culture strategy)",
        "Which approach do the partners take to rules and norms?",
        Neutral = "which approach to culture is better is an open question of the sources (D3-109, D3-110)")]
    public CultureStrategy? Strategy { get; init; }

    /// <summary>How far apart the partners' cultures are.</summary>
    [Fact(
        "cultural distance",
        "How far apart are the partners' cultures?",
        Neutral = "cultural difference brings new ideas as well as friction (D3-48)")]
    public CulturalDistance? Differences { get; init; }

    /// <summary>Whether working jointly is part of the culture.</summary>
    [Fact("culture built on joint working practices", "Is the culture built on working jointly?", Better = Yes)]
    public bool? JointWorkingPractices { get; init; }

    /// <summary>The supportive traits that the culture has.</summary>
    public CultureTraits Traits { get; init; } = new();

    /// <summary>Whether the partners keep separate identities, such as uniforms, badges or names.</summary>
    [Fact(
        "separate identities are kept",
        "Do the partners keep separate identities, such as uniforms or names?",
        Neutral = "separate identities are a choice; the source reports strain and a success in the same case (D3-98, D3-101)")]
    public bool? SeparateIdentities { get; init; }

    /// <summary>The kinds of cultural tension that can be seen.</summary>
    public ObservedTensions ObservedTensions { get; init; } = new();

    /// <summary>Whether the partners' values go together.</summary>
    [Fact("compatible values (value congruence)", "Are the partners' values compatible?", Better = Yes)]
    public bool? ValuesCompatible { get; init; }

    /// <summary>Whether the professions speak and reason differently.</summary>
    [Fact("divergent professional discourses", "Do the professions speak and reason differently?", Better = No)]
    public bool? DiscoursesDivergent { get; init; }

    /// <summary>Whether the partners are sensitive to differences in culture.</summary>
    [Fact("sensitivity to cultural difference", "Are the partners sensitive to differences in culture?", Better = Yes)]
    public bool? Sensitivity { get; init; }

    /// <summary>Whether members feel that they belong to the collaboration.</summary>
    [Fact("collective identity", "Is there a collective identity that members share?", Better = Yes)]
    public bool? CollectiveIdentity { get; init; }

    /// <summary>Whether the partners have examined their own and one another's values and rituals.</summary>
    [Fact(
        "the partners have examined their own and others' values and rituals",
        "Have the partners examined their own and one another's values and rituals?",
        Better = Yes)]
    public bool? ValuesAndRitualsReflectedOn { get; init; }

    /// <summary>Whether the partners bring political or historical baggage.</summary>
    [Fact("political and historical baggage", "Do the partners bring political or historical baggage with them?", Better = No, Fixed = true)]
    public bool? HistoricalBaggage { get; init; }
}

/// <summary>Traits of a culture that support collaboration, each asked by itself.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record CultureTraits : IFlagGroup
{
    /// <summary>Whether the culture is flexible.</summary>
    [Fact("flexibility (supportive culture trait)", "Is the culture flexible?", Better = Yes)]
    public bool? Flexibility { get; init; }

    /// <summary>Whether the culture supports teamwork.</summary>
    [Fact("teamwork (supportive culture trait)", "Does the culture support teamwork?", Better = Yes)]
    public bool? Teamwork { get; init; }

    /// <summary>Whether a shared vision is part of the culture.</summary>
    [Fact("shared vision (supportive culture trait)", "Is a shared vision part of the culture?", Better = Yes)]
    public bool? SharedVision { get; init; }

    /// <summary>Whether people take part in decisions as a matter of course.</summary>
    [Fact("participation in decisions (supportive culture trait)", "Do people take part in decisions as a matter of course?", Better = Yes)]
    public bool? ParticipationInDecisions { get; init; }

    /// <summary>Whether the culture is one of open communication.</summary>
    [Fact("open communication (supportive culture trait)", "Is the culture one of open communication?", Better = Yes)]
    public bool? OpenCommunication { get; init; }
}

/// <summary>Kinds of cultural tension that can be seen, each asked by itself.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record ObservedTensions : IFlagGroup
{
    /// <summary>Whether there is tension over small daily matters, such as who sits where.</summary>
    [Fact("tension over domestic matters", "Is there tension over small daily matters, such as who sits where?", Better = No)]
    public bool? Domestic { get; init; }

    /// <summary>Whether there is tension over space and equipment.</summary>
    [Fact("tension over space and equipment (territory)", "Is there tension over space or equipment?", Better = No)]
    public bool? SpaceAndEquipment { get; init; }

    /// <summary>Whether there is tension over different terms and conditions.</summary>
    [Fact("tension over terms and conditions of employment", "Is there tension over different terms and conditions?", Better = No)]
    public bool? TermsAndConditions { get; init; }

    /// <summary>Whether there is tension over identity.</summary>
    [Fact("tension over identity", "Is there tension over identity?", Better = No)]
    public bool? Identity { get; init; }
}

/// <summary>How partners approach rules and norms.</summary>
public enum CultureStrategy
{
    /// <summary>They create new, shared ones.</summary>
    NewShared,

    /// <summary>Each keeps its own.</summary>
    RetainSeparate,

    /// <summary>They bring the existing ones into line.</summary>
    AlignExisting,

    /// <summary>They have not decided.</summary>
    Undecided,
}

/// <summary>How far apart the partners' cultures are, in rising order.</summary>
[Ordered]
public enum CulturalDistance
{
    /// <summary>Close to one another.</summary>
    Low,

    /// <summary>Noticeably different.</summary>
    Medium,

    /// <summary>Far apart.</summary>
    High,
}
