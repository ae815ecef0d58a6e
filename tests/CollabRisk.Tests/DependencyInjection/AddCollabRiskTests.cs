using CollabRisk.DependencyInjection;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
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
        using var provider = new ServiceCollection()
            .AddSingleton<TimeProvider>(new Clock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddDays(day - 1)))
            .AddCollabRisk(options => options.Override(RuleOverride.SwitchOff("VISION-ABSENT", "until April") with { Expires = lastDay }))
            .BuildServiceProvider();
        var book = provider.GetRequiredService<ICollaborationEvaluator>().RuleBook;
        Assert.Equal(holds ? (1, 0) : (0, 1), (book.Overrides.Count, book.ExpiredOverrides.Count));
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
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
