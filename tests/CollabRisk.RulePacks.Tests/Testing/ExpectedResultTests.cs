using CollabRisk.RulePacks.Testing;

namespace CollabRisk.RulePacks.Tests.Testing;

/// <summary>What a test can expect besides how rules end: the overall range, what is asked, the group and the words of a finding.</summary>
public class ExpectedResultTests
{
    /// <summary>A risk that appears under another, and says a value.</summary>
    private const string Clauses = "when:\n  extensions.tst.seconds: {above: 60}\nunder: VISION-ABSENT\n";

    [Theory]
    [InlineData("- {name: t, facts: {vision.exists: no}, overall: {at least: High, at most: High}}")]
    [InlineData("- {name: t, facts: {extensions.tst.seconds: 61}, overall: {at least: Moderate}}")]
    [InlineData("- {name: t, overall: {at most: High}}")]
    [InlineData("- {name: t, overall: {at least: None}}")]
    [InlineData("- {name: t, asks: extensions.tst.seconds}")]
    [InlineData("- {name: t, asks: [extensions.tst.seconds, vision.exists]}")]
    [InlineData("- {name: t, facts: {partners: [{name: North}]}, asks: ['partners[North].activeInDecisions', partner.activeInDecisions]}")]
    [InlineData("- {name: t, facts: {extensions.tst.seconds: 61, vision.exists: no}, raises: [{rule: TST-RISK, under: VISION-ABSENT}]}")]
    [InlineData("- {name: t, facts: {extensions.tst.seconds: 61}, raises: [{rule: TST-RISK, says: It takes 61 seconds}]}")]
    public void Run_WhatIsSo_Passes(string test)
    {
        var pack = RulePackTests.Run(PackText.Load(Text(test))).Packs[0];
        pack.Tests.Should().ContainSingle().Which.HasPassed.Should().BeTrue(new RulePackTestRun([pack]).ToText());
    }

    [Theory]
    [InlineData("- {name: t, facts: {vision.exists: no}, overall: {at least: Low, at most: Moderate}}", "overall should be at least Low and at most Moderate, but is at least High and at most High (VISION-ABSENT is raised")]
    [InlineData("- {name: t, overall: {at least: Low}}", "overall should be at least Low, but is at least None and at most High (")]
    [InlineData("- {name: t, facts: {extensions.tst.seconds: 5}, asks: extensions.tst.seconds}", "extensions.tst.seconds should be asked for, but is not (it is known).")]
    [InlineData("- {name: t, asks: extensions.tst.shared}", "extensions.tst.shared should be asked for, but is not (no rule that is open depends on it).")]
    [InlineData("- {name: t, facts: {extensions.tst.seconds: 61}, raises: [{rule: TST-RISK, under: VISION-ABSENT}]}", "TST-RISK should appear under VISION-ABSENT, but is a root.")]
    [InlineData("- {name: t, facts: {extensions.tst.seconds: 61}, raises: [{rule: TST-RISK, says: a minute}]}", "TST-RISK should say 'a minute', but says 'It takes 61 seconds.'.")]
    public void Run_WhatIsNotSo_SaysHowItIs(string test, string says)
    {
        var pack = RulePackTests.Run(PackText.Load(Text(test))).Packs[0];
        var result = pack.Tests.Should().ContainSingle().Which;
        result.HasPassed.Should().BeFalse();
        result.Mismatches.Should().BeEmpty();
        var difference = result.Differences.Should().ContainSingle().Which;
        difference.What.Should().StartWith(says);
        difference.Place.Line.Should().BeGreaterThan(1);
        var run = new RulePackTestRun([pack]);
        run.HasPassed.Should().BeFalse();
        run.ToText().Should().Contain($"{difference.Place}: {difference.What}");
        run.ToJson().Should().Contain("\"differences\": [\n");
        run.ToJUnit().Should().Contain("failures=\"1\"");
        RulePackTests.FailuresOf(PackText.Load(Text(test))).Should().ContainSingle().Which.What.Should().Contain(says);
    }

    [Fact]
    public void Run_OfWhatIsNotRaised_SaysSoOnce()
    {
        var result = RulePackTests.Run(PackText.Load(Text("- {name: t, facts: {extensions.tst.seconds: 5}, raises: [{rule: TST-RISK, under: VISION-ABSENT, says: x}]}"))).Packs[0].Tests[0];
        result.Mismatches.Should().ContainSingle();
        result.Differences.Should().BeEmpty();
    }

    [Theory]
    [InlineData("- {name: t, overall: {at least: High, at most: Low}}", "CRP715: a range at least High cannot be at most Low. Exchange the two.")]
    [InlineData("- {name: t, asks: vison.exists}", "CRP701: there is no fact 'vison.exists' that could be asked for. Did you mean 'vision.exists'?")]
    [InlineData("- {name: t, asks: 'partners[North].role'}", "CRP712: no partner of the test is called 'North'.")]
    [InlineData("- {name: t, clear: [{rule: TST-RISK, says: x}]}", "CRP715: only a raised finding has a message. Expect TST-RISK under 'raises', or take it out.")]
    [InlineData("- {name: t, undetermined: [{rule: TST-RISK, under: VISION-ABSENT}]}", "CRP715: only a raised finding is in a group. Expect TST-RISK under 'raises', or take it out.")]
    [InlineData("- {name: t, raises: [{rule: TST-RISK, under: TRUST-LOW}]}", "CRP715: TST-RISK is never under TRUST-LOW; it is under VISION-ABSENT.")]
    [InlineData("- {name: t, raises: [{rule: VISION-ABSENT, under: TST-RISK}]}", "CRP715: VISION-ABSENT is under no rule, so it is always a root. Take 'under' out, or write it into the rule.")]
    [InlineData("- {name: t, raises: [{rule: TST-RISK, under: VISION-ABSNT}]}", "CRP711: no rule has the code 'VISION-ABSNT'. Did you mean 'VISION-ABSENT'?")]
    public void Run_WhatCannotBe_IsAMistake(string test, string mistake)
    {
        RulePackTests.TryRun(PackText.Load(Text(test)), null, out var run, out var problems).Should().BeFalse();
        run.Should().BeNull();
        problems.Select(problem => $"{problem.Code}: {problem.What}").Should().Equal(mistake);
    }

    [Theory]
    [InlineData("- {name: t, overall: {}}", "the range has no end. Write 'at least', 'at most' or both.")]
    [InlineData("- {name: t, overall: High}", "expected a range with the keys at least and at most; found 'High'.")]
    [InlineData("- {name: t, overall: {at least: Hgh}}", "'at least' is one of the words None, Low, Moderate or High; found 'Hgh'. Did you mean 'High'?")]
    [InlineData("- {name: t}", "the test expects nothing.")]
    public void Read_AMistake_SaysWhatToWrite(string test, string says) =>
        PackText.Problems(Text(test)).Should().ContainSingle().Which.What.Should().StartWith(says);

    private static string Text(string test) => TestedPackText.With(test, Clauses).Replace("says: It is so.\n        claims", "says: 'It takes {extensions.tst.seconds} seconds.'\n        claims", StringComparison.Ordinal);
}
