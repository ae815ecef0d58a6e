namespace CollabRisk;

/// <summary>How an assessment is laid out as text.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record AssessmentTextOptions
{
    /// <summary>The narrowest width; below it, the labels alone would fill a line.</summary>
    private const int Narrowest = 40;

    /// <summary>How much is shown.</summary>
    /// <value><see cref="AssessmentDetail.Compact"/>: the worst findings in full, the others in a line, and lists cut with a word about the rest.</value>
    public AssessmentDetail Detail { get; init; } = AssessmentDetail.Compact;

    /// <summary>How many columns a line may take, at least 40. A word that is longer has a line to itself.</summary>
    /// <value>100.</value>
    /// <exception cref="ArgumentOutOfRangeException">The width is less than 40.</exception>
    public int Width
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, Narrowest);
            field = value;
        }
    } = 100;

    /// <summary>Whether the names of levels are coloured for a terminal, with ANSI escapes.</summary>
    /// <value><see langword="false"/>.</value>
    public bool IsColoured { get; init; }
}
