using CollabRisk.Evidence;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Tests.Rules;

/// <summary>What several packs have, and one of them in another language.</summary>
public class SharedTextsTests
{
    [Theory]
    [InlineData("a.first", "z.second")]
    [InlineData("z.first", "a.second")]
    public void Build_WhatOnePackHasInALanguage_IsSaidForAllThatHaveIt(string english, string dutch)
    {
        var book = RuleBook.Build([Pack(english, "ONE", []), Pack(dutch, "TWO", ["Vertaald."])], language: "nl");

        foreach (var rule in book.Rules)
        {
            rule.Chapter.Should().Be("Vertaald.");
            rule.Claims.Single().Paraphrase.Should().Be("Vertaald.");
            rule.Recommendations.Single().Text.Should().Be("Vertaald.");
            rule.Notes.Should().Equal("Vertaald.");
        }

        book.Notes.Select(note => note.Text).Should().Equal("Vertaald.");
        book.Tensions.Single().Handling.Should().Be("Vertaald.");
        book.Retired.Single().Why.Should().Be("Vertaald.");
        book.Digest.Should().NotBe(RuleBook.Build([Pack(english, "ONE", []), Pack(dutch, "TWO", ["Vertaald."])]).Digest);
    }

    [Fact]
    public void Build_InALanguageThatNoPackHas_SaysItInEnglish() =>
        RuleBook.Build([Pack("a.first", "ONE", []), Pack("z.second", "TWO", ["Vertaald."])], language: "de").Rules
            .SelectMany(rule => rule.Recommendations).Select(step => step.Text).Should().AllBe("Do it.");

    [Fact]
    public void TryBuild_TwoPacksThatSayItDifferentlyInOneLanguage_TellsEachOfThem()
    {
        RuleBook.TryBuild([Pack("a.first", "ONE", ["Zo."]), Pack("z.second", "TWO", ["Anders."])], null, out _, out var problems).Should().BeFalse();

        problems.Where(problem => problem.Code == RuleProblems.WordingTwice.Code).Select(problem => problem.ToString()).Should().HaveCount(7)
            .And.ContainMatch("*z.second*recommendation DO-IT: 'Do it.' is 'Zo.' in nl in another pack, and 'Anders.' here. Keep one.*")
            .And.ContainMatch("*claim S-1:*").And.ContainMatch("*tension S-T:*").And.ContainMatch("*retired code GONE:*").And.ContainMatch("*the chapter 'Shared':*");
    }

    [Fact]
    public void TryBuild_TwoPacksThatSayTheSame_IsFine() =>
        RuleBook.TryBuild([Pack("a.first", "ONE", ["Zo."]), Pack("z.second", "TWO", ["Zo."])], null, out _, out _).Should().BeTrue();

    private static RulePack Pack(string id, string code, string[] dutch)
    {
        TextInLanguage[] In(string english) => [.. dutch.Select(text => new TextInLanguage("nl", english, text))];
        var step = new Recommendation("DO-IT", "Do it.", "S-1") { InLanguages = In("Do it.") };
        return new()
        {
            Id = id,
            Version = "1.0.0",
            Title = "A pack",
            Chapters = [new SharedChapter(code, step, In("Shared"))],
            Claims = [new Claim("S-1", TestPack.Source, "nowhere", "A claim.", Polarity.Risk, Confidence.NamedCase, "") { InLanguages = In("A claim.") }],
            Notes = [new Note("A note.", ["S-1"]) { InLanguages = In("A note.") }],
            Interpretations = [new Note("How to read it.", ["S-1"]) { About = ["ONE", "TWO"], InLanguages = In("How to read it.") }],
            Tensions = [new Tension("S-T", "One side.", "The other.", "So.", ["S-1"]) { InLanguages = In("So.") }],
            Retired = [new RetiredCode("GONE", [], "1.0.0", "It was wrong.") { InLanguages = In("It was wrong.") }],
        };
    }

    private sealed class SharedChapter(string code, Recommendation step, TextInLanguage[] inLanguages) : Chapter
    {
        public override string Heading => "Shared";

        public override IReadOnlyList<TextInLanguage> InLanguages => inLanguages;

        public override Area Area => Area.Relations;

        public override Tier Tier => Tier.OutsideThePaper;

        protected override void Write() =>
            Risk(code, LevelBasis.MainInfluence).Titled("A title").When(c => c.Vision.Exists == false).Says("A message.").RestsOn("S-1").Advise(step);
    }
}
