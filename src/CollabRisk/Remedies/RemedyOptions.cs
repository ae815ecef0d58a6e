namespace CollabRisk.Remedies;

/// <summary>How far a search for remedies goes.</summary>
/// <remarks>A search that reaches a bound says so in its result. Bounds are counts, never times, so that results repeat.</remarks>
public sealed class RemedyOptions
{
    /// <summary>The most facts that a remedy may change.</summary>
    /// <value>By default 20; at least 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxChanges { get; init => field = AtLeastOne(value, nameof(MaxChanges)); } = 20;

    /// <summary>The most sets of changes that are tried, each by an evaluation.</summary>
    /// <value>By default 5000; at least 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxEvaluations { get; init => field = AtLeastOne(value, nameof(MaxEvaluations)); } = 5_000;

    /// <summary>The most remedies that are given.</summary>
    /// <value>By default 20; at least 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxRemedies { get; init => field = AtLeastOne(value, nameof(MaxRemedies)); } = 20;

    private static int AtLeastOne(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        return value;
    }
}
