using CollabRisk.DependencyInjection;
using CollabRisk.Facts;
using CollabRisk.RulePacks.DependencyInjection;
using CollabRisk.RulePacks.Tests.Watching;
using CollabRisk.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CollabRisk.RulePacks.Tests.DependencyInjection;

/// <summary>What a host gets from AddCollabRiskRulePacks.</summary>
public sealed class AddCollabRiskRulePacksTests : IDisposable
{
    private readonly ManualClock clock = new();
    private readonly PackOnDisk pack = PackOnDisk.Sample();
    private readonly LogLines log = new();

    public void Dispose() => pack.Dispose();

    [Fact]
    public void AddCollabRiskRulePacks_WithoutAnythingElse_EvaluatesWithThePacks()
    {
        using var provider = new ServiceCollection().AddCollabRiskRulePacks(options => options.Paths.Add(pack.Folder)).BuildServiceProvider();
        var evaluator = provider.GetRequiredService<ICollaborationEvaluator>();
        Assert.NotNull(evaluator.RuleBook.Find("RCR-ROTA-OVERLOAD"));
        Assert.NotNull(evaluator.RuleBook.Find("VISION-ABSENT"));
        Assert.Same(evaluator, provider.GetRequiredService<ICollaborationEvaluator>());
        Assert.Same(evaluator.RuleBook, provider.GetRequiredService<RuleBook>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AddCollabRisk_BeforeOrAfter_ChangesRulesOfFilesToo(bool before)
    {
        var services = new ServiceCollection();
        if (before)
        {
            services.AddCollabRisk(options => options.SwitchOff("RCR-ROTA-OVERLOAD", "not our question"));
        }

        services.AddCollabRiskRulePacks(options => options.Paths.Add(pack.Folder));
        if (!before)
        {
            services.AddCollabRisk(options => options.SwitchOff("RCR-ROTA-OVERLOAD", "not our question"));
        }

        using var provider = services.BuildServiceProvider();
        Assert.Equal("not our question", provider.GetRequiredService<ICollaborationEvaluator>().RuleBook.Find("RCR-ROTA-OVERLOAD")!.Overrides[0].Reason);
    }

    [Fact]
    public async Task AddCollabRiskRulePacks_PacksWithMistakes_StopTheHostAtStartWithAllOfThem()
    {
        pack.Replace("rules/rota.yaml", "extensions.rcr.rotaShared: no", "extensions.rcr.rotaShard: no");
        pack.Replace("pack.yaml", "licence: CC-BY-4.0", "license: CC-BY-4.0");
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services
            .AddCollabRisk(options => options.SwitchOff("NO-SUCH-RULE", "it is not there"))
            .AddCollabRiskRulePacks(options => options.Paths.Add(pack.Folder));
        using var host = builder.Build();
        var failures = (await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken))).Failures.ToList();
        Assert.Contains(failures, failure => failure.Contains("rules/rota.yaml(", StringComparison.Ordinal) && failure.Contains("CRP141", StringComparison.Ordinal));
        Assert.Contains(failures, failure => failure.Contains("pack.yaml(", StringComparison.Ordinal) && failure.Contains("CRP121", StringComparison.Ordinal));
        Assert.Contains(failures, failure => failure.Contains("NO-SUCH-RULE", StringComparison.Ordinal));
    }

    [Fact]
    public void TrustedKeys_PackNotSigned_IsRefused()
    {
        var keys = RulePackSigning.NewKeys();
        using var provider = new ServiceCollection().AddCollabRiskRulePacks(options =>
        {
            options.Paths.Add(pack.Folder);
            options.TrustedKeys.Add(keys.PublicKeyPem);
        }).BuildServiceProvider();
        Assert.Contains("CRP801", RulePackSigning.Verify(pack.Folder, [keys.PublicKeyPem]).Problems.Select(problem => problem.Code));
        Assert.Contains("the pack has no signature", Assert.Throws<OptionsValidationException>(provider.GetRequiredService<RulePackWatcher>).Message, StringComparison.Ordinal);
        RulePackSigning.Sign(pack.Folder, keys.PrivateKeyPem);
        Assert.Equal(RulePackSigning.Fingerprint(keys.PublicKeyPem), provider.GetRequiredService<RulePackWatcher>().Current.Packs[0].Signature!.Key);
    }

    [Fact]
    public async Task Watch_PacksChange_AreUsedAndLoggedUntilTheContainerIsDisposed()
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddLogging(logging => logging.AddProvider(log));
        services.AddCollabRiskRulePacks(options =>
        {
            options.Paths.Add(pack.Folder);
            options.Watch = true;
            options.QuietTime = TimeSpan.FromHours(1);
        });
        await using (var provider = services.BuildServiceProvider())
        {
            var evaluator = provider.GetRequiredService<ICollaborationEvaluator>();
            var before = evaluator.RuleBook;
            pack.Replace("rules/rota.yaml", "the other worse", "the other much worse");
            clock.Advance(TimeSpan.FromMinutes(1));
            Assert.NotSame(before, evaluator.RuleBook);
            Assert.Same(evaluator.RuleBook, provider.GetRequiredService<RuleBook>());
            pack.Replace("rules/rota.yaml", "is: High", "is: Enormous");
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(0, clock.RunningTimers);
        Assert.Equal(3, log.Lines.Count);
        Assert.StartsWith("Information: Rule packs in use (1): regional.control-room 1.0.0. Rule book sha256:", log.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Information: Rule packs were reloaded: rules: ~RCR-ROTA-OVERLOAD. Rule book sha256:", log.Lines[1], StringComparison.Ordinal);
        Assert.StartsWith("Error: Changed rule packs are not used; those in use stay. Problems (1):", log.Lines[2], StringComparison.Ordinal);
        Assert.Contains("CRP124", log.Lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Watch_Off_LoadsAnewWhenAskedAlone()
    {
        using var provider = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddCollabRiskRulePacks(options => options.Paths.Add(pack.Folder)).BuildServiceProvider();
        var watcher = provider.GetRequiredService<RulePackWatcher>();
        Assert.Equal(0, clock.RunningTimers);
        pack.Replace("rules/rota.yaml", "the other worse", "the other much worse");
        Assert.Equal("rules: ~RCR-ROTA-OVERLOAD", watcher.ReloadNow().Change!.ToString());
        Assert.Same(watcher.Current.RuleBook, provider.GetRequiredService<ICollaborationEvaluator>().RuleBook);
    }

    [Fact]
    public void Reload_ATestOfThePackFails_KeepsTheRulesInUse()
    {
        using var provider = new ServiceCollection().AddCollabRiskRulePacks(options => options.Paths.Add(pack.Folder)).BuildServiceProvider();
        var watcher = provider.GetRequiredService<RulePackWatcher>();
        var before = watcher.Current;
        pack.Replace("rules/rota.yaml", "is: High", "is: Moderate");
        var reload = watcher.ReloadNow();
        Assert.Null(reload.Change);
        Assert.Equal("CRP721", Assert.Single(reload.Problems).Code);
        Assert.Same(before, watcher.Current);
    }

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{logLevel}: {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }
}
