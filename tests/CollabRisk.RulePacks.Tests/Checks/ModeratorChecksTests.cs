using CollabRisk.Facts;
using static CollabRisk.RulePacks.Tests.Checks.CheckedText;

namespace CollabRisk.RulePacks.Tests.Checks;

public class ModeratorChecksTests
{
    private const string Eroding = "when: {trust.trend: Eroding}\n";

    [Fact]
    public void Run_ModeratorThatShutsOutTheCondition_Warns() => OnlyOf(
        "CRP631",
        Pack(Rule("A", Eroding + "raised when:\n  - {because: it rises, when: {trust.trend: Rising}}")),
        Pack(Rule("A", Eroding + "raised when:\n  - {because: none is there, when: {vision.exists: no}}")));

    [Fact]
    public void Run_ModeratorThatShutsOutTheGuard_Warns() => OnlyOf(
        "CRP631",
        Pack(Rule("A", "applies when: {vision.exists: yes}\n" + Eroding + "raised when:\n  - {because: none is there, when: {vision.exists: no}}")),
        Pack(Rule("A", "applies when: {vision.exists: yes}\n" + Eroding + "raised when:\n  - {because: it is not written, when: {vision.inStrategyDocument: no}}")));

    [Fact]
    public void Run_LoweredBelowLow_Warns() => OnlyOf(
        "CRP632",
        Pack(Rule("A", Eroding + "lowered when:\n  - {because: one is there, when: {vision.exists: yes}}", level: Level.Low)),
        Pack(Rule("A", Eroding + "lowered when:\n  - {because: one is there, when: {vision.exists: yes}}")));

    [Fact]
    public void Run_RaisedAboveHigh_WarnsUnlessSomethingLowersItAsWell()
    {
        const string Raised = Eroding + "raised when:\n  - {because: it is long, when: {partnerCount: {above: 5}}}\nlowered when:\n  - {because: it is there, when: {partnerCount: {below: COUNT}}}";
        OnlyOf(
            "CRP632",
            Pack(Rule("A", Raised.Replace("COUNT", "6", StringComparison.Ordinal), level: Level.High)),
            Pack(Rule("A", Raised.Replace("COUNT", "7", StringComparison.Ordinal), level: Level.High)));
    }

    [Fact]
    public void Run_ModeratorThatAlwaysActs_Warns() => OnlyOf(
        "CRP633",
        Pack(Rule("A", Eroding + "raised when:\n  - {because: it does not rise, when: {not: {trust.trend: Rising}}}")),
        Pack(Rule("A", "when: {trust.trend: [Eroding, Rising]}\nraised when:\n  - {because: it does not rise, when: {not: {trust.trend: Rising}}}")));
}
