using static CollabRisk.Facts.FactDirection;

namespace CollabRisk.Facts;

/// <summary>The people who work in the collaboration.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record Members
{
    /// <summary>Whether the members are willing and committed.</summary>
    [Fact("willingness and commitment of the members", "Are the members willing and committed?", Better = Yes)]
    public bool? Committed { get; init; }

    /// <summary>Whether what moves the individual members fits what the collaboration is for.</summary>
    [Fact(
        "individual motivation aligned with the shared object",
        "Does what motivates the individual members fit what the collaboration is for?",
        Better = Yes)]
    public bool? MotivationAligned { get; init; }

    /// <summary>How motivated the members are.</summary>
    [Fact("member motivation", "How motivated are the members?", Better = Higher)]
    public MotivationLevel? MotivationLevel { get; init; }

    /// <summary>Whether the members have collaborated before, with anybody.</summary>
    [Fact("earlier collaborative experience of the members", "Do the members have earlier experience of collaboration?", Better = Yes)]
    public bool? PriorExperience { get; init; }

    /// <summary>Whether the members have worked with these partners before.</summary>
    [Fact("earlier experience with these partners", "Have the members worked with these partners before?", Better = Yes)]
    public bool? PriorExperienceWithPartners { get; init; }

    /// <summary>Whether the members know one another informally across the organisations.</summary>
    [Fact("informal connections between the members", "Do the members have informal relationships across the organisations?", Better = Yes)]
    public bool? InformalConnections { get; init; }

    /// <summary>Whether the members were chosen because they want to collaborate.</summary>
    [Fact("members are selected for their motivation (select-in)", "Are members chosen for their motivation to collaborate?", Better = Yes)]
    public bool? SelectedForMotivation { get; init; }

    /// <summary>Whether there is a way out for those who do not want to take part.</summary>
    [Fact("exit route for the unwilling", "Is there a way out for those who do not want to take part?", Better = Yes)]
    public bool? ExitRoute { get; init; }

    /// <summary>Whether there is money and management time for exits and selection.</summary>
    [Fact("budget and management time for exit and selection", "Is there budget and management time for exits and selection?", Better = Yes)]
    public bool? ExitBudget { get; init; }

    /// <summary>Whether the members are shown that their work has value.</summary>
    [Fact("the value of the work is shown to individuals", "Are individuals shown the value of their work?", Better = Yes)]
    public bool? ValueDemonstrated { get; init; }

    /// <summary>Whether the members have the expertise the work needs.</summary>
    [Fact("member expertise", "Do the members have the expertise that the work needs?", Better = Yes)]
    public bool? Expertise { get; init; }

    /// <summary>Whether the members have access to resources and information.</summary>
    [Fact("members' access to resources and information", "Do the members have access to the resources and information they need?", Better = Yes)]
    public bool? ResourceAccess { get; init; }

    /// <summary>Whether the team believes that it can succeed.</summary>
    [Fact("team efficacy (collective self-belief)", "Does the team believe that it can succeed?", Better = Yes)]
    public bool? TeamEfficacy { get; init; }

    /// <summary>Whether the members adapt as the work changes.</summary>
    [Fact("adaptability to changing work requirements", "Are the members able to adapt as the work changes?", Better = Yes)]
    public bool? Adaptable { get; init; }

    /// <summary>Whether line managers know and support their people.</summary>
    [Fact("supportive line management", "Do line managers support their people?", Better = Yes)]
    public bool? PeopleSupport { get; init; }

    /// <summary>Whether motives of individuals, their organisations and the collaboration contradict one another.</summary>
    [Fact(
        "conflict between individual, organisational and collaborative motives",
        "Are there conflicts between the motives of individuals, organisations and the collaboration?",
        Better = No)]
    public bool? MotivationConflicts { get; init; }
}

/// <summary>How motivated the members are, in rising order.</summary>
[Ordered]
public enum MotivationLevel
{
    /// <summary>Little motivated.</summary>
    Low,

    /// <summary>Fairly motivated.</summary>
    Medium,

    /// <summary>Strongly motivated.</summary>
    High,
}
