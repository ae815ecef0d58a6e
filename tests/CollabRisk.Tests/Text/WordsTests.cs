using CollabRisk.Facts;
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

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(53, "BB")]
    [InlineData(702, "AAA")]
    public void Letters_AnyNumber_AreThoseOfNoOther(int at, string letters)
    {
        Words.Letters(at).Should().Be(letters);
        Enumerable.Range(0, 1_000).Select(Words.Letters).Should().OnlyHaveUniqueItems();
    }

    /// <summary>A newcomer reads each word of the model as one would say it, and may answer so.</summary>
    [Theory]
    [InlineData("NonLead", "non-lead")]
    [InlineData("AlignedIsIt", "aligned IS/IT")]
    [InlineData("SeveralPartsOfTheUnitedKingdom", "several parts of the United Kingdom")]
    [InlineData("PlanAndGuideProcesses", "plan and guide processes")]
    public void Humanize_WordOfTheModel_IsAsOneWouldSayIt(string name, string spoken) => Words.Humanize(name).Should().Be(spoken);

    [Fact]
    public void Humanize_EveryWordOfTheModel_IsReadBack()
    {
        var facts = FactRegistry.Default.Facts.Where(fact => fact.Type is FactType.Word or FactType.Words).ToList();
        facts.SelectMany(fact => fact.AllowedWords.Select(Words.Humanize).Where((spoken, at) => FactValues.WordOf(fact, spoken) != at)).Should().BeEmpty();
        facts.Where(fact => fact.Type == FactType.Words).SelectMany(fact => fact.AllowedWords.Select(Words.Humanize)).Where(spoken => spoken.Contains(',', StringComparison.Ordinal))
            .Should().BeEmpty("a comma is between the words of a list");
    }
}
