namespace CollabRisk.RulePacks.Tests.Editing;

/// <summary>What the texts of a pack mean, and where they were written.</summary>
public class MeaningTests
{
    [Theory]
    [InlineData("when:\n  vision.ex|ists: no", "How to answer", "Better: yes")]
    [InlineData("when:\n  vision.exists: n|o", "`vision.exists`", "Values: yes, no")]
    [InlineData("when:\n  some partner:\n    partner.ro|le: Lead", "`partner.role`", "NonLead")]
    [InlineData("when:\n  some part|ner:\n    partner.role: Lead", "at least one partner", "```yaml")]
    [InlineData("when:\n  at least 3 part|ners:\n    partner.role: Lead", "at least so many partners", "```yaml")]
    [InlineData("when:\n  at least 60% of the part|ners:\n    partner.role: Lead", "that share of the partners", "```yaml")]
    [InlineData("when:\n  raised: VISION-AB|SENT", "**No shared vision**", "Risk, High")]
    [InlineData("when:\n  raised: {rule: VISION-AB|SENT, at least: High}", "**No shared vision**", "Risk, High")]
    [InlineData("under: [VISION-AB|SENT]", "**No shared vision**", "The partners hold no shared vision")]
    [InlineData("raised when:\n  - because: so\n    claims: [D3-1|79]", "`D3-179`", "two-case-paper")]
    [InlineData("advises: WRITE-VISION-TO|GETHER", "`WRITE-VISION-TOGETHER`", "Claims:")]
    [InlineData("stat|us: Stable", "`status` of a rule", "How far the rule can be relied on")]
    [InlineData("status: Sta|ble", "Experimental", "Deprecated")]
    [InlineData("when:\n  phase: {at le|ast: GoLive}", "`at least`", "or above")]
    public void Meaning_OfWhatIsThere_IsWhatAnAuthorWouldLookUp(string clauses, params string[] says) =>
        TypedPack.WithRisk(clauses).Meaning!.Markdown.Should().ContainAll(says);

    [Theory]
    [InlineData("  says: Of {partner.ro|le} and {phase}.", "`partner.role`")]
    [InlineData("  says: \"“Één” 😀 {partner.role} and {pha|se}.\"", "`phase`")]
    [InlineData("  says: About {|subject}.", "What the finding is about")]
    [InlineData("  says: >-\n    It is long,\n    of {pha|se}.", "`phase`")]
    [InlineData("  in languages: [{language: nl, says: \"Van {partner.role|}.\"}]", "`partner.role`")]
    public void Meaning_InTheBracesOfAMessage_IsThatOfTheFactThere(string clause, string says)
    {
        var pack = new TypedPack(PackText.Head + "chapters:\n- heading: Tests\n  area: Relations\n  rules:\n  - code: TST-RISK\n    kind: Context\n    title: A rule\n    for each: partner\n    when: {partner.role: Lead}\n"
            + string.Join('\n', clause.Split('\n').Select(line => "  " + line)) + "\n    claims: [TST-C1]\n");
        pack.Meaning!.Markdown.Should().Contain(says);
        pack.MarkedMeaning.Should().BeOneOf("partner.role", "phase", "subject");
    }

    [Theory]
    [InlineData("no| braces {phase} here")]
    [InlineData("a fact {phase} be|fore")]
    [InlineData("open {pha|se")]
    [InlineData("{no.such.fa|ct}")]
    public void Meaning_ElsewhereInAMessage_IsNothing(string says) =>
        new TypedPack(PackText.WithRisk("when: {vision.exists: no}").Replace("says: It is so.\n        claims", $"says: \"{says}\"\n        claims", StringComparison.Ordinal)).Meaning.Should().BeNull();

    [Theory]
    [InlineData("when:\n  no.such.fa|ct: no")]
    [InlineData("under: NO-SUCH-RU|LE")]
    [InlineData("caveats: only so|me words")]
    [InlineData("# a com|ment")]
    public void Meaning_OfWhatIsNotThere_IsNothing(string clauses) => TypedPack.WithRisk(clauses).Meaning.Should().BeNull();

    [Theory]
    [InlineData("under: TST-RI|SK", "- code: TST-RISK")]
    [InlineData("raised when:\n  - because: so\n    claims: [TST-C|1]", "- id: TST-C1")]
    public void Place_OfWhatThePackDefines_IsWhereItDoes(string clauses, string definition)
    {
        var place = TypedPack.WithRisk(clauses).Meaning!.Place!;
        PackText.WithRisk(clauses).Split('\n')[place.Line - 1].Trim().Should().Be(definition);
    }

    [Theory]
    [InlineData("tst.Cho|ir")]
    [InlineData("{not: [Other, tst.Cho|ir]}")]
    public void Meaning_OfAnAddedWord_IsItsOwn(string test)
    {
        var text = $"words:\n  - fact: form\n    word: Choir\n    counts as: Other\n    meaning: a *joint* choir\nrecommendations:\n  - code: TST-A\n    says: Do it.\n    done when:\n      form: {test}";
        var meaning = TypedPack.With(text).Meaning!;
        meaning.Markdown.Should().ContainAll("`tst.Choir` of `form`", @"A \*joint\* choir.", "It counts as `Other`");
        (PackText.Head + text).Split('\n')[meaning.Place!.Line - 1].Should().Be("  - fact: form");
    }

    [Fact]
    public void Place_OfADeclaredFact_IsItsDeclaration()
    {
        var text = "facts:\n  - name: rotaShared\n    type: YesNo\n    meaning: the rota is *shared*\n    question: Is it?\nrecommendations:\n  - code: TST-A\n    says: Do it.\n    done when:\n      extensions.tst.rota|Shared: yes";
        var meaning = TypedPack.With(text).Meaning!;
        meaning.Markdown.Should().Contain(@"The rota is \*shared\*.", "a pack adds no formatting of its own");
        (PackText.Head + text).Split('\n')[meaning.Place!.Line - 1].Should().Be("  - name: rotaShared");
        TypedPack.With(text.Replace("|", "", StringComparison.Ordinal).Replace("name: rotaShared", "name: rota|Shared", StringComparison.Ordinal)).Meaning!.Markdown.Should().Contain("Is it?");
    }

    [Fact]
    public void Place_OfWhatTheLibraryDefines_IsNowhere() => TypedPack.WithRisk("under: VISION-AB|SENT").Meaning!.Place.Should().BeNull();
}
