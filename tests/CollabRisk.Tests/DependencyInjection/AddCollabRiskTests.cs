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
        provider.GetRequiredService<ICollaborationEvaluator>().Should().BeSameAs(evaluator);
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
        using var provider = new ServiceCollection()
            .AddSingleton<TimeProvider>(new Clock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddDays(day - 1)))
            .AddCollabRisk(options => options.Override(RuleOverride.SwitchOff("VISION-ABSENT", "until April") with { Expires = lastDay }))
            .BuildServiceProvider();
        var book = provider.GetRequiredService<ICollaborationEvaluator>().RuleBook;
        (book.Overrides.Count, book.ExpiredOverrides.Count).Should().Be(holds ? (1, 0) : (0, 1));
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
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
