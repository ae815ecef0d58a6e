using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Questions;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Tests.Watching;

/// <summary>What a running host sees of packs that change.</summary>
public sealed class RulePackWatcherTests : IDisposable
{
    private static readonly RulePackWatchOptions ByHand = new() { Automatic = false };
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private readonly ManualClock clock = new();
    private readonly PackOnDisk pack = new(("pack.yaml", Text("1.0.0", "Moderate")), ("notes.txt", "as they were"));
    private readonly List<string> told = [];

    public void Dispose() => pack.Dispose();

    [Fact]
    public void ReloadNow_RulesChanged_UsesThemAndSaysWhatChanged()
    {
        using var watcher = Start(ByHand);
        var evaluator = watcher.Evaluator;
        var before = watcher.Current.RuleBook.Digest;
        pack.Write("pack.yaml", Text("1.1.0", "High"));
        pack.Write("more.yaml", Chapter("TST-MORE", "Low"));
        var change = watcher.ReloadNow().Change!;
        change.ToString().Should().Be("packs: test.pack 1.0.0 → 1.1.0; rules: +TST-MORE ~TST-RISK");
        change.DigestBefore.Should().Be(before);
        change.DigestAfter.Should().Be(watcher.Current.RuleBook.Digest);
        told.Should().Equal("reloaded: packs: test.pack 1.0.0 → 1.1.0; rules: +TST-MORE ~TST-RISK");
        evaluator.RuleBook.Should().BeSameAs(watcher.Current.RuleBook);
        evaluator.Evaluate(Case).Findings.Single(finding => finding.Code == "TST-RISK").Level.ToString().Should().Be("High");
        File.Delete(pack["more.yaml"]);
        watcher.ReloadNow().Change!.ToString().Should().Be("rules: -TST-MORE");
    }

    [Fact]
    public void ReloadNow_PackWithMistakes_KeepsWhatIsInUse()
    {
        using var watcher = Start(ByHand);
        var good = watcher.Current;
        pack.Write("pack.yaml", Text("1.1.0", "Enormous"));
        pack.Write("more.yaml", "[");
        var reload = watcher.ReloadNow();
        reload.Change.Should().BeNull();
        reload.Problems.Should().HaveCount(2);
        watcher.Current.Should().BeSameAs(good);
        reload.Current.Should().BeSameAs(good);
        told.Should().ContainSingle().Which.Should().Be("failed: CRP111, CRP124");
        File.Delete(pack["more.yaml"]);
        pack.Write("pack.yaml", Text("1.0.0", "Moderate"));
        watcher.ReloadNow().Change!.ToString().Should().Be("nothing that decides an assessment");
        watcher.Current.Should().NotBeSameAs(good);
    }

    [Fact]
    public void Start_PackWithMistakes_IsRefusedWithAllOfThem()
    {
        pack.Write("pack.yaml", Text("1.1.0", "Enormous"));
        pack.Write("more.yaml", "[");
        Invoking(() => Start(RulePackWatchOptions.Default)).Should().ThrowExactly<RulePackException>().Which.Problems.Should().HaveCount(2);
        clock.RunningTimers.Should().Be(0);
    }

    [Fact]
    public void SelfTest_SaysNoOrThrows_KeepsWhatIsInUse()
    {
        var test = (RulePackSet set) => (IReadOnlyList<RuleBookProblem>)[];
        using var watcher = Start(ByHand with { SelfTest = set => test(set) });
        var good = watcher.Current;
        pack.Write("pack.yaml", Text("1.1.0", "High"));
        test = set => [new RuleBookProblem("CRP700", set.Packs[0].Manifest.Version, "a test failed")];
        watcher.ReloadNow().Problems.Should().ContainSingle().Which.ToString().Should().Be("1.1.0: a test failed");
        test = _ => throw new InvalidOperationException("out of paper");
        watcher.ReloadNow().Problems.Should().ContainSingle().Which.ToString().Should().Be(
            "rule packs: the self-test broke off: InvalidOperationException: out of paper");
        watcher.Current.Should().BeSameAs(good);
        told.Should().Equal("failed: CRP700", "failed: CRP821");
        Invoking(() => Start(ByHand with { SelfTest = test })).Should().ThrowExactly<RulePackException>().Which.Problems.Should().ContainSingle().Which.Code
            .Should().Be("CRP821");
    }

    [Fact]
    public void Recheck_ChangeThatNoEventTold_IsFoundOnce()
    {
        using var watcher = Start(new() { RecheckInterval = Long, QuietTime = TimeSpan.FromDays(1) });
        clock.Advance(Long * 3);
        told.Should().BeEmpty();
        pack.Write("pack.yaml", Text("1.0.0", "High"));
        clock.Advance(Long);
        told.Should().ContainSingle().Which.Should().Be("reloaded: rules: ~TST-RISK");
        pack.Write("pack.yaml", Text("1.0.0", "Enormous"));
        clock.Advance(Long * 3);
        told.Skip(1).Should().Equal("failed: CRP124");
        pack.Write("notes.txt", "a test may read this file");
        clock.Advance(Long);
        told.Skip(1).Should().Equal("failed: CRP124", "failed: CRP124");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(7)]
    public void OverrideExpires_RuleCountsAgainFromTheNextDay(int? recheckHours)
    {
        pack.Write("changes.yaml", """
            overrides:
              - rule: VISION-ABSENT
                reason: asked elsewhere
                author: A. Tester
                expires: 2026-11-22
                switch off: yes
            """);
        using var watcher = Start(new() { RecheckInterval = recheckHours is { } hours ? TimeSpan.FromHours(hours) : null, QuietTime = TimeSpan.FromDays(1) });
        watcher.Current.RuleBook.Overrides.Should().ContainSingle();
        clock.Advance(TimeSpan.FromHours(11));
        told.Should().BeEmpty();
        clock.Advance(TimeSpan.FromHours(2));
        told.Should().ContainSingle().Which.Should().Be("reloaded: rules: ~VISION-ABSENT");
        watcher.Current.RuleBook.ExpiredOverrides.Should().ContainSingle();
        clock.Advance(TimeSpan.FromDays(9));
        told.Should().ContainSingle();
        clock.RunningTimers.Should().Be(recheckHours is null ? 0 : 1);
    }

    [Fact]
    public void Dispose_InUse_KeepsTheRulesAndStops()
    {
        var watcher = Start(new() { RecheckInterval = Long });
        watcher.Reloaded += (_, _) => watcher.Dispose();
        pack.Write("pack.yaml", Text("1.0.0", "High"));
        clock.Advance(Long);
        clock.RunningTimers.Should().Be(0);
        watcher.Evaluator.Evaluate(Case).Findings.Single(finding => finding.Code == "TST-RISK").Level.ToString().Should().Be("High");
        Invoking(() => watcher.ReloadNow()).Should().ThrowExactly<ObjectDisposedException>();
        watcher.Dispose();
    }

    [Fact]
    public void Start_IntervalsThatCannotBe_AreRefused()
    {
        Invoking(() => Start(new() { QuietTime = TimeSpan.FromTicks(-1) })).Should().ThrowExactly<ArgumentOutOfRangeException>();
        Invoking(() => Start(new() { RecheckInterval = TimeSpan.Zero })).Should().ThrowExactly<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task FileEvents_FileReplacedByRenaming_IsLoaded()
    {
        await using var watcher = Listening(pack.Folder, out var heard);
        pack.Write(".pack.yaml.unfinished", Text("1.1.0", "High"));
        File.Move(pack[".pack.yaml.unfinished"], pack["pack.yaml"], overwrite: true);
        await heard("1.1.0");
        pack.Write("pack.yaml", Text("1.2.0", "Low"));
        await heard("1.2.0");
    }

    [Fact]
    public async Task FileEvents_FolderDeletedAndMadeAgain_IsLoadedAndHeardAgain()
    {
        await using var watcher = Listening(pack.Folder, out var heard);
        Directory.Delete(pack.Folder, recursive: true);
        await heard("failed");
        watcher.Current.Packs[0].Manifest.Version.Should().Be("1.0.0");
        pack.Write("pack.yaml", Text("1.1.0", "High"));
        await heard("1.1.0");
        pack.Write("rules/more.yaml", Chapter("TST-MORE", "Low"));
        await heard("+TST-MORE");
    }

    [Fact]
    public async Task FileEvents_PackOfOneFile_IsLoaded()
    {
        await using var watcher = Listening(pack["pack.yaml"], out var heard);
        pack.Write("pack.yaml.new", Text("1.1.0", "High"));
        File.Move(pack["pack.yaml.new"], pack["pack.yaml"], overwrite: true);
        await heard("1.1.0");
        File.Delete(pack["pack.yaml"]);
        await heard("failed");
        pack.Write("pack.yaml", Text("1.2.0", "High"));
        await heard("1.2.0");
    }

    [Fact]
    public async Task Evaluate_WhileRulesAreSwapped_NeverSeesAMixture()
    {
        string[] codes = ["TST-A", "TST-B", "TST-C", "TST-D"];
        var versions = new[] { "Low", "High" }.Select(level => PackText.Head + string.Join('\n', codes.Select((code, i) => Chapter(code, level).Replace("heading: ", $"heading: {i} ", StringComparison.Ordinal))
            .Select((text, i) => i == 0 ? text : text["chapters:\n".Length..]))).ToArray();
        pack.Write("pack.yaml", versions[0]);
        await using var watcher = RulePackWatcher.Start([pack.Folder], new() { BasePacks = [], Time = clock }, ByHand);
        using var done = new CancellationTokenSource();
        using var started = new CountdownEvent(4);
        var evaluating = Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () =>
            {
                var seen = new HashSet<string>();
                var first = true;
                while (first || !done.IsCancellationRequested)
                {
                    seen.Add(string.Join(' ', watcher.Evaluator.Evaluate(Case).Findings.OrderBy(f => f.Code, StringComparer.Ordinal).Select(f => $"{f.Code}={f.Level}")));
                    if (first)
                    {
                        first = false;
                        started.Signal();
                    }

                    // Without a pause, those who evaluate would leave no processor to the one who swaps.
                    Thread.Sleep(1);
                }

                return seen;
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)).ToList();
        started.Wait(TestContext.Current.CancellationToken);
        for (var swap = 1; swap <= 1_000; swap++)
        {
            pack.Write("pack.yaml", versions[swap % 2]);
            (watcher.ReloadNow().Change?.ToString()).Should().Be("rules: ~TST-A ~TST-B ~TST-C ~TST-D");
        }

        await done.CancelAsync();
        var all = (await Task.WhenAll(evaluating)).SelectMany(seen => seen).ToHashSet();
        all.Should().BeSubsetOf(
            new HashSet<string>(new[] { "Low", "High" }.Select(level => string.Join(' ', codes.Select(code => $"{code}={level}")))));
        all.Should().NotBeEmpty();
    }

    [Fact]
    public void WhatIf_RulesAreSwappedMeanwhile_IsMadeByOneRuleBook()
    {
        using var watcher = Start(ByHand);
        watcher.Evaluator.WhatIf(Case, given => Swapped(given with { Name = "A" })).SameRules.Should().BeTrue();
        watcher.Evaluator.WhatIf(Case, Changes()).SameRules.Should().BeTrue();
        watcher.Evaluator.Timeline(Snapshots()).Assessments.Select(assessment => assessment.RuleBook).Distinct().Should().ContainSingle();
        var interview = Interview.Start(watcher.Evaluator, Case);
        var rules = interview.Assessment.RuleBook;
        Swapped(Case);
        interview.Skip().Assessment.RuleBook.Should().BeSameAs(rules, "an interview goes on by the rules it began with");

        T Swapped<T>(T given)
        {
            pack.Write("pack.yaml", Text($"{2 + told.Count}.0.0", "High"));
            watcher.ReloadNow().Change.Should().NotBeNull();
            return given;
        }

        IEnumerable<FactChange> Changes()
        {
            yield return Swapped(FactChange.Parse("vision.exists=yes"));
        }

        IEnumerable<Collaboration> Snapshots()
        {
            yield return Case with { AsOf = new(2024, 1, 1) };
            yield return Swapped(Case with { AsOf = new(2025, 1, 1) });
        }
    }

    private static Collaboration Case => new() { Vision = new() { Exists = false } };

    private static string Text(string version, string level) => PackText.Head.Replace("1.0.0\n", version + "\n", StringComparison.Ordinal) + Chapter("TST-RISK", level);

    private static string Chapter(string code, string level) => $$"""
        chapters:
          - heading: Tests of {{code}}
            area: Relations
            rules:
              - code: {{code}}
                kind: Risk
                title: A risk
                level: {is: {{level}}, because: the test says so}
                when: {vision.exists: no}
                says: It is so.
                claims: [TST-C1]

        """;

    private RulePackWatcher Start(RulePackWatchOptions watch)
    {
        var watcher = RulePackWatcher.Start([pack.Folder], new() { BasePacks = [KnowledgePacks.General], Time = clock }, watch);
        watcher.Reloaded += (_, reload) => told.Add($"reloaded: {reload.Change}");
        watcher.ReloadFailed += (_, reload) => told.Add($"failed: {string.Join(", ", reload.Problems.Select(problem => problem.Code).Order(StringComparer.Ordinal))}");
        return watcher;
    }

    /// <summary>Starts a watcher that only the events of the operating system can wake.</summary>
    /// <param name="path">The pack.</param>
    /// <param name="heard">Waits until an event is raised whose text has a word in it.</param>
    private static RulePackWatcher Listening(string path, out Func<string, Task> heard)
    {
        if (!RulePackWatcher.TryStart([path], new() { BasePacks = [] }, new() { RecheckInterval = null, QuietTime = TimeSpan.FromMilliseconds(5) }, out var watcher, out var problems))
        {
            Assert.SkipWhen(problems.Any(problem => problem.Code == "CRP822"), "This machine has no room for more listeners.");
            Assert.Fail(string.Join('\n', problems));
        }

        var events = System.Threading.Channels.Channel.CreateUnbounded<string>();
        watcher.Reloaded += (_, reload) => events.Writer.TryWrite($"reloaded {reload.Change}");
        watcher.ReloadFailed += (_, reload) => events.Writer.TryWrite($"failed {string.Join(", ", reload.Problems)}");
        heard = async word =>
        {
            // How long the system takes does not matter; without an end, a test that fails would hang.
            using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            end.CancelAfter(Long);
            while (!(await events.Reader.ReadAsync(end.Token)).Contains(word, StringComparison.Ordinal))
            {
            }
        };
        return watcher;
    }
}
