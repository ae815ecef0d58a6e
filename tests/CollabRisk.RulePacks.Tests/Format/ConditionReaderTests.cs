using CollabRisk.Facts;

namespace CollabRisk.RulePacks.Tests.Format;

/// <summary>Conditions as packs write them, and the same conditions as the engine keeps them.</summary>
public class ConditionReaderTests
{
    /// <summary>What a pack writes after <c>when:</c>, and the canonical text of the condition; <c>P</c> marks conditions of a rule for each partner.</summary>
    public static TheoryData<string, string> Conditions => new()
    {
        { "vision.exists: no", "vision.exists is no" },
        { "vision.exists: true", "vision.exists is yes" },
        { "form: StrategicAlliance", "form in {StrategicAlliance}" },
        { "trust.organisational: [None, Low]", "trust.organisational in {None, Low}" },
        { "trust.organisational: {below: Sufficient}", "trust.organisational in {None, Low}" },
        { "trust.organisational: {at least: Sufficient}", "trust.organisational in {Sufficient, High}" },
        { "trust.organisational: {above: None, at most: Sufficient}", "trust.organisational in {Low, Sufficient}" },
        { "trust.organisational: {not: [None, High]}", "trust.organisational in {Low, Sufficient}" },
        { "workload.staffAfter: 12", "workload.staffAfter = 12" },
        { "workload.staffAfter: {at least: 5, below: 10}", "all(workload.staffAfter ≥ 5, workload.staffAfter < 10)" },
        { "workload.staffAfter: {below: {fact: workload.staffBefore}}", "workload.staffAfter < workload.staffBefore" },
        { "asOf: {at least: 2026-01-31}", "asOf ≥ 2026-01-31" },
        { "name: blank", "name = blank" },
        { "benefitsSought: {has: CostReduction}", "benefitsSought has all {CostReduction}" },
        { "benefitsSought: {has any: [CostReduction, Resilience]}", "benefitsSought has any {CostReduction, Resilience}" },
        { "benefitsSought: {is exactly: []}", "benefitsSought is {}" },
        { "{vision.exists: no, form: StrategicAlliance}", "all(vision.exists is no, form in {StrategicAlliance})" },
        { "all: [vision.exists: no]", "all(vision.exists is no)" },
        { "any: [vision.exists: no, {vision.exists: yes, not: {form: StrategicAlliance}}]", "any(vision.exists is no, all(vision.exists is yes, form in {SharedService, CoLocation, IntegratedControlRoom, SharedPremises, AlignedIsIt, Programme, JointUnit, Other}))" },
        { "not: {any: [vision.exists: no, benefitsSought: {has: [CostReduction]}]}", "all(vision.exists is yes, not(benefitsSought has all {CostReduction}))" },
        { "not: {every partner: {partner.objectivesDeclared: yes}}", "at least 1 partners(partners[].objectivesDeclared is no)" },
        { "some partner: {partner.role: Lead}", "at least 1 partners(partners[].role in {Lead})" },
        { "at least 3 partners: {partner.role: Lead, vision.exists: no}", "at least 3 partners(all(partners[].role in {Lead}, vision.exists is no))" },
        { "every partner: {partner.objectivesDeclared: yes}", "every partner(partners[].objectivesDeclared is yes)" },
        { "some partner: {partner.motivations: {within: {fact: benefitsSought}}}", "at least 1 partners(partners[].motivations within benefitsSought)" },
        { "most partners: {partner.role: Lead}", "most partners(partners[].role in {Lead})" },
        { "more than half of the partners: {partner.role: Lead}", "most partners(partners[].role in {Lead})" },
        { "at least half of the partners: {partner.role: Lead}", "at least half of the partners(partners[].role in {Lead})" },
        { "at least 50% of the partners: {partner.role: Lead}", "at least half of the partners(partners[].role in {Lead})" },
        { "at least 4/6 of the partners: {partner.role: Lead}", "at least two thirds of the partners(partners[].role in {Lead})" },
        { "more than 60% of the partners: {partner.role: Lead}", "more than 60% of the partners(partners[].role in {Lead})" },
        { "at least 3/7 of the partners: {partner.role: Lead}", "at least 3/7 of the partners(partners[].role in {Lead})" },
        { "not: {most partners: {partner.role: Lead}}", "not(most partners(partners[].role in {Lead}))" },
        { "sum over partners: {partner.benefitShare: 100}", "sum of partners[].benefitShare = 100" },
        { "sum over partners: {partner.benefitShare: {at least: 90, at most: 110.5}}", "all(sum of partners[].benefitShare ≥ 90, sum of partners[].benefitShare ≤ 110.5)" },
        { "not: {sum over partners: {partner.benefitShare: {below: 100}}}", "sum of partners[].benefitShare ≥ 100" },
        { "at least 2 of: [vision.exists: no, vision.compelling: no, communication.regular: no]", "at least 2 of(vision.exists is no, vision.compelling is no, communication.regular is no)" },
        { "at least 2 of these: [raised: VISION-ABSENT, raised: TRUST-LOW, raised: WORK-OVERLOAD]", "at least 2 of(raised VISION-ABSENT, raised TRUST-LOW, raised WORK-OVERLOAD)" },
        { "not: {at least 2 of: [vision.exists: no, vision.compelling: no, communication.regular: no]}", "at least 2 of(vision.exists is yes, vision.compelling is yes, communication.regular is yes)" },
        { "asOf: {before: 2026-01-31}", "asOf < 2026-01-31" },
        { "extensions.tst.day: {before: asOf}", "extensions.tst.day < asOf" },
        { "extensions.tst.day: {at most: {fact: asOf}}", "extensions.tst.day ≤ asOf" },
        { "extensions.tst.day: {after: {fact: extensions.tst.start, minus: 14 days}}", "extensions.tst.day > extensions.tst.start - 2 weeks" },
        { "extensions.tst.day: {not: {fact: extensions.tst.start, plus: 1 year}}", "extensions.tst.day ≠ extensions.tst.start + 1 year" },
        { "extensions.tst.day: {older than: 2 years}", "extensions.tst.day < asOf - 2 years" },
        { "extensions.tst.day: {older than: 18 months}", "extensions.tst.day < asOf - 18 months" },
        { "not: {extensions.tst.day: {older than: 1 day}}", "extensions.tst.day ≥ asOf - 1 day" },
        { "extensions.tst.day: {within: the next 6 months}", "all(extensions.tst.day ≥ asOf, extensions.tst.day ≤ asOf + 6 months)" },
        { "extensions.tst.day: {within: the last 30 days}", "all(extensions.tst.day ≥ asOf - 30 days, extensions.tst.day ≤ asOf)" },
        { "partners differ in: partner.sector", "partners differ in partners[].sector" },
        { "raised: VISION-ABSENT", "raised VISION-ABSENT" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Read_EveryForm_IsTheConditionOfTheEngine(string written, string canonical) =>
        PackText.Load(PackText.WithRisk($"when:\n{PackText.Indented(written, 2)}") + Days).RuleBook.Find("TST-RISK")!.Condition.Should().Be(canonical);

    /// <summary>What the conditions read that the library has none of: days.</summary>
    private const string Days = """
        facts:
          - {name: day, type: Date, meaning: a day, question: Which day is it?}
          - {name: start, type: Date, meaning: the first day, question: Which day is the first?}

        """;

    [Fact]
    public void Read_ForEachPartner_AsksThePartner()
    {
        var rule = PackText.Load(PackText.WithRisk("""
            for each: partner
            applies when: {governance.leadOrganisation: yes}
            when: {partner.role: NonLead, partner.activeInDecisions: no}
            """)).RuleBook.Find("TST-RISK")!;
        rule.IsPerPartner.Should().BeTrue();
        rule.Condition.Should().Be("all(partners[].role in {NonLead}, partners[].activeInDecisions is no)");
    }

    [Fact]
    public void Read_ForEachFlagOfAGroup_IsACaseEach()
    {
        var rule = PackText.Load(PackText.WithRisk("for each: {flags of: communication.reaches, is: no}")).RuleBook.Find("TST-RISK")!;
        rule.Condition.Should().Contain("suppliers: communication.reaches.suppliers is no");
        rule.Condition.Should().Contain("senior management: communication.reaches.seniorManagement is no");
    }

    [Fact]
    public void Read_ForEachOfSomeFacts_IsACaseEach() => PackText.Load(PackText.WithRisk("for each: {facts: [vision.exists, communication.regular], is: no}")).RuleBook.Find("TST-RISK")!.Condition.Should().Be(
        "exists: vision.exists is no; regular: communication.regular is no");

    [Fact]
    public void Read_BuildsOn_IsPartOfTheCondition() => PackText.Load(PackText.WithRisk("builds on: [VISION-ABSENT, WORK-OVERLOAD]\nwhen: {form: StrategicAlliance}")).RuleBook.Find("TST-RISK")!.Condition.Should().Be(
        "all(raised VISION-ABSENT, raised WORK-OVERLOAD, form in {StrategicAlliance})");

    /// <summary>What a pack writes after <c>when:</c>, the code of the problem, and a part of what it says.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "vision.exsts: no", "CRP141", "there is no fact 'vision.exsts'. Did you mean 'vision.exists'?" },
        { "exists: no", "CRP141", "there is no fact 'exists'." },
        { "vision: no", "CRP141", "It is a group; its facts are" },
        { "role: Lead", "CRP141", "Did you mean 'partner.role'?" },
        { "partners[].role: Lead", "CRP141", "Did you mean 'partner.role'?" },
        { "partner.role: Lead", "CRP142", "is a fact of each partner" },
        { "al: [vision.exists: no]", "CRP141", "Did you mean 'all'?" },
        { "vision.exists: maybe", "CRP143", "cannot be compared with 'maybe'. Write yes or no." },
        { "vision.exists: unknown", "CRP143", "write 'unknown: vision.exists'" },
        { "vision.exists:", "CRP143", "is compared with nothing. Write yes or no." },
        { "form: StrategicAliance", "CRP124", "Did you mean 'StrategicAlliance'?" },
        { "form: {below: StrategicAlliance}", "CRP143", "have no order" },
        { "trust.organisational: {belw: High}", "CRP143", "Did you mean 'below'?" },
        { "workload.staffAfter: many", "CRP143", "cannot be compared with 'many'" },
        { "workload.staffAfter: 1.23456", "CRP143", "cannot be compared with '1.23456'" },
        { "workload.staffAfter: {below: {fact: form}}", "CRP143", "only numbers can be compared with each other" },
        { "at least 0 of: [vision.exists: no]", "CRP125", "Write at least 1" },
        { "at least 2 of: [vision.exists: no, vision.compelling: no]", "CRP125", "Write 'all', or list more" },
        { "at least 3 of: [vision.exists: no, vision.compelling: no]", "CRP125", "it would never hold" },
        { "at least 4/4 of the partners: {partner.role: Lead}", "CRP125", "ask 'every partner'" },
        { "at least half of partners: {partner.role: Lead}", "CRP141", "Write 'at least half of the partners'" },
        { "at least 120% of the partners: {partner.role: Lead}", "CRP141", "Did you mean" },
        { "sum over partners: {partner.role: Lead}", "CRP143", "is not a number" },
        { "sum over partners: {partnerCount: 3}", "CRP143", "is a fact of the collaboration" },
        { "sum over partners: partner.benefitShare", "CRP143", "takes a number of the partners and what its sum is compared with" },
        { "sum over partners: {partner.benefitShare: {below: {fact: partnerCount}}}", "CRP143", "is compared with a number" },
        { "partner.benefitShare: {sum: 100}", "CRP142", "is a fact of each partner" },
        { "asOf: {older than: two years}", "CRP143", "Write a whole number and a unit" },
        { "asOf: {older than: the last 2 years}", "CRP143", "Write a whole number and a unit" },
        { "asOf: {within: 6 months}", "CRP143", "Write 'the last 6 months' or 'the next 6 months'" },
        { "asOf: {before: {fact: form}}", "CRP143", "is a day, and 'form' is none" },
        { "asOf: {before: {fact: asOf, minus: a year}}", "CRP143", "Write a whole number and a unit" },
        { "asOf: {oldr than: 2 years}", "CRP143", "Did you mean 'older than'?" },
        { "asOf: {above: 2026-02-30}", "CRP143", "cannot be compared with '2026-02-30'" },
        { "benefitsSought: CostReduction", "CRP143", "Write 'has'" },
        { "benefitsSought: {has: [CostReductoin]}", "CRP124", "Did you mean 'CostReduction'?" },
        { "partners: 3", "CRP143", "some partner" },
        { "all: []", "CRP144", "would always hold" },
        { "any: []", "CRP144", "would never hold" },
        { "{}", "CRP144", "the condition says nothing" },
        { "all: {vision.exists: no}", "CRP123", "takes a list of conditions" },
        { "- vision.exists: no", "CRP123", "is under 'all' or 'any'" },
        { "not: vision.exists", "CRP123", "is not a condition" },
        { "at least 0 partners: {partner.role: Lead}", "CRP125", "Write at least 1" },
        { "some partner: {every partner: {partner.role: Lead}}", "CRP145", "inside another question about partners" },
        { "partners differ in: form", "CRP143", "partners cannot differ" },
        { "raised: VISON-ABSENT", "CRP221", "Did you mean 'VISION-ABSENT'?" },
        { "raised: [VISION-ABSENT, WORK-OVERLOAD]", "CRP143", "takes the code of one rule" },
        { "overall is at least: High", "CRP232", "it asks for the overall range" },
        { "unknown: vision.exists", "CRP231", "Only a data gap may ask this" },
        { "outcome.claim: Failure", "CRP233", "hindsight" },
        { "extensions.tst.rota: yes", "CRP141", "there is no fact 'extensions.tst.rota'" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Read_AMistake_SaysWhatAndWhere(string written, string code, string says)
    {
        var text = PackText.WithRisk($"when:\n{PackText.Indented(written, 2)}");
        var problem = PackText.Problem(text);
        problem.Code.Should().Be(code);
        problem.What.Should().Contain(says);
        var line = text.Split('\n')[problem.Place!.Line - 1];
        problem.Place.Line.Should().BeGreaterThanOrEqualTo(
            text[..text.IndexOf("when:", StringComparison.Ordinal)].Count(c => c == '\n'), $"{problem} points to '{line}'");
    }

    [Fact]
    public void Read_AMistake_PointsToTheWordItself()
    {
        var text = PackText.WithRisk("when:\n  any:\n    - vision.exists: no\n    - form: StrategicAliance");
        var place = PackText.Problem(text).Place!;
        text.Split('\n')[place.Line - 1][(place.Column - 1)..].Should().StartWith("StrategicAliance");
    }

    [Fact]
    public void Read_ALevelThatCannotBeReadWhereThereIsNone_SaysToRemoveIt() => PackText.Problems(PackText.WithRisk("when: {vision.exists: no}").Replace("kind: Risk", "kind: Strength", StringComparison.Ordinal)
        .Replace("level: {is: Moderate, because: the test says so}", "level: Moderate", StringComparison.Ordinal)).Should().Contain(
        problem => problem.Code == "CRP121" && problem.What.StartsWith("a Strength has no level", StringComparison.Ordinal));

    [Fact]
    public void Conditions_HaveThePlaceWhereTheyWereWritten()
    {
        var text = PackText.WithRisk("when:\n  any:\n    - vision.exists: no\n    - form: StrategicAlliance");
        var lines = text.Split('\n');
        var conditions = PackText.Load(text).RuleBook.Find("TST-RISK")!.Cases[0].When.All.ToList();
        conditions.Should().AllSatisfy(condition => condition.Place.Should().NotBeNull());
        lines[conditions[^1].Place!.Line - 1].Should().Contain("form: StrategicAlliance");
    }
}
