using CollabRisk.Comparing;

namespace CollabRisk.RulePacks.Tests.Watching;

/// <summary>What is different about a rule, part by part.</summary>
public class RulePackChangePartsTests
{
    private const string Clauses = "when:\n  vision.exists: no";

    public static TheoryData<string, string, string> Changes => new()
    {
        { "kind: Risk", "kind: Mismatch", "kind" },
        { "title: A risk", "title: Another", "title" },
        { "is: Moderate", "is: High", "level" },
        { "because: the test says so", "because: so", "level" },
        { "vision.exists: no", "vision.compelling: no", "when" },
        { "says: It is so.\n        claims", "says: It is otherwise.\n        claims", "says" },
        { "claims: [TST-C1]", "claims: [TST-C1, D3-189]", "claims" },
        { "says: It is so.\n    about", "says: It was so.\n    about", "claim TST-C1" },
        { "        when:", "        for each: partner\n        when:", "for each" },
        { "        when:", "        applies when: {isInformationSystem: yes}\n        when:", "applies when" },
        { "        when:", "        raised when: [{when: {communication.regular: no}, because: so, claims: [TST-C1]}]\n        when:", "raised when" },
        { "        when:", "        lowered when: [{when: {communication.regular: yes}, because: so, claims: [TST-C1]}]\n        when:", "lowered when" },
        { "        when:", "        advises: WRITE-VISION-TOGETHER\n        when:", "advises" },
        { "        when:", "        caveats: Only so far.\n        when:", "caveats" },
        { "        when:", "        leads to: VISION-FADES\n        when:", "leads to" },
        { "        when:", "        under: VISION-ABSENT\n        when:", "under" },
        { "        when:", "        status: Experimental\n        when:", "status" },
        { "    area: Relations", "    area: Relations\n    highest level: Moderate", "highest level" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Between_OnePartChanged_NamesIt(string old, string by, string part)
    {
        var text = PackText.WithRisk(Clauses);
        text.Should().Contain(old);
        var changed = text.Replace(old, by, StringComparison.Ordinal);
        var change = RulePackChange.Between(PackText.Load(text), PackText.Load(changed));
        change.IsEmpty.Should().BeFalse();
        var rule = change.Rules.Should().ContainSingle().Which;
        (rule.Code, rule.Kind).Should().Be(("TST-RISK", DifferenceKind.Changed));
        rule.Parts.Select(each => each.Part).Should().Contain(part);
        RulePackChange.Between(PackText.Load(text), PackText.Load(text)).IsEmpty.Should().BeTrue();
    }

    /// <summary>No result depends on it, and whoever reads the rules in the language reads something else.</summary>
    [Theory]
    [InlineData("title: Een risico", "title: Een gevaar", "title in nl", "Een risico", "Een gevaar")]
    [InlineData("says: Zo is het.", "says: Het is zo.", "says in nl", "Zo is het.", "Het is zo.")]
    [InlineData("De tweede.]", "De 2e.]", "caveat 'The second.' in nl", "De tweede.", "De 2e.")]
    public void Between_OnlyATextInAnotherLanguage_NamesIt(string old, string by, string part, string before, string after)
    {
        var text = PackText.WithRisk(Clauses + "\ncaveats: [The first., The second.]\nin languages: [{language: nl, title: Een risico, says: Zo is het., caveats: [De eerste., De tweede.]}]");
        var changed = text.Replace(old, by, StringComparison.Ordinal);
        var change = RulePackChange.Between(PackText.Load(text), PackText.Load(changed));
        change.Rules.Should().ContainSingle().Which.Parts.Should().Equal(new RulePartChange(part, before, after));
        change.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void Between_ARuleOfAnotherSwitchedOff_SaysSoWithTheReason()
    {
        var text = PackText.WithRisk(Clauses);
        var change = RulePackChange.Between(PackText.Load(text), PackText.Load(text + "overrides:\n  - {rule: VISION-ABSENT, reason: there is one, author: a, switch off: yes}\n"));
        var rule = change.Rules.Should().ContainSingle().Which;
        rule.IsSwitchedOff.Should().BeTrue();
        rule.Parts.Should().Contain(new RulePartChange("switched off", null, "there is one"));
    }

    [Fact]
    public void Between_RulesAndFactsAddedAndGone_NamesThem()
    {
        var text = PackText.WithRisk(Clauses);
        var facts = "facts:\n  - {name: shared, type: YesNo, meaning: it is shared, question: Is it shared?, better: yes}\n";
        var other = PackText.WithRisk("when:\n  extensions.tst.shared: no").Replace("TST-RISK", "TST-OTHER", StringComparison.Ordinal) + facts;
        var change = RulePackChange.Between(PackText.Load(text), PackText.Load(other));
        change.Rules.Select(rule => (rule.Code, rule.Kind, rule.Parts.Count)).Should().Equal(("TST-OTHER", DifferenceKind.Added, 0), ("TST-RISK", DifferenceKind.Gone, 0));
        change.FactsAdded.Should().Equal("extensions.tst.shared");
        RulePackChange.Between(PackText.Load(other), PackText.Load(text)).FactsRemoved.Should().Equal("extensions.tst.shared");
        RulePackChange.Between(PackText.Load(other), PackText.Load(other.Replace("better: yes", "better: yes, in languages: [{language: nl, meaning: het wordt gedeeld}]", StringComparison.Ordinal))).FactsChanged.Should().Equal("extensions.tst.shared");
        RulePackChange.Between(PackText.Load(other), PackText.Load(other.Replace("Is it shared?", "Is it?", StringComparison.Ordinal))).FactsChanged.Should().Equal("extensions.tst.shared");
    }
}
