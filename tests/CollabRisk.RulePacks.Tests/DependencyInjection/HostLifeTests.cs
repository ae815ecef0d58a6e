using CollabRisk.DependencyInjection;
using CollabRisk.Facts;
using CollabRisk.RulePacks.DependencyInjection;
using CollabRisk.Rules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CollabRisk.RulePacks.Tests.DependencyInjection;

/// <summary>A host that starts with packs in files, has them broken and mended meanwhile, and stops: nothing is made twice, and nothing lives on.</summary>
[Collection(nameof(CountsHandles))]
public sealed class HostLifeTests : IDisposable
{
    private readonly Watching.ManualClock clock = new();
    private readonly PackOnDisk pack = PackOnDisk.Sample();
    private readonly CountingLog log = new();
    private int selfTests;

    public void Dispose() => pack.Dispose();

    [Fact]
    public async Task Host_StartsReadsOptionsAndStops_LoadsOnceAndLeavesNothingBehind()
    {
        var listeners = Listeners();
        using (var host = Make())
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            selfTests.Should().Be(1);
            log.Lines.Count.Should().Be(1);
            var timers = clock.RunningTimers;
            timers.Should().BeGreaterThan(0);
            var open = Listeners();
            var evaluator = host.Services.GetRequiredService<ICollaborationEvaluator>();
            for (var i = 0; i < 3; i++)
            {
                using var scope = host.Services.CreateScope();
                var options = scope.ServiceProvider;
                _ = options.GetRequiredService<IOptions<CollabRiskOptions>>().Value;
                _ = options.GetRequiredService<IOptionsSnapshot<CollabRiskOptions>>().Value;
                _ = options.GetRequiredService<IOptionsSnapshot<RulePackHostOptions>>().Value;
                _ = options.GetRequiredService<IOptionsMonitor<CollabRiskOptions>>().Get("kent");
                _ = options.GetRequiredService<IOptionsMonitor<RulePackHostOptions>>().CurrentValue;
                options.GetRequiredService<ICollaborationEvaluator>().Should().BeSameAs(evaluator);
                options.GetRequiredService<RulePackWatcher>().Current.RuleBook.Should().BeSameAs(evaluator.RuleBook);
            }

            selfTests.Should().Be(1);
            log.Lines.Count.Should().Be(1);
            clock.RunningTimers.Should().Be(timers);
            Listeners().Should().BeInRange(0, open);
            await host.StopAsync(TestContext.Current.CancellationToken);
        }

        clock.RunningTimers.Should().Be(0);

        // The system closes a listener on a thread of its own, a moment after it was told to.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (Listeners() > listeners)
        {
            await Task.Delay(10, patience.Token);
        }

        pack.Replace("rules/rota.yaml", "the other worse", "the other much worse");
        clock.Advance(TimeSpan.FromHours(1));
        selfTests.Should().Be(1);
        log.Lines.Count.Should().Be(1);
    }

    [Fact]
    public async Task Host_PacksAreBrokenBeforeTheFirstRequest_KeepsThoseOfTheStart()
    {
        using var host = Make();
        await host.StartAsync(TestContext.Current.CancellationToken);
        pack.Replace("rules/rota.yaml", "is: High", "is: Enormous");
        clock.Advance(TimeSpan.FromMinutes(1));
        var evaluator = host.Services.GetRequiredService<ICollaborationEvaluator>();
        evaluator.RuleBook.Find("RCR-ROTA-OVERLOAD").Should().NotBeNull();
        log.Lines.Should().Equal("RulePacksInUse", "RulePackReloadFailed");

        pack.Replace("rules/rota.yaml", "is: Enormous", "is: High");
        clock.Advance(TimeSpan.FromMinutes(1));
        log.Lines.Should().Equal("RulePacksInUse", "RulePackReloadFailed", "RulePacksReloaded");
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Host_TwoNames_HaveWatchersOfTheirOwn()
    {
        using var other = PackOnDisk.Sample();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddLogging(logging => logging.AddProvider(log));
        services.AddCollabRiskRulePacks("kent", options => options.Paths.Add(pack.Folder));
        services.AddCollabRiskRulePacks("essex", options => options.Paths.Add(other.Folder));
        using var provider = services.BuildServiceProvider();
        var (kent, essex) = (provider.GetRequiredKeyedService<RulePackWatcher>("kent"), provider.GetRequiredKeyedService<RulePackWatcher>("essex"));
        pack.Replace("rules/rota.yaml", "the other worse", "the other much worse");
        kent.ReloadNow().Change!.ToString().Should().Be("rules: ~RCR-ROTA-OVERLOAD");
        essex.ReloadNow().Change!.ToString().Should().Be("nothing that decides an assessment");
        provider.GetRequiredKeyedService<RuleBook>("kent").Should().BeSameAs(kent.Current.RuleBook);
        log.Categories.Order(StringComparer.Ordinal).Should().Equal(
            "CollabRisk.RulePacks.RulePackWatcher.essex", "CollabRisk.RulePacks.RulePackWatcher.kent");
    }

    [Fact]
    public void Options_AllThatCanBeWrong_IsReportedAtOnce()
    {
        var failures = Failures(options =>
        {
            options.Paths.Add("");
            options.Paths.Add(null!);
            options.Paths.Add(pack["no-such-folder"]);
            options.TrustedKeys.Add(null!);
            options.QuietTime = TimeSpan.FromSeconds(-1);
            options.RecheckInterval = TimeSpan.Zero;
            options.Limits = null!;
        });
        failures.Take(6).Should().Equal(
            "Paths[0]: it is empty. Give a path, or leave it out.",
            "Paths[1]: it is empty. Give a path, or leave it out.",
            "TrustedKeys[0]: it is empty. Give a public key as PEM, or leave it out.",
            "Limits: they are null. Leave them out for the usual ones.",
            "QuietTime: '-00:00:01' is outside 0 to 1.00:00:00 (a day).",
            "RecheckInterval: '00:00:00' is not more than 0 and at most 30.00:00:00 (thirty days). Give null for never.");
        failures.Skip(6).Should().ContainSingle().Which.Should().Contain("there is no folder and no file at");
        Failures(options =>
        {
            options.Paths.Add(pack.Folder);
            options.Limits = new() { Depth = -1 };
        })
            .Should().ContainSingle().Which
            .Should().Be("Limits.Depth: '-1' is outside 0 to 2147483647.");
    }

    [Theory]
    [InlineData("00:00:00", "365.00:00:00")]
    [InlineData("10675199.02:48:05.4775807", "00:01:00")]
    public void Options_TimesThatNoTimerKnows_AreProblems(string quiet, string recheck) =>
        Failures(options =>
        {
            options.Paths.Add(pack.Folder);
            options.QuietTime = TimeSpan.Parse(quiet, null);
            options.RecheckInterval = TimeSpan.Parse(recheck, null);
        })
            .Should().ContainSingle();

    [Fact]
    public void Options_NoPath_IsRefused() =>
        Failures(_ => { }).Should().ContainSingle().Which.Should().StartWith("Paths: there are none, so no pack would be loaded.");

    [Fact]
    public void ReloadNow_PacksLeaveNoRuleInForce_KeepsThoseInUse()
    {
        const string Chapter = """
            chapters:
              - heading: Tests
                area: Relations
                rules:
                  - code: TST-RISK
                    kind: Risk
                    title: A risk
                    level: {is: High, because: the test says so}
                    when: {vision.exists: no}
                    says: It is so.
                    claims: [TST-C1]

            """;
        using var one = new PackOnDisk(("pack.yaml", PackText.Head), ("chapter.yaml", Chapter));
        using var provider = new ServiceCollection().AddCollabRisk(options => options.Packs.Clear())
            .AddCollabRiskRulePacks(options =>
            {
                options.Paths.Add(one.Folder);
                options.SelfTest = null;
            }).BuildServiceProvider();
        var watcher = provider.GetRequiredService<RulePackWatcher>();
        File.Delete(one["chapter.yaml"]);
        watcher.ReloadNow().Problems.Should().ContainSingle().Which.Code.Should().Be("CRP823");
        provider.GetRequiredService<RuleBook>().Find("TST-RISK").Should().NotBeNull();
        watcher.LastReload!.Change.Should().BeNull();
    }

    [Fact]
    public void Defaults_BoundByConfiguration_StayThoseOfEveryoneElse()
    {
        var options = new RulePackHostOptions();
        new ConfigurationBuilder().AddInMemoryCollection([new("Limits:FileBytes", "2000000000"), new("SelfTest", null)]).Build().Bind(options);
        options.Limits.FileBytes.Should().Be(2_000_000_000);
        RulePackLimits.Default.FileBytes.Should().Be(1 << 20);
        new RulePackHostOptions().Limits.FileBytes.Should().Be(1 << 20);
        RulePackOptions.Default.Should().NotBeSameAs(RulePackOptions.Default);
        RulePackWatchOptions.Default.Should().NotBeSameAs(RulePackWatchOptions.Default);
    }

    private IHost Make()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddCollabRiskRulePacks(options =>
        {
            options.Paths.Add(pack.Folder);
            options.Watch = true;
            options.QuietTime = TimeSpan.FromHours(1);
            options.SelfTest = _ =>
            {
                selfTests++;
                return [];
            };
        });
        return builder.Build();
    }

    private static List<string> Failures(Action<RulePackHostOptions> configure)
    {
        using var provider = new ServiceCollection().AddCollabRiskRulePacks(configure).BuildServiceProvider();
        return [.. Invoking(() => provider.GetRequiredService<ICollaborationEvaluator>()).Should().ThrowExactly<OptionsValidationException>().Which.Failures];
    }

    /// <summary>How many things of this process listen to the file system, where the system tells.</summary>
    private static int Listeners() => Directory.Exists("/proc/self/fd")
        ? Directory.EnumerateFiles("/proc/self/fd").Count(handle => new FileInfo(handle).LinkTarget?.Contains("inotify", StringComparison.Ordinal) == true)
        : 0;

    private sealed class CountingLog : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public HashSet<string> Categories { get; } = [];

        public ILogger CreateLogger(string categoryName)
        {
            if (categoryName.StartsWith("CollabRisk", StringComparison.Ordinal))
            {
                Categories.Add(categoryName);
                return this;
            }

            return Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(eventId.Name!);

        public void Dispose()
        {
        }
    }
}

/// <summary>Tests that count what this process holds, so that no others run meanwhile.</summary>
[CollectionDefinition(nameof(CountsHandles), DisableParallelization = true)]
public sealed class CountsHandles;
