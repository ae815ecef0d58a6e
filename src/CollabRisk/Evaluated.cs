using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CollabRisk;

/// <summary>What came of one of many items: an assessment, or the reason why there is none.</summary>
/// <typeparam name="T">What was evaluated.</typeparam>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Evaluated<T>
{
    internal Evaluated(long index, T item, Assessment? assessment, Exception? error)
    {
        Index = index;
        Item = item;
        Assessment = assessment;
        Error = error;
    }

    /// <summary>The place of the item among all, from 0.</summary>
    public long Index { get; }

    /// <summary>The item, as it was given.</summary>
    public T Item { get; }

    /// <summary>The assessment; <see langword="null"/> where the item could not be evaluated.</summary>
    public Assessment? Assessment { get; }

    /// <summary>
    /// Why the item could not be evaluated: what <see cref="ICollaborationEvaluator.Evaluate"/> or the reading of the item threw;
    /// <see langword="null"/> where there is an assessment.
    /// </summary>
    public Exception? Error { get; }

    /// <summary>Whether there is an assessment.</summary>
    [MemberNotNullWhen(true, nameof(Assessment))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsAssessed => Error is null;

    /// <summary>The place, and the overall range or the reason.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}: {Assessment?.ToString() ?? Error!.Message}");
}
