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
            regional.control-room 1.0.0: 19 tests passed; 77 of 77 condition values seen (100 %).
            Handing over a call takes 75 seconds, longer than the minute after which calls were taken again.
            """);
    }
}
