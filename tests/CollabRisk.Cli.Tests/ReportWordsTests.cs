namespace CollabRisk.Cli.Tests;

public class ReportWordsTests
{
    [Theory]
    [InlineData(Level.None, Level.None, "no risk or mismatch found, and none left open. That is not proof")]
    [InlineData(Level.None, Level.Low, "at most Low. Nothing is shown so far")]
    [InlineData(Level.None, Level.Moderate, "at most Moderate. Nothing is shown so far")]
    [InlineData(Level.None, Level.High, "not assessable. Too little is known to say anything, good or bad")]
    [InlineData(Level.Low, Level.Low, "Low. Nothing that is still unknown can change it")]
    [InlineData(Level.Low, Level.High, "between Low and High: Low at least by what is known")]
    [InlineData(Level.Moderate, Level.Moderate, "Moderate. Nothing that is still unknown can change it")]
    [InlineData(Level.High, Level.High, "High. That is shown already, and nothing that is still unknown can lower it")]
    public void Overall_EveryRange_HasItsOwnWords(Level atLeast, Level atMost, string words) =>
        ReportWords.Overall(new(atLeast, atMost)).Should().StartWith(words);

    [Theory]
    [InlineData(0, "0 rules")]
    [InlineData(1, "1 rule")]
    [InlineData(1234, "1234 rules")]
    public void Count_OneOrMany_IsGrammatical(int count, string words) => ReportWords.Count(count, "rule").Should().Be(words);

    [Theory]
    [InlineData("", "")]
    [InlineData("a source says so", "A source says so.")]
    [InlineData("Is it?", "Is it?")]
    public void Sentence_AnyText_StandsAlone(string text, string sentence) => ReportWords.Sentence(text).Should().Be(sentence);
}
