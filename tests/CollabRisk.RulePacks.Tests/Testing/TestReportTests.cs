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
        Assert.Equal(Run.ToText(), $"{Run}");
    }

    [Fact]
    public void ToJson_Everything_IsAsApproved() => Approved.Equal("tests/CollabRisk.RulePacks.Tests/Testing/Approved/run.json", Run.ToJson());

    [Fact]
    public void ToJson_GoodAndBadRuns_KeepToTheSchema()
    {
        var schema = JsonSchema.FromText(Repository.Read("schemas", "rule-pack-tests.schema.json"));
        foreach (var run in new[] { Run, Sample, RulePackTests.Run(new RulePackLoader().Load()), RulePackTests.Run(PackText.Load(PackText.Head)) })
        {
            Assert.True(IsValid(run.ToJson()));
            Assert.DoesNotContain('\n', run.ToJson(indented: false));
        }

        Assert.False(IsValid(Run.ToJson().Replace("\"Raised\"", "\"Risen\"", StringComparison.Ordinal)));
        Assert.False(IsValid(Run.ToJson().Replace("\"why\"", "\"because\"", StringComparison.Ordinal)));

        bool IsValid(string json) => schema.Evaluate(JsonElement.Parse(json)).IsValid;
    }

    [Fact]
    public void ToJUnit_Everything_IsAsApproved() => Approved.Equal("tests/CollabRisk.RulePacks.Tests/Testing/Approved/run.junit.xml", Run.ToJUnit());

    [Fact]
    public void ToJUnit_Everything_CountsWhatItHolds()
    {
        var suites = XDocument.Parse(Run.ToJUnit()).Root!;
        var suite = Assert.Single(suites.Elements("testsuite"));
        foreach (var counted in new[] { suites, suite })
        {
            Assert.Equal(suite.Elements("testcase").Count(), (int)counted.Attribute("tests")!);
            Assert.Equal(suite.Descendants("failure").Count(), (int)counted.Attribute("failures")!);
        }

        Assert.Equal("names may hold \uFFFD <&> and \U0001F692", (string?)suite.Elements("testcase").ElementAt(1).Attribute("name"));
        Assert.All(suite.Elements("testcase"), test => Assert.Equal(("test.pack", "pack.yaml", true), ((string?)test.Attribute("classname"), (string?)test.Attribute("file"), (int)test.Attribute("line")! > 1)));
        Assert.DoesNotContain(suites.Descendants().Attributes(), attribute => attribute.Name.LocalName is "time" or "timestamp");
    }

    [Fact]
    public void ToLcov_Everything_IsAsApproved() => Approved.Equal("tests/CollabRisk.RulePacks.Tests/Testing/Approved/run.lcov", Run.ToLcov());

    [Fact]
    public void ToLcov_SamplePack_CountsWhatItHolds()
    {
        var lcov = Sample.ToLcov();
        var records = lcov.Split("end_of_record\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["handover.yaml", "overrides.yaml", "rota.yaml"], records.Select(record => Path.GetFileName(Line(record, "SF:"))).Order(StringComparer.Ordinal));
        foreach (var record in records)
        {
            var branches = Lines(record, "BRDA:").ToList();
            Assert.Equal($"{branches.Count}", Line(record, "BRF:"));
            Assert.Equal($"{branches.Count(branch => branch.Split(',')[3] is not ("0" or "-"))}", Line(record, "BRH:"));
            Assert.Equal($"{Lines(record, "DA:").Count()}", Line(record, "LF:"));
            Assert.Equal(branches.Count, branches.Select(branch => branch[..branch.LastIndexOf(',')]).Distinct().Count());
            Assert.All(branches, branch => Assert.Contains(Lines(record, "DA:"), line => line.Split(',')[0] == branch.Split(',')[0]));
        }

        Assert.Equal(Sample.Packs[0].Possible, records.Sum(record => Lines(record, "BRDA:").Count()));
    }

    [Fact]
    public void Reports_RunTwice_AreTheSame()
    {
        Assert.Equal(Run.ToText(all: true), Run.ToText(all: true));
        Assert.Equal(Run.ToJson(), Run.ToJson());
        Assert.Equal(Run.ToJUnit(), Run.ToJUnit());
        Assert.Equal(Run.ToLcov(), Run.ToLcov());
        Assert.DoesNotContain('\r', Run.ToText() + Run.ToJson() + Run.ToJUnit() + Run.ToLcov());
    }

    private static RulePackTestRun Sample => RulePackTests.Run(new RulePackLoader().Load(Path.Combine(Repository.Root, "samples/packs/regional-control-room")));

    private static string Line(string record, string prefix) => Assert.Single(Lines(record, prefix));

    private static IEnumerable<string> Lines(string record, string prefix) =>
        record.Split('\n').Where(line => line.StartsWith(prefix, StringComparison.Ordinal)).Select(line => line[prefix.Length..]);
}
