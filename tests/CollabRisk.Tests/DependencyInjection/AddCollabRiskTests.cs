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
        provider.GetRequiredService<ICollaborationEvaluator>().Should().BeSameAs(evaluator);
        provider.GetRequiredService<RuleBook>().Should().BeSameAs(evaluator.RuleBook);
        evaluator.RuleBook.Digest.Should().Be(CollaborationEvaluator.Default.RuleBook.Digest);
    }

    [Fact]
    public void AddCollabRisk_WithOptions_UsesPacksAndOverrides()
    {
        using var provider = new ServiceCollection()
            .AddCollabRisk(options => options.SwitchOff("VISION-ABSENT", "not our question"))
            .AddCollabRisk(options => options.Packs.Add(KnowledgePacks.UnitedKingdom))
            .BuildServiceProvider();
        var book = provider.GetRequiredService<ICollaborationEvaluator>().RuleBook;
        book.Packs.Select(pack => pack.Id).Should().Equal("collabrisk.general", "collabrisk.united-kingdom");
        book.Find("VISION-ABSENT")!.Overrides[0].Reason.Should().Be("not our question");
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public void AddCollabRisk_OverrideWithAnEnd_HoldsByTheClockOfTheHost(int day, bool holds)
    {
        var lastDay = new DateOnly(2026, 3, 31);
        using var provider = On(day).AddCollabRisk(options => options.Override(RuleOverride.SwitchOff("VISION-ABSENT", "until April") with { Expires = lastDay })).BuildServiceProvider();
        var book = provider.GetRequiredService<ICollaborationEvaluator>().RuleBook;
        (book.Overrides.Count, book.ExpiredOverrides.Count).Should().Be(holds ? (1, 0) : (0, 1));
    }

    [Fact]
    public void AddCollabRisk_NothingExpires_TheDayChangesNothing()
    {
        var facts = new Collaboration { Vision = new() { Exists = false } };
        var (first, later) = (Evaluator(1), Evaluator(20));
        DecisionRecord.Of(later.Evaluate(facts)).ToJson().Should().Be(DecisionRecord.Of(first.Evaluate(facts)).ToJson());
        later.RuleBook.AsOf.Should().BeNull();
        DecisionRecord.Of(first.Evaluate(facts)).Replay(later.RuleBook).Differences.Should().BeEmpty();

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
        var error = (await Awaiting(() => host.StartAsync(TestContext.Current.CancellationToken)).Should().ThrowExactlyAsync<OptionsValidationException>()).Which;
        error.Failures.Should().HaveCount(2);
    }

    [Fact]
    public void AddCollabRisk_BadOptions_StopTheEvaluatorToo()
    {
        using var provider = new ServiceCollection().AddCollabRisk(options => options.SwitchOff("NO-SUCH-RULE", "it is not there")).BuildServiceProvider();
        Invoking(() => provider.GetRequiredService<ICollaborationEvaluator>()).Should().ThrowExactly<OptionsValidationException>();
        Invoking(() => provider.GetRequiredService<RuleBook>()).Should().ThrowExactly<OptionsValidationException>();
    }

    [Fact]
    public void AddCollabRisk_NothingWhereSomethingIsExpected_SaysSoWithEverythingElse()
    {
        Failures(options =>
        {
            options.Packs.Add(null!);
            options.Override([null!]).Override(null!).SwitchOff(null!, null!);
        }).Should().Equal(
            "Packs[1]: it is null. Give a pack, or leave it out.",
            "Overrides[0]: it is null. Give an override, or leave it out.",
            "Overrides[1]: it is null. Give an override, or leave it out.",
            "override of : a rule is overridden only with a reason. Say why.",
            "override of : no rule has this code.");
    }

    [Fact]
    public void AddCollabRisk_OnePackTwice_IsOneProblem() =>
        Failures(options => options.Packs.Add(KnowledgePacks.General))
            .Should().ContainSingle().Which
            .Should().Be("collabrisk.general: two packs have this id. Give each pack once.");

    [Fact]
    public void AddCollabRisk_NoPack_IsRefused() =>
        Failures(options => options.Packs.Clear()).Should().ContainSingle().Which.Should().StartWith(
            "Packs: they have no rules, so no risk could ever be found.");

    [Fact]
    public void AddCollabRisk_EveryRuleSwitchedOff_IsRefused() =>
        Failures(options =>
        {
            foreach (var rule in CollaborationEvaluator.Default.RuleBook.Rules)
            {
                options.SwitchOff(rule.Code, "not today");
            }
        })
            .Should().ContainSingle().Which
            .Should().StartWith("Overrides: every rule is switched off");

    [Fact]
    public void AddCollabRisk_HostHasItsOwnValidation_SaysEverythingAtOnce()
    {
        using var provider = new ServiceCollection()
            .AddCollabRisk(options => options.SwitchOff("VISION-ABSENT", "why not"))
            .AddOptions<CollabRiskOptions>().Validate(options => options.Overrides.All(change => change.Author is not null), "an override has no author").Services
            .BuildServiceProvider();
        Invoking(() => provider.GetRequiredService<ICollaborationEvaluator>()).Should().ThrowExactly<OptionsValidationException>().Which.Failures
            .Should().Equal("an override has no author");
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
        provider.GetRequiredService<OfKent>().Evaluator.Should().BeSameAs(kent);
        Overrides(kent).Should().Be(1);
        Overrides(provider.GetRequiredKeyedService<ICollaborationEvaluator>("essex")).Should().Be(0);
        Overrides(provider.GetRequiredService<ICollaborationEvaluator>()).Should().Be(0);
        provider.GetRequiredKeyedService<RuleBook>("essex").Packs.Should().HaveCount(2);

        // Whichever options are read, in whatever way, the evaluators stay those that they are.
        _ = provider.GetRequiredService<IOptionsMonitor<CollabRiskOptions>>().Get("kent");
        provider.GetRequiredService<ICollaborationEvaluator>().RuleBook.Digest.Should().Be(CollaborationEvaluator.Default.RuleBook.Digest);

        static int Overrides(ICollaborationEvaluator evaluator) => evaluator.RuleBook.Overrides.Count;
    }

    [Fact]
    public void AddCollabRisk_OnlyWithAName_LeavesTheHostWithoutAnother()
    {
        using var provider = new ServiceCollection().AddCollabRisk("kent").BuildServiceProvider();
        provider.GetService<ICollaborationEvaluator>().Should().BeNull();
        Invoking(() => new ServiceCollection().AddCollabRisk("")).Should().ThrowExactly<ArgumentException>();
    }

    [Fact]
    public async Task AddCollabRisk_SeveralNamesAreWrong_StopsTheHostWithAllOfThem()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services
            .AddCollabRisk("kent", options => options.SwitchOff("NO-SUCH-RULE", "it is not there"))
            .AddCollabRisk("essex", options => options.Packs.Clear());
        using var host = builder.Build();
        var error = (await Awaiting(() => host.StartAsync(TestContext.Current.CancellationToken)).Should().ThrowExactlyAsync<AggregateException>()).Which;
        error.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures).Should().Equal(
            "'kent': override of NO-SUCH-RULE: no rule has this code.",
            "'essex': Packs: they have no rules, so no risk could ever be found. Add a pack with rules, such as KnowledgePacks.General ('collabrisk.general').");
    }

    private static List<string> Failures(Action<CollabRiskOptions> configure)
    {
        using var provider = new ServiceCollection().AddCollabRisk(configure).BuildServiceProvider();
        return [.. Invoking(() => provider.GetRequiredService<ICollaborationEvaluator>()).Should().ThrowExactly<OptionsValidationException>().Which.Failures];
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
