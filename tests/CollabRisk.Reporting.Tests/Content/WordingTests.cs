using CollabRisk.Reporting.Content;

namespace CollabRisk.Reporting.Tests.Content;

public class WordingTests
{
    [Theory]
    [InlineData(Level.None, Level.High, "Not assessable yet")]
    [InlineData(Level.None, Level.Moderate, "Nothing shown yet, at most Moderate")]
    [InlineData(Level.None, Level.None, "Nothing shown, nothing left open")]
    [InlineData(Level.Low, Level.High, "At least Low, possibly High")]
    [InlineData(Level.Moderate, Level.Moderate, "Moderate")]
    [InlineData(Level.High, Level.High, "High")]
    public void Headline_OfARange_SaysWhatIsShownAndWhatIsPossible(Level atLeast, Level atMost, string headline) =>
        Wording.Headline(new(atLeast, atMost)).Should().Be(headline);

    /// <summary>No range is called low, safe or good: too little known is not a low risk, and nothing found is no proof.</summary>
    [Fact]
    public void Meaning_OfEveryRange_PromisesNothing()
    {
        Wording.Meaning(new OverallRange(Level.None, Level.High)).Should().Contain("does not mean that the risk is low");
        Wording.Meaning(new OverallRange(Level.None, Level.None)).Should().Contain("does not prove");
        Wording.Meaning(new OverallRange(Level.High, Level.High)).Should().Contain("can lower it");
        Wording.Meaning(new OverallRange(Level.None, Level.Low)).Should().Be("Nothing is shown so far. It would be Low if what is not known turned out badly.");
        Wording.Meaning(new OverallRange(Level.Low, Level.High)).Should().Be("Low is shown by what is known. It would be High if what is not known turned out badly.");
    }

    [Theory]
    [InlineData("No shared vision", "no shared vision")]
    [InlineData("A partner draws back", "a partner draws back")]
    [InlineData("IT systems differ", "IT systems differ")]
    [InlineData("", "")]
    public void Lower_ATitle_FitsIntoASentence(string title, string inSentence) => Wording.Lower(title).Should().Be(inSentence);

    [Fact]
    public void Some_ManyItems_NamesTheFirstAndCountsTheRest()
    {
        Wording.Some(["a", "b", "c"], 2).Should().Be("a; b; c", "one more takes no more room than its count");
        Wording.Some(["a", "b", "c", "d"], 2).Should().Be("a; b and 2 more");
        Wording.Some([], 2).Should().BeEmpty();
    }

    [Fact]
    public void Cut_AtHalfOfAPair_LeavesTheWholePairOut() => LongNames.Cut("a🚒b", 2).Should().Be("a…");
}
