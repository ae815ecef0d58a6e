using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CollabRisk.Comparing;
using CollabRisk.DependencyInjection;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CollabRisk.AspNetCore.Tests;

/// <summary>The code of docs/embedding.md, as it is on the page.</summary>
public class EmbeddingPageTests
{
    private readonly Collaboration collaboration = new() { Vision = new() { Exists = false } };

    [Fact]
    public void Page_EveryBlockOfCode_IsInTheseTestsOrInTheSample()
    {
        var sample = Repository.Read("samples", "WebApi", "Program.cs");
        var source = Lines(Repository.Read("tests", "CollabRisk.AspNetCore.Tests", "EmbeddingPageTests.cs"));
        var blocks = Repository.Read("docs", "embedding.md").Split("```csharp\n").Skip(1).Select(block => block.Split("```")[0]).ToList();
        blocks.Should().HaveCount(9);
        blocks.Remove(sample).Should().BeTrue("the page has all of samples/WebApi");
        foreach (var block in blocks.Select(Lines))
        {
            // What is used stands at the beginning of the page's blocks, and of this file.
            var code = block.Split('\n').SkipWhile(line => line.StartsWith("using CollabRisk", StringComparison.Ordinal)).ToList();
            source.Should().Contain(string.Join('\n', code).Trim());
            block.Split('\n').SkipLast(code.Count).Except(["using CollabRisk;"]).Where(line => !source.Contains(line, StringComparison.Ordinal)).Should().BeEmpty();
        }

        static string Lines(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));
    }

    [Fact]
    public void Page_OnItsOwn_Evaluates()
    {
        var assessment = CollaborationEvaluator.Default.Evaluate(collaboration);

        var book = RuleBook.Build(
            [KnowledgePacks.General, KnowledgePacks.UnitedKingdom],
            [RuleOverride.SwitchOff("FUNDING-TIMING", "one grant pays for all")]);
        var evaluator = new CollaborationEvaluator(book);
        evaluator.Evaluate(collaboration).Overall.Should().Be(assessment.Overall);
    }

    [Fact]
    public async Task Page_Worker_EvaluatesWhatIsStoredAndReportsWhatIsBad()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var store = new CaseStore(("good", """{ "vision": { "exists": false } }"""), ("bad", "{"), ("better", """{ "vision": { "exists": true } }"""));
        builder.Services.AddSingleton<ICaseStore>(store);

        builder.Services.AddCollabRisk(builder.Configuration.GetSection("CollabRisk"));
        builder.Services.AddHostedService<NightlyReview>();

        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.Services.GetServices<IHostedService>().OfType<NightlyReview>().Single().ExecuteTask!;
        await host.StopAsync(TestContext.Current.CancellationToken);
        store.Saved.Keys.Order(StringComparer.Ordinal).Should().Equal("better", "good");
    }

    [Fact]
    public void Page_SeveralClients_HaveTheirOwnRules()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);

        builder.Services.AddCollabRisk("kent", options => options.SwitchOff("FUNDING-TIMING", "one grant pays for all"));
        builder.Services.AddCollabRisk("essex", options => options.Packs.Add(KnowledgePacks.UnitedKingdom));

        using var host = builder.Build();
        host.Services.GetRequiredKeyedService<RuleBook>("essex").Digest.Should().NotBe(host.Services.GetRequiredKeyedService<RuleBook>("kent").Digest);
    }

    [Fact]
    public async Task Page_EndpointsOfOnesOwn_AnswerByTheirRules()
    {
        await using var host = await WebHost.StartAsync(
            app =>
            {
                app.MapPost("/brief", (Collaboration collaboration, ICollaborationEvaluator evaluator) => evaluator.Evaluate(collaboration));
                app.MapPost("/kent", (Collaboration collaboration, [FromKeyedServices("kent")] ICollaborationEvaluator evaluator) => evaluator.Evaluate(collaboration));
            },
            services => services.AddCollabRisk("kent", options => options.SwitchOff("VISION-ABSENT", "Kent asks elsewhere")));
        const string NoVision = """{ "vision": { "exists": false } }""";
        (await host.PostAsync("/brief", NoVision)).Text.Should().Contain("\"VISION-ABSENT\"");
        (await host.PostAsync("/kent", NoVision)).Json.GetProperty("findings").EnumerateArray()
            .Should().NotContain(finding => finding.GetProperty("code").GetString() == "VISION-ABSENT");
    }

    [Fact]
    public void Page_Desktop_FollowsAForm()
    {
        var evaluator = CollaborationEvaluator.Default;

        var monitor = new CollaborationMonitor(evaluator.RuleBook, collaboration);
        var difference = monitor.Change(FactChange.Parse("vision.exists=yes"));

        difference.ToText().Should().Contain("VISION-ABSENT");
    }

    [Fact]
    public async Task Page_Desktop_AsksOnAnotherThread()
    {
        var evaluator = CollaborationEvaluator.Default;
        var collaboration = new Collaboration();

#pragma warning disable xUnit1051 // As it is on the page.
        var questions = await Task.Run(() => evaluator.NextQuestions(collaboration, 3));
#pragma warning restore xUnit1051

        questions.Should().HaveCount(3);
    }

    internal sealed record StoredCase(string Id, string Json);

    internal interface ICaseStore
    {
        IAsyncEnumerable<StoredCase> ReadAsync(CancellationToken cancel);

        Task SaveAsync(string id, OverallRange overall, CancellationToken cancel);
    }

    private sealed class CaseStore(params (string Id, string Json)[] cases) : ICaseStore
    {
        public ConcurrentDictionary<string, OverallRange> Saved { get; } = new(StringComparer.Ordinal);

        public async IAsyncEnumerable<StoredCase> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
        {
            foreach (var (id, json) in cases)
            {
                await Task.Yield();
                cancel.ThrowIfCancellationRequested();
                yield return new StoredCase(id, json);
            }
        }

        public Task SaveAsync(string id, OverallRange overall, CancellationToken cancel)
        {
            Saved[id] = overall;
            return Task.CompletedTask;
        }
    }

#pragma warning disable CA1848 // The page shows the shortest way to log.
    internal sealed class NightlyReview(ICollaborationEvaluator evaluator, ICaseStore cases, ILogger<NightlyReview> log) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await foreach (var result in evaluator.EvaluateMany(cases.ReadAsync(stoppingToken), stored => CollaborationJson.Parse(stored.Json), cancellation: stoppingToken))
            {
                if (result.IsAssessed)
                {
                    await cases.SaveAsync(result.Item.Id, result.Assessment.Overall, stoppingToken);
                }
                else
                {
                    log.LogWarning("Case {Id} cannot be evaluated: {Reason}", result.Item.Id, result.Error.Message);
                }
            }
        }
    }
}
