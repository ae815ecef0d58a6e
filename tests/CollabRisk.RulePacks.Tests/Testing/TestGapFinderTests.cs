using CollabRisk.Facts;
using CollabRisk.RulePacks.Testing;

namespace CollabRisk.RulePacks.Tests.Testing;

/// <summary>What the tests of a pack leave untested is told by name; nothing impossible is asked for.</summary>
public class TestGapFinderTests
{
    private const string Overrides = """
        overrides:
          - {rule: MEDIA-MIX, reason: R., author: A., switch off: yes}
          - {rule: PLATFORM-BARRIER, reason: R., author: A., level: Moderate}
          - {rule: WORK-OVERLOAD, reason: R., author: A., raised when: {when: {extensions.tst.shared: no}, because: it is not shared, claims: [TST-C1]}}

        """;

    [Fact]
    public void Run_RuleWithoutSomeOutcome_NamesWhatIsMissing()
    {
        var pack = TestedPackText.Run("- {name: t, undetermined: [TST-RISK]}");
        var gap = pack.Gaps.Should().ContainSingle().Which;
        gap.Missing.Should().Equal(Outcome.Raised, Outcome.Clear);
        $"{gap}".Should().Be("pack.yaml(25,9): TST-RISK: no test expects it to be raised or clear.");
        pack.HasPassed.Should().BeTrue();
    }

    [Fact]
    public void Run_OverridesNotShown_AreNamedWithWhatToDo()
    {
        var gaps = Gaps("""
            - name: none of these shows an override
              facts: {technology.platformsDiffer: yes, technology.differenceFraming: Barrier, workload.overload: yes, extensions.tst.shared: yes}
              raises: [PLATFORM-BARRIER, {rule: WORK-OVERLOAD, level: Moderate}]
            """);
        gaps.Should().Equal(
            "MEDIA-MIX: no test shows the override (switched off). Expect it under 'not applicable' on facts on which it would otherwise apply.",
            "PLATFORM-BARRIER: no test shows the override (level set to Moderate). Expect it under 'raises' with its 'level'.",
            "WORK-OVERLOAD: no test shows the override (raised one step if it is not shared). Expect it under 'raises' with its 'level', on facts on which the moderator acts.");
    }

    [Fact]
    public void Run_OverridesShown_AreNoGaps() => Gaps("""
        - name: each shows an override
          facts: {communication.writtenAndOral: no, technology.platformsDiffer: yes, technology.differenceFraming: Barrier, workload.overload: yes, extensions.tst.shared: no}
          raises: [{rule: PLATFORM-BARRIER, level: Moderate}, {rule: WORK-OVERLOAD, level: High}]
          not applicable: [MEDIA-MIX]
        """)
        .Should().BeEmpty();

    [Fact]
    public void Run_CasesChangedAndAdded_AreShownByTheirSubjects()
    {
        const string Cases = """
            overrides:
              - {rule: STAKEHOLDER-COVERAGE, case: staff, reason: R., author: A., change case: {when: {extensions.tst.shared: no}}}
              - {rule: STAKEHOLDER-COVERAGE, reason: R., author: A., add case: {subject: volunteers, when: {extensions.tst.seconds: {above: 5}}, claims: [TST-C1]}}

            """;
        var shown = TestedPackText.With("""
            - name: both
              facts: {extensions.tst.shared: no, extensions.tst.seconds: 6}
              raises: [{rule: STAKEHOLDER-COVERAGE, subject: staff}, {rule: STAKEHOLDER-COVERAGE, subject: volunteers}]
            """);
        var pack = RulePackTests.Run(PackText.Load(shown + Cases)).Packs.Should().ContainSingle().Which;
        pack.HasPassed.Should().BeTrue();
        pack.Gaps.Should().ContainSingle().Which.Where.Should().Be("TST-RISK");
        pack.Coverage.Single(rule => rule.Code == "STAKEHOLDER-COVERAGE").Conditions.Select(condition => condition.Part).Should().Equal(
            "case 'staff': when", "case 'volunteers': when");

        var neither = TestedPackText.With("- {name: neither, facts: {communication.reaches.suppliers: no}, raises: [STAKEHOLDER-COVERAGE]}");
        RulePackTests.Run(PackText.Load(neither + Cases)).Packs.Should().ContainSingle().Which.Gaps.Select(gap => gap.Where)
            .Should().Equal("TST-RISK", "STAKEHOLDER-COVERAGE/staff", "STAKEHOLDER-COVERAGE/volunteers");
    }

    [Theory]
    [InlineData("when:\n  unknown: vision.exists", "Raised Clear")]
    [InlineData("when:\n  all: [{unknown: vision.exists}, {communication.regular: yes}]", "Raised Clear Undetermined")]
    [InlineData("applies when:\n  communication.regular: yes\nwhen:\n  unknown: vision.exists", "Raised Clear Undetermined")]
    [InlineData("when:\n  not: {unknown: vision.exists}", "Raised Clear")]
    [InlineData("when:\n  any: [{unknown: vision.exists}, {unknown: communication.regular}]", "Raised Clear")]
    [InlineData("when:\n  trust.organisational: {at least: None}", "Raised Undetermined")]
    [InlineData("for each: partner\nwhen:\n  unknown: partner.role", "Raised Clear Undetermined")]
    [InlineData("when:\n  every partner: {unknown: partner.role}", "Raised Clear")]
    [InlineData("when:\n  some partner: {unknown: partner.role}", "Raised Clear Undetermined")]
    public void Run_OutcomesThatCannotBe_AreNotAskedFor(string clauses, string asked)
    {
        var text = TestedPackText.With("- {name: t, undetermined: [VISION-ABSENT]}", clauses)
            .Replace("kind: Risk", "kind: DataGap", StringComparison.Ordinal)
            .Replace("        level: {is: Moderate, because: the test says so}\n", "", StringComparison.Ordinal);
        string.Join(' ', RulePackTests.Run(PackText.Load(text)).Packs.Should().ContainSingle().Which.Gaps.Should().ContainSingle().Which.Missing).Should().Be(asked);
    }

    private static IReadOnlyList<string> Gaps(string test) =>
    [
        .. RulePackTests.Run(PackText.Load(TestedPackText.With(test) + Overrides)).Packs.Should().ContainSingle().Which.Gaps
            .Where(gap => gap.Where != "TST-RISK").Select(gap => $"{gap.Where}: {gap.What}"),
    ];
}
