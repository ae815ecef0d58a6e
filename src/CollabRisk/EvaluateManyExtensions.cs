namespace CollabRisk;

/// <summary>Evaluates many collaborations: in parallel, with bounded memory, and one that is bad stops none of the others.</summary>
/// <remarks>
/// <para>
/// Nothing is read before the first result is asked for. The source is read by one thread of the pool at a time, not always the
/// same. Leaving the loop early, cancellation and an error of the source itself all end the reading and leave no work behind;
/// an error of the source comes out where the results are taken, after the results of what was read before it.
/// </para>
/// <para>Thread-safe, as the evaluator is.</para>
/// </remarks>
public static class EvaluateManyExtensions
{
    /// <summary>Evaluates a sequence of collaborations.</summary>
    /// <param name="evaluator">The evaluator.</param>
    /// <param name="collaborations">The collaborations; one that is <see langword="null"/> or has values that it cannot have comes back with its error.</param>
    /// <param name="options">How many at once, and in which order; the default options if left out.</param>
    /// <param name="cancellation">Ends the evaluation; enumerating throws then.</param>
    /// <returns>A result for each, made as they are taken. Every enumeration evaluates again.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="evaluator"/> or <paramref name="collaborations"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of the options is less than 1.</exception>
    public static IEnumerable<Evaluated<Collaboration>> EvaluateMany(
        this ICollaborationEvaluator evaluator, IEnumerable<Collaboration> collaborations, EvaluateManyOptions? options = null, CancellationToken cancellation = default) =>
        evaluator.EvaluateMany(collaborations, collaboration => collaboration, options, cancellation);

    /// <summary>Evaluates a sequence of whatever a collaboration can be made of, such as files or records.</summary>
    /// <typeparam name="T">What is evaluated.</typeparam>
    /// <param name="evaluator">The evaluator.</param>
    /// <param name="items">The items.</param>
    /// <param name="read">Makes the collaboration of an item, on several threads at once; what it throws is the error of that item.</param>
    /// <param name="options">How many at once, and in which order; the default options if left out.</param>
    /// <param name="cancellation">Ends the evaluation; enumerating throws then.</param>
    /// <returns>A result for each, made as they are taken. Every enumeration evaluates again.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="evaluator"/>, <paramref name="items"/> or <paramref name="read"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of the options is less than 1.</exception>
    public static IEnumerable<Evaluated<T>> EvaluateMany<T>(
        this ICollaborationEvaluator evaluator, IEnumerable<T> items, Func<T, Collaboration> read, EvaluateManyOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Make(evaluator, Stream(items), read, options).Run(cancellation).ToBlockingEnumerable(CancellationToken.None);
    }

    /// <summary>Evaluates a stream of collaborations.</summary>
    /// <inheritdoc cref="EvaluateMany(ICollaborationEvaluator, IEnumerable{Collaboration}, EvaluateManyOptions?, CancellationToken)"/>
    public static IAsyncEnumerable<Evaluated<Collaboration>> EvaluateMany(
        this ICollaborationEvaluator evaluator, IAsyncEnumerable<Collaboration> collaborations, EvaluateManyOptions? options = null, CancellationToken cancellation = default) =>
        evaluator.EvaluateMany(collaborations, collaboration => collaboration, options, cancellation);

    /// <summary>Evaluates a stream of whatever a collaboration can be made of, such as the lines of a file.</summary>
    /// <inheritdoc cref="EvaluateMany{T}(ICollaborationEvaluator, IEnumerable{T}, Func{T, Collaboration}, EvaluateManyOptions?, CancellationToken)"/>
    public static IAsyncEnumerable<Evaluated<T>> EvaluateMany<T>(
        this ICollaborationEvaluator evaluator, IAsyncEnumerable<T> items, Func<T, Collaboration> read, EvaluateManyOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Make(evaluator, items, read, options).Run(cancellation);
    }

    private static ManyEvaluations<T> Make<T>(ICollaborationEvaluator evaluator, IAsyncEnumerable<T> items, Func<T, Collaboration> read, EvaluateManyOptions? options)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        ArgumentNullException.ThrowIfNull(read);
        options ??= new EvaluateManyOptions();
        options.Check();
        return new ManyEvaluations<T>(evaluator, items, read, options);
    }

#pragma warning disable CS1998 // The sequence is read where the stream is; there is nothing to wait for.
    private static async IAsyncEnumerable<T> Stream<T>(IEnumerable<T> items)
#pragma warning restore CS1998
    {
        foreach (var item in items)
        {
            yield return item;
        }
    }
}
