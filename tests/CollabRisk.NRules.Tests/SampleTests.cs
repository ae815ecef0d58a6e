namespace CollabRisk.NRules.Tests;

/// <summary>The sample runs and says what it is there to show.</summary>
public class SampleTests
{
    [Fact]
    public async Task NRulesHost_FindsItsOwnAndTakesItBack()
    {
        var lines = (await DotnetCommand.RunBuilt("NRulesHost")).Trim().Split('\n');
        lines.Should().HaveCount(3);
        lines[0].Should().Contain("VISION-ABSENT is Raised.");
        lines[1].Should().Be("  FUNDING-AT-STAKE: Treasury decides on 2026-03-31 and asks for a vision. (Finance team)");
        lines[2].Should().Contain("VISION-ABSENT is Clear.");
    }

    [Fact]
    public async Task NRulesPortfolio_TellsTheFindingsOfTwoCollaborationsApart()
    {
        var lines = (await DotnetCommand.RunBuilt("NRulesPortfolio")).Trim().Split('\n');
        lines.Should().Contain(["Control room: VISION-ABSENT", "Shared fleet: VISION-ABSENT"]);
        lines.Where(line => line.EndsWith("WORK-OVERLOAD", StringComparison.Ordinal)).Should().Equal("Shared fleet: WORK-OVERLOAD");
        lines.SkipWhile(line => line.Length > 0).Skip(1).Should().StartWith("County Fire draws back from Control room and not from Shared fleet. Ask why.")
            .And.Contain("No shared vision: in Control room and Shared fleet. Answer it once.");
    }
}
