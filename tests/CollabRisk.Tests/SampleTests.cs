using CollabRisk.Facts;

namespace CollabRisk.Tests;

/// <summary>The samples run and say what they are there to show.</summary>
public class SampleTests
{
    [Fact]
    public async Task Quickstart_PrintsWhatTheReadmeShows() =>
        Assert.Equal(Readme.ExampleOutput, (await Run("Quickstart")).Trim());

    [Fact]
    public async Task WhatIf_AnswersEveryQuestion()
    {
        var output = await Run("WhatIf");
        Assert.Contains("VISION-ABSENT is raised at High", output, StringComparison.Ordinal);
        Assert.Contains("vision.exists: no → yes", output, StringComparison.Ordinal);
        Assert.Contains("- Risk VISION-ABSENT (High)", output, StringComparison.Ordinal);
        Assert.Contains("Answer: ", output, StringComparison.Ordinal);
        Assert.Contains("the same, byte for byte", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CustomRules_FindsWhatTheProgrammeAskedAndSaysWhatItChanged() => Assert.Equal(
        """
        Overall High
        Risk RCR-HANDOVER-SLOW (High): Handing over a call takes 75 seconds, longer than the minute after which calls were taken again.
        """, string.Join('\n', (await Run("CustomRules")).Split('\n').Take(2)));

    [Fact]
    public async Task Observability_PrintsTracesAndMeasurementsAndNamesNoOne()
    {
        var output = await Run("Observability");
        Assert.Contains("collabrisk.evaluate", output, StringComparison.Ordinal);
        Assert.Contains("collabrisk.at_least: High", output, StringComparison.Ordinal);
        Assert.Contains("collabrisk.evaluations", output, StringComparison.Ordinal);
        Assert.Contains("collabrisk.evaluation.duration", output, StringComparison.Ordinal);
        Assert.Contains("collabrisk.outcome: Raised", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Joint Control Room", output, StringComparison.Ordinal);
    }

    /// <summary>Runs the program that was built beside the tests.</summary>
    private static async Task<string> Run(string sample)
    {
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(tests.Parent!.Parent!.FullName, sample, tests.Name, sample + ".dll");
        return (await DotnetCommand.Run(tests.FullName, program)).ReplaceLineEndings("\n");
    }
}
