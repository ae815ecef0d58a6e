using CollabRisk.Facts;
using static CollabRisk.RulePacks.Tests.Checks.CheckedText;

namespace CollabRisk.RulePacks.Tests.Checks;

public class RulePairChecksTests
{
    [Fact]
    public void Run_RuleThatIsOnlyRaisedWithAnother_WarnsOfTheNarrowerOne() => OnlyOf(
        "CRP611",
        Pack(Rule("A", "when: {partnerCount: {above: 5}}"), Rule("B", "when: {partnerCount: {above: 7}}")),
        Pack(Rule("A", "when: {partnerCount: {above: 5}}"), Rule("B", "when: {partnerCount: {above: 4}}", level: Level.Low))).Where
        .Should().Be("test.pack/TST-B");

    [Theory]
    [InlineData("when: {partnerCount: {above: 7}}", FindingKind.Risk, Level.High)]
    [InlineData("when: {partnerCount: {above: 7}}", FindingKind.Diagnostic, Level.None)]
    [InlineData("when: {partnerCount: {above: 7}, raised: TST-A}", FindingKind.Risk, Level.Moderate)]
    [InlineData("when: {any: [partnerCount: {above: 7}, partnerCount: {below: 3}]}", FindingKind.Risk, Level.Moderate)]
    public void Run_NarrowerRuleWithSomethingOfItsOwn_IsFine(string clauses, FindingKind kind, Level level) =>
        Warnings(Pack(Rule("A", "when: {partnerCount: {above: 5}}"), Rule("B", clauses, kind, level))).Should().BeEmpty();

    /// <summary>One matter is met once: the narrower finding appears under the wider one, or above it.</summary>
    [Theory]
    [InlineData("", "\nunder: [TST-A]")]
    [InlineData("\nunder: [TST-B]", "")]
    public void Run_RuleThatIsOnlyRaisedWithItsRoot_IsFine(string ofWider, string ofNarrower) => Warnings(
        Pack(Rule("A", "when: {partnerCount: {above: 5}}" + ofWider), Rule("B", "when: {partnerCount: {above: 7}}" + ofNarrower)))
        .Should().BeEmpty();

    [Fact]
    public void Run_RuleUnderOneThatIsNeverRaisedWithIt_Warns() => OnlyOf(
        "CRP614",
        Pack(Rule("A", "when: {partnerCount: {above: 5}}"), Rule("B", "when: {partnerCount: {below: 4}}\nunder: [TST-A]")),
        Pack(Rule("A", "when: {partnerCount: {above: 5}}"), Rule("B", "when: {partnerCount: {below: 10}}\nunder: [TST-A]"))).What
        .Should().Contain("never raised together");

    /// <summary>As openness gets worse the graver finding takes the place of the other: one matter, though never both.</summary>
    [Fact]
    public void Run_RuleUnderOneThatTakesItsPlace_IsFine() => Warnings(
        Pack(Rule("A", "when: {transparency.level: None}"), Rule("B", "when: {transparency.level: Partial}\nunder: [TST-A]")))
        .Should().BeEmpty();

    [Fact]
    public void Run_OtherRuleMayBeUndetermined_IsFine() => Warnings(Pack(
        Rule("A", "when: {vision.exists: no, any: [vision.inStrategyDocument: no, vision.inStrategyDocument: yes]}", level: Level.High), Rule("B", "when: {vision.exists: no}")))
        .Should().BeEmpty();

    [Fact]
    public void Run_OtherRuleAsksOfPartnersWhoMayNotBeListed_IsFine() => Warnings(Pack(
        Rule("A", "when: {vision.exists: no}"), Rule("B", "when: {some partner: {vision.exists: no}}", level: Level.High)))
        .Should().BeEmpty();

    [Fact]
    public void Run_SameConditionWrittenDifferently_IsADuplicate() => OnlyOf(
        "CRP612",
        Pack(Rule("A", "when: {not: {any: [vision.exists: no, trust.trend: Rising]}}"), Rule("B", "applies when: {vision.exists: yes}\nwhen: {not: {trust.trend: Rising}}")),
        Pack(Rule("A", "when: {any: [vision.exists: no, trust.trend: Rising]}"), Rule("B", "applies when: {vision.exists: yes}\nwhen: {not: {trust.trend: Rising}}")));

    [Fact]
    public void Run_TwoThingsToSayOnOneOccasion_IsFine() => Warnings(Pack(
        Rule("A", "when: {vision.exists: no}", FindingKind.Context), Rule("B", "when: {vision.exists: no}", FindingKind.Context)))
        .Should().BeEmpty();

    [Fact]
    public void Run_StrengthAndRiskUnderOneCondition_Contradict() => OnlyOf(
        "CRP613",
        Pack(Rule("A", "when: {vision.exists: no}"), Rule("B", "when: {not: {vision.exists: yes}}", FindingKind.Strength)),
        Pack(Rule("A", "when: {vision.exists: no}"), Rule("B", "when: {vision.exists: yes}", FindingKind.Strength)));

    [Fact]
    public void Run_StrengthAndRiskOfATension_AreFine() => Warnings(
        Pack(Rule("A", "when: {vision.exists: no}"), Rule("B", "when: {vision.exists: no}", FindingKind.Strength))
        + "tensions:\n  - {id: TST-T1, one side: a, other side: b, handling: both are, claims: [TST-C1], one: [TST-A], other: [TST-B]}\n")
        .Should().BeEmpty();

    [Fact]
    public void Run_DuplicateOfAGeneralRule_IsSeen()
    {
        var warning = Warnings(Pack(Rule("A", "when: {vision.exists: no}", level: Level.High)), RulePackOptions.Default)
            .Should().ContainSingle(warning => warning.Code == "CRP612").Which;
        warning.What.Should().Contain("VISION-ABSENT");
    }

    [Fact]
    public void Run_VeryManyRulesAlike_StopsAndSaysSo()
    {
        var rules = Enumerable.Range(10, 300).Select(i => Rule($"R{i}", $"when: {{partnerCount: {{above: {i}}}}}"));
        var set = PackText.Load(Pack([.. rules]), Alone);
        var report = RulePackChecks.Run(set);
        report.NotDecided.Should().Equal("all further questions: the packs together ask too many");
        report.Warnings.Count.Should().BeLessThan(300, "Each rule is named once.");
    }
}
