using CollabRisk.DependencyInjection;
using CollabRisk.Knowledge;
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
}
