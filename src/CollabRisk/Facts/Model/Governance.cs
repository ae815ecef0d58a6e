using System.Diagnostics.CodeAnalysis;
using static CollabRisk.Facts.FactDirection;

namespace CollabRisk.Facts;

/// <summary>Governance and the division of labour.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record Governance
{
    /// <summary>Whether one organisation leads. Follows from the partners' roles where they are known.</summary>
    [Fact(
        "one organisation leads (lead-organisation governance)",
        "Does one organisation lead?",
        Neutral = "a lead eases decisions and can make the others draw back (D3-91, D3-92)")]
    public bool? LeadOrganisation { get; init; }

    /// <summary>
    /// Whether the collaboration is one new entity that everybody can see, with a team, a vision and a place of its own.
    /// </summary>
    [Fact(
        "one highly visible new entity",
        "Is the collaboration one new entity that everybody can see, with a team, a vision and a place of its own?",
        Neutral = "one case of the source set itself apart by it, and the other kept its teams apart; both are called successes")]
    public bool? VisibleSingleEntity { get; init; }

    /// <summary>Whether authority lies in one place or several.</summary>
    [Fact("authority structure", "Is authority in one place or divided?", Neutral = "says what kind of setting it is, which no source ranks")]
    public AuthorityStructure? AuthorityStructure { get; init; }

    /// <summary>Whether goals are clear and settled, or various and changing.</summary>
    [Fact(
        "goal structure",
        "Are the goals clear and well defined, or various and changing?",
        Neutral = "says what kind of setting it is, which no source ranks")]
    public GoalStructure? GoalStructure { get; init; }

    /// <summary>Whether it is clear who does what.</summary>
    [Fact("roles are defined (division of labour)", "Are roles and responsibilities clear?", Better = Yes)]
    public bool? RolesDefined { get; init; }

    /// <summary>Whether the partners understand one another's structures and processes.</summary>
    [Fact("mutual understanding of structures and processes", "Do the partners understand one another's structures and processes?", Better = Yes)]
    public bool? PartnerStructuresUnderstood { get; init; }

    /// <summary>Whether it is known who can get things done.</summary>
    [Fact("the key individuals, who can get things done, are known", "Are the people known who can get things done?", Better = Yes)]
    public bool? KeyIndividualsIdentified { get; init; }

    /// <summary>Whether it is worked out which rank or role in one organisation matches which in another.</summary>
    [Fact(
        "rank and role equivalence across the partners is mapped",
        "Is it worked out which ranks and roles match across the partners?",
        Better = Yes)]
    public bool? RoleEquivalenceMapped { get; init; }

    /// <summary>Whether it is decided who takes part and how.</summary>
    [Fact("membership is decided: who takes part, and how", "Is it decided who takes part and how?", Better = Yes)]
    public bool? MembershipDecided { get; init; }

    /// <summary>Whether it is explicit what each partner contributes.</summary>
    [Fact("each partner's contribution is explicit (contribution clarity)", "Is it explicit what each partner contributes?", Better = Yes)]
    public bool? ContributionsExplicit { get; init; }

    /// <summary>Whether partners and members are chosen by criteria.</summary>
    [Fact("selection criteria for partners and members", "Are there criteria for choosing partners and members?", Better = Yes)]
    public bool? SelectionCriteria { get; init; }

    /// <summary>Whether lines of accountability and communication are tangled.</summary>
    [Fact("complex accountability and communication", "Are the lines of accountability and communication tangled?", Better = No)]
    public bool? AccountabilityComplex { get; init; }

    /// <summary>Whether staff of the partners work under the same terms and conditions.</summary>
    [Fact("terms and conditions of employment are harmonised", "Are the terms and conditions of staff harmonised across the partners?", Better = Yes)]
    public bool? TermsHarmonised { get; init; }

    /// <summary>Whether the partners sit together in the meetings where work is designed and delivered.</summary>
    [Fact(
        "joint working meetings: the partners sit in design and delivery meetings",
        "Do all partners sit in the meetings where the work is designed and delivered?",
        Better = Yes)]
    public bool? JointWorkingMeetings { get; init; }

    /// <summary>Whether it is recorded who does what, when and how.</summary>
    [Fact("actions are tracked: who, what, when and how", "Is it recorded who does what, when and how?", Better = Yes)]
    public bool? ActionsTracked { get; init; }

    /// <summary>Whether the partners share a framework of expectations and budget cycles.</summary>
    [Fact("shared framework of expectations and budget cycles", "Do the partners share a framework of expectations and budget cycles?", Better = Yes)]
    public bool? SharedFramework { get; init; }

    /// <summary>Whether some partners have more power than others.</summary>
    [Fact("asymmetrical power", "Do some partners have much more power than others?", Better = No)]
    public bool? PowerAsymmetry { get; init; }

    /// <summary>Whether some partners are seen as less legitimate than others: a "democratic deficit".</summary>
    [Fact("asymmetrical perceptions of legitimacy ('democratic deficit')", "Are some partners seen as less legitimate than others?", Better = No)]
    public bool? LegitimacyAsymmetry { get; init; }

    /// <summary>Whether the partners have negotiated a settlement between them.</summary>
    [Fact("negotiated settlement between the partners", "Have the partners negotiated a settlement between them?", Better = Yes)]
    public bool? SettlementAgreed { get; init; }

    /// <summary>Whether the partners have agreed how to resolve conflicts.</summary>
    [Fact("agreed rules for resolving conflicts (conflict norms)", "Have the partners agreed how to resolve conflicts?", Better = Yes)]
    public bool? ConflictNormsAgreed { get; init; }

    /// <summary>Whether the partners define the problem and its solution alike.</summary>
    [Fact("shared definition of problem and solution", "Do the partners agree on what the problem and the solution are?", Better = Yes)]
    public bool? ProblemDefinitionShared { get; init; }

    /// <summary>Whether decisions are prepared informally before the formal meeting.</summary>
    [Fact(
        "decisions are prepared before the meeting (informal negotiation)",
        "Are decisions prepared informally before formal meetings?",
        Better = Yes)]
    public bool? PreMeetingNegotiation { get; init; }

    /// <summary>Whether the partners keep talking until a decision suits all of them.</summary>
    [Fact("decisions must suit all partners (consensus rule)", "Do the partners look for decisions that suit all of them?", Better = Yes)]
    public bool? DecisionPleasesAll { get; init; }

    /// <summary>Whether decisions are made fast.</summary>
    [Fact("fast decisions (decision speed)", "Are decisions made fast?", Better = Yes)]
    public bool? FastDecisions { get; init; }

    /// <summary>Number of key task areas, or workstreams, that have been defined.</summary>
    [Fact(
        "number of key task areas (workstreams) defined",
        "How many workstreams have been defined?",
        Neutral = "the source reports a count for one case and ties no effect to the number",
        Min = 0,
        Descriptive = "the source reports a count for one case and ties no effect to the number")]
    public int? WorkstreamsDefined { get; init; }
}

/// <summary>Where authority lies.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Single is the word of the source.")]
public enum AuthorityStructure
{
    /// <summary>In one place (the classical view).</summary>
    Single,

    /// <summary>In several places (the network view).</summary>
    Divided,
}

/// <summary>What the goals are like.</summary>
public enum GoalStructure
{
    /// <summary>Clear goals and well-defined problems (the classical view).</summary>
    ClearWellDefined,

    /// <summary>Various and changing definitions of problems and goals (the network view).</summary>
    VariousChanging,
}
