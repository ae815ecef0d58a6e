using System.Text.Json;
using System.Xml.Linq;
using CollabRisk.Facts;
using CollabRisk.RulePacks.Testing;
using Json.Schema;

namespace CollabRisk.RulePacks.Tests.Testing;

/// <summary>The reports of a run, as people, build servers and editors read them.</summary>
public class TestReportTests
{
    /// <summary>A pack with everything that a report can say: tests that pass and fail, gaps, an override, unseen values.</summary>
    private static readonly string Everything = TestedPackText.With("""
        - name: no vision
          facts: {vision.exists: no}
          raises: [{rule: TST-RISK, level: Moderate}]
        - name: "names may hold \u0007 <&> and \U0001F692"
          facts: {vision.exists: yes}
          raises: [{rule: TST-RISK, level: High}, VISION-ABSENT]
        - name: subjects
          facts: {communication.reaches.staff: yes}
          raises: [{rule: STAKEHOLDER-COVERAGE, subject: staff}]
        """, """
        when:
          vision.exists: no
        lowered when:
          - when:
              any: [{communication.regular: yes}, {workload.overload: no}]
            because: they have time to talk
            claims: [TST-C1]
        """) + """
        overrides:
          - rule: VISION-ABSENT
            reason: R.
            author: A.
            raised when: {when: {extensions.tst.shared: no}, because: it is not shared, claims: [TST-C1]}

        """;

    private static RulePackTestRun Run => RulePackTests.Run(PackText.Load(Everything));

    [Fact]
    public void ToText_Everything_IsAsApproved()
    {
        Approved.Equal("tests/CollabRisk.RulePacks.Tests/Testing/Approved/run.txt", Run.ToText());
        Approved.Equal("tests/CollabRisk.RulePacks.Tests/Testing/Approved/run.all.txt", Run.ToText(all: true));
        $"{Run}".Should().Be(Run.ToText());
    }

    [Fact]
    public void ToJson_Everything_IsAsApproved() => Approved.Equal("tests/CollabRisk.RulePacks.Tests/Testing/Approved/run.json", Run.ToJson());

    [Fact]
    public void ToJson_GoodAndBadRuns_KeepToTheSchema()
    {
        var schema = JsonSchema.FromText(Repository.Read("schemas", "rule-pack-tests.schema.json"));
        foreach (var run in new[] { Run, Sample, RulePackTests.Run(new RulePackLoader().Load()), RulePackTests.Run(PackText.Load(PackText.Head)) })
        {
            IsValid(run.ToJson()).Should().BeTrue();
            run.ToJson(indented: false).Should().NotContain("\n");
        }

        IsValid(Run.ToJson().Replace("\"Raised\"", "\"Risen\"", StringComparison.Ordinal)).Should().BeFalse();
        IsValid(Run.ToJson().Replace("\"why\"", "\"because\"", StringComparison.Ordinal)).Should().BeFalse();

        bool IsValid(string json) => schema.Evaluate(JsonElement.Parse(json)).IsValid;
    }

    [Fact]
    public void ToJUnit_Everything_IsAsApproved() => Approved.Equal("tests/CollabRisk.RulePacks.Tests/Testing/Approved/run.junit.xml", Run.ToJUnit());

    [Fact]
    public void ToJUnit_Everything_CountsWhatItHolds()
    {
        var suites = XDocument.Parse(Run.ToJUnit()).Root!;
        var suite = suites.Elements("testsuite").Should().ContainSingle().Which;
        foreach (var counted in new[] { suites, suite })
        {
            ((int)counted.Attribute("tests")!).Should().Be(suite.Elements("testcase").Count());
            ((int)counted.Attribute("failures")!).Should().Be(suite.Descendants("failure").Count());
        }

        ((string?)suite.Elements("testcase").ElementAt(1).Attribute("name")).Should().Be("names may hold   <&> and \U0001F692");
        suite.Elements("testcase").Should().AllSatisfy(test =>
        {
            ((string?)test.Attribute("classname")).Should().Be("test.pack");
            ((string?)test.Attribute("file")).Should().Be("pack.yaml");
            ((int)test.Attribute("line")! > 1).Should().BeTrue();
        });
        suites.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "time" or "timestamp").Should().BeEmpty();
    }

    [Fact]
    public void ToLcov_Everything_IsAsApproved() => Approved.Equal("tests/CollabRisk.RulePacks.Tests/Testing/Approved/run.lcov", Run.ToLcov());

    [Fact]
    public void ToLcov_SamplePack_CountsWhatItHolds()
    {
        var lcov = Sample.ToLcov();
        var records = lcov.Split("end_of_record\n", StringSplitOptions.RemoveEmptyEntries);
        records.Select(record => Path.GetFileName(Line(record, "SF:"))).Order(StringComparer.Ordinal).Should().Equal(
            "handover.yaml", "overrides.yaml", "rota.yaml");
        foreach (var record in records)
        {
            var branches = Lines(record, "BRDA:").ToList();
            Line(record, "BRF:").Should().Be($"{branches.Count}");
            Line(record, "BRH:").Should().Be($"{branches.Count(branch => branch.Split(',')[3] is not ("0" or "-"))}");
            Line(record, "LF:").Should().Be($"{Lines(record, "DA:").Count()}");
            branches.Select(branch => branch[..branch.LastIndexOf(',')]).Distinct().Should().HaveCount(branches.Count);
            branches.Should().AllSatisfy(branch => Lines(record, "DA:").Should().Contain(line => line.Split(',')[0] == branch.Split(',')[0]));
        }

        records.Sum(record => Lines(record, "BRDA:").Count()).Should().Be(Sample.Packs[0].Possible);
    }

    [Fact]
    public void Reports_RunTwice_AreTheSame()
    {
        Run.ToText(all: true).Should().Be(Run.ToText(all: true));
        Run.ToJson().Should().Be(Run.ToJson());
        Run.ToJUnit().Should().Be(Run.ToJUnit());
        Run.ToLcov().Should().Be(Run.ToLcov());
        (Run.ToText() + Run.ToJson() + Run.ToJUnit() + Run.ToLcov()).Should().NotContain("\r");
    }

    private static RulePackTestRun Sample => RulePackTests.Run(new RulePackLoader().Load(Path.Combine(Repository.Root, "samples/packs/regional-control-room")));

    private static string Line(string record, string prefix) => Lines(record, prefix).Should().ContainSingle().Which;

    private static IEnumerable<string> Lines(string record, string prefix) =>
        record.Split('\n').Where(line => line.StartsWith(prefix, StringComparison.Ordinal)).Select(line => line[prefix.Length..]);
}
