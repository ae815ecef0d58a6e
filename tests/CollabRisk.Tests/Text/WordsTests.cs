using CollabRisk.Text;

namespace CollabRisk.Tests.Text;

public class WordsTests
{
    [Theory]
    [InlineData(0, "0 rules")]
    [InlineData(1, "1 rule")]
    [InlineData(1234, "1234 rules")]
    public void Count_OneOrMany_IsGrammatical(int count, string words) => Words.Count(count, "rule").Should().Be(words);

    [Theory]
    [InlineData("", "")]
    [InlineData("a source says so", "A source says so.")]
    [InlineData("Is it?", "Is it?")]
    public void Sentence_AnyText_CanBeReadAlone(string text, string sentence) => Words.Sentence(text).Should().Be(sentence);
}
