using CollabRisk.Facts;
using CollabRisk.RulePacks.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CollabRisk.RulePacks.Tests;

/// <summary>The code of docs/rule-packs-in-a-host.md, as it is there but for the paths.</summary>
public sealed class HostPageTests : IDisposable
{
    private readonly PackOnDisk pack = PackOnDisk.Sample();
    private readonly Collaboration collaboration = new() { Vision = new() { Exists = false } };

    private string Key => pack["../key.pem"];

    private string PublicKey => pack["../key.pub.pem"];

    public void Dispose() => pack.Dispose();

    [Fact]
    public void Page_EveryBlockOfCode_StandsInTheseTests()
    {
        var source = Lines(Repository.Read("tests", "CollabRisk.RulePacks.Tests", "HostPageTests.cs"));
        var blocks = Repository.Read("docs", "rule-packs-in-a-host.md").Split("```csharp\n").Skip(1).Select(block => Lines(block.Split("```")[0])).ToList();
        blocks.Should().HaveCount(4);
        foreach (var block in blocks)
        {
            // What is used stands at the beginning of the page's blocks; what this file's own namespace does not have, at its beginning.
            var code = block.Split('\n').SkipWhile(line => line.StartsWith("using CollabRisk", StringComparison.Ordinal)).ToList();
            source.Should().Contain(string.Join('\n', code).Trim());
            block.Split('\n').SkipLast(code.Count).Except(["using CollabRisk;", "using CollabRisk.RulePacks;"]).Where(line => !source.Contains(line, StringComparison.Ordinal)).Should().BeEmpty();
        }

        static string Lines(string text) => string.Join('\n', text
            .Replace("\"packs/regional-control-room\"", "pack.Folder", StringComparison.Ordinal)
            .Replace("\"keys/programme-office.pub.pem\"", "PublicKey", StringComparison.Ordinal)
            .Replace("\"key.pub.pem\"", "PublicKey", StringComparison.Ordinal)
            .Replace("\"key.pem\"", "Key", StringComparison.Ordinal)
            .Split('\n').Select(line => line.Trim()));
    }

    [Fact]
    public void Page_LoadPacks_Evaluates()
    {
        var loader = new RulePackLoader();
        if (loader.TryLoad([pack.Folder], out var set, out var problems))
        {
            var assessment = new CollaborationEvaluator(set.RuleBook).Evaluate(collaboration);
        }
        else
        {
            foreach (var problem in problems)
            {
                Console.Error.WriteLine(problem); // pack.yaml(12,9): CRP141: regional.control-room: …
            }
        }

        problems.Should().BeEmpty();
    }

    [Fact]
    public async Task Page_SignaturesAndDependencyInjection_EvaluateSignedPacks()
    {
        var (mine, yours) = RulePackSigning.NewKeys();
        await File.WriteAllTextAsync(Key, mine, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(PublicKey, yours, TestContext.Current.CancellationToken);

        RulePackSigning.Sign(pack.Folder, File.ReadAllText(Key));
        var verification = RulePackSigning.Verify(pack.Folder, [File.ReadAllText(PublicKey)]);
        Console.WriteLine(verification.IsGood ? verification.Signature : string.Join('\n', verification.Problems));

        verification.IsGood.Should().BeTrue();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddCollabRiskRulePacks(options =>
        {
            options.Paths.Add(pack.Folder);
            options.TrustedKeys.Add(File.ReadAllText(PublicKey));
            options.Watch = true;
        });
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        host.Services.GetRequiredService<ICollaborationEvaluator>().RuleBook.Find("RCR-ROTA-OVERLOAD").Should().NotBeNull();
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Page_WhileTheHostRuns_EvaluatesWithTheRulesInUse()
    {
        await using var watcher = RulePackWatcher.Start([pack.Folder]);
        watcher.Reloaded += (_, reload) => Console.WriteLine(reload.Change);
        watcher.ReloadFailed += (_, reload) => Console.Error.WriteLine(string.Join('\n', reload.Problems));
        var assessment = watcher.Evaluator.Evaluate(collaboration);

        assessment.Findings.Should().Contain(finding => finding.Code == "VISION-ABSENT");
    }
}
