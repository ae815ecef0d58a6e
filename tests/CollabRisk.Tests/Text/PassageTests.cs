using CollabRisk.Text;

namespace CollabRisk.Tests.Text;

public class PassageTests
{
    private static readonly Passage Dutch = new("drie", "nl");

    [Fact]
    public void Of_SentenceWithAPassage_KeepsTheLanguageOfEach()
    {
        var sentence = Passage.Of($"There are {Dutch} of {2} here.");

        sentence.ToString().Should().Be("There are drie of 2 here.");
        sentence.Language.Should().BeNull();
        sentence.Parts.Select(part => (part.ToString(), part.Language)).Should().Equal(("There are ", null), ("drie", "nl"), (" of 2 here.", null));
    }

    [Fact]
    public void Of_PartsInOneLanguage_IsOneText()
    {
        Passage.Of($"a{"b"}{1}").Should().Be((Passage)"ab1");
        Passage.Of("nl", [Dutch, new("!", "nl")]).Should().Be(new Passage("drie!", "nl"));
        Passage.Of($"{Dutch}{""}").Parts.Should().Equal([Dutch], "a text within a sentence stays in its own language");
    }

    [Fact]
    public void Of_PartWithoutLetters_IsInTheLanguageAroundIt()
    {
        Passage.Of("nl", [new("sinds ", "nl"), "2019", new(", ", null), "none"]).Parts.Select(part => (part.ToString(), part.Language))
            .Should().Equal([("sinds 2019, ", "nl"), ("none", null)], "a year is read in the voice that reads the sentence");
        Passage.Of($"since {new Passage("2019", "nl")}").Parts.Should().BeEmpty();
    }

    [Fact]
    public void List_OfPassages_ReadsAsAListOfTexts()
    {
        Passage.List([]).IsEmpty.Should().BeTrue();
        Passage.List([Dutch]).ToString().Should().Be("drie");
        Passage.List([Dutch, "two"]).ToString().Should().Be("drie and two");
        Passage.List([Dutch, "two", Dutch], "or").ToString().Should().Be("drie, two or drie");
    }

    [Fact]
    public void AtStart_AtEnd_Select_OfASentence_ChangeTheTextsAndNotTheLanguages()
    {
        var sentence = Passage.Of($"{Dutch} or more {Dutch}");

        sentence.AtStart(Words.Capitalize).ToString().Should().Be("Drie or more drie");
        sentence.AtEnd(text => text + ".").ToString().Should().Be("drie or more drie.");
        sentence.Select(text => text.ToUpperInvariant()).Parts.Select(part => (part.ToString(), part.Language)).Should().Equal(("DRIE", "nl"), (" OR MORE ", null), ("DRIE", "nl"));
    }

    [Fact]
    public void Equals_SameTextInAnotherLanguage_IsAnother()
    {
        Dutch.Should().NotBe((Passage)"drie").And.Be(new Passage("drie", "nl"));
        Passage.Of($"{Dutch}!").Should().NotBe((Passage)"drie!").And.Be(Passage.Of($"{Dutch}!"));
        default(Passage).Should().Be((Passage)"").And.Be((Passage)(string?)null);
    }
}
