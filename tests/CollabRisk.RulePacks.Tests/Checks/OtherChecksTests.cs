using CollabRisk.Facts;
using static CollabRisk.RulePacks.Tests.Checks.CheckedText;

namespace CollabRisk.RulePacks.Tests.Checks;

/// <summary>Facts, evidence, overrides, and how settled rules are.</summary>
public class OtherChecksTests
{
    private const string Vision = "when: {vision.exists: no}";

    private static string Expired => "overrides:\n  - {rule: VISION-ABSENT, reason: the test says so, author: A. Tester, level: Low, expires: EXPIRES}\n";

    [Fact]
    public void Run_RuleThatReadsADescriptiveFact_Warns() => OnlyOf(
        "CRP621", Pack(Rule("A", "when: {startYear: {above: 2000}}")), Pack(Rule("A", "when: {partnerCount: {above: 7}}"))).What
        .Should().Contain("dates the collaboration");

    [Fact]
    public void Run_RuleThatCountsFromTheDayOfTheFacts_DoesNotWarnOfIt()
    {
        const string Days = "facts:\n  - {name: reviewed, type: Date, meaning: the day of the review, question: When was it reviewed?, neutral because: no day is better}\n";
        OnlyOf("CRP621", Pack(Rule("A", "when: {asOf: {after: 2026-01-01}}")), Pack(Rule("A", "when: {extensions.tst.reviewed: {older than: 2 years}}")) + Days);
    }

    [Fact]
    public void EveryFact_OfTheLibrary_CanBeGivenOrFollowsFromFactsThatCan()
    {
        // This is why no check asks whether a fact that is read can ever be given.
        foreach (var fact in FactRegistry.Default.Facts.Where(fact => fact.IsDerived))
        {
            DerivedFacts.SourcesOf(fact).Should().NotContain(path => FactRegistry.Default.Find(path)!.IsDerived);
            DerivedFacts.SourcesOf(fact).Should().NotBeEmpty();
        }
    }

    [Fact]
    public void Run_DeclaredFactThatNoRuleReads_Warns()
    {
        const string Facts = "facts:\n  - {name: rota, type: YesNo, meaning: there is a rota, question: Is there a rota?, better: yes}\n";
        OnlyOf("CRP622", Pack(Rule("A", Vision)) + Facts, Pack(Rule("A", "when: {extensions.tst.rota: no}")) + Facts).Where.Should().Be("test.pack/tst.rota");
    }

    [Theory]
    [InlineData("better: yes")]
    [InlineData("better: neutral, neutral because: some have none and do well")]
    public void Run_DeclaredFactWithoutDirection_WarnsUntilItHasOneOrAReason(string direction)
    {
        var rule = Rule("A", "when: {extensions.tst.rota: no}");
        OnlyOf("CRP623", Pack(rule) + Rota(""), Pack(rule) + Rota($", {direction}")).What.Should().Contain("counts as neutral");

        static string Rota(string more) => $"facts:\n  - {{name: rota, type: YesNo, meaning: there is a rota, question: Is there a rota?{more}}}\n";
    }

    [Fact]
    public void Run_RecommendationThatNoRuleAdvises_Warns()
    {
        const string Advice = "recommendations:\n  - {code: TST-DO, says: Do it., claims: [TST-C1]}\n";
        OnlyOf("CRP641", Pack(Rule("A", Vision)) + Advice, Pack(Rule("A", Vision + "\nadvises: [TST-DO]")) + Advice).Place.Should().NotBeNull();
    }

    [Fact]
    public void Run_RecommendationOfARuleThatIsNeverRaised_WarnsOfBoth() => Warnings(
        Pack(Rule("A", "when: {all: [vision.exists: no, vision.exists: yes]}\nadvises: [TST-DO]")) + "recommendations:\n  - {code: TST-DO, says: Do it., claims: [TST-C1]}\n")
        .Select(warning => warning.Code)
        .Should().Equal("CRP601", "CRP641");

    [Fact]
    public void Run_RecommendationOfACaseThatIsNeverRaised_WarnsThoughAnotherCaseIsRaised() => Warnings(
        Pack(Rule("A", "cases:\n  - {subject: both, when: {all: [vision.exists: no, vision.exists: yes]}, advises: [TST-DO]}\n  - {subject: one, when: {vision.exists: no}}"))
            + "recommendations:\n  - {code: TST-DO, says: Do it., claims: [TST-C1]}\n")
        .Single(warning => warning.Code == "CRP641").What.Should().Be("'TST-DO' is advised only by TST-A in the case 'both', which is never raised, or switched off. Correct that, or remove it.");

    [Fact]
    public void Run_ClaimOnWhichNothingRests_WarnsAtItsPlace()
    {
        const string Claim = "\n  - {id: TST-C2, source: test-source, place: page 2, says: It is so., about: Risk, strength: Assertion}\n";
        var pack = Pack(Rule("A", Vision)).Replace("    strength: NamedCase", "    strength: NamedCase" + Claim, StringComparison.Ordinal);
        OnlyOf("CRP642", pack, pack.Replace("[TST-C1]", "[TST-C1, TST-C2]", StringComparison.Ordinal)).Place!.Line.Should().Be(21);
    }

    [Fact]
    public void Run_SourceOfNoClaim_Warns()
    {
        var pack = Pack(Rule("A", Vision));
        OnlyOf("CRP643", pack.Replace("claims:\n  - id", "  - {id: other, title: Another source, weight: None.}\nclaims:\n  - id", StringComparison.Ordinal), pack);
    }

    [Fact]
    public void Run_NoteAboutARuleThatIsNotThere_WarnsWithWhatItMayMean()
    {
        var pack = Pack(Rule("RATHER-LONG", Vision)) + "notes:\n  - {says: It is one view., claims: [TST-C1], about: [TST-RATHER-LONG]}\n";
        OnlyOf("CRP644", pack.Replace("about: [TST-RATHER-LONG]", "about: [TST-RATHER-LONGER]", StringComparison.Ordinal), pack).What.Should().EndWith("Did you mean 'TST-RATHER-LONG'?");
    }

    [Fact]
    public void Run_OnlySomeTextsInALanguage_WarnsAtTheLanguageWithWhatIsMissing()
    {
        var pack = Pack(Rule("A", Vision + "\nin languages: [{language: nl, title: T, says: S}]"));
        var warning = OnlyOf("CRP691", pack, Pack(Rule("A", Vision)));
        warning.What.Should().Be("of 5 texts that readers see, 3 are not in 'nl': what it says of claim TST-C1, the heading of the chapter 'Tests' and the reason of its level of TST-A.");
        pack.Split('\n')[warning.Place!.Line - 1].Should().Contain("nl");
    }

    [Fact]
    public void Run_QuestionsWithoutWordsInALanguage_CountAmongItsTexts()
    {
        const string Facts = "facts:\n  - {name: asked, type: YesNo, meaning: it is asked, question: Is it?, better: yes}\nwordings: [{fact: vision.exists, language: nl, question: Is het?}]\n";
        Warnings(Pack(Rule("A", "when: {extensions.tst.asked: no}")) + Facts).Single(each => each.Code == "CRP691").What
            .Should().Be("of 7 texts that readers see, 7 are not in 'nl': what it says of claim TST-C1, the heading of the chapter 'Tests', the meaning of fact extensions.tst.asked and 4 more.");
    }

    [Fact]
    public void Run_OverrideWithTheLevelThatIsThere_Warns() => OnlyOf(
        "CRP651",
        PackText.Head + "overrides:\n  - {rule: VISION-ABSENT, reason: the test says so, author: A. Tester, level: High}\n" + Note,
        PackText.Head + "overrides:\n  - {rule: VISION-ABSENT, reason: the test says so, author: A. Tester, level: Low}\n" + Note,
        RulePackOptions.Default);

    [Fact]
    public void Run_OverrideWhoseDayIsPast_Warns() => OnlyOf(
        "CRP652",
        PackText.Head + Expired.Replace("EXPIRES", "2001-12-31", StringComparison.Ordinal) + Note,
        PackText.Head + Expired.Replace("EXPIRES", "9999-12-31", StringComparison.Ordinal) + Note,
        RulePackOptions.Default);

    [Theory]
    [InlineData("CRP661", "Deprecated", "Stable", "Deprecated")]
    [InlineData("CRP662", "Experimental", "Stable", "Experimental")]
    public void Run_RuleThatBuildsOnOneThatMayGo_Warns(string code, string status, string own, string fine)
    {
        var pack = Pack(Rule("A", Vision + $"\nstatus: {status}\nstatus note: Use another."), Rule("B", "when: {raised: TST-A, trust.trend: Eroding}\nstatus: OWN\nstatus note: Use another.", level: Level.High));
        OnlyOf(code, pack.Replace("OWN", own, StringComparison.Ordinal), pack.Replace("OWN", fine, StringComparison.Ordinal));
    }

    [Fact]
    public void Run_PackWithoutPrefix_Warns()
    {
        var pack = Pack(Rule("A", Vision));
        OnlyOf("CRP671", pack.Replace("  prefix: TST\n", "", StringComparison.Ordinal), pack);
    }

    private const string Note = "notes:\n  - {says: A note., claims: [TST-C1]}\n";
}
