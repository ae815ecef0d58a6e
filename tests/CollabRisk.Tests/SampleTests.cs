namespace CollabRisk.Tests;

/// <summary>The samples run and say what they are there to show.</summary>
public class SampleTests
{
    [Fact]
    public async Task Quickstart_PrintsWhatTheReadmeShows() =>
        (await DotnetCommand.RunBuilt("Quickstart")).Trim().Should().Be(Readme.ExampleOutput);

    [Fact]
    public async Task WhatIf_AnswersEveryQuestion()
    {
        var output = await DotnetCommand.RunBuilt("WhatIf");
        output.Should().Contain("VISION-ABSENT is raised at High");
        output.Should().Contain("vision.exists: no → yes");
        output.Should().Contain("- Risk VISION-ABSENT (High)");
        output.Should().Contain("Answer: ");
        output.Should().Contain("the same, byte for byte");
    }

    [Fact]
    public async Task CustomRules_FindsWhatTheProgrammeAskedAndSaysWhatItChanged() =>
        (await DotnetCommand.RunBuilt("CustomRules")).Split('\n').Should().StartWith("Overall High").And.Contain([
            "Risk RCR-HANDOVER-SLOW (Moderate to High): Handing over a call takes 75 seconds, longer than the minute after which calls were taken again.",
            "  changed by Programme Board: raised one step if duty rotas are planned apart, because The lessons log shows overload growing where rotas are planned apart.",
        ]);

    [Fact]
    public async Task Observability_PrintsTracesAndMeasurementsAndNamesNoOne()
    {
        var output = await DotnetCommand.RunBuilt("Observability");
        output.Should().ContainAll(
            "collabrisk.evaluate", "collabrisk.at_least: High", "collabrisk.evaluations", "collabrisk.evaluation.duration", "collabrisk.outcome: Raised");
        output.Should().NotContain("Joint Control Room");
    }
}
