using System.Text.Json;
using System.Text.RegularExpressions;
using CollabRisk.Facts;
using CollabRisk.Reporting.Markdown;

namespace CollabRisk.Reporting.Tests.Formats;

public class FormatTests
{
    public static TheoryData<string> Everything => Cases.Names;

    private static Assessment EveryKind => EveryKindOfFinding.Evaluator.Evaluate(EveryKindOfFinding.Collaboration);

    [Fact]
    public void ToMarkdown_EveryKindOfFinding_IsAsApproved() =>
        Approved.Equal("tests/CollabRisk.Reporting.Tests/Approved/assessment.md", EveryKind.ToMarkdown(new() { MadeOn = new DateOnly(2026, 11, 28) }));

    [Fact]
    public void ToMarkdown_OfAPortfolio_IsAsApproved() => Approved.Equal(
        "tests/CollabRisk.Reporting.Tests/Approved/portfolio.md",
        Portfolio.Of("Ours <i>", [new("Every kind", EveryKind), new("| not a cell", Cases.Of("nothing")), new(new string('n', 500), Cases.Of("markup"))], ["<b>.json: it is not JSON."]).ToMarkdown(new() { MadeOn = new DateOnly(2026, 11, 28) }));

    [Fact]
    public void ToSarif_EveryKindOfFinding_IsAsApproved() => Approved.Equal("tests/CollabRisk.Reporting.Tests/Approved/assessment.sarif", EveryKind.ToSarif());

    [Fact]
    public void ToCsv_NothingKnown_DoesNotLookAsIfNothingWereWrong()
    {
        var rows = Rows(CollaborationEvaluator.Default.Evaluate(new Collaboration()).ToCsv());

        rows[1][..1].Should().Equal("overall");
        rows[1][4..6].Should().Equal("None", "High");
        rows[1][8].Should().Be("Not assessable yet");
        rows.Where(row => row[0] == "not known").Should().Contain(row => row[11] == "vision.exists" && row[5] == "High");
    }

    [Fact]
    public void ToCsv_EveryKindOfFinding_IsAsApproved() => Approved.Equal("tests/CollabRisk.Reporting.Tests/Approved/assessment.csv", EveryKind.ToCsv());

    [Theory]
    [InlineData("<b>*bold*</b> [x](y) `c` # h | ~ a_b &amp;", "&lt;b&gt;\\*bold\\*&lt;/b&gt; \\[x\\](y) \\`c\\` \\# h \\| \\~ a\\_b \\&amp;")]
    [InlineData("1. not an item", "1\\. not an item")]
    [InlineData("2) nor this", "2\\) nor this")]
    [InlineData("- nor this, one-two", "\\- nor this, one-two")]
    [InlineData("Version 1.2 (new)", "Version 1.2 (new)")]
    [InlineData("two\r\nlines\u202E", "two  lines\uFFFD")]
    public void MarkdownLine_Value_IsTextAndNothingElse(string value, string markdown)
    {
        MarkdownLine line = $"- {value}";
        line.ToString().Should().Be("- " + markdown);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void ToMarkdown_AnyCollaboration_HoldsNoMarkupOfANameAndEveryTableRowItsCells(string name)
    {
        IsSound(Cases.Of(name).ToMarkdown());
    }

    internal static void IsSound(string markdown)
    {
        markdown.Should().NotContain("<");
        foreach (var table in Regex.Matches(markdown, @"(?:^\|.*\n)+", RegexOptions.Multiline).Select(match => match.Value.TrimEnd('\n').Split('\n')))
        {
            table.Select(row => Regex.Count(row, @"(?<!\\)\|")).Distinct().Should().ContainSingle();
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void ToSarif_AnyCollaboration_HasAResultForEachFindingWithALevelByWhatIsShown(string name)
    {
        var assessment = Cases.Of(name);
        using var sarif = JsonDocument.Parse(assessment.ToSarif());
        var run = sarif.RootElement.GetProperty("runs")[0];
        var results = run.GetProperty("results").EnumerateArray().ToList();
        results.Should().HaveCount(assessment.Findings.Count);
        foreach (var (result, finding) in results.Zip(assessment.Findings))
        {
            var level = finding.Level?.AtLeast switch { Level.High => "error", Level.Moderate => "warning", Level.Low => "note", _ => "none" };
            Assert.Equal(level, result.GetProperty("level").GetString());
            Assert.Equal(finding.Level is null ? "informational" : "fail", result.GetProperty("kind").GetString());
            var rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()];
            Assert.Equal(finding.Code, rule.GetProperty("id").GetString());
        }

        run.GetProperty("properties").GetProperty("assessable").GetBoolean().Should().Be(assessment.Overall.Assessable);
        run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public void ToSarif_RuleThatFailed_MakesTheRunUnsuccessful()
    {
        using var sarif = JsonDocument.Parse(EveryKind.ToSarif());
        var invocation = sarif.RootElement.GetProperty("runs")[0].GetProperty("invocations")[0];
        invocation.GetProperty("executionSuccessful").GetBoolean().Should().BeFalse();
        invocation.GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString().Should().Contain("RULE-FAILS");
    }

    [Fact]
    public void ToCsv_ValuesThatLookLikeFormulas_AreText()
    {
        var assessment = CollaborationEvaluator.Default.Evaluate(new Collaboration
        {
            Governance = new() { LeadOrganisation = true },
            Partners = [new() { Name = "=cmd|' /C calc'!A0", Role = PartnerRole.NonLead, StrategicEngagement = Engagement.Declining }, new() { Name = "@x \"y\", z", Role = PartnerRole.NonLead, StrategicEngagement = Engagement.Declining }],
        });
        var csv = assessment.ToCsv();
        csv.Should().Contain("\"'=cmd|' /C calc'!A0\"").And.Contain("\"'@x \"\"y\"\", z\"").And.NotContain(",\"=").And.NotContain(",\"@");
        Rows(csv).Select(row => row.Count).Distinct().Should().Equal(14);
    }

    [Fact]
    public void ToCsv_OfAPortfolio_HasARowForEachAndNeverCallsTheUnassessableLow()
    {
        var rows = Rows(Portfolio.Of("Ours", [new("a", Cases.Of("nothing")), new("-b", Cases.Of("markup"))]).ToCsv());
        rows.Should().HaveCount(3);
        rows[0].Should().StartWith(["collaboration", "as of", "assessable", "at least", "at most"]);
        rows[1].Should().StartWith(["'-b", "", "yes", "High", "High"]);
        rows[2].Should().StartWith(["a", "", "no", "None", "High"]);
    }

    [Fact]
    public void ToCsv_OfAPortfolioWithWhatCouldNotBeRead_SaysWhyAtTheEnd()
    {
        var rows = Rows(Portfolio.Of("Ours", [new("a", Cases.Of("nothing"))], ["b.json: it is not a collaboration."]).ToCsv());
        rows.Select(row => row[^1]).Should().Equal("could not be read", "", "b.json: it is not a collaboration.");
        rows[2][..^1].Should().OnlyContain(cell => cell.Length == 0);
        rows.Select(row => row.Count).Distinct().Should().ContainSingle();
    }

    /// <summary>People look for the second partner after the first, and not after the tenth.</summary>
    [Fact]
    public void Reports_PartnersWithNumbers_AreInTheOrderOfTheNumbers()
    {
        var partners = Enumerable.Range(1, 12).Reverse().Select(number => new Partner { Name = $"Partner {number}", Role = PartnerRole.Equal, StrategicEngagement = Engagement.None });
        var assessment = CollaborationEvaluator.Default.Evaluate(new Collaboration { Partners = [.. partners] });
        var page = new HtmlDocument(assessment.ToHtml()).Text;
        var table = page[page.IndexOf("What is known of each of the 12 partners alone", StringComparison.Ordinal)..];
        Regex.Matches(table, "Partner [0-9]+").Take(12).Select(match => match.Value).Should().Equal(Enumerable.Range(1, 12).Select(number => $"Partner {number}"));
        page.Should().Contain("12 partners: Partner 1, Partner 2, Partner 3");
        assessment.ToMarkdown().Should().Contain("Partner 1, Partner 2, Partner 3").And.NotContain("Partner 1, Partner 10");
        assessment.Findings.Where(finding => finding.Code == assessment.Findings.First(each => each.Subject == "Partner 2").Code).Select(finding => finding.Subject).Should().Equal(Enumerable.Range(1, 12).Select(number => $"Partner {number}"));
    }

    /// <summary>Reads what RFC 4180 says of quotes, and nothing else.</summary>
    internal static List<List<string>> Rows(string csv) =>
    [
        .. csv.TrimEnd('\n').Split('\n').Select(line => Regex.Matches(line, "\"((?:[^\"]|\"\")*)\"(?:,|$)").Select(match => match.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal)).ToList()),
    ];
}
