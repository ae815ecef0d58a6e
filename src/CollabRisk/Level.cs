namespace CollabRisk;

/// <summary>How grave a risk or mismatch is. The words are in rising order.</summary>
/// <remarks>
/// The sources give no weights or scores. A level follows what a source says of a factor; see
/// <see cref="Rules.LevelBasis"/>.
/// </remarks>
public enum Level
{
    /// <summary>No level: nothing is raised. Never the level of a rule.</summary>
    None,

    /// <summary>Supported by an assertion in passing, a derived step or an implied pairing.</summary>
    Low,

    /// <summary>A main influence, or reported to bring strain, tension, erosion or disengagement.</summary>
    Moderate,

    /// <summary>Tied by a source to failure, or held to be what nothing works without.</summary>
    High,
}
