using CollabRisk.Rules;
using static CollabRisk.RulePacks.Tests.Checks.CheckedText;

namespace CollabRisk.RulePacks.Tests.Checks;

/// <summary>Rules that go away because a fact gets worse are found, each with a pair of collaborations that shows it.</summary>
public class DominanceChecksTests
{
    private const string NotInvolved = "when: {communication.engagesForDecision: no}";

    [Fact]
    public void Run_GuardThatAsksForTheBetterState_WarnsWithThePair()
    {
        Broken(Pack(Rule("A", NotInvolved))).Should().BeEmpty();
        var warning = Broken(Pack(Rule("A", "applies when: {communication.informsStakeholders: yes}\n" + NotInvolved))).Should().ContainSingle().Which;
        warning.What.Should().StartWith(
            "TST-A goes away or weighs less as 'communication.informsStakeholders' gets worse: it is raised where that is yes, with communication.engagesForDecision no,");
    }

    [Fact]
    public void Run_WorseCaseUnderOneRoot_IsFine()
    {
        var low = Rule("LOW", "when: {trust.individual: Low}\nunder: [TST-NONE]");
        var alone = Rule("LOW", "when: {trust.individual: Low}");
        Broken(Pack(low, Rule("NONE", "when: {trust.individual: None}", level: Level.High))).Should().BeEmpty();
        Broken(Pack(alone, Rule("NONE", "when: {trust.individual: None}", level: Level.High))).Should().ContainSingle().Which.Where.Should().Be("test.pack/TST-LOW");
        Broken(Pack(low, Rule("NONE", "when: {trust.individual: None}", level: Level.Low))).Should().ContainSingle().Which.Where.Should().Be("test.pack/TST-LOW");
    }

    [Fact]
    public void Run_RaisingOnAGoodState_Warns() => Broken(Pack(
        Rule("A", "when: {trust.trend: Eroding}\nraised when:\n  - {because: there is a vision, when: {vision.exists: yes}}")))
        .Should().ContainSingle().Which.What
        .Should().Contain("'vision.exists'");

    [Fact]
    public void Run_PartnersFact_Warns() => Broken(Pack(
        Rule("A", "for each: partner\nwhen: {partner.activeInDecisions: yes, partner.reputation: Poor}")))
        .Should().ContainSingle().Which.What
        .Should().Contain("'partner.activeInDecisions'");

    [Fact]
    public void Run_SwitchingOffTheRoot_WarnsAtTheOverride()
    {
        const string SwitchOff = "overrides:\n  - {rule: OTH-NONE, reason: R., author: A., switch off: yes}\n";
        var other = TrustPack();
        var warning = Broken(Pack(Rule("A", NotInvolved)) + SwitchOff, new() { BasePacks = [other] }).Should().ContainSingle().Which;
        warning.Where.Should().Be("test.pack/override of OTH-NONE");
        warning.What.Should().Contain("OTH-LOW goes away or weighs less as 'trust.individual' gets worse");
    }

    private static RulePack TrustPack()
    {
        var text = Pack(Rule("LOW", "when: {trust.individual: Low}\nunder: [TST-NONE]"), Rule("NONE", "when: {trust.individual: None}", level: Level.High))
            .Replace("test.pack", "other.pack", StringComparison.Ordinal).Replace("TST", "OTH", StringComparison.Ordinal);
        return PackText.Load(text, Alone).Packs[0].Pack;
    }

    private static IEnumerable<RuleBookProblem> Broken(string text, RulePackOptions? options = null) =>
        RulePackChecks.Run(PackText.Load(text, options ?? Alone)).Warnings.Where(warning => warning.Code == WorseLooksBetter);
}
