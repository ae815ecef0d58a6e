using CollabRisk.Facts;

namespace CollabRisk.NRules.Tests;

/// <summary>The sample runs and says what it is there to show.</summary>
public class SampleTests
{
    [Fact]
    public async Task NRulesHost_FindsItsOwnAndTakesItBack()
    {
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(tests.Parent!.Parent!.FullName, "NRulesHost", tests.Name, "NRulesHost.dll");
        var lines = (await DotnetCommand.Run(tests.FullName, program)).ReplaceLineEndings("\n").Trim().Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Contains("VISION-ABSENT is Raised.", lines[0], StringComparison.Ordinal);
        Assert.Equal("  FUNDING-AT-STAKE: Treasury decides on 2026-03-31 and asks for a vision. (Finance team)", lines[1]);
        Assert.Contains("VISION-ABSENT is Clear.", lines[2], StringComparison.Ordinal);
    }
}
