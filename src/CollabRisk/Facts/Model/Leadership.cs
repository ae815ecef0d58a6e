using static CollabRisk.Facts.FactDirection;

namespace CollabRisk.Facts;

/// <summary>Leaders: their support, style, attributes and skills.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record Leadership
{
    /// <summary>Whether leaders support the work at project level.</summary>
    [Fact("leadership support at project level", "Is there support from leaders at project level?", Better = Yes)]
    public bool? ProjectSupport { get; init; }

    /// <summary>Whether executives back the collaboration.</summary>
    [Fact("executive support (sponsorship)", "Is there support from executives?", Better = Yes)]
    public bool? ExecutiveSupport { get; init; }

    /// <summary>Whether leadership is effective.</summary>
    [Fact("effective leadership", "Is leadership effective?", Better = Yes)]
    public bool? Effective { get; init; }

    /// <summary>Whether the collaboration has a visionary, strategic leader.</summary>
    [Fact("visionary, strategic leader", "Is there a visionary, strategic leader?", Better = Yes)]
    public bool? Visionary { get; init; }

    /// <summary>Whether the collaboration has a determined leader.</summary>
    [Fact("determined leader", "Is there a determined leader?", Better = Yes)]
    public bool? Determined { get; init; }

    /// <summary>Whether leaders are willing to compromise.</summary>
    [Fact("leaders are willing to compromise", "Are leaders willing to compromise?", Better = Yes)]
    public bool? WillingToCompromise { get; init; }

    /// <summary>Whether leaders take up the concerns of the people affected.</summary>
    [Fact("leaders take up people issues (people-focused leadership)", "Do leaders take up the concerns of the people affected?", Better = Yes)]
    public bool? EngagesPeopleIssues { get; init; }

    /// <summary>The leadership styles in use.</summary>
    public LeadershipStyles Styles { get; init; } = new();

    /// <summary>Whether leadership is spread over several people and levels: distributed or plural leadership.</summary>
    [Fact("distributed (plural) leadership", "Is leadership spread over several people or levels?", Better = Yes)]
    public bool? Distributed { get; init; }

    /// <summary>How leaders are developed.</summary>
    [Fact("leadership development", "How are leaders developed?", Better = Higher)]
    public LeadershipDevelopment? Development { get; init; }

    /// <summary>What the key personalities do to the collaboration.</summary>
    [Fact("effect of key personalities", "How do the key personalities affect the collaboration?", Better = Higher)]
    public KeyPersonalities? KeyPersonalities { get; init; }

    /// <summary>Whether senior leaders have changed, or are about to.</summary>
    [Fact("change of senior leaders (turnover)", "Have senior leaders changed, or are they about to?", Better = No, Fixed = true)]
    public bool? SeniorTurnover { get; init; }

    /// <summary>Whether new leaders are brought up to the strategy.</summary>
    [Fact(
        "new leaders are briefed on the strategy (onboarding of successors)",
        "Are new leaders briefed on the strategy when they take over?",
        Better = Yes)]
    public bool? SuccessorBriefed { get; init; }

    /// <summary>What the leaders are like.</summary>
    public LeaderAttributes Attributes { get; init; } = new();

    /// <summary>Whether the leaders have led or worked in collaborations before.</summary>
    [Fact("the leaders' earlier experience of collaboration", "Do the leaders have earlier experience of collaboration?", Better = Yes)]
    public bool? PriorExperience { get; init; }

    /// <summary>Whether one person is appointed jointly to lead.</summary>
    [Fact(
        "joint appointment (shared head)",
        "Is there a joint appointment, such as a shared head?",
        Neutral = "the source describes that joint appointments are made and does not assess it (D4-15)")]
    public bool? JointAppointment { get; init; }

    /// <summary>The role that managers take.</summary>
    [Fact(
        "manager role (system controller or network builder)",
        "Which role do the managers take?",
        Neutral = "neither outlook is a fault by itself; it depends on the setting (D4-21)")]
    public ManagerRole? ManagerRole { get; init; }

    /// <summary>What managers see as their task.</summary>
    [Fact(
        "management tasks",
        "What do the managers see as their task?",
        Neutral = "neither outlook is a fault by itself; it depends on the setting (D4-21)")]
    public ManagementTasks? ManagementTasks { get; init; }

    /// <summary>What managers actually do.</summary>
    [Fact(
        "management activities",
        "What do the managers spend most of their time on: planning, designing and leading the work themselves, or bringing people of different organisations together and opening up what they could do?",
        Neutral = "neither outlook is a fault by itself; it depends on the setting (D4-21)")]
    public ManagementActivities? ManagementActivities { get; init; }

    /// <summary>Whether leaders understand the context and the kind of collaboration they are in.</summary>
    [Fact(
        "leaders understand the context and the form of collaboration (sense-making)",
        "Do leaders understand the context and the kind of collaboration they are in?",
        Better = Yes)]
    public bool? ContextUnderstood { get; init; }

    /// <summary>Whether senior management builds trust and openness.</summary>
    [Fact("senior management builds trust and transparency", "Does senior management build trust and openness?", Better = Yes)]
    public bool? SponsorsTrustCulture { get; init; }

    /// <summary>Whether leaders respond to grievances.</summary>
    [Fact("leaders respond to grievances", "Do leaders respond to grievances?", Better = Yes)]
    public bool? MitigatesGrievances { get; init; }

    /// <summary>Whether leaders and budget holders contest what is said to be impossible.</summary>
    [Fact("leaders and budget holders contest apparent barriers", "Do leaders and budget holders challenge apparent barriers?", Better = Yes)]
    public bool? ChallengesBarriers { get; init; }

    /// <summary>Whether the capacity of leaders and workforce is built up.</summary>
    [Fact("leadership and workforce capacity is built up", "Is the capacity of leaders and workforce being built up?", Better = Yes)]
    public bool? Capacity { get; init; }

    /// <summary>Whether leaders show commitment on behalf of all partners.</summary>
    [Fact("leaders show commitment on behalf of all partners", "Do leaders show commitment on behalf of all partners?", Better = Yes)]
    public bool? CommitmentDemonstrated { get; init; }

    /// <summary>Whether leadership is named as the whole explanation for how things go.</summary>
    [Fact(
        "leadership is named as the whole explanation",
        "Is leadership named as the whole explanation for success or failure?",
        Neutral = "says how people explain the outcome, not how the collaboration does")]
    public bool? NamedAsSoleCause { get; init; }

    /// <summary>The boundary-spanning skills the leaders have.</summary>
    public BoundarySkills Skills { get; init; } = new();
}

/// <summary>
/// The leadership styles in use, each asked by itself. For distributed and pluralist leadership see <see
/// cref="Leadership.Distributed"/>.
/// </summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record LeadershipStyles : IFlagGroup
{
    /// <summary>Whether leaders command and control.</summary>
    [Fact(
        "command-and-control leadership",
        "Do leaders lead by command and control?",
        Neutral = "the style is not a fault by itself; both cases called successes had a leader who stood out (D0-23, D3-84)")]
    public bool? CommandAndControl { get; init; }

    /// <summary>Whether one outstanding person is expected to lead.</summary>
    [Fact(
        "heroic leadership",
        "Is leadership left to one heroic figure?",
        Neutral = "the style is not a fault by itself; both cases called successes had a leader who stood out (D0-23, D3-84)")]
    public bool? Heroic { get; init; }

    /// <summary>Whether leadership follows rank.</summary>
    [Fact(
        "hierarchical leadership",
        "Does leadership follow rank, from the top down?",
        Neutral = "the style is not a fault by itself; both cases called successes had a leader who stood out (D0-23, D3-84)")]
    public bool? Hierarchical { get; init; }

    /// <summary>Whether leaders lead by reward and correction.</summary>
    [Fact("transactional leadership (by reward and correction)", "Do leaders lead by reward and correction?", Better = Yes)]
    public bool? Transactional { get; init; }

    /// <summary>Whether leaders lead by inspiring people to change.</summary>
    [Fact("transformational leadership (by inspiring change)", "Do leaders inspire people to change?", Better = Yes)]
    public bool? Transformational { get; init; }

    /// <summary>Whether leaders help others to work things out.</summary>
    [Fact("facilitative leadership", "Do leaders facilitate, helping others to work things out?", Better = Yes)]
    public bool? Facilitative { get; init; }

    /// <summary>Whether leaders argue for a position.</summary>
    [Fact("advocacy in leadership", "Do leaders advocate, arguing for a position?", Better = Yes)]
    public bool? Advocacy { get; init; }
}

/// <summary>What leaders who span boundaries are like, each attribute asked by itself.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record LeaderAttributes : IFlagGroup
{
    /// <summary>Whether the leaders attend to those served.</summary>
    [Fact("customer focus (boundary-spanner attribute)", "Are the leaders attentive to those they serve?", Better = Yes)]
    public bool? CustomerFocus { get; init; }

    /// <summary>Whether the leaders are committed.</summary>
    [Fact("commitment (boundary-spanner attribute)", "Are the leaders committed?", Better = Yes)]
    public bool? Commitment { get; init; }

    /// <summary>Whether the leaders are predictable and can be trusted.</summary>
    [Fact(
        "integrity, or predictability (boundary-spanner attribute)",
        "Do the leaders have integrity, so that people can trust and predict them?",
        Better = Yes)]
    public bool? Integrity { get; init; }

    /// <summary>Whether the leaders are entrepreneurial.</summary>
    [Fact("entrepreneurship (boundary-spanner attribute)", "Are the leaders entrepreneurial?", Better = Yes)]
    public bool? Entrepreneurship { get; init; }

    /// <summary>Whether the leaders are skilled in relationships: good networkers.</summary>
    [Fact("relational competence: a good networker (boundary-spanner attribute)", "Are the leaders skilled at building relationships?", Better = Yes)]
    public bool? RelationalCompetence { get; init; }
}

/// <summary>The skills of working across boundaries, each asked by itself.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record BoundarySkills : IFlagGroup
{
    /// <summary>Whether the leaders can get things started.</summary>
    [Fact("initiation: getting things started (boundary-spanning skill)", "Are the leaders able to get things started?", Better = Yes)]
    public bool? Initiation { get; init; }

    /// <summary>Whether the leaders can negotiate.</summary>
    [Fact("negotiation (boundary-spanning skill)", "Are the leaders able to negotiate?", Better = Yes)]
    public bool? Negotiation { get; init; }

    /// <summary>Whether the leaders are diplomatic.</summary>
    [Fact("diplomacy (boundary-spanning skill)", "Are the leaders diplomatic?", Better = Yes)]
    public bool? Diplomacy { get; init; }

    /// <summary>Whether the leaders can solve problems.</summary>
    [Fact("problem solving (boundary-spanning skill)", "Are the leaders able to solve problems?", Better = Yes)]
    public bool? ProblemSolving { get; init; }

    /// <summary>Whether the leaders can develop strategy.</summary>
    [Fact("strategic development (boundary-spanning skill)", "Are the leaders able to develop strategy?", Better = Yes)]
    public bool? StrategicDevelopment { get; init; }

    /// <summary>Whether the leaders are tactful.</summary>
    [Fact("tact (boundary-spanning skill)", "Are the leaders tactful?", Better = Yes)]
    public bool? Tact { get; init; }

    /// <summary>Whether the leaders can answer to several bodies and shift between them.</summary>
    [Fact(
        "moving between accountabilities (boundary-spanning skill)",
        "Are the leaders able to move between the bodies they are accountable to?",
        Better = Yes)]
    public bool? MovesBetweenAccountabilities { get; init; }

    /// <summary>Whether the leaders' energy motivates others.</summary>
    [Fact("energising others (boundary-spanning skill)", "Do the leaders energise others?", Better = Yes)]
    public bool? EnergisesOthers { get; init; }
}

/// <summary>How leaders are developed, in rising order.</summary>
[Ordered]
public enum LeadershipDevelopment
{
    /// <summary>Leaders are not developed.</summary>
    None,

    /// <summary>Leaders at one level are developed.</summary>
    SingleLevel,

    /// <summary>Leaders at several levels are developed.</summary>
    MultiLevel,
}

/// <summary>What key personalities do to a collaboration, in rising order.</summary>
[Ordered]
public enum KeyPersonalities
{
    /// <summary>They are in the way.</summary>
    Blocking,

    /// <summary>Some open the way and some are in it.</summary>
    Mixed,

    /// <summary>They open the way.</summary>
    Enabling,
}

/// <summary>The role that managers take.</summary>
public enum ManagerRole
{
    /// <summary>Controls a system (the classical view).</summary>
    SystemController,

    /// <summary>Mediates, and builds a network (the network view).</summary>
    MediatorNetworkBuilder,
}

/// <summary>What managers see as their task.</summary>
public enum ManagementTasks
{
    /// <summary>Plan and guide the organisation's own processes (the classical view).</summary>
    PlanAndGuideProcesses,

    /// <summary>Guide interactions and open up opportunities (the network view).</summary>
    GuideInteractions,
}

/// <summary>What managers do.</summary>
public enum ManagementActivities
{
    /// <summary>Plan, design and lead (the classical view).</summary>
    PlanDesignLead,

    /// <summary>Guide interactions (the network view).</summary>
    GuideInteractions,
}
