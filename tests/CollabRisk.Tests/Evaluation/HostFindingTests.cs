using CollabRisk.Facts;

namespace CollabRisk.Tests.Evaluation;

/// <summary>A host says what it found, and whose judgement that is.</summary>
public class HostFindingTests
{
    private static readonly Assessment Assessment = CollaborationEvaluator.Default.Evaluate(new Collaboration());

    [Fact]
    public void New_ValuesThatDoNotGoTogether_AreAllNamed()
    {
        var error = Invoking(() => new HostFinding("audit open", FindingKind.Caveat, Level.High, " ", "A message.", "")).Should().ThrowExactly<ArgumentException>().Which;
        error.Message.Should().Be(
            "The finding of the host cannot be made: 'audit open' is not a code, which is made of capitals and digits in words joined by hyphens, such as 'CONTRACT-ENDS-SOON'. "
            + "a Caveat has no level; only a Risk and a Mismatch have one. the title is blank. the judgedBy is blank.");
    }

    [Theory]
    [InlineData(FindingKind.Risk, null)]
    [InlineData(FindingKind.Mismatch, Level.None)]
    [InlineData(FindingKind.Risk, (Level)9)]
    [InlineData((FindingKind)99, null)]
    public void New_LevelOrKindThatIsNone_Throws(FindingKind kind, Level? level) =>
        Invoking(() => new HostFinding("A", kind, level, "A title", "A message.", "Someone")).Should().ThrowExactly<ArgumentException>();

    [Fact]
    public void With_FindingsOfTheHost_StandWorstFirstAndChangeNothingElse()
    {
        var found = Assessment.With([Finding("B", FindingKind.Strength, null), Finding("C", FindingKind.Risk, Level.Low), Finding("A", FindingKind.Risk, Level.High)]);
        found.HostFindings.Select(finding => finding.Code).Should().Equal("A", "C", "B");
        found.Overall.Should().Be(Assessment.Overall);
        found.Findings.Should().Equal(Assessment.Findings);
        Assessment.HostFindings.Should().BeEmpty();
    }

    private static HostFinding Finding(string code, FindingKind kind, Level? level) => new(code, kind, level, "A title", "A message.", "Someone");
}
