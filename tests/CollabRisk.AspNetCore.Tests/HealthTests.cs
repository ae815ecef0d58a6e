using CollabRisk.DependencyInjection;
using CollabRisk.RulePacks;
using CollabRisk.RulePacks.DependencyInjection;
using CollabRisk.RulePacks.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CollabRisk.AspNetCore.Tests;

/// <summary>What the health of the rules is.</summary>
public sealed class HealthTests : IDisposable
{
    private readonly PackOnDisk pack = PackOnDisk.Sample();

    public void Dispose() => pack.Dispose();

    [Fact]
    public async Task Health_PacksBreakAndAreMended_IsDegradedMeanwhile()
    {
        await using var provider = Services(services => services.AddCollabRiskRulePacks(options => options.Paths.Add(pack.Folder)));
        var healthy = await Check(provider);
        healthy.Status.Should().Be(HealthStatus.Healthy);
        ((string)healthy.Data["packs"]).Should().StartWith("collabrisk.general ");
        pack.Replace("rules/rota.yaml", "is: High", "is: Enormous");
        _ = provider.GetRequiredService<RulePackWatcher>().ReloadNow();
        var degraded = await Check(provider);
        degraded.Status.Should().Be(HealthStatus.Degraded);
        degraded.Description.Should().Contain("CRP124");
        pack.Replace("rules/rota.yaml", "is: Enormous", "is: High");
        _ = provider.GetRequiredService<RulePackWatcher>().ReloadNow();
        (await Check(provider)).Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public async Task Health_RulesCannotBeLoaded_IsUnhealthyWithTheReason()
    {
        await using var provider = Services(services => services.AddCollabRisk(options => options.Packs.Clear()));
        var unhealthy = await Check(provider);
        unhealthy.Status.Should().Be(HealthStatus.Unhealthy);
        unhealthy.Description.Should().Contain("no risk could ever be found");
    }

    [Fact]
    public async Task Health_OfAName_IsItsOwn()
    {
        await using var provider = Services(services => services.AddCollabRisk("kent", options => options.Packs.Clear()), "kent");
        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
        report.Entries["collabrisk:kent"].Status.Should().Be(HealthStatus.Unhealthy);
    }

    private static ServiceProvider Services(Action<IServiceCollection> add, string? name = null)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddHealthChecks().AddCollabRisk(name);
        services.AddCollabRiskAspNetCore();
        add(services);
        return services.BuildServiceProvider();
    }

    private static async Task<HealthReportEntry> Check(ServiceProvider provider) =>
        (await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken)).Entries["collabrisk"];
}
