using static CollabRisk.Facts.FactDirection;

namespace CollabRisk.Facts;

/// <summary>Delivery of a shared system, from business goals to deployment (business-driven development).</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record Delivery
{
    /// <summary>Whether goals are stated as what is wanted, not how to do it.</summary>
    [Fact("goals captured: stated as what, not how", "Are the goals stated as what is wanted, and not how to do it?", Better = Yes)]
    public bool? GoalsCaptured { get; init; }

    /// <summary>Whether business requirements are captured from the stakeholders' view, in business use cases.</summary>
    [Fact(
        "business requirements captured from the stakeholders' view, in business use cases",
        "Are the business requirements captured from the stakeholders' view?",
        Better = Yes)]
    public bool? RequirementsCaptured { get; init; }

    /// <summary>Whether it is checked that the right requirements can be met within operational limits.</summary>
    [Fact(
        "right requirements within operational constraints (checked)",
        "Has it been checked that the right requirements can be met within operational limits?",
        Better = Yes)]
    public bool? ConstraintsChecked { get; init; }

    /// <summary>Whether processes are modelled as they are and as they shall be.</summary>
    [Fact("as-is and to-be process models", "Have the processes been modelled as they are and as they shall be?", Better = Yes)]
    public bool? AsIsToBeModelled { get; init; }

    /// <summary>Whether a simulation shows that the processes meet the goals.</summary>
    [Fact("simulation verifies the goals", "Has a simulation shown that the processes meet the goals?", Better = Yes)]
    public bool? SimulationVerified { get; init; }

    /// <summary>Whether the architecture realises the processes and covers IT and quality of service.</summary>
    [Fact(
        "architecture derived from the processes, covering IT and quality of service",
        "Is the architecture derived from the processes, with IT and quality of service covered?",
        Better = Yes)]
    public bool? ArchitectureDerived { get; init; }

    /// <summary>Whether there are system use cases.</summary>
    [Fact("system use cases", "Are there system use cases?", Better = Yes)]
    public bool? SystemUseCases { get; init; }

    /// <summary>Whether the implementation follows from the architecture.</summary>
    [Fact(
        "implementation from the architecture (model-driven architecture, MDA)",
        "Is the implementation built from the architecture?",
        Better = Yes)]
    public bool? ImplementedFromArchitecture { get; init; }

    /// <summary>Whether new, reused and purchased services are integrated.</summary>
    [Fact("new, reused and purchased services are integrated", "Are new, reused and purchased services integrated?", Better = Yes)]
    public bool? ServicesIntegrated { get; init; }

    /// <summary>The non-functional requirements that are covered.</summary>
    public NonFunctionalRequirements NonFunctionalRequirements { get; init; } = new();

    /// <summary>Whether delivery can respond when opportunities change.</summary>
    [Fact("able to respond to changing opportunity", "Is delivery able to respond to changing opportunities?", Better = Yes)]
    public bool? ChangeResponsive { get; init; }

    /// <summary>Who owns each stage of delivery.</summary>
    public StageOwners StageOwners { get; init; } = new();
}

/// <summary>Non-functional requirements that are covered at deployment, each asked by itself.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record NonFunctionalRequirements : IFlagGroup
{
    /// <summary>Whether performance is covered.</summary>
    [Fact("performance (non-functional requirement) is covered", "Are performance requirements covered?", Better = Yes)]
    public bool? Performance { get; init; }

    /// <summary>Whether security is covered.</summary>
    [Fact("security (non-functional requirement) is covered", "Are security requirements covered?", Better = Yes)]
    public bool? Security { get; init; }

    /// <summary>Whether availability is covered.</summary>
    [Fact("availability (non-functional requirement) is covered", "Are availability requirements covered?", Better = Yes)]
    public bool? Availability { get; init; }

    /// <summary>Whether maintainability is covered.</summary>
    [Fact("maintainability (non-functional requirement) is covered", "Are maintainability requirements covered?", Better = Yes)]
    public bool? Maintainability { get; init; }
}

/// <summary>
/// Who owns each stage of delivery: a person or a role, in words. Empty text says that the stage has no owner; <see
/// langword="null"/>, that no one knows.
/// </summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record StageOwners
{
    /// <summary>Who owns the goals.</summary>
    [Fact("owner of the goals stage", "Who owns the goals stage?", Neutral = "a name in a text field; no owner is better than another")]
    public string? Goals { get; init; }

    /// <summary>Who owns the requirements.</summary>
    [Fact("owner of the requirements stage", "Who owns the requirements stage?", Neutral = "a name in a text field; no owner is better than another")]
    public string? Requirements { get; init; }

    /// <summary>Who owns the processes.</summary>
    [Fact("owner of the processes stage", "Who owns the processes stage?", Neutral = "a name in a text field; no owner is better than another")]
    public string? Processes { get; init; }

    /// <summary>Who owns the architecture.</summary>
    [Fact("owner of the architecture stage", "Who owns the architecture stage?", Neutral = "a name in a text field; no owner is better than another")]
    public string? Architecture { get; init; }

    /// <summary>Who owns the implementation.</summary>
    [Fact(
        "owner of the implementation stage",
        "Who owns the implementation stage?",
        Neutral = "a name in a text field; no owner is better than another")]
    public string? Implementation { get; init; }

    /// <summary>Who owns the integration.</summary>
    [Fact("owner of the integration stage", "Who owns the integration stage?", Neutral = "a name in a text field; no owner is better than another")]
    public string? Integration { get; init; }

    /// <summary>Who owns the deployment.</summary>
    [Fact("owner of the deployment stage", "Who owns the deployment stage?", Neutral = "a name in a text field; no owner is better than another")]
    public string? Deployment { get; init; }
}
