namespace CollabRisk.RulePacks.Tests;

/// <summary>The package as its user meets it: packed, restored from a folder by a fresh program, and run on the sample pack.</summary>
public class PackageTests
{
    [Fact]
    public async Task Package_RestoredByAFreshProgram_LoadsTheSampleAndRunsItsTests()
    {
        using var fresh = new FreshProgram();
        await fresh.Pack(fresh.Version, "CollabRisk", "CollabRisk.RulePacks");
        var output = await fresh.Run("""
            using CollabRisk;
            using CollabRisk.RulePacks;
            using CollabRisk.RulePacks.Testing;

            var set = new RulePackLoader().Load(args[0]);
            Console.WriteLine(RulePackTests.Run(set));
            var assessment = new CollaborationEvaluator(set.RuleBook).Evaluate(new() { Extensions = new() { ["rcr.handoverSeconds"] = 75 } });
            Console.WriteLine(assessment.Findings.Single(finding => finding.Code == "RCR-HANDOVER-SLOW").Message);
            """, "CollabRisk.RulePacks", Path.Combine(Repository.Root, "samples/packs/regional-control-room"));
        output.Should().Be(
            """
            regional.control-room 1.0.0: 30 tests passed; 83 of 83 condition values seen (100 %).
            Handing over a call takes 75 seconds, longer than the minute after which calls were taken again.
            """);
    }

    /// <summary>The pack that has a package of its own is next to the program that refers to it.</summary>
    [Fact]
    public async Task PackageOfAPack_InAFreshProgram_IsNextToItAndLoads()
    {
        using var fresh = new FreshProgram();
        await fresh.Pack(fresh.Version, "CollabRisk", "CollabRisk.RulePacks", "CollabRisk.Packs.PartnershipGuidance");
        var output = await fresh.Run("Microsoft.NET.Sdk", """
            using CollabRisk;
            using CollabRisk.RulePacks;

            var set = new RulePackLoader().Load(Path.Combine(AppContext.BaseDirectory, "packs", "partnership-guidance"));
            var assessment = new CollaborationEvaluator(set.RuleBook).Evaluate(new() { Extensions = new() { ["gdn.agreement.written"] = false } });
            Console.WriteLine($"{set.Packs[0].Manifest.Id}: {assessment.Findings[0].Code}");
            """, [("CollabRisk.RulePacks", fresh.Version), ("CollabRisk.Packs.PartnershipGuidance", fresh.Version)]);
        output.Should().Be("collabrisk.partnership-guidance: GDN-AGREEMENT-MISSING");
    }
}
