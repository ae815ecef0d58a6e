using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.RulePacks.Watching;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Tests.Watching;

/// <summary>When packs are looked at again.</summary>
public class ReloadScheduleTests
{
    private static readonly RulePackWatchOptions EventsAlone = new() { RecheckInterval = null, QuietTime = TimeSpan.FromSeconds(1) };

    private readonly ManualClock clock = new();
    private int looks;

    [Fact]
    public void Changed_Burst_IsLookedAtOnceAfterItEnds()
    {
        using var schedule = Schedule(EventsAlone);
        for (var i = 0; i < 5; i++)
        {
            schedule.Changed();
            clock.Advance(TimeSpan.FromSeconds(0.9));
        }

        looks.Should().Be(0);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        looks.Should().Be(1);
        clock.Advance(TimeSpan.FromHours(1));
        looks.Should().Be(1);
    }

    [Fact]
    public void Changed_WithoutEnd_IsLookedAtAllTheSame()
    {
        using var schedule = Schedule(EventsAlone);
        for (var i = 0; i < 210; i++)
        {
            schedule.Changed();
            clock.Advance(TimeSpan.FromSeconds(0.1));
        }

        looks.Should().Be(2);
    }

    [Fact]
    public void Missed_IsLookedAtLater()
    {
        using var schedule = Schedule(EventsAlone);
        schedule.Missed();
        clock.Advance(TimeSpan.FromSeconds(9.9));
        looks.Should().Be(0);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        looks.Should().Be(1);
    }

    [Fact]
    public void Recheck_IsLookedAtEveryInterval()
    {
        using (Schedule(new() { RecheckInterval = TimeSpan.FromMinutes(5) }))
        {
            clock.Advance(TimeSpan.FromMinutes(21));
            looks.Should().Be(4);
        }

        clock.Advance(TimeSpan.FromMinutes(21));
        looks.Should().Be(4);
    }

    [Fact]
    public void AwaitExpiry_OverrideEndsTonight_IsLookedAtAtMidnight()
    {
        using var schedule = Schedule(EventsAlone);
        schedule.AwaitExpiry(Book(new DateOnly(2026, 11, 22)));
        clock.Advance(new TimeSpan(11, 59, 59));
        looks.Should().Be(0);
        clock.Advance(TimeSpan.FromSeconds(1));
        looks.Should().Be(1);
    }

    [Fact]
    public void AwaitExpiry_EndFarAway_IsLookedAtEveryDay()
    {
        using var schedule = Schedule(EventsAlone);
        schedule.AwaitExpiry(Book(new DateOnly(2029, 1, 1)));
        clock.Advance(TimeSpan.FromDays(1));
        looks.Should().Be(1);
    }

    [Fact]
    public void AwaitExpiry_NothingEnds_WaitsForNothing()
    {
        using var schedule = Schedule(EventsAlone);
        schedule.AwaitExpiry(Book(new DateOnly(2026, 11, 22)));
        schedule.AwaitExpiry(Book(null));
        clock.RunningTimers.Should().Be(0);
        schedule.AwaitExpiry(Book(DateOnly.MaxValue));
        clock.RunningTimers.Should().Be(0);
    }

    private static RuleBook Book(DateOnly? last) => RuleBook.Build(
        [KnowledgePacks.General], [RuleOverride.SwitchOff("VISION-ABSENT", "asked elsewhere") with { Expires = last }]);

    private ReloadSchedule Schedule(RulePackWatchOptions options) => new(clock, options, () => looks++);
}
