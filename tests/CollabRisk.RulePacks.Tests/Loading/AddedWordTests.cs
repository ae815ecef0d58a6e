using CollabRisk.RulePacks.Testing;
using CollabRisk.RulePacks.Tests.Testing;

namespace CollabRisk.RulePacks.Tests.Loading;

/// <summary>Words that a pack adds to facts of the library, from its file to its tests.</summary>
public class AddedWordTests
{
    private const string Words = """
        words:
          - fact: partner.sector
            word: HousingAssociation
            counts as: Voluntary
            meaning: a body that lets homes and makes no profit for owners
          - fact: context.jurisdiction
            word: Ireland
            counts as: OtherCountry
            meaning: the law of Ireland

        """;

    private static string With(string clauses, string more = "") => PackText.WithRisk(clauses) + Words + more;

    [Fact]
    public void Load_Words_AreWordsOfTheFactUnderThePrefix()
    {
        var set = PackText.Load(With("when:\n  context.jurisdiction: tst.Ireland"));
        set.Packs[0].Pack.Words.Select(word => $"{word} {word.CountsAs}").Should().Equal("partners[].sector: tst.HousingAssociation Voluntary", "context.jurisdiction: tst.Ireland OtherCountry");
        set.RuleBook.Facts.Find("partners[].sector")!.AllowedWords.Should().EndWith("tst.HousingAssociation");
    }

    [Theory]
    [InlineData("tst.HousingAssociation", "tst.HousingAssociation")]
    [InlineData("Voluntary", "Voluntary, tst.HousingAssociation")]
    [InlineData("[Police, Voluntary]", "Police, Voluntary, tst.HousingAssociation")]
    [InlineData("[Police, tst.HousingAssociation]", "Police, tst.HousingAssociation")]
    [InlineData("{is: Voluntary, not: tst.HousingAssociation}", "Voluntary")]
    [InlineData("{is: [Voluntary, Police], not: [tst.HousingAssociation, Police]}", "Voluntary")]
    [InlineData("{not: [Police, FireRescue, Ambulance, Health, SocialCare, Council, Justice, IndigenousGovernment, OtherPublic, Private]}", "Voluntary, tst.HousingAssociation")]
    [InlineData("{not: [Police, FireRescue, Ambulance, Health, SocialCare, Council, Justice, IndigenousGovernment, OtherPublic, Voluntary]}", "Private")]
    public void Load_Condition_MeansTheWordsAndWhatCountsAsThem(string test, string words)
    {
        var set = PackText.Load(With($"when:\n  some partner:\n    partner.sector: {test}"));
        set.RuleBook.Find("TST-RISK")!.Condition.Should().Be($"at least 1 partners(partners[].sector in {{{words}}})");

        // What is read is written so that it is read as the same.
        using var folder = new TemporaryFolder();
        foreach (var (name, text) in RulePackExport.Write(set.Packs[0].Pack, set.RuleBook, set.Packs[0].Manifest))
        {
            folder.Write(name, text);
        }

        new RulePackLoader().Load(folder.Path).RuleBook.Digest.Should().Be(set.RuleBook.Digest);
    }

    [Theory]
    [InlineData("HousingAssociation", "Did you mean 'tst.HousingAssociation'?")]
    [InlineData("tst.HousingAsociation", "Did you mean 'tst.HousingAssociation'?")]
    [InlineData("oth.HousingAssociation", "is not a word of 'partner.sector'")]
    public void Load_WordThatIsNotThere_SaysWhatWasMeant(string word, string expected) =>
        PackText.Problem(With($"when:\n  some partner:\n    partner.sector: {word}")).What.Should().Contain(expected);

    [Theory]
    [InlineData("fact: partner.role\nword: Guest\ncounts as: Equal\nmeaning: a guest", "CRP313", "'partner.role' takes no more words than it has. Words can be added to form, context.jurisdiction and partner.sector.")]
    [InlineData("fact: partner.sectr\nword: Guest\ncounts as: Private\nmeaning: a guest", "CRP313", "'partner.sectr' is not a fact of the library. Words can be added to form, context.jurisdiction and partner.sector. Did you mean 'partner.sector'?")]
    [InlineData("fact: form\nword: Two words\ncounts as: Other\nmeaning: a form", "CRP306", "'tst.Two words' is not a word that a pack adds.")]
    [InlineData("fact: form\nword: Other\ncounts as: Other\nmeaning: a form", "CRP307", "'form' has the word 'Other' already.")]
    [InlineData("fact: form\nword: Choir\ncounts as: Othr\nmeaning: a form", "CRP314", "'Othr' is not a word of 'form' of the library.")]
    [InlineData("fact: form\nword: Choir\ncounts as: Other\nmeaning: ' '", "CRP123", "'meaning' is a text; found a blank text.")]
    [InlineData("fact: form\nword: Choir\nmeaning: a form", "CRP122", "an added word needs 'counts as', which is not here.")]
    public void Load_WordMistaken_IsReportedAtItsPlace(string entry, string code, string expected)
    {
        var problem = PackText.Problem(PackText.WithRisk("when:\n  vision.exists: no") + "words:\n" + PackText.Indented($"- {entry.Replace("\n", "\n  ", StringComparison.Ordinal)}", 2) + "\n");
        problem.What.Should().StartWith(expected);
        problem.Code.Should().Be(code);
        problem.Place!.File.Should().Be("pack.yaml");
        problem.Place.Line.Should().BeGreaterThan(30);
    }

    [Fact]
    public void Load_WordsWithoutAPrefix_AsksForOne() =>
        PackText.Problems((PackText.Head + Words).Replace("  prefix: TST\n", "", StringComparison.Ordinal)).Should().Contain(problem => problem.What.StartsWith("a pack that adds words needs a 'prefix' in its manifest", StringComparison.Ordinal));

    [Fact]
    public void Test_AddedWord_IsGivenAsConditionsWriteIt()
    {
        var set = PackText.Load(With("when:\n  some partner:\n    partner.sector: tst.HousingAssociation", """
            tests:
              - name: a landlord
                facts:
                  context.jurisdiction: tst.Ireland
                  partners:
                    - name: Homes
                      sector: tst.HousingAssociation
                    - name: Force
                raises: TST-RISK
              - name: another charity
                facts:
                  partners:
                    - name: Meals
                      sector: Voluntary
                    - name: Force
                      sector: Police
                clear: TST-RISK
              - name: no one knows
                undetermined: TST-RISK
            table tests:
              - name: the partners
                columns: [partners, TST-RISK]
                rows:
                  - [[{name: Homes, sector: tst.HousingAssociation}, {name: Force}], raised]
                  - [[{name: Homes, sector: does not apply}, {name: Force, sector: Police}], not applicable]

            """));
        var run = RulePackTests.Run(set);
        run.HasPassed.Should().BeTrue(run.ToText());
    }

    [Fact]
    public void Check_ConditionsOnWords_KnowWhatCountsAsWhat()
    {
        // No partner is a landlord who is not in the voluntary sector, whatever the words say on their face.
        Warnings("{is: tst.HousingAssociation, not: Voluntary}").Should().ContainSingle().Which.Should().StartWith("CRP60");
        Warnings("{is: Voluntary, not: tst.HousingAssociation}").Should().BeEmpty();

        static IEnumerable<string> Warnings(string test) => RulePackChecks.Run(PackText.Load(With($"when:\n  some partner:\n    partner.sector: {test}"))).Warnings
            .Select(warning => $"{warning.Code} {warning.What}").Where(warning => warning.StartsWith("CRP60", StringComparison.Ordinal));
    }

    [Fact]
    public void Change_OtherWords_IsNamed()
    {
        var before = PackText.Load(With("when:\n  vision.exists: no"));
        var after = PackText.Load(With("when:\n  vision.exists: no").Replace("counts as: Voluntary", "counts as: Private", StringComparison.Ordinal));
        var change = RulePackChange.Between(before, after);
        (change.FactsAdded.Count, change.FactsRemoved.Count, string.Join(' ', change.FactsChanged)).Should().Be((0, 0, "partners[].sector"));
        after.RuleBook.Digest.Should().NotBe(before.RuleBook.Digest);
    }
}
