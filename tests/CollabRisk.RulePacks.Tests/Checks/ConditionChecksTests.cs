using CollabRisk.Facts;
using static CollabRisk.RulePacks.Tests.Checks.CheckedText;

namespace CollabRisk.RulePacks.Tests.Checks;

public class ConditionChecksTests
{
    [Theory]
    [InlineData("all: [vision.exists: no, vision.exists: yes]", "all: [vision.exists: no, vision.inStrategyDocument: yes]")]
    [InlineData("all: [trust.trend: Eroding, not: {trust.trend: [Eroding, Rising]}]", "all: [trust.trend: [Eroding, Rising], not: {trust.trend: Eroding}]")]
    [InlineData("all: [partnerCount: {above: 3}, partnerCount: {below: 4}]", "all: [partnerCount: {above: 3}, partnerCount: {below: 5}]")]
    [InlineData("all: [workload.staffBefore: {above: {fact: workload.staffAfter}}, workload.staffAfter: {above: {fact: workload.staffBefore}}]", "all: [workload.staffBefore: {at least: {fact: workload.staffAfter}}, workload.staffAfter: {at least: {fact: workload.staffBefore}}]")]
    [InlineData("all: [some partner: {partner.role: Lead}, every partner: {partner.role: Equal}]", "all: [some partner: {partner.role: Lead}, some partner: {partner.role: Equal}]")]
    [InlineData("all: [at least 2 partners: {partner.role: Lead}, not: {some partner: {partner.role: Lead}}]", "all: [some partner: {partner.role: Lead}, not: {at least 2 partners: {partner.role: Lead}}]")]
    [InlineData("all: [partners differ in: partner.role, every partner: {partner.role: Lead}]", "all: [partners differ in: partner.role, every partner: {partner.role: [Lead, Equal]}]")]
    [InlineData("every partner: {all: [partner.role: Lead, partner.role: Equal]}", "every partner: {partner.role: Lead}")]
    public void Run_ConditionThatNeverHolds_WarnsAtItsPlace(string never, string nearly)
    {
        var warning = OnlyOf("CRP601", Pack(Rule("A", $"when: {{{never}}}")), Pack(Rule("A", $"when: {{{nearly}}}")));
        warning.Where.Should().Be("test.pack/TST-A");
        warning.Place!.Line.Should().Be(31);
        warning.What.Should().EndWith("can never hold, so the rule is never raised. Correct it.");
    }

    [Fact]
    public void Run_ConditionThatShutsOutItsGuard_Warns() => OnlyOf(
        "CRP601",
        Pack(Rule("A", "applies when: {vision.exists: no}\nwhen: {vision.exists: yes}")),
        Pack(Rule("A", "applies when: {vision.exists: no}\nwhen: {vision.inStrategyDocument: yes}"))).What
        .Should().Contain("where the rule applies");

    [Fact]
    public void Run_CaseThatNeverHolds_NamesTheCase() => OnlyOf(
        "CRP601",
        Pack(Rule("A", "cases:\n  - {subject: one, when: {vision.exists: no}}\n  - {subject: two, when: {all: [vision.exists: no, vision.exists: yes]}}")),
        Pack(Rule("A", "cases:\n  - {subject: one, when: {vision.exists: no}}\n  - {subject: two, when: {vision.exists: yes}}"))).What
        .Should().Contain("the case 'two'");

    [Fact]
    public void Run_BuildingOnWhatIsNotRaisedThen_Warns() => OnlyOf(
        "CRP601",
        Pack(Rule("A", "when: {vision.exists: no}"), Rule("B", "when: {raised: TST-A, vision.exists: yes}", FindingKind.Strength)),
        Pack(Rule("A", "when: {vision.exists: no}"), Rule("B", "when: {not: {raised: TST-A}, vision.exists: yes}", FindingKind.Strength)));

    [Fact]
    public void Run_GuardThatNeverHolds_Warns() => OnlyOf(
        "CRP602",
        Pack(Rule("A", "applies when: {all: [vision.exists: no, vision.exists: yes]}\nwhen: {trust.trend: Eroding}")),
        Pack(Rule("A", "applies when: {any: [vision.exists: no, vision.inStrategyDocument: yes]}\nwhen: {trust.trend: Eroding}")));

    [Fact]
    public void Run_ConditionThatAlwaysHolds_Warns() => OnlyOf(
        "CRP603",
        Pack(Rule("A", "when: {any: [vision.exists: no, vision.exists: yes]}")),
        Pack(Rule("A", "when: {any: [vision.exists: no, vision.inStrategyDocument: yes]}")));

    [Fact]
    public void Run_ConditionThatRepeatsItsGuard_Warns() => OnlyOf(
        "CRP603",
        Pack(Rule("A", "applies when: {partnerCount: {above: 5}}\nwhen: {partnerCount: {above: 4}}")),
        Pack(Rule("A", "applies when: {partnerCount: {above: 4}}\nwhen: {partnerCount: {above: 5}}"))).What
        .Should().Contain("always holds where the rule applies");

    [Fact]
    public void Run_GuardThatAlwaysHolds_Warns() => OnlyOf(
        "CRP604",
        Pack(Rule("A", "applies when: {not: {all: [vision.exists: no, vision.exists: yes]}}\nwhen: {trust.trend: Eroding}")),
        Pack(Rule("A", "applies when: {not: {all: [vision.exists: no, vision.inStrategyDocument: yes]}}\nwhen: {trust.trend: Eroding}")));

    [Fact]
    public void Run_AlternativeThatNeverHolds_Warns() => OnlyOf(
        "CRP605",
        Pack(Rule("A", "when:\n  any:\n    - trust.trend: Eroding\n    - all: [vision.exists: no, vision.exists: yes]")),
        Pack(Rule("A", "when:\n  any:\n    - trust.trend: Eroding\n    - all: [vision.exists: no, vision.inStrategyDocument: yes]")));

    [Fact]
    public void Run_MorePartnersThanCanBeTried_SaysSoAndWarnsOfNothing()
    {
        var report = RulePackChecks.Run(PackText.Load(Pack(Rule("A", "when: {all: [at least 20 partners: {partner.role: Lead}, every partner: {partner.role: Equal}]}")), Alone));
        report.Warnings.Should().BeEmpty();
        report.NotDecided.Should().Contain("test.pack/TST-A: whether the rule can be raised");
    }
}
