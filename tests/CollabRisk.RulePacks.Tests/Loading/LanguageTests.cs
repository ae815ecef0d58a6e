using CollabRisk.Rules;
using CollabRisk.Rules.Building;

namespace CollabRisk.RulePacks.Tests.Loading;

/// <summary>What texts that readers see are in other languages, with English for all that has no words in them.</summary>
public class LanguageTests
{
    private const string Clauses = """
        status: Experimental
        status note: it is tried out
        cases:
          - subject: vision
            when: {vision.exists: no}
            level: {is: High, because: it is all, in languages: [{language: nl, because: het is alles}]}
            caveats: Of one case.
            in languages: [{language: nl, subject: de visie, says: "Dit is {subject}.", caveats: Van één geval.}]
          - {subject: start, when: {vision.atStart: no}, in languages: [{language: nl, subject: het begin}]}
        raised when:
          - when: {communication.regular: no}
            because: no one talks
            in languages: [{language: nl, because: niemand praat}]
        advises: [TST-DO]
        caveats: [The first., The second.]
        in languages:
          - {language: nl, title: Visie ontbreekt, says: "Het gaat om {subject}.", caveats: [De eerste., De tweede.], status note: het wordt geprobeerd}
          - {language: nl-BE, title: Visie ontbreekt hier}
          - {language: de, says: "Es geht um {subject}."}
        """;

    private const string Others = """
        recommendations:
          - code: TST-DO
            says: Do it.
            claims: [TST-C1]
            in languages: [{language: nl, says: Doe het.}]
        notes:
          - {says: Only one study., claims: [TST-C1], in languages: [{language: nl, says: Maar één onderzoek.}]}
          - {says: Read it so., claims: [TST-C1], about: TST-RISK, in languages: [{language: nl, says: Lees het zo.}]}
        tensions:
          - id: TST-T1
            one side: It is so.
            other side: It is not.
            handling: Both are told.
            claims: [TST-C1]
            in languages: [{language: nl, one side: Het is zo., other side: Het is niet zo., handling: Beide worden verteld.}]
        retired:
          - {code: TST-OLD, since: 1.0.0, why: It said too much., in languages: [{language: nl, why: Het zei te veel.}]}

        """;

    private static readonly string Pack = (PackText.WithRisk(Clauses) + Others)
        .Replace("        says: It is so.\n", "        says: \"It is about {subject}.\"\n", StringComparison.Ordinal)
        .Replace("    strength: NamedCase\n", "    strength: NamedCase\n    in languages: [{language: nl, says: Het is zo.}]\n", StringComparison.Ordinal)
        .Replace("{is: Moderate, because: the test says so}", "{is: Moderate, because: the test says so, in languages: [{language: nl, because: de test zegt het}]}", StringComparison.Ordinal)
        .Replace("    area: Relations\n", "    area: Relations\n    in languages: [{language: nl, heading: Proeven}]\n", StringComparison.Ordinal);

    private static readonly Collaboration Without = new() { Vision = new() { Exists = false, AtStart = false }, Communication = new() { Regular = false } };

    [Theory]
    [InlineData(null, "A risk|It is about vision.|It is about start.|Do it.")]
    [InlineData("fr", "A risk|It is about vision.|It is about start.|Do it.")]
    [InlineData("nl", "Visie ontbreekt|Dit is de visie.|Het gaat om het begin.|Doe het.")]
    [InlineData("nl-BE", "Visie ontbreekt hier|Dit is de visie.|Het gaat om het begin.|Doe het.")]
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
    public void Load_InALanguage_SaysEveryTextThatReadersSeeInIt()
    {
        var book = Book("nl");
        var assessment = new CollaborationEvaluator(book).Evaluate(Without);
        var (finding, other) = (assessment.Findings.Single(each => each.Subject == "vision"), assessment.Findings.Single(each => each.Subject == "start"));

        (finding.SubjectInWords, finding.LevelReason).Should().Be(("de visie", "het is alles"));
        (other.SubjectInWords, other.LevelReason).Should().Be(("het begin", "de test zegt het"));
        finding.Caveats.Should().Equal("The rule is experimental and may change or go: het wordt geprobeerd.", "De eerste.", "De tweede.", "Van één geval.");
        finding.Notes.Should().Equal("Lees het zo.");
        finding.ModeratedBy.Select(moderator => moderator.Because).Should().Equal("niemand praat");
        finding.Claims.Select(claim => claim.Paraphrase).Should().Equal("Het is zo.");
        (finding.Rule.Chapter, finding.Rule.StatusNote).Should().Be(("Proeven", "het wordt geprobeerd"));
        book.Notes.Select(note => note.Text).Should().Equal("Maar één onderzoek.");
        book.Tensions.Select(tension => $"{tension.OneSide} {tension.OtherSide} {tension.Handling}").Should().Equal("Het is zo. Het is niet zo. Beide worden verteld.");
        book.Retired.Select(gone => gone.Why).Should().Equal("Het zei te veel.");
        assessment.ToText().Should().Contain("Visie ontbreekt: de visie").And.NotContain("It is").And.NotContain("the test says so");
        new CollaborationEvaluator(book).Explain(Without, "TST-RISK").ToText().Should().Contain("de visie: raised").And.Contain("niemand praat");
    }

    [Fact]
    public void Load_AnOverrideInALanguage_GivesItsReasonsInIt()
    {
        var options = new RulePackOptions { Language = "nl" };
        var book = PackText.Load(PackText.Head + """
            overrides:
              - rule: WORK-OVERLOAD
                reason: It weighs more here.
                author: A. Tester
                raised when: {when: {communication.regular: no}, because: no one talks, in languages: [{language: nl, because: niemand praat}]}
                in languages: [{language: nl, reason: Het weegt hier zwaarder.}]
              - rule: VISION-ABSENT
                reason: It is less here.
                author: A. Tester
                change case: {says: We have none., level: {is: Low, because: it is so here, in languages: [{language: nl, because: het is hier zo}]}, in languages: [{language: nl, says: We hebben er geen.}]}
            """, options).RuleBook;

        book.Overrides.Select(change => $"{change.Reason} {change.Because}".Trim()).Should().Equal("It is less here.", "Het weegt hier zwaarder. niemand praat");
        var finding = new CollaborationEvaluator(book).Evaluate(Without).Findings.Single(each => each.Code == "VISION-ABSENT");
        (finding.Message, finding.LevelReason).Should().Be(("We hebben er geen.", "het is hier zo"));
    }

    [Fact]
    public void Load_ARuleForEachOfSomeFacts_SaysWhatItIsAboutInALanguage()
    {
        var pack = PackText.WithRisk("""
            for each: {facts: [vision.exists, vision.atStart], is: no}
            in languages: [{language: nl, says: "Zonder {subject}.", subjects: [een visie, een begin]}]
            """).Replace("        says: It is so.\n", "        says: \"Without {subject}.\"\n", StringComparison.Ordinal);
        new CollaborationEvaluator(PackText.Load(pack, new() { BasePacks = [], Language = "nl" }).RuleBook).Evaluate(Without).Findings.Select(finding => $"{finding.Fingerprint} {finding.Message}")
            .Should().BeEquivalentTo("TST-RISK/exists Zonder een visie.", "TST-RISK/at start Zonder een begin.");
    }

    [Fact]
    public void Load_WordsThatCannotBeUsed_AreAllNamedWhateverTheLanguage()
    {
        var problems = PackText.Problems(PackText.WithRisk("""
            cases: [{subject: vision, when: {vision.exists: no}, in languages: [{language: nl, says: Een}, {language: NL, says: Twee}]}]
            caveats: [The first., The second.]
            in languages:
              - {language: plain Dutch, title: T}
              - {language: fr}
              - {language: de, says: "Es ist {vision.exsts}."}
              - {language: it, caveats: Uno.}
              - {language: es, status note: Una.}
            """));

        problems.Select(problem => $"{problem.Code} {problem.What}").Should().BeEquivalentTo(
            "CRP518 'It is so.' of the case 'vision' is both 'Een' and 'Twee' in NL. Keep one.",
            "CRP517 'plain Dutch' is not a language. Write its tag, such as nl or de-AT.",
            "CRP517 it says nothing in fr. Give 'title', 'status note', 'says', 'caveats' or 'subjects', or leave the language out.",
            "CRP517 'caveats' has 2 in English and 1 in it. Give each of them, in the same order.",
            "CRP517 'status note' is there in es and not in English, which is for all who have no words of their own. Give it in English too.",
            "CRP209 the message uses '{vision.exsts}', which is not a fact of the collaboration and not 'subject'");
    }

    /// <summary>One place more may be of a fact that is not known; with one less, the reader is told less.</summary>
    [Theory]
    [InlineData("It is so.", "Zo is het.", null)]
    [InlineData("After {workload.staffAfter}.", "Na {workload.staffAfter}.", null)]
    [InlineData("It is so.", "Na {workload.staffAfter}.", "'Na {workload.staffAfter}.' in nl has {workload.staffAfter}, which the English has not. Have the same places in both.")]
    [InlineData("After {workload.staffAfter}.", "Zo is het.", "'Zo is het.' in nl has no {workload.staffAfter}, which the English has. Have the same places in both.")]
    public void Load_PlacesOfAMessageInALanguage_AreThoseOfTheEnglish(string english, string dutch, string? what)
    {
        var text = PackText.WithRisk($"when: {{vision.exists: no}}\nin languages: [{{language: nl, says: \"{dutch}\"}}]").Replace("        says: It is so.\n", $"        says: \"{english}\"\n", StringComparison.Ordinal);
        if (what is null)
        {
            PackText.Load(text);
            return;
        }

        var problem = PackText.Problem(text);
        (problem.Code, problem.What).Should().Be(("CRP517", what));
        text.Split('\n')[problem.Place!.Line - 1].Should().Contain(dutch);
    }

    [Fact]
    public void Load_LanguagesThatAreNone_AreEachToldAtTheirPlace()
    {
        var text = Pack.Replace("language: nl, because", "language: Nederlands, because", StringComparison.Ordinal).Replace("language: nl, heading", "language: Nederlands, heading", StringComparison.Ordinal);
        var problems = PackText.Problems(text);
        problems.Should().OnlyContain(problem => problem.What == "'Nederlands' is not a language. Write its tag, such as nl or de-AT.");
        problems.Select(problem => problem.Place!.Line).Should().Equal(text.Split('\n').Index().Where(line => line.Item.Contains("Nederlands", StringComparison.Ordinal)).Select(line => line.Index + 1));
    }

    [Fact]
    public void Load_EnglishAmongTheLanguages_IsRefusedSinceTheTextsAreEnglish() =>
        PackText.Problem(PackText.WithRisk("when: {vision.exists: no}\nin languages: [{language: en, title: A risk}]")).What.Should().Be(
            "texts without a language are English, so 'en' is not given here. Write the English in the texts themselves, and leave this out.");

    [Fact]
    public void Check_AFormOfEnglish_LacksNothing() =>
        RulePackChecks.Run(PackText.Load(PackText.WithRisk("when: {vision.exists: no}\nin languages: [{language: en-US, title: A risk}]"))).Warnings.Should().NotContain(warning => warning.Code == "CRP691");

    [Fact]
    public void Load_FactsInALanguage_AreToldInItWhereverTheyAreRead()
    {
        var text = PackText.WithRisk("when: {extensions.tst.drill: {below: Monthly}}") + """
            facts:
              - name: drill
                type: Word
                ordered: yes
                words: [Never, Monthly]
                meaning: how often it is practised
                question: How often is it practised?
                better: higher
                in languages:
                  - {language: nl, meaning: hoe vaak er wordt geoefend, words: [nooit, elke maand]}
            """;
        var facts = new Collaboration { Extensions = new() { ["tst.drill"] = "Never" } };
        var book = PackText.Load(text, new() { BasePacks = [], Language = "nl" }).RuleBook;
        var english = PackText.Load(text, new() { BasePacks = [] }).RuleBook;

        var fact = book.Facts.Find("extensions.tst.drill")!;
        (fact.Meaning, english.Facts.Find("extensions.tst.drill")!.Meaning).Should().Be(("hoe vaak er wordt geoefend", "how often it is practised"));
        fact.AllowedWords.Should().Equal("Never", "Monthly");
        new CollaborationEvaluator(book).Explain(facts, "TST-RISK").ToText().Should().Contain("nooit").And.NotContain("never");
        new CollaborationEvaluator(book).Evaluate(facts).Overall.Should().Be(new CollaborationEvaluator(english).Evaluate(facts).Overall);
        book.Digest.Should().NotBe(english.Digest);
        book.Languages.Should().Equal("nl");

        using var folder = new PackOnDisk([.. RulePackExport.Write(PackText.Load(text).Packs[0].Pack, english, PackText.Load(text).Packs[0].Manifest).Select(file => (file.Key, file.Value))]);
        new RulePackLoader(new() { BasePacks = [], Language = "nl" }).Load(folder.Folder).RuleBook.Digest.Should().Be(book.Digest);
    }

    /// <summary>What a word is in a language may be typed in its place, so it has to be this word and nothing else.</summary>
    [Theory]
    [InlineData("{language: nl, words: [soms, Soms]}", "the words 'Soms' and 'Vaak' are both 'Soms' in nl. Give each its own.")]
    [InlineData("{language: nl, words: [vaak, zelden]}", "the words 'Vaak' and 'Soms' are both 'vaak' in nl. Give each its own.")]
    [InlineData("{language: de, words: [oft, selten]}, {language: de-AT, words: [selten, oft]}", "the words 'Vaak' and 'Soms' are both 'selten' in de-AT. Give each its own.", "the words 'Soms' and 'Vaak' are both 'oft' in de-AT. Give each its own.")]
    [InlineData("{language: nl, words: [\"deels, soms\", vaak]}", "'deels, soms', which is 'Soms' in nl, has a comma, a semicolon or a square bracket: several words are written with these between them. Say it without.")]
    [InlineData("{language: nl, words: [n/a, vaak]}", "'n/a', which is 'Soms' in nl, says that a fact is not known, or does not apply. Say it in another way.")]
    public void Load_WordsOfAFactThatCouldNotBeTyped_AreRefused(string inLanguages, params string[] what) =>
        PackText.Problems(PackText.WithRisk("when: {extensions.tst.drill: Soms}") +
            $"facts: [{{name: drill, type: Word, words: [Soms, Vaak], meaning: m, question: Q?, in languages: [{inLanguages}]}}]\n").Select(problem => problem.What).Should().BeEquivalentTo(what);

    /// <summary>Articles and endings go with the word, so that what is said of one case may have its subject written out.</summary>
    [Fact]
    public void Load_SubjectOfACaseWrittenOutInALanguage_IsTaken()
    {
        var pack = PackText.WithRisk("""
            cases: [{subject: vision, when: {vision.exists: no}, says: "{subject} is not agreed", in languages: [{language: nl, says: De visie is niet afgesproken.}]}]
            """).Replace("        says: It is so.\n", "", StringComparison.Ordinal);
        new CollaborationEvaluator(PackText.Load(pack, new() { BasePacks = [], Language = "nl" }).RuleBook).Evaluate(Without).Findings.Should().ContainSingle()
            .Which.Message.Should().Be("De visie is niet afgesproken.");
    }

    /// <summary>A chapter in code gives the English with each text, so that one which no longer fits is seen.</summary>
    [Fact]
    public void Build_WordsForWhatIsNotSaidInEnglish_AreRefused()
    {
        var pack = new RulePack { Id = "test.pack", Version = "1.0.0", Title = "Test", Chapters = [new Changed()], Claims = PackText.Load(PackText.WithRisk("when: {vision.exists: no}")).Packs[0].Pack.Claims };

        RuleBook.TryBuild([pack], null, out _, out var problems).Should().BeFalse();
        problems.Select(problem => problem.What).Should().Equal("it has words in nl for 'No visions', which it does not say in English. Did you mean 'No vision'?");
    }

    [Fact]
    public void Export_OfAPackWithLanguages_SaysTheSameInEachWhenItIsReadAgain()
    {
        var set = PackText.Load(Pack, new() { BasePacks = [] });
        var files = RulePackExport.Write(set.Packs[0].Pack, set.RuleBook, set.Packs[0].Manifest);
        using var folder = new PackOnDisk([.. files.Select(file => (file.Key, file.Value))]);

        var digests = new[] { null, "nl", "nl-BE", "de" }.Select(language => new RulePackLoader(new() { BasePacks = [], Language = language }).Load(folder.Folder).RuleBook.Digest).ToList();
        digests.Should().Equal(Book(null).Digest, Book("nl").Digest, Book("nl-BE").Digest, Book("de").Digest);
        digests.Should().OnlyHaveUniqueItems();
        var again = new RulePackLoader(new() { BasePacks = [] }).Load(folder.Folder);
        RuleBookDigest.AreSameInEveryLanguage(again.RuleBook.Rules[0], set.RuleBook.Rules[0]).Should().BeTrue();
        (again.Packs[0].Pack.Retired[0].InLanguages, again.Packs[0].Pack.Notes[0].InLanguages[0].Text).Should().BeEquivalentTo((set.Packs[0].Pack.Retired[0].InLanguages, "Maar één onderzoek."));
    }

    private static RuleBook Book(string? language) => PackText.Load(Pack, new() { BasePacks = [], Language = language }).RuleBook;

    private sealed class Changed : Chapter
    {
        public override string Heading => "Changed";

        public override Area Area => Area.Relations;

        public override Tier Tier => Tier.OutsideThePaper;

        protected override void Write() => Context("VISION-GONE").Titled("No vision").When(c => c.Vision.Exists == false).Says("There is none.").RestsOn("TST-C1")
            .InLanguage("nl", "No visions", "Geen visies");
    }
}
