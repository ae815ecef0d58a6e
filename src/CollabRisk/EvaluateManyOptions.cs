namespace CollabRisk;

/// <summary>How many collaborations are evaluated at once, and in which order they come back.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record EvaluateManyOptions
{
    /// <summary>How many are evaluated at the same time.</summary>
    /// <value>As many as the machine has processors; at least 1.</value>
    public int MaxParallel { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether results come in the order of the items; otherwise each comes when it is there.</summary>
    /// <value><see langword="true"/>.</value>
    public bool Ordered { get; init; } = true;

    /// <summary>
    /// How many results may wait until they are taken. Then nothing more is read, so memory stays bounded: no more items than
    /// this and <see cref="MaxParallel"/> together are ever between the source and whoever takes the results.
    /// </summary>
    /// <value>64; at least 1.</value>
    public int Waiting { get; init; } = 64;

    /// <summary>Told how many items are done, after each; <see langword="null"/> for no one.</summary>
    /// <value>
    /// <see langword="null"/>. Called on threads of the pool, several at once. What it throws ends everything, and comes out
    /// where the results are taken.
    /// </value>
    public IProgress<long>? Progress { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxParallel, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Waiting, 1);
    }
}
