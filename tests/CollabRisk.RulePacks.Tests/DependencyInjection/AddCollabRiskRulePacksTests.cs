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
        evaluator.RuleBook.Find("RCR-ROTA-OVERLOAD").Should().NotBeNull();
        evaluator.RuleBook.Find("VISION-ABSENT").Should().NotBeNull();
        provider.GetRequiredService<ICollaborationEvaluator>().Should().BeSameAs(evaluator);
        provider.GetRequiredService<RuleBook>().Should().BeSameAs(evaluator.RuleBook);
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
        provider.GetRequiredService<ICollaborationEvaluator>().RuleBook.Find("RCR-ROTA-OVERLOAD")!.Overrides[0].Reason.Should().Be("not our question");
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
        var failures = ((await Awaiting(() => host.StartAsync(TestContext.Current.CancellationToken)).Should().ThrowExactlyAsync<OptionsValidationException>()).Which).Failures.ToList();
        failures.Should().Contain(
            failure => failure.Contains("rules/rota.yaml(", StringComparison.Ordinal) && failure.Contains("CRP141", StringComparison.Ordinal));
        failures.Should().Contain(
            failure => failure.Contains("pack.yaml(", StringComparison.Ordinal) && failure.Contains("CRP121", StringComparison.Ordinal));
        failures.Should().Contain(failure => failure.Contains("NO-SUCH-RULE", StringComparison.Ordinal));
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
        RulePackSigning.Verify(pack.Folder, [keys.PublicKeyPem]).Problems.Select(problem => problem.Code).Should().Contain("CRP801");
        Invoking(() => provider.GetRequiredService<RulePackWatcher>()).Should().ThrowExactly<OptionsValidationException>()
            .WithMessage("*the pack has no signature*");
        RulePackSigning.Sign(pack.Folder, keys.PrivateKeyPem);
        provider.GetRequiredService<RulePackWatcher>().Current.Packs[0].Signature!.Key.Should().Be(RulePackSigning.Fingerprint(keys.PublicKeyPem));
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
            evaluator.RuleBook.Should().NotBeSameAs(before);
            provider.GetRequiredService<RuleBook>().Should().BeSameAs(evaluator.RuleBook);
            pack.Replace("rules/rota.yaml", "is: High", "is: Enormous");
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        clock.RunningTimers.Should().Be(0);
        log.Lines.Should().HaveCount(3);
        log.Lines[0].Should().StartWith("Information: Rule packs in use (1): regional.control-room 1.0.0. Rule book sha256:");
        log.Lines[1].Should().StartWith("Information: Rule packs were reloaded: rules: ~RCR-ROTA-OVERLOAD. Rule book sha256:");
        log.Lines[2].Should().StartWith("Error: Changed rule packs are not used; those in use stay. Problems (1):");
        log.Lines[2].Should().Contain("CRP124");
    }

    [Fact]
    public void Watch_Off_LoadsAnewWhenAskedAlone()
    {
        using var provider = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddCollabRiskRulePacks(options => options.Paths.Add(pack.Folder)).BuildServiceProvider();
        var watcher = provider.GetRequiredService<RulePackWatcher>();
        clock.RunningTimers.Should().Be(0);
        pack.Replace("rules/rota.yaml", "the other worse", "the other much worse");
        watcher.ReloadNow().Change!.ToString().Should().Be("rules: ~RCR-ROTA-OVERLOAD");
        provider.GetRequiredService<ICollaborationEvaluator>().RuleBook.Should().BeSameAs(watcher.Current.RuleBook);
    }

    [Fact]
    public void Reload_ATestOfThePackFails_KeepsTheRulesInUse()
    {
        using var provider = new ServiceCollection().AddCollabRiskRulePacks(options => options.Paths.Add(pack.Folder)).BuildServiceProvider();
        var watcher = provider.GetRequiredService<RulePackWatcher>();
        var before = watcher.Current;
        pack.Replace("rules/rota.yaml", "is: High", "is: Moderate");
        var reload = watcher.ReloadNow();
        reload.Change.Should().BeNull();
        reload.Problems.Should().ContainSingle().Which.Code.Should().Be("CRP721");
        watcher.Current.Should().BeSameAs(before);
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
