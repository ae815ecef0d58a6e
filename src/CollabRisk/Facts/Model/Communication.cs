using static CollabRisk.Facts.FactDirection;

namespace CollabRisk.Facts;

/// <summary>Communication within the collaboration and with those it affects.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record Communication
{
    /// <summary>Whether the partners communicate regularly and often.</summary>
    [Fact("regular, frequent communication", "Do the partners communicate regularly and often?", Better = Yes)]
    public bool? Regular { get; init; }

    /// <summary>Whether the means of communication are simple and direct.</summary>
    [Fact("simple and direct means of communication (media)", "Are the means of communication simple and direct?", Better = Yes)]
    public bool? SimpleTools { get; init; }

    /// <summary>The channels in use; the empty set says that there are none.</summary>
    [Fact(
        "communication channels in use",
        "Which channels are used to communicate?",
        Neutral = "the source lists channels and ties no effect to any one of them",
        Descriptive = "the source lists channels and ties no effect to any one of them")]
    public FactSet<CommunicationChannel>? Channels { get; init; }

    /// <summary>Whether communication serves to inform stakeholders.</summary>
    [Fact("communication to inform stakeholders (informing purpose)", "Are stakeholders kept informed?", Better = Yes)]
    public bool? InformsStakeholders { get; init; }

    /// <summary>Whether communication serves to involve stakeholders in decisions.</summary>
    [Fact(
        "communication to involve stakeholders in decisions (decision purpose)",
        "Are stakeholders involved in decisions that concern them?",
        Better = Yes)]
    public bool? EngagesForDecision { get; init; }

    /// <summary>Whether communication goes upwards as well as downwards.</summary>
    [Fact("two-way communication, upwards and downwards", "Does communication flow upwards as well as downwards?", Better = Yes)]
    public bool? TwoWay { get; init; }

    /// <summary>Whether staff are welcome to question and challenge.</summary>
    [Fact("challenge by staff is welcomed (employee voice)", "Are staff welcome to question and challenge?", Better = Yes)]
    public bool? StaffChallengeWelcomed { get; init; }

    /// <summary>Whether the partners listen to one another.</summary>
    [Fact("active listening to the partners", "Do the partners listen actively to one another?", Better = Yes)]
    public bool? Listening { get; init; }

    /// <summary>Whether communication is both written and oral.</summary>
    [Fact("written as well as oral communication (media mix)", "Is communication both written and oral?", Better = Yes)]
    public bool? WrittenAndOral { get; init; }

    /// <summary>Whether there is a formal structure for communication, such as boards and reports.</summary>
    [Fact("formal communication structure", "Is there a formal structure for communication?", Better = Yes)]
    public bool? FormalStructures { get; init; }

    /// <summary>Whether people also communicate informally.</summary>
    [Fact("informal communication structure", "Are there informal ways to communicate that people use?", Better = Yes)]
    public bool? InformalStructures { get; init; }

    /// <summary>Whether communication reaches every level and department that takes part.</summary>
    [Fact(
        "communication reaches every participating level and department",
        "Does communication reach every level and department that takes part?",
        Better = Yes)]
    public bool? AllLevels { get; init; }

    /// <summary>The stakeholders whom communication reaches.</summary>
    public CommunicationReach Reaches { get; init; } = new();

    /// <summary>Whether communication flows openly.</summary>
    [Fact(
        "open flow of communication",
        "Does communication flow openly?",
        Better = Yes,
        Descriptive = "the one claim about it (D3-106) is asked as culture.traits.openCommunication, so that it counts once")]
    public bool? OpenFlow { get; init; }
}

/// <summary>The stakeholders whom communication reaches, each asked by itself.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record CommunicationReach : IFlagGroup
{
    /// <summary>Whether communication reaches senior management.</summary>
    [Fact("communication reaches senior management", "Does communication reach senior management?", Better = Yes)]
    public bool? SeniorManagement { get; init; }

    /// <summary>Whether communication reaches suppliers.</summary>
    [Fact("communication reaches suppliers", "Does communication reach suppliers?", Better = Yes)]
    public bool? Suppliers { get; init; }

    /// <summary>Whether communication reaches other teams.</summary>
    [Fact("communication reaches other teams", "Does communication reach other teams?", Better = Yes)]
    public bool? OtherTeams { get; init; }

    /// <summary>Whether communication reaches the departments.</summary>
    [Fact("communication reaches the departments", "Does communication reach the departments?", Better = Yes)]
    public bool? Departments { get; init; }

    /// <summary>Whether communication reaches staff.</summary>
    [Fact("communication reaches staff", "Does communication reach staff?", Better = Yes)]
    public bool? Staff { get; init; }
}

/// <summary>A channel of communication.</summary>
public enum CommunicationChannel
{
    /// <summary>E-mail.</summary>
    Email,

    /// <summary>Video calls, such as Skype.</summary>
    VideoCall,

    /// <summary>Meetings in person.</summary>
    Meetings,

    /// <summary>Any other channel.</summary>
    Other,
}
