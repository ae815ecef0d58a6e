using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace CollabRisk;

/// <summary>
/// Some workers that take items from one source in turn and put results where they wait to be taken. In order, the place of a
/// result is put there when its item is read, so that what is slow holds the places after it, and full places hold the reading.
/// </summary>
internal sealed class ManyEvaluations<T>(ICollaborationEvaluator evaluator, IAsyncEnumerable<T> items, Func<T, Collaboration> read, EvaluateManyOptions options)
{
    public async IAsyncEnumerable<Evaluated<T>> Run([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var results = Channel.CreateBounded<Task<Evaluated<T>>>(new BoundedChannelOptions(options.Waiting) { SingleReader = true });
        var working = Task.Run(() => Work(results.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var result in results.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                yield return await result.ConfigureAwait(false);
            }
        }
        finally
        {
            // Whoever leaves early does not want the rest, and nothing is left running.
            await stop.CancelAsync().ConfigureAwait(false);
            await working.ConfigureAwait(false);
        }
    }

    /// <summary>Reads and evaluates everything. What ends it early is what whoever takes the results gets.</summary>
    private async Task Work(ChannelWriter<Task<Evaluated<T>>> results, CancellationToken stop)
    {
        Exception? end = null;
        try
        {
            var source = items.GetAsyncEnumerator(stop);
            await using (source.ConfigureAwait(false))
            {
                using var run = new SharedRun(this, source, results, stop);
                await Task.WhenAll(Enumerable.Range(0, options.MaxParallel).Select(_ => Task.Run(run.Work, CancellationToken.None))).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // It comes out where the results are taken.
        catch (Exception e)
#pragma warning restore CA1031
        {
            end = e;
        }

        results.TryComplete(end);
    }

    private Evaluated<T> Evaluate(long index, T item)
    {
        try
        {
            var assessment = evaluator.Evaluate(read(item));

            // Another thread is to read it, for which it would be worked out again.
            _ = assessment.State;
            return new Evaluated<T>(index, item, assessment, null);
        }
#pragma warning disable CA1031 // One bad item is reported and stops none of the others.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new Evaluated<T>(index, item, null, e);
        }
    }

    /// <summary>What the workers of one enumeration share.</summary>
    private sealed class SharedRun(ManyEvaluations<T> many, IAsyncEnumerator<T> source, ChannelWriter<Task<Evaluated<T>>> results, CancellationToken stop) : IDisposable
    {
        private readonly SemaphoreSlim reading = new(1);
        private volatile bool ended;
        private long next;
        private long done;

        public async Task Work()
        {
            while (await Next().ConfigureAwait(false) is var (index, item, place))
            {
                var result = many.Evaluate(index, item);
                if (place is not null)
                {
                    place.SetResult(result);
                }
                else
                {
                    await results.WriteAsync(Task.FromResult(result), stop).ConfigureAwait(false);
                }

                Report();
            }
        }

        public void Dispose() => reading.Dispose();

        private void Report()
        {
            try
            {
                many.Report(Interlocked.Increment(ref done));
            }
            catch
            {
                // Nothing more is read, so the others end with what they have.
                ended = true;
                throw;
            }
        }

        /// <summary>The next item with its place among the results, where they are in order; null at the end.</summary>
        private async Task<(long Index, T Item, TaskCompletionSource<Evaluated<T>>? Place)?> Next()
        {
            await reading.WaitAsync(stop).ConfigureAwait(false);
            try
            {
                if (ended || !await source.MoveNextAsync().ConfigureAwait(false))
                {
                    ended = true;
                    return null;
                }

                TaskCompletionSource<Evaluated<T>>? place = null;
                if (many.IsOrdered)
                {
                    place = new TaskCompletionSource<Evaluated<T>>(TaskCreationOptions.RunContinuationsAsynchronously);
                    await results.WriteAsync(place.Task, stop).ConfigureAwait(false);
                }

                return (next++, source.Current, place);
            }
            catch
            {
                // An error of the source is said once, by the worker that met it; the others end as at the end of the source.
                ended = true;
                throw;
            }
            finally
            {
                reading.Release();
            }
        }
    }

    private bool IsOrdered => options.Ordered;

    private void Report(long done) => options.Progress?.Report(done);
}
