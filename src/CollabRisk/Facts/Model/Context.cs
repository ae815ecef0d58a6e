using static CollabRisk.Facts.FactDirection;

namespace CollabRisk.Facts;

/// <summary>The collaboration's surroundings: law, policy, money, politics and history.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record Context
{
    /// <summary>Whether the partners' budgets are under pressure to be cut.</summary>
    [Fact(
        "pressure of austerity (fiscal stress)",
        "Are the partners under pressure to cut spending?",
        Neutral = "it sharpens the interest in collaborating as well as the strain on people (D3-01, D3-201)",
        Fixed = true)]
    public bool? AusterityPressure { get; init; }

    /// <summary>Under whose law the services work; one that a pack adds is in <see cref="Collaboration.AddedWords"/>.</summary>
    [Fact(
        "the country, or the part of the United Kingdom, whose law the services are under (jurisdiction)",
        "Under whose law do the services work?",
        Neutral = "no law is better than another",
        MoreWords = "the list has the laws that the library tells apart, and one word for all other countries",
        Fixed = true)]
    public Jurisdiction? Jurisdiction { get; init; }

    /// <summary>Whether the law obliges the partners to collaborate.</summary>
    [Fact(
        "statutory duty to collaborate (mandate)",
        "Does the law oblige the partners to collaborate?",
        Neutral = "no source reports that a duty to collaborate helps or harms",
        Fixed = true)]
    public bool? StatutoryDuty { get; init; }

    /// <summary>Whether it is spelled out what the duty to collaborate requires.</summary>
    [Fact(
        "the content of the duty is specified (clarity of the mandate)",
        "Is it spelled out what the duty to collaborate requires?",
        Better = Yes,
        Fixed = true)]
    public bool? DutySpecified { get; init; }

    /// <summary>Whether government policy on such collaborations is clear.</summary>
    [Fact("clear policy framework", "Is the policy that governs the collaboration clear?", Better = Yes, Fixed = true)]
    public bool? PolicyClarity { get; init; }

    /// <summary>Whether the same legal powers cover every partner.</summary>
    [Fact(
        "the same enabling powers cover every partner (symmetry of powers)",
        "Do the same legal powers cover every partner?",
        Better = Yes,
        Fixed = true)]
    public bool? PowersSymmetric { get; init; }

    /// <summary>
    /// Whether the level of government that governs these services gives a strategic direction, and the collaboration takes
    /// it into account. That level is the nation in some countries, and a state, province or region in others.
    /// </summary>
    [Fact(
        "strategic direction from the level of government that governs these services, present and taken into account (national perspective)",
        "Does the level of government that governs these services give a strategic direction, and does the collaboration take it into account?",
        Better = Yes,
        Fixed = true)]
    public bool? NationalDirection { get; init; }

    /// <summary>Whether government departments say the same thing about collaboration.</summary>
    [Fact(
        "consistent messages from government departments",
        "Do government departments give consistent messages about collaboration?",
        Better = Yes,
        Fixed = true)]
    public bool? GovernmentMessagesConsistent { get; init; }

    /// <summary>Whether the partners' funding cycles fall at the same time.</summary>
    [Fact("funding cycles coincide", "Do the partners' funding cycles coincide?", Better = Yes, Fixed = true)]
    public bool? FundingTimingAligned { get; init; }

    /// <summary>Whether the rules of their funding let the partners commit to a like degree.</summary>
    [Fact(
        "funding rules let the partners commit to a comparable degree (nature of funding)",
        "Do the rules of their funding let the partners commit to a similar degree?",
        Better = Yes,
        Fixed = true)]
    public bool? FundingNatureCompatible { get; init; }

    /// <summary>What local politics does to the collaboration.</summary>
    [Fact("local political environment", "How does local politics affect the collaboration?", Better = Higher, Fixed = true)]
    public LocalPolitics? LocalPolitics { get; init; }

    /// <summary>What earlier cooperation or conflict between the partners does to the collaboration.</summary>
    [Fact(
        "legacy of earlier cooperation or conflict (prehistory)",
        "How does what happened in earlier collaborations affect this one?",
        Better = Higher,
        Fixed = true)]
    public LegacyEffect? LegacyEffect { get; init; }

    /// <summary>Whether demand rises while resources shrink.</summary>
    [Fact("demand rises while resources shrink (demand-resource gap)", "Is demand rising while resources shrink?", Better = No, Fixed = true)]
    public bool? DemandResourceGap { get; init; }

    /// <summary>Whether attention stays on performance targets that are set for each organisation by itself.</summary>
    [Fact(
        "performance targets of the single organisations take most of the attention (dominant target regime)",
        "Do performance targets set for each organisation by itself take most of the attention?",
        Better = No,
        Fixed = true)]
    public bool? TargetRegimeDominant { get; init; }

    /// <summary>Whether policy or politics around the collaboration keeps changing.</summary>
    [Fact("policy turbulence (political volatility)", "Does policy or politics around the collaboration keep changing?", Better = No, Fixed = true)]
    public bool? PolicyTurbulence { get; init; }

    /// <summary>Whether an acute incident is in progress: the services are responding to a crisis now.</summary>
    [Fact(
        "an acute incident is in progress (crisis mode)",
        "Is an acute incident in progress?",
        Neutral = "in an incident people pull together, so strain may be hidden for a while (D3-155)",
        Fixed = true)]
    public bool? CrisisMode { get; init; }

    /// <summary>Whether the way the services are set up is in the way of joint work.</summary>
    [Fact("structural barriers to joint work", "Are there structural barriers to working together?", Better = No, Fixed = true)]
    public bool? StructuralBarriers { get; init; }

    /// <summary>Whether narrow local interests come before the common one.</summary>
    [Fact("narrow local interests come first (parochialism)", "Do narrow local interests come before the common interest?", Better = No)]
    public bool? ParochialInterests { get; init; }

    /// <summary>Whether pressures from outside and inside are reassessed while the collaboration lives.</summary>
    [Fact(
        "external and internal pressures are reassessed during the life of the collaboration (environment review)",
        "Are pressures from outside and inside reassessed as the collaboration goes on?",
        Better = Yes)]
    public bool? EnvironmentReviewed { get; init; }

    /// <summary>Whether working models are built around single services.</summary>
    [Fact("models built around single services (silos)", "Are the working models built around single services?", Better = No)]
    public bool? SiloedModels { get; init; }
}

/// <summary>What local politics does to a collaboration, in rising order.</summary>
[Ordered]
public enum LocalPolitics
{
    /// <summary>It holds the collaboration back.</summary>
    Inhibiting,

    /// <summary>It does neither.</summary>
    Neutral,

    /// <summary>It encourages the collaboration.</summary>
    Stimulating,
}

/// <summary>What earlier cooperation or conflict does to a collaboration, in rising order.</summary>
[Ordered]
public enum LegacyEffect
{
    /// <summary>It makes the partners less ready to collaborate.</summary>
    Negative,

    /// <summary>It makes no difference, or there is no such history.</summary>
    None,

    /// <summary>It makes the partners readier to collaborate.</summary>
    Positive,
}
