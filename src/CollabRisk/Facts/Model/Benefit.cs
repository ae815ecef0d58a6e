namespace CollabRisk.Facts;

/// <summary>A benefit sought from collaborating.</summary>
public enum Benefit
{
    /// <summary>Lower cost.</summary>
    CostReduction,

    /// <summary>Sturdier services that withstand disruption.</summary>
    Resilience,

    /// <summary>Better results.</summary>
    Effectiveness,

    /// <summary>The same results with less.</summary>
    Efficiency,

    /// <summary>Better service.</summary>
    ServiceQuality,

    /// <summary>Information brought together.</summary>
    InformationIntegration,

    /// <summary>Services and systems that work together.</summary>
    Interoperability,

    /// <summary>Faster response.</summary>
    ResponseTime,

    /// <summary>Value for money.</summary>
    ValueForMoney,

    /// <summary>Less bureaucracy.</summary>
    LessBureaucracy,

    /// <summary>Making the most of resources.</summary>
    MaximiseResources,

    /// <summary>Investment in technology is itself the aim; seen in D3-44.</summary>
    TechnologyInvestment,
}

/// <summary>What started a collaboration.</summary>
public enum Initiation
{
    /// <summary>Problems already present that had to be tackled.</summary>
    ProblemDriven,

    /// <summary>The business itself: the operational side saw a need.</summary>
    BusinessDriven,

    /// <summary>Chief officers' influence.</summary>
    ChiefOfficerInfluenced,

    /// <summary>A mandate from law or government.</summary>
    Mandated,
}
