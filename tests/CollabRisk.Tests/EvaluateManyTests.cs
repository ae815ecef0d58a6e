using System.Runtime.CompilerServices;
using CollabRisk.Facts;
using CollabRisk.Rules;

namespace CollabRisk.Tests;

/// <summary>What evaluating many collaborations at once gives.</summary>
public class EvaluateManyTests
{
    private static readonly EvaluateManyOptions Four = new() { MaxParallel = 4, Waiting = 8 };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 8)]
    [InlineData(32, 3)]
    public void EvaluateMany_InOrder_IsWhatEachAloneIs(int parallel, int waiting)
    {
        var all = Collaborations(200).ToList();
        var results = CollaborationEvaluator.Default.EvaluateMany(all, new EvaluateManyOptions { MaxParallel = parallel, Waiting = waiting }, Cancel).ToList();
        Assert.Equal(Enumerable.Range(0, 200).Select(i => (long)i), results.Select(result => result.Index));
        var wrong = results.Where(result => !ReferenceEquals(result.Item, all[(int)result.Index])
            || result.Assessment!.Overall != CollaborationEvaluator.Default.Evaluate(result.Item).Overall).ToList();
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task EvaluateMany_AsTheyComeFromAStream_GivesEachOnce()
    {
        var results = await CollaborationEvaluator.Default.EvaluateMany(Stream(Collaborations(200), Cancel), Four with { Ordered = false }, Cancel).ToListAsync(Cancel);
        Assert.Equal(Enumerable.Range(0, 200).Select(i => (long)i), results.Select(result => result.Index).Order());
        Assert.All(results, result => Assert.True(result.IsAssessed));
    }

    [Fact]
    public void EvaluateMany_NotInOrder_LetsTheQuickPassTheSlow()
    {
        var evaluator = new HeldEvaluator();
        var order = new List<long>();
        foreach (var result in evaluator.EvaluateMany([Slow, new(), new()], new EvaluateManyOptions { MaxParallel = 2, Ordered = false }, Cancel))
        {
            order.Add(result.Index);
            if (order.Count == 2)
            {
                evaluator.Release();
            }
        }

        Assert.Equal([1, 2, 0], order);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EvaluateMany_BadItems_AreReportedAndStopNothing(bool ordered)
    {
        string[] items = ["""{ "vision": { "exists": false } }""", "{", """{ "network": { "aimCount": -1 } }""", "null!", """{}"""];
        var results = CollaborationEvaluator.Default.EvaluateMany(items, json => json == "null!" ? null! : CollaborationJson.Parse(json), Four with { Ordered = ordered }, Cancel)
            .OrderBy(result => result.Index).ToList();
        Assert.Equal([true, false, false, false, true], results.Select(result => result.IsAssessed));
        Assert.Equal(items, results.Select(result => result.Item));
        Assert.All(results, result => Assert.NotEqual(result.Assessment is null, result.Error is null));
        Assert.IsType<ArgumentNullException>(results[3].Error);
        Assert.StartsWith("1: The JSON is not a valid collaboration", results[1].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EvaluateMany_ResultsAreTakenSlowly_ReadsNoMoreThanMayWait(bool ordered)
    {
        var read = 0;
        var taken = 0;
        var most = 0;
        foreach (var result in CollaborationEvaluator.Default.EvaluateMany(Counted(), Four with { Ordered = ordered }, Cancel))
        {
            taken++;
            most = Math.Max(most, Volatile.Read(ref read) - taken);
            if (taken % 20 == 0)
            {
                // Long enough for the workers to fill whatever they may fill.
                Thread.Sleep(20);
            }
        }

        Assert.Equal(300, taken);
        Assert.InRange(most, 1, Four.Waiting + Four.MaxParallel + 1);

        IEnumerable<Collaboration> Counted()
        {
            foreach (var collaboration in Collaborations(300))
            {
                Interlocked.Increment(ref read);
                yield return collaboration;
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EvaluateMany_NeverMoreAtOnceThanAllowed(bool ordered)
    {
        var evaluator = new CountingEvaluator();
        Assert.Equal(300, evaluator.EvaluateMany(Collaborations(300), new EvaluateManyOptions { MaxParallel = 3, Ordered = ordered }, Cancel).Count());
        Assert.Equal(300, evaluator.Evaluations);
        Assert.InRange(evaluator.MostAtOnce, 1, 3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EvaluateMany_LoopIsLeftEarly_StopsReadingAndDisposesTheSource(bool ordered)
    {
        var (read, disposed) = (0, false);
        foreach (var result in CollaborationEvaluator.Default.EvaluateMany(Endless(), Four with { Ordered = ordered }, Cancel))
        {
            if (result.Index >= 5)
            {
                break;
            }
        }

        Assert.True(disposed);
        var after = read;
        Thread.Sleep(20);
        Assert.Equal(after, read);
        Assert.InRange(read, 6, 5 + (2 * (Four.Waiting + Four.MaxParallel + 1)));

        IEnumerable<Collaboration> Endless()
        {
            try
            {
                while (true)
                {
                    read++;
                    yield return new();
                }
            }
            finally
            {
                disposed = true;
            }
        }
    }

    [Fact]
    public async Task EvaluateMany_Cancelled_ThrowsAndStops()
    {
        using var cancel = new CancellationTokenSource();
        var taken = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in CollaborationEvaluator.Default.EvaluateMany(Stream(Collaborations(10_000), Cancel), Four, cancel.Token))
            {
                if (++taken == 10)
                {
                    await cancel.CancelAsync();
                }
            }
        });
        Assert.InRange(taken, 10, 10 + Four.Waiting + Four.MaxParallel);
        Assert.ThrowsAny<OperationCanceledException>(() => CollaborationEvaluator.Default.EvaluateMany(Collaborations(5), Four, new CancellationToken(canceled: true)).ToList());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EvaluateMany_SourceFails_GivesWhatCameBeforeAndThenItsError(bool ordered)
    {
        var taken = new List<long>();
        var error = Assert.Throws<IOException>(() =>
        {
            foreach (var result in CollaborationEvaluator.Default.EvaluateMany(Failing(), Four with { Ordered = ordered }, Cancel))
            {
                taken.Add(result.Index);
            }
        });
        Assert.Equal("the disk is gone", error.Message);
        Assert.Equal([0, 1, 2], taken.Order());

        static IEnumerable<Collaboration> Failing()
        {
            yield return new();
            yield return new();
            yield return new();
            throw new IOException("the disk is gone");
        }
    }

    [Fact]
    public void EvaluateMany_Progress_CountsEachOnceAndItsErrorEndsEverything()
    {
        var told = new Told(_ => { });
        Assert.Equal(50, CollaborationEvaluator.Default.EvaluateMany(Collaborations(50), Four with { Progress = told }, Cancel).Count());
        Assert.Equal(Enumerable.Range(1, 50).Select(i => (long)i), told.Values.Order());

        var read = 0;
        var failing = new Told(done => throw new InvalidOperationException("out of paper"));
        Assert.Equal("out of paper", Assert.Throws<InvalidOperationException>(() =>
            CollaborationEvaluator.Default.EvaluateMany(Collaborations(10_000).Select(each =>
            {
                read++;
                return each;
            }), Four with { Progress = failing }, Cancel).Count()).Message);
        Assert.InRange(read, 1, 1_000);
    }

    [Fact]
    public void EvaluateMany_Nothing_GivesNothing() => Assert.Empty(CollaborationEvaluator.Default.EvaluateMany([], Four, Cancel));

    [Fact]
    public void EvaluateMany_ImpossibleOptions_AreRefusedAtOnce()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CollaborationEvaluator.Default.EvaluateMany([], Four with { MaxParallel = 0 }, Cancel));
        Assert.Throws<ArgumentOutOfRangeException>(() => CollaborationEvaluator.Default.EvaluateMany([], Four with { Waiting = 0 }, Cancel));
        Assert.Throws<ArgumentNullException>(() => CollaborationEvaluator.Default.EvaluateMany((IEnumerable<Collaboration>)null!, Four, Cancel));
    }

    private static Collaboration Slow { get; } = new() { Name = "slow" };

    private static IEnumerable<Collaboration> Collaborations(int count) =>
        Enumerable.Range(0, count).Select(i => new Collaboration { Vision = new() { Exists = i % 2 == 0 }, Workload = new() { Overload = i % 3 == 0 } });

    private static async IAsyncEnumerable<Collaboration> Stream(IEnumerable<Collaboration> collaborations, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var collaboration in collaborations)
        {
            cancel.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return collaboration;
        }
    }

    private sealed class Told(Action<long> then) : IProgress<long>
    {
        public System.Collections.Concurrent.ConcurrentQueue<long> Values { get; } = [];

        public void Report(long value)
        {
            Values.Enqueue(value);
            then(value);
        }
    }

    private sealed class HeldEvaluator : ICollaborationEvaluator
    {
        private readonly TaskCompletionSource held = new();

        public RuleBook RuleBook => CollaborationEvaluator.Default.RuleBook;

        public Assessment Evaluate(Collaboration collaboration)
        {
            if (collaboration.Name == "slow")
            {
                held.Task.Wait(Cancel);
            }

            return CollaborationEvaluator.Default.Evaluate(collaboration);
        }

        public void Release() => held.SetResult();
    }

    private sealed class CountingEvaluator : ICollaborationEvaluator
    {
        private readonly Lock gate = new();
        private int now;

        public int Evaluations { get; private set; }

        public int MostAtOnce { get; private set; }

        public RuleBook RuleBook => CollaborationEvaluator.Default.RuleBook;

        public Assessment Evaluate(Collaboration collaboration)
        {
            lock (gate)
            {
                Evaluations++;
                MostAtOnce = Math.Max(MostAtOnce, ++now);
            }

            var assessment = CollaborationEvaluator.Default.Evaluate(collaboration);
            lock (gate)
            {
                now--;
            }

            return assessment;
        }
    }
}
