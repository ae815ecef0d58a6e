using CollabRisk.Conditions;
using CollabRisk.Facts;

namespace CollabRisk.RulePacks.Tests.Testing;

/// <summary>Coverage counts, for each node of a condition, how often the tests saw it true, false and unknown.</summary>
public class CoverageTests
{
    private static readonly Truth[] AllValues = [Truth.True, Truth.False, Truth.Unknown];

    [Fact]
    public void Run_SecondConditionAlreadyDecided_IsCountedAllTheSame()
    {
        var conditions = Conditions("""
            - {name: one, facts: {vision.exists: no, communication.regular: no}, raises: [TST-RISK]}
            - {name: two, facts: {vision.exists: no}, raises: [TST-RISK]}
            """, "when:\n  any: [{vision.exists: no}, {communication.regular: no}]");
        conditions.Should().Equal(
            "when: at least one of these holds 2/0/0", "when: vision.exists is no 2/0/0", "when: communication.regular is no 1/0/1");
    }

    [Fact]
    public void Run_GuardAndModerators_AreCountedAsParts()
    {
        var conditions = Conditions("""
            - {name: one, facts: {isInformationSystem: no}, not applicable: [TST-RISK]}
            """, """
            applies when: {isInformationSystem: yes}
            when: {vision.exists: no}
            raised when: [{when: {workload.overload: yes}, because: they are stretched, claims: [TST-C1]}]
            lowered when: [{when: {communication.regular: yes}, because: they talk, claims: [TST-C1]}]
            """);
        conditions.Should().Equal(
            "applies when: isInformationSystem is yes 0/1/0",
            "when: vision.exists is no 0/0/1",
            "raised when: workload.overload is yes 0/0/1",
            "lowered when: communication.regular is yes 0/0/1");
    }

    [Fact]
    public void Run_Partners_AreCountedEach()
    {
        const string Facts = "{partners: [{name: A, role: Lead}, {name: B, role: NonLead}], partnerCount: 4}";
        Conditions($"- {{name: one, facts: {Facts}, raises: [TST-RISK]}}", "when:\n  some partner: {partner.role: Lead}").Should().Equal(
            "when: this holds for at least one partner 1/0/0", "when: partner.role in {Lead} 1/1/1");
        Conditions($"- {{name: one, facts: {Facts}, raises: [TST-RISK]}}", "for each: partner\nwhen: {partner.role: Lead}")
            .Should().Equal("when: partner.role in {Lead} 1/1/1");
    }

    [Fact]
    public void Run_CasesAndOverrides_AreCountedForThePackThatWroteThem()
    {
        var pack = TestedPackText.Run("""
            - {name: one, facts: {vision.exists: no, communication.reaches.staff: no}, raises: [TST-RISK]}
            """, """
            cases:
              - {subject: first, when: {vision.exists: no}}
              - {subject: second, applies when: {isInformationSystem: yes}, when: {communication.regular: no}}
            """);
        var rule = pack.Coverage.Should().ContainSingle().Which;
        rule.Code.Should().Be("TST-RISK");
        rule.Conditions.Select(condition => condition.Part).Should().Equal("case 'first': when", "case 'second': applies when", "case 'second': when");
        rule.Seen.Should().Be(3);
        rule.Possible.Should().Be(9);
        pack.Seen.Should().Be(3);
        pack.Possible.Should().Be(9);
    }

    [Fact]
    public void Run_NodesKnowWhereTheyWereWritten()
    {
        var pack = TestedPackText.Run("- {name: one, undetermined: [TST-RISK]}", "when:\n  all:\n    - vision.exists: no\n    - communication.regular: no");
        var lines = pack.Coverage.Should().ContainSingle().Which.Conditions.Select(condition => condition.Place!.Line).ToList();
        lines.Should().Equal(lines[0], lines[0] + 1, lines[0] + 2);
        pack.Coverage.Should().ContainSingle().Which.Conditions.Should().AllSatisfy(condition => condition.Place!.File.Should().Be("pack.yaml"));
    }

    private static IEnumerable<string> Conditions(string tests, string clauses)
    {
        var rule = TestedPackText.Run(tests, clauses).Coverage.Should().ContainSingle().Which;
        rule.Conditions.Should().AllSatisfy(condition => condition.Possible.Should().Equal(AllValues));
        return rule.Conditions.Select(condition => $"{condition} {condition.SeenTrue}/{condition.SeenFalse}/{condition.SeenUnknown}");
    }
}
