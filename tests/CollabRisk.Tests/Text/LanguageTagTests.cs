using CollabRisk.Text;

namespace CollabRisk.Tests.Text;

public class LanguageTagTests
{
    [Theory]
    [InlineData("ar", true)]
    [InlineData("ar-EG", true)]
    [InlineData("he", true)]
    [InlineData("UR-pk", true)]
    [InlineData("az-Arab-IR", true)]
    [InlineData("arb", true)]
    [InlineData("ks-Deva", false)]
    [InlineData("ar-Latn", false)]
    [InlineData("nl", false)]
    [InlineData("arn", false)]
    [InlineData("sl-1994", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsRightToLeft_ALanguage_GoesByTheScriptBeforeTheTongue(string? language, bool expected) => LanguageTag.IsRightToLeft(language).Should().Be(expected);

    [Fact]
    public void Said_TextInSeveralLanguages_IsInTheNearestToWhatWasAskedFor()
    {
        TextInLanguage[] texts = [new("nl", "Budget", "Budget"), new("nl-BE", "Budget", "Budget"), new("de", "Budget", "Budget"), new("nl", "Plan", "Plan ervan")];

        texts.Said("Budget", "nl-BE").Language.Should().Be("nl-BE");
        texts.Said("Budget", "nl-NL").Language.Should().Be("nl");
        texts.Said("Budget", "fr").Language.Should().BeNull();
        texts.Said("Budget", null).Language.Should().BeNull("English was asked for");
        texts.Said("Plan", "nl").Language.Should().BeNull("it is the English that is said");
    }
}
