namespace CollabRisk.Reporting;

/// <summary>How the report of several partners' views is written, and what it tells of who said what.</summary>
/// <remarks>Thread-safe once made.</remarks>
public sealed class PerspectiveReportOptions
{
    /// <summary>
    /// Whether holders are named. Unless this is <see langword="true"/>, letters take the place of names, in an order that has nothing to do
    /// with the alphabet. Letters alone make no one anonymous: whoever knows the partners can often tell who says what.
    /// </summary>
    public bool ShowNames { get; init; }

    /// <summary>Whether the holders are called by letters already, which are kept then, so that every page and file has the same.</summary>
    internal bool AreLetters { get; init; }

    /// <summary>
    /// How many holders there must be before anything is shown by letter. In a smaller group the report says only which answers were given, and
    /// neither by whom nor by how many.
    /// </summary>
    /// <value>By default 4; at least 2.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 2.</exception>
    public int SmallestGroup
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2, nameof(SmallestGroup));
            field = value;
        }
    } = 4;

    /// <summary>The day on which the report is made, which it then says; <see langword="null"/> leaves it out.</summary>
    public DateOnly? MadeOn { get; init; }
}
