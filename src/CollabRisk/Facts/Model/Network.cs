using static CollabRisk.Facts.FactDirection;

namespace CollabRisk.Facts;

/// <summary>What shapes the network, and the form it takes.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record Network
{
    /// <summary>How strongly each driver shapes the network.</summary>
    public DriverWeights Drivers { get; init; } = new();

    /// <summary>Whether it has been established what drives the network.</summary>
    [Fact("the drivers are established", "Is it clear what drives the network?", Better = Yes)]
    public bool? DriversClear { get; init; }

    /// <summary>
    /// The form the network mainly takes. Where it is not given, it follows from <see cref="TopDriver"/>, or from the one
    /// driver that draws every partner in; the personal driver has no form.
    /// </summary>
    [Fact(
        "network form",
        "What do the partners mainly work together for: to get and share resources (resource exchange), to make the most of a niche (niche), to solve a given problem (problem solving), to learn and gain competence (competence and knowledge), or to use what new technology makes possible (technology response)?",
        Neutral = "no form of network is better than another (D4-32)",
        Fixed = true)]
    public NetworkForm? PrimaryForm { get; init; }

    /// <summary>Whether the structure of the network suits its aim.</summary>
    [Fact("fit of aim and structure", "Does the structure of the network suit its aim?", Better = Yes)]
    public bool? AimStructureFit { get; init; }

    /// <summary>Number of aims that the network pursues.</summary>
    [Fact("number of aims", "How many aims does the network pursue?", Neutral = "no source gives a number of aims that is better", Min = 0)]
    public int? AimCount { get; init; }

    /// <summary>What the members of the network share.</summary>
    public SharedThings Shares { get; init; } = new();

    /// <summary>What the network is turning into.</summary>
    public NetworkAmbitions Becoming { get; init; } = new();

    /// <summary>The type of task the collaboration is for, in words.</summary>
    [Fact(
        "type of task the collaboration is for",
        "Which type of task is the collaboration for?",
        Neutral = "says what the collaboration is for, in a text")]
    public string? TaskType { get; init; }

    /// <summary>
    /// The driver that shapes the network most: the one whose weight is greater than every other;
    /// <see langword="null"/> while a weight is unknown, and where no single weight is greatest.
    /// </summary>
    [Fact(
        "the driver that shapes the network most (top driver)",
        "Which driver shapes the network most?",
        Neutral = "a driver says what the network is for, and none is better than another (D4-32)",
        DerivedFrom = "the weights of network.drivers")]
    public Driver? TopDriver => Drivers.Top;
}

/// <summary>What the members of a network share, each asked by itself.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record SharedThings : IFlagGroup
{
    /// <summary>Whether information is shared.</summary>
    [Fact("information is shared", "Is information shared?", Better = Yes)]
    public bool? Information { get; init; }

    /// <summary>Whether technological solutions are shared.</summary>
    [Fact("technological solutions are shared", "Are technological solutions shared?", Better = Yes)]
    public bool? TechnologicalSolutions { get; init; }
}

/// <summary>What the network is turning into, each asked by itself.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record NetworkAmbitions : IFlagGroup
{
    /// <summary>Whether the network is turning into a learning network.</summary>
    [Fact("becoming a learning network (network ambition)", "Is the network turning into a learning network?", Better = Yes)]
    public bool? LearningNetwork { get; init; }

    /// <summary>Whether the network is turning into an innovation network.</summary>
    [Fact("becoming an innovation network (network ambition)", "Is the network turning into an innovation network?", Better = Yes)]
    public bool? InnovationNetwork { get; init; }
}

/// <summary>The form a network takes.</summary>
public enum NetworkForm
{
    /// <summary>Resource exchange.</summary>
    ResourceExchange,

    /// <summary>Exploitation of a niche.</summary>
    Niche,

    /// <summary>Sharing and solving problems.</summary>
    ProblemSolving,

    /// <summary>Gaining competence and knowledge.</summary>
    CompetenceKnowledge,

    /// <summary>Responding to technology.</summary>
    TechnologyResponse,
}
