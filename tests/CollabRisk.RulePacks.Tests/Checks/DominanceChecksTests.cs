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
        Assert.Empty(Broken(Pack(Rule("A", NotInvolved))));
        var warning = Assert.Single(Broken(Pack(Rule("A", "applies when: {communication.informsStakeholders: yes}\n" + NotInvolved))));
        Assert.StartsWith("TST-A goes away or weighs less as 'communication.informsStakeholders' gets worse: it is raised where that is yes, with communication.engagesForDecision no,", warning.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WorseCaseUnderOneRoot_IsFine()
    {
        var low = Rule("LOW", "when: {trust.individual: Low}\nunder: [TST-NONE]");
        var alone = Rule("LOW", "when: {trust.individual: Low}");
        Assert.Empty(Broken(Pack(low, Rule("NONE", "when: {trust.individual: None}", level: Level.High))));
        Assert.Equal("test.pack/TST-LOW", Assert.Single(Broken(Pack(alone, Rule("NONE", "when: {trust.individual: None}", level: Level.High)))).Where);
        Assert.Equal("test.pack/TST-LOW", Assert.Single(Broken(Pack(low, Rule("NONE", "when: {trust.individual: None}", level: Level.Low)))).Where);
    }

    [Fact]
    public void Run_RaisingOnAGoodState_Warns() => Assert.Contains("'vision.exists'", Assert.Single(Broken(Pack(
        Rule("A", "when: {trust.trend: Eroding}\nraised when:\n  - {because: there is a vision, when: {vision.exists: yes}}")))).What, StringComparison.Ordinal);

    [Fact]
    public void Run_PartnersFact_Warns() => Assert.Contains("'partners[].activeInDecisions'", Assert.Single(Broken(Pack(
        Rule("A", "for each: partner\nwhen: {partner.activeInDecisions: yes, partner.reputation: Poor}")))).What, StringComparison.Ordinal);

    [Fact]
    public void Run_SwitchingOffTheRoot_WarnsAtTheOverride()
    {
        const string SwitchOff = "overrides:\n  - {rule: OTH-NONE, reason: R., author: A., switch off: yes}\n";
        var other = TrustPack();
        var warning = Assert.Single(Broken(Pack(Rule("A", NotInvolved)) + SwitchOff, new() { BasePacks = [other] }));
        Assert.Equal("test.pack/override of OTH-NONE", warning.Where);
        Assert.Contains("OTH-LOW goes away or weighs less as 'trust.individual' gets worse", warning.What, StringComparison.Ordinal);
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
