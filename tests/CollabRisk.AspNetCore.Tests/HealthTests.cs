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
        Assert.Equal(HealthStatus.Healthy, healthy.Status);
        Assert.StartsWith("collabrisk.general ", (string)healthy.Data["packs"], StringComparison.Ordinal);
        pack.Replace("rules/rota.yaml", "is: High", "is: Enormous");
        _ = provider.GetRequiredService<RulePackWatcher>().ReloadNow();
        var degraded = await Check(provider);
        Assert.Equal(HealthStatus.Degraded, degraded.Status);
        Assert.Contains("CRP124", degraded.Description, StringComparison.Ordinal);
        pack.Replace("rules/rota.yaml", "is: Enormous", "is: High");
        _ = provider.GetRequiredService<RulePackWatcher>().ReloadNow();
        Assert.Equal(HealthStatus.Healthy, (await Check(provider)).Status);
    }

    [Fact]
    public async Task Health_RulesCannotBeLoaded_IsUnhealthyWithTheReason()
    {
        await using var provider = Services(services => services.AddCollabRisk(options => options.Packs.Clear()));
        var unhealthy = await Check(provider);
        Assert.Equal(HealthStatus.Unhealthy, unhealthy.Status);
        Assert.Contains("no risk could ever be found", unhealthy.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_OfAName_IsItsOwn()
    {
        await using var provider = Services(services => services.AddCollabRisk("kent", options => options.Packs.Clear()), "kent");
        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HealthStatus.Unhealthy, report.Entries["collabrisk:kent"].Status);
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
