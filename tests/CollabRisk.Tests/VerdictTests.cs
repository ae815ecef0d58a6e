namespace CollabRisk.Tests;

public class VerdictTests
{
    [Theory]
    [InlineData(Level.None, Level.High, "Not assessable yet")]
    [InlineData(Level.None, Level.Moderate, "Nothing shown yet, at most Moderate")]
    [InlineData(Level.None, Level.None, "Nothing shown, nothing left open")]
    [InlineData(Level.Low, Level.High, "At least Low, possibly High")]
    [InlineData(Level.Moderate, Level.Moderate, "Moderate")]
    [InlineData(Level.High, Level.High, "High")]
    public void Headline_OfARange_SaysWhatIsShownAndWhatIsPossible(Level atLeast, Level atMost, string headline) =>
        Verdict.Headline(new OverallRange(atLeast, atMost)).Should().Be(headline);

    /// <summary>No range is called low, safe or good: too little known is not a low risk, and nothing found is not proof.</summary>
    [Fact]
    public void Meaning_OfEveryRange_PromisesNothing()
    {
        Verdict.Meaning(new OverallRange(Level.None, Level.High)).Should().Contain("does not mean that the risk is low");
        Verdict.Meaning(new OverallRange(Level.None, Level.None)).Should().Contain("does not prove");
        Verdict.Meaning(new OverallRange(Level.High, Level.High)).Should().Contain("can lower it");
        Verdict.Meaning(new OverallRange(Level.None, Level.Low)).Should().Be("Nothing is shown so far. It would be Low if what is not known turned out badly.");
        Verdict.Meaning(new OverallRange(Level.Low, Level.High)).Should().Be("Low is shown by what is known. It would be High if what is not known turned out badly.");
    }
}
