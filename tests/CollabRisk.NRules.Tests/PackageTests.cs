namespace CollabRisk.NRules.Tests;

/// <summary>The package as its user meets it: packed, restored from a folder by a fresh program, and run.</summary>
public class PackageTests
{
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

    /// <summary>Packages of the family share internals: a mix of versions must not come as far as running.</summary>
    [Fact]
    public async Task Packages_OfDifferentVersions_FailToRestore()
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
        (await fresh.Restore(("CollabRisk.RulePacks", older), ("CollabRisk", newer))).Output.Should().Contain("NU1608");
        (await fresh.Restore(("CollabRisk.NRules", newer), ("CollabRisk", newer))).ExitCode.Should().Be(0);
    }
}
