using CollabRisk.DependencyInjection;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Records;
using CollabRisk.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CollabRisk.Tests.DependencyInjection;

/// <summary>What a host gets from AddCollabRisk.</summary>
public class AddCollabRiskTests
{
    [Fact]
    public void AddCollabRisk_WithoutOptions_EvaluatesTheGeneralKnowledge()
    {
        using var provider = new ServiceCollection().AddCollabRisk().BuildServiceProvider();
        var evaluator = provider.GetRequiredService<ICollaborationEvaluator>();
        Assert.Same(evaluator, provider.GetRequiredService<ICollaborationEvaluator>());
        Assert.Same(evaluator.RuleBook, provider.GetRequiredService<RuleBook>());
        Assert.Equal(CollaborationEvaluator.Default.RuleBook.Digest, evaluator.RuleBook.Digest);
    }

    [Fact]
    public void AddCollabRisk_WithOptions_UsesPacksAndOverrides()
    {
        using var provider = new ServiceCollection()
            .AddCollabRisk(options => options.SwitchOff("VISION-ABSENT", "not our question"))
            .AddCollabRisk(options => options.Packs.Add(KnowledgePacks.UnitedKingdom))
            .BuildServiceProvider();
        var book = provider.GetRequiredService<ICollaborationEvaluator>().RuleBook;
        Assert.Equal(["collabrisk.general", "collabrisk.united-kingdom"], book.Packs.Select(pack => pack.Id));
        Assert.Equal("not our question", book.Find("VISION-ABSENT")!.Overrides[0].Reason);
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public void AddCollabRisk_OverrideWithAnEnd_HoldsByTheClockOfTheHost(int day, bool holds)
    {
        var lastDay = new DateOnly(2026, 3, 31);
        using var provider = On(day).AddCollabRisk(options => options.Override(RuleOverride.SwitchOff("VISION-ABSENT", "until April") with { Expires = lastDay })).BuildServiceProvider();
        var book = provider.GetRequiredService<ICollaborationEvaluator>().RuleBook;
        Assert.Equal(holds ? (1, 0) : (0, 1), (book.Overrides.Count, book.ExpiredOverrides.Count));
    }

    [Fact]
    public void AddCollabRisk_NothingExpires_TheDayChangesNothing()
    {
        var facts = new Collaboration { Vision = new() { Exists = false } };
        var (first, later) = (Evaluator(1), Evaluator(20));
        Assert.Equal(DecisionRecord.Of(first.Evaluate(facts)).ToJson(), DecisionRecord.Of(later.Evaluate(facts)).ToJson());
        Assert.Null(later.RuleBook.AsOf);
        Assert.Empty(DecisionRecord.Of(first.Evaluate(facts)).Replay(later.RuleBook).Differences);

        static ICollaborationEvaluator Evaluator(int day) =>
            On(day).AddCollabRisk(options => options.SwitchOff("FUNDING-TIMING", "one grant pays for all")).BuildServiceProvider().GetRequiredService<ICollaborationEvaluator>();
    }

    [Fact]
    public async Task AddCollabRisk_BadOptions_StopTheHostAtStartWithAllProblems()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddCollabRisk(options => options
            .SwitchOff("NO-SUCH-RULE", "it is not there")
            .OverrideLevel("VISION-ABSENT", Level.Low, ""));
        using var host = builder.Build();
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, error.Failures.Count());
    }

    [Fact]
    public void AddCollabRisk_BadOptions_StopTheEvaluatorToo()
    {
        using var provider = new ServiceCollection().AddCollabRisk(options => options.SwitchOff("NO-SUCH-RULE", "it is not there")).BuildServiceProvider();
        Assert.Throws<OptionsValidationException>(provider.GetRequiredService<ICollaborationEvaluator>);
        Assert.Throws<OptionsValidationException>(provider.GetRequiredService<RuleBook>);
    }

    [Fact]
    public void AddCollabRisk_NothingWhereSomethingIsExpected_SaysSoWithEverythingElse()
    {
        Assert.Equal(
            [
                "Packs[1]: it is null. Give a pack, or leave it out.",
                "Overrides[0]: it is null. Give an override, or leave it out.",
                "Overrides[1]: it is null. Give an override, or leave it out.",
                "override of : a rule is overridden only with a reason. Say why.",
                "override of : no rule has this code.",
            ],
            Failures(options =>
            {
                options.Packs.Add(null!);
                options.Override([null!]).Override(null!).SwitchOff(null!, null!);
            }));
    }

    [Fact]
    public void AddCollabRisk_OnePackTwice_IsOneProblem() =>
        Assert.Equal("collabrisk.general: two packs have this id. Give each pack once.", Assert.Single(Failures(options => options.Packs.Add(KnowledgePacks.General))));

    [Fact]
    public void AddCollabRisk_NoPack_IsRefused() =>
        Assert.StartsWith("Packs: they have no rules, so no risk could ever be found.", Assert.Single(Failures(options => options.Packs.Clear())), StringComparison.Ordinal);

    [Fact]
    public void AddCollabRisk_EveryRuleSwitchedOff_IsRefused() =>
        Assert.StartsWith("Overrides: every rule is switched off", Assert.Single(Failures(options =>
        {
            foreach (var rule in CollaborationEvaluator.Default.RuleBook.Rules)
            {
                options.SwitchOff(rule.Code, "not today");
            }
        })), StringComparison.Ordinal);

    [Fact]
    public void AddCollabRisk_HostHasItsOwnValidation_SaysEverythingAtOnce()
    {
        using var provider = new ServiceCollection()
            .AddCollabRisk(options => options.SwitchOff("VISION-ABSENT", "why not"))
            .AddOptions<CollabRiskOptions>().Validate(options => options.Overrides.All(change => change.Author is not null), "an override has no author").Services
            .BuildServiceProvider();
        Assert.Equal(["an override has no author"], Assert.Throws<OptionsValidationException>(provider.GetRequiredService<ICollaborationEvaluator>).Failures);
    }

    [Fact]
    public void AddCollabRisk_WithNames_KeepsRulesApart()
    {
        using var provider = new ServiceCollection()
            .AddCollabRisk()
            .AddCollabRisk("kent", options => options.SwitchOff("VISION-ABSENT", "Kent asks elsewhere"))
            .AddCollabRisk("essex", options => options.Packs.Add(KnowledgePacks.UnitedKingdom))
            .AddSingleton<OfKent>()
            .BuildServiceProvider();
        var kent = provider.GetRequiredKeyedService<ICollaborationEvaluator>("kent");
        Assert.Same(kent, provider.GetRequiredService<OfKent>().Evaluator);
        Assert.Equal((1, 0, 0), (Overrides(kent), Overrides(provider.GetRequiredKeyedService<ICollaborationEvaluator>("essex")), Overrides(provider.GetRequiredService<ICollaborationEvaluator>())));
        Assert.Equal(2, provider.GetRequiredKeyedService<RuleBook>("essex").Packs.Count);

        // Whichever options are read, in whatever way, the evaluators stay those that they are.
        _ = provider.GetRequiredService<IOptionsMonitor<CollabRiskOptions>>().Get("kent");
        Assert.Equal(CollaborationEvaluator.Default.RuleBook.Digest, provider.GetRequiredService<ICollaborationEvaluator>().RuleBook.Digest);

        static int Overrides(ICollaborationEvaluator evaluator) => evaluator.RuleBook.Overrides.Count;
    }

    [Fact]
    public void AddCollabRisk_OnlyWithAName_LeavesTheHostWithoutAnother()
    {
        using var provider = new ServiceCollection().AddCollabRisk("kent").BuildServiceProvider();
        Assert.Null(provider.GetService<ICollaborationEvaluator>());
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddCollabRisk(""));
    }

    [Fact]
    public async Task AddCollabRisk_SeveralNamesAreWrong_StopsTheHostWithAllOfThem()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services
            .AddCollabRisk("kent", options => options.SwitchOff("NO-SUCH-RULE", "it is not there"))
            .AddCollabRisk("essex", options => options.Packs.Clear());
        using var host = builder.Build();
        var error = await Assert.ThrowsAsync<AggregateException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["'kent': override of NO-SUCH-RULE: no rule has this code.", "'essex': Packs: they have no rules, so no risk could ever be found. Add a pack with rules, such as KnowledgePacks.General ('collabrisk.general')."],
            error.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures));
    }

    private static List<string> Failures(Action<CollabRiskOptions> configure)
    {
        using var provider = new ServiceCollection().AddCollabRisk(configure).BuildServiceProvider();
        return [.. Assert.Throws<OptionsValidationException>(provider.GetRequiredService<ICollaborationEvaluator>).Failures];
    }

    /// <summary>Services with a clock at a day counted from the first of March 2026.</summary>
    private static ServiceCollection On(int day)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new Clock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddDays(day - 1)));
        return services;
    }

    private sealed class OfKent([FromKeyedServices("kent")] ICollaborationEvaluator evaluator)
    {
        public ICollaborationEvaluator Evaluator => evaluator;
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
