using static CollabRisk.Facts.FactDirection;

namespace CollabRisk.Facts;

/// <summary>Knowledge management.</summary>
/// <remarks>Every fact is <see langword="null"/> while it is not known. Immutable and thread-safe.</remarks>
public sealed record KnowledgeManagement
{
    /// <summary>Whether knowledge is created and learned.</summary>
    [Fact("knowledge creation and learning", "Is knowledge created and learned from within the collaboration?", Better = Yes)]
    public bool? CreationAndLearning { get; init; }

    /// <summary>Whether there are communities of practice: people who do similar work and learn from one another.</summary>
    [Fact("communities of practice", "Are there communities of practice, where people who do similar work learn from one another?", Better = Yes)]
    public bool? CommunitiesOfPractice { get; init; }

    /// <summary>Whether there are learning networks.</summary>
    [Fact("learning networks", "Are there learning networks?", Better = Yes)]
    public bool? LearningNetworks { get; init; }
}
