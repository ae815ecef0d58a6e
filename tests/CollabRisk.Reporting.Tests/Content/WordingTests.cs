using CollabRisk.Reporting.Content;

namespace CollabRisk.Reporting.Tests.Content;

public class WordingTests
{
    [Theory]
    [InlineData("No shared vision", "no shared vision")]
    [InlineData("A partner draws back", "a partner draws back")]
    [InlineData("IT systems differ", "IT systems differ")]
    [InlineData("", "")]
    public void Lower_ATitle_FitsIntoASentence(string title, string inSentence) => Wording.Lower(title).ToString().Should().Be(inSentence);

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
