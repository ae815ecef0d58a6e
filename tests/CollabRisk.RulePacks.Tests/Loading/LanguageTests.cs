using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Tests.Loading;

/// <summary>What rules and recommendations say in other languages, with English for all that has no words in them.</summary>
public class LanguageTests
{
    private const string Clauses = """
        cases:
          - subject: vision
            when: {vision.exists: no}
            in languages: [{language: nl, says: Er is geen visie.}]
          - {subject: start, when: {vision.atStart: no}}
        advises: [TST-DO]
        in languages:
          - {language: nl, title: Visie ontbreekt, says: "Het gaat om {subject}."}
          - {language: nl-BE, title: Visie ontbreekt hier}
          - {language: de, says: "Es geht um {subject}."}
        """;

    private const string Advice = """
        recommendations:
          - code: TST-DO
            says: Do it.
            claims: [TST-C1]
            in languages: [{language: nl, says: Doe het.}]

        """;

    private static readonly Collaboration Without = new() { Vision = new() { Exists = false, AtStart = false } };

    [Theory]
    [InlineData(null, "A risk|It is so.|It is so.|Do it.")]
    [InlineData("fr", "A risk|It is so.|It is so.|Do it.")]
    [InlineData("nl", "Visie ontbreekt|Er is geen visie.|Het gaat om start.|Doe het.")]
    [InlineData("nl-BE", "Visie ontbreekt hier|Er is geen visie.|Het gaat om start.|Doe het.")]
    [InlineData("DE", "A risk|Es geht um vision.|Es geht um start.|Do it.")]
    public void Load_InALanguage_SaysWhatThereIsInItAndTheRestInEnglish(string? language, string expected)
    {
        var book = Book(language);
        var findings = new CollaborationEvaluator(book).Evaluate(Without).Findings;

        string.Join('|', [findings[0].Title, findings[0].Message, findings[1].Message, findings[0].Recommendations[0].Text]).Should().Be(expected);
        book.Language.Should().Be(language);
        book.Languages.Should().Equal("de", "nl", "nl-BE");
        findings.Select(finding => finding.Fingerprint).Should().Equal(new CollaborationEvaluator(Book(null)).Evaluate(Without).Findings.Select(finding => finding.Fingerprint));
    }

    [Fact]
    public void Load_WordsThatCannotBeUsed_AreAllNamedWhateverTheLanguage()
    {
        var problems = PackText.Problems(PackText.WithRisk("""
            cases: [{subject: vision, when: {vision.exists: no}, in languages: [{language: nl, says: Een}, {language: NL, says: Twee}]}]
            in languages:
              - {language: plain Dutch, title: T}
              - {language: fr}
              - {language: de, says: "Es ist {vision.exsts}."}
            """));

        problems.Select(problem => $"{problem.Code} {problem.What}").Should().BeEquivalentTo(
            "CRP518 it has words in NL for the case 'vision' twice. Keep one.",
            "CRP517 'plain Dutch' is not a language. Write its tag, such as nl or de-AT.",
            "CRP517 it has neither a title nor a message in fr. Write one, or leave the language out.",
            "CRP209 the message uses '{vision.exsts}', which is not a fact of the collaboration and not 'subject'");
    }

    [Fact]
    public void Export_OfAPackWithLanguages_SaysTheSameInEachWhenItIsReadAgain()
    {
        var set = PackText.Load(PackText.WithRisk(Clauses) + Advice, new() { BasePacks = [] });
        var files = RulePackExport.Write(set.Packs[0].Pack, set.RuleBook, set.Packs[0].Manifest);
        using var folder = new PackOnDisk([.. files.Select(file => (file.Key, file.Value))]);

        new RulePackLoader(new() { BasePacks = [], Language = "nl" }).Load(folder.Folder).RuleBook.Digest.Should().Be(Book("nl").Digest).And.NotBe(Book(null).Digest);
        new RulePackLoader(new() { BasePacks = [] }).Load(folder.Folder).RuleBook.Digest.Should().Be(Book(null).Digest);
    }

    private static RuleBook Book(string? language) => PackText.Load(PackText.WithRisk(Clauses) + Advice, new() { BasePacks = [], Language = language }).RuleBook;
}
