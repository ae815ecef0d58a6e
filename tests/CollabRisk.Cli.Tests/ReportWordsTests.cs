namespace CollabRisk.Cli.Tests;

public class ReportWordsTests
{
    [Theory]
    [InlineData(0, "0 rules")]
    [InlineData(1, "1 rule")]
    [InlineData(1234, "1234 rules")]
    public void Count_OneOrMany_IsGrammatical(int count, string words) => ReportWords.Count(count, "rule").Should().Be(words);
}
