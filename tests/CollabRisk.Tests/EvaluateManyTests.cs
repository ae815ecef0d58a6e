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
        results.Select(result => result.Index).Should().Equal(Enumerable.Range(0, 200).Select(i => (long)i));
        var wrong = results.Where(result => !ReferenceEquals(result.Item, all[(int)result.Index])
            || result.Assessment!.Overall != CollaborationEvaluator.Default.Evaluate(result.Item).Overall).ToList();
        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task EvaluateMany_AsTheyComeFromAStream_GivesEachOnce()
    {
        var results = await CollaborationEvaluator.Default.EvaluateMany(Stream(Collaborations(200), Cancel), Four with { Ordered = false }, Cancel).ToListAsync(Cancel);
        results.Select(result => result.Index).Order().Should().Equal(Enumerable.Range(0, 200).Select(i => (long)i));
        results.Should().AllSatisfy(result => result.IsAssessed.Should().BeTrue());
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

        order.Should().Equal(1, 2, 0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EvaluateMany_BadItems_AreReportedAndStopNothing(bool ordered)
    {
        string[] items = ["""{ "vision": { "exists": false } }""", "{", """{ "network": { "aimCount": -1 } }""", "null!", """{}"""];
        var results = CollaborationEvaluator.Default.EvaluateMany(items, json => json == "null!" ? null! : CollaborationJson.Parse(json), Four with { Ordered = ordered }, Cancel)
            .OrderBy(result => result.Index).ToList();
        results.Select(result => result.IsAssessed).Should().Equal(true, false, false, false, true);
        results.Select(result => result.Item).Should().Equal(items);
        results.Should().AllSatisfy(result => (result.Error is null).Should().NotBe(result.Assessment is null));
        results[3].Error.Should().BeOfType<ArgumentNullException>();
        results[1].ToString().Should().StartWith("1: The JSON is not a valid collaboration");
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

        taken.Should().Be(300);
        most.Should().BeInRange(1, Four.Waiting + Four.MaxParallel + 1);

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
        evaluator.EvaluateMany(Collaborations(300), new EvaluateManyOptions { MaxParallel = 3, Ordered = ordered }, Cancel).Should().HaveCount(300);
        evaluator.Evaluations.Should().Be(300);
        evaluator.MostAtOnce.Should().BeInRange(1, 3);
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

        disposed.Should().BeTrue();
        var after = read;
        Thread.Sleep(20);
        read.Should().Be(after);
        read.Should().BeInRange(6, 5 + (2 * (Four.Waiting + Four.MaxParallel + 1)));

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
        await Awaiting(async () =>
        {
            await foreach (var result in CollaborationEvaluator.Default.EvaluateMany(Stream(Collaborations(10_000), Cancel), Four, cancel.Token))
            {
                if (++taken == 10)
                {
                    await cancel.CancelAsync();
                }
            }
        }).Should().ThrowAsync<OperationCanceledException>();
        taken.Should().BeInRange(10, 10 + Four.Waiting + Four.MaxParallel);
        Invoking(() => CollaborationEvaluator.Default.EvaluateMany(Collaborations(5), Four, new CancellationToken(canceled: true)).ToList()).Should().Throw<OperationCanceledException>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EvaluateMany_SourceFails_GivesWhatCameBeforeAndThenItsError(bool ordered)
    {
        var taken = new List<long>();
        Invoking(() =>
        {
            foreach (var result in CollaborationEvaluator.Default.EvaluateMany(Failing(), Four with { Ordered = ordered }, Cancel))
            {
                taken.Add(result.Index);
            }
        }).Should().ThrowExactly<IOException>()
            .WithMessage("the disk is gone");
        taken.Order().Should().Equal(0, 1, 2);

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
        CollaborationEvaluator.Default.EvaluateMany(Collaborations(50), Four with { Progress = told }, Cancel).Should().HaveCount(50);
        told.Values.Order().Should().Equal(Enumerable.Range(1, 50).Select(i => (long)i));

        var read = 0;
        var failing = new Told(done => throw new InvalidOperationException("out of paper"));
        Invoking(() =>
            CollaborationEvaluator.Default.EvaluateMany(Collaborations(10_000).Select(each =>
            {
                read++;
                return each;
            }), Four with { Progress = failing }, Cancel).Count()).Should().ThrowExactly<InvalidOperationException>()
            .WithMessage("out of paper");
        read.Should().BeInRange(1, 1_000);
    }

    [Fact]
    public void EvaluateMany_Nothing_GivesNothing() => CollaborationEvaluator.Default.EvaluateMany([], Four, Cancel).Should().BeEmpty();

    [Fact]
    public void EvaluateMany_ImpossibleOptions_AreRefusedAtOnce()
    {
        Invoking(() => CollaborationEvaluator.Default.EvaluateMany([], Four with { MaxParallel = 0 }, Cancel)).Should().ThrowExactly<ArgumentOutOfRangeException>();
        Invoking(() => CollaborationEvaluator.Default.EvaluateMany([], Four with { Waiting = 0 }, Cancel)).Should().ThrowExactly<ArgumentOutOfRangeException>();
        Invoking(() => CollaborationEvaluator.Default.EvaluateMany((IEnumerable<Collaboration>)null!, Four, Cancel)).Should().ThrowExactly<ArgumentNullException>();
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
