using System.IO.Compression;
using System.Text.RegularExpressions;

namespace CollabRisk.NRules.Tests;

/// <summary>The package as its user meets it: packed, restored from a folder by a fresh program, and run.</summary>
public partial class PackageTests
{
    /// <summary>The version that this repository uses, and so this machine has.</summary>
    private static string HostingVersion => ExtensionsVersion.Match(Repository.Read("Directory.Packages.props")).Groups[1].Value;

    [Fact]
    public async Task Package_RestoredByAFreshProgram_EvaluatesInNRules()
    {
        using var fresh = new FreshProgram();
        await fresh.Pack(fresh.Version, "CollabRisk", "CollabRisk.NRules");
        var output = await fresh.Run("""
            using CollabRisk;
            using CollabRisk.NRules;

            ICollaborationEvaluator evaluator = new NRulesCollaborationEvaluator(CollaborationEvaluator.Default.RuleBook);
            var collaboration = new Collaboration { Vision = new() { Exists = false } };
            Console.WriteLine(evaluator.Evaluate(collaboration).Outcomes["VISION-ABSENT"].Outcome);
            Console.WriteLine(evaluator.Evaluate(collaboration).ToJson() == CollaborationEvaluator.Default.Evaluate(collaboration).ToJson());
            """, "CollabRisk.NRules");
        output.Should().Be("Raised\nTrue");
    }

    [Fact]
    public async Task Packages_RestoredByAFreshWorker_EvaluateWithPacksFromFiles()
    {
        using var fresh = new FreshProgram();
        await fresh.Pack(fresh.Version, "CollabRisk", "CollabRisk.RulePacks", "CollabRisk.NRules");
        var output = await fresh.Run("Microsoft.NET.Sdk.Worker", """
            using CollabRisk;
            using CollabRisk.DependencyInjection;
            using CollabRisk.Knowledge;
            using CollabRisk.NRules;
            using CollabRisk.RulePacks.DependencyInjection;
            using CollabRisk.Rules;

            var builder = Host.CreateApplicationBuilder();
            builder.Logging.ClearProviders();
            builder.Services.AddCollabRiskRulePacks(options => options.Paths.Add(args[0]));
            builder.Services.AddHostedService<Review>();
            await builder.Build().RunAsync();

            internal sealed class Review(ICollaborationEvaluator evaluator, IHostApplicationLifetime host) : BackgroundService
            {
                protected override Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    var collaboration = new Collaboration { Extensions = new() { ["rcr.handoverSeconds"] = 75 } };
                    Console.WriteLine(evaluator.Evaluate(collaboration).Findings.Any(finding => finding.Code == "RCR-HANDOVER-SLOW"));
                    var book = RuleBook.Build([KnowledgePacks.AllianceAndDelivery]);
                    Console.WriteLine(new NRulesCollaborationEvaluator(book).Evaluate(new()).ToJson() == new CollaborationEvaluator(book).Evaluate(new()).ToJson());
                    host.StopApplication();
                    return Task.CompletedTask;
                }
            }
            """, [("CollabRisk.RulePacks", fresh.Version), ("CollabRisk.NRules", fresh.Version), ("Microsoft.Extensions.Hosting", HostingVersion)],
            Path.Combine(Repository.Root, "samples/packs/regional-control-room"));
        output.Should().Be("True\nTrue");
    }

    [Fact]
    public async Task Packages_RestoredByAFreshWebApplication_AnswerRequests()
    {
        using var fresh = new FreshProgram();
        await fresh.Pack(fresh.Version, "CollabRisk", "CollabRisk.RulePacks", "CollabRisk.NRules", "CollabRisk.Reporting", "CollabRisk.AspNetCore");
        foreach (var package in new[] { "CollabRisk.RulePacks", "CollabRisk.NRules", "CollabRisk.Reporting", "CollabRisk.AspNetCore" })
        {
            await using var zip = await ZipFile.OpenReadAsync(Path.Combine(fresh.Feed, $"{package}.{fresh.Version}.nupkg"), TestContext.Current.CancellationToken);
            zip.Entries.Select(entry => entry.FullName).Should().Contain($"buildTransitive/{package}.targets", "each checks that the version of the core is its own");
        }

        var output = await fresh.Run("Microsoft.NET.Sdk.Web", """
            using CollabRisk;
            using CollabRisk.AspNetCore;
            using CollabRisk.RulePacks.DependencyInjection;

            var builder = WebApplication.CreateBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.AddCollabRiskRulePacks(options => options.Paths.Add(args[0]));
            builder.Services.AddCollabRiskAspNetCore();
            await using var app = builder.Build();
            app.MapCollabRisk();
            app.MapPost("/brief", (Collaboration collaboration, ICollaborationEvaluator evaluator) => evaluator.Evaluate(collaboration));
            await app.StartAsync();
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
            foreach (var path in new[] { "/brief", "/collabrisk/evaluate" })
            {
                foreach (var body in new[] { "{ \"extensions\": { \"rcr\": { \"handoverSeconds\": 75 } } }", "{ \"vison\": {} }" })
                {
                    using var reply = await client.PostAsync(path, new StringContent(body, null, "application/json"));
                    var text = await reply.Content.ReadAsStringAsync();
                    Console.WriteLine($"{(int)reply.StatusCode} {text.Contains("RCR-HANDOVER-SLOW")} {text.Contains("Did you mean")}");
                }
            }
            """, [("CollabRisk.AspNetCore", fresh.Version), ("CollabRisk.RulePacks", fresh.Version), ("CollabRisk.NRules", fresh.Version)],
            Path.Combine(Repository.Root, "samples/packs/regional-control-room"));
        output.Should().Be("200 True False\n400 False True\n200 True False\n400 False True");
    }

    /// <summary>Packages of the family share internals: a mix of versions must not come as far as running.</summary>
    [Fact]
    public async Task Packages_OfDifferentVersions_FailBeforeTheyRun()
    {
        using var fresh = new FreshProgram();
        var (older, newer) = ("0.2.0-test.1", "0.2.0-test.2");
        await fresh.Pack(older, "CollabRisk", "CollabRisk.RulePacks");
        await fresh.Pack(newer, "CollabRisk", "CollabRisk.NRules");

        var siblings = await fresh.Restore(("CollabRisk.RulePacks", older), ("CollabRisk.NRules", newer));
        siblings.ExitCode.Should().NotBe(0);
        siblings.Output.Should().Contain("NU1107");
        var olderCore = await fresh.Restore(("CollabRisk.NRules", newer), ("CollabRisk", older));
        olderCore.ExitCode.Should().NotBe(0);
        olderCore.Output.Should().Contain("NU1605");

        // Where a project asks for a newer core itself, restoring only warns: the build is refused.
        (await fresh.Restore(("CollabRisk.RulePacks", older), ("CollabRisk", newer))).Output.Should().Contain("NU1608");
        var newerCore = await fresh.Build();
        newerCore.ExitCode.Should().NotBe(0);
        newerCore.Output.Should().Contain($"COLLABRISK001: CollabRisk.RulePacks {older} needs CollabRisk {older}, and this project uses {newer}.");
        (await fresh.Restore(("CollabRisk.NRules", newer), ("CollabRisk", newer))).ExitCode.Should().Be(0);
        (await fresh.Build()).ExitCode.Should().Be(0);
    }

    [GeneratedRegex("<MicrosoftExtensionsVersion>(.+)</")]
    private static partial Regex ExtensionsVersion { get; }
}
