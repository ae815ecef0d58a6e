using System.Text.Json;
using System.Text.RegularExpressions;
using CollabRisk.Comparing;
using CollabRisk.Facts;
using CollabRisk.Perspectives;
using CollabRisk.Planning;
using CollabRisk.Reporting.Spreadsheets;
using CollabRisk.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace CollabRisk.Reporting.Tests.Formats;

/// <summary>Differences, timelines, views and portfolios as Markdown, SARIF, CSV and workbooks.</summary>
public class ChangeFormatTests
{
    private static readonly CollaborationEvaluator Evaluator = CollaborationEvaluator.Default;

    private static readonly Collaboration Bad = new()
    {
        Name = "Unit | <b>",
        AsOf = new DateOnly(2024, 1, 1),
        Vision = new() { Exists = false },
        Trust = new() { Organisational = TrustLevel.Low },
    };

    private static readonly Collaboration Cleared = Bad with { AsOf = new DateOnly(2025, 1, 1), Vision = new() { Exists = true } };

    private static readonly Collaboration Forgotten = Bad with { AsOf = new DateOnly(2026, 1, 1), Vision = new() };

    public static TheoryData<string> Everything => Cases.Names;

    private static Timeline Course => Evaluator.Timeline([Bad, Cleared, Forgotten]);

    [Fact]
    public void ToMarkdown_OfEach_IsAsApproved() => Approved.Equal(
        "tests/CollabRisk.Reporting.Tests/Approved/changes.md",
        string.Join("\n", Evaluator.Compare(Bad, Forgotten).ToMarkdown(new() { MadeOn = new(2026, 11, 28) }), Course.ToMarkdown(), Views(4).ToMarkdown(), Views(3).ToMarkdown(new() { MadeOn = new(2026, 11, 28) })));

    [Fact]
    public void ToCsv_OfEach_IsAsApproved() => Approved.Equal(
        "tests/CollabRisk.Reporting.Tests/Approved/changes.csv",
        string.Join("\n", Evaluator.Compare(Bad, Forgotten).ToCsv(), Course.ToCsv(), Views(4).ToCsv(), Views(3).ToCsv()));

    [Fact]
    public void ToSarif_OfATimeline_IsAsApproved() => Approved.Equal("tests/CollabRisk.Reporting.Tests/Approved/timeline.sarif", Course.ToSarif());

    [Fact]
    public void ToSarif_OfViews_IsAsApproved() => Approved.Equal("tests/CollabRisk.Reporting.Tests/Approved/perspectives.sarif", Views(4).ToSarif());

    /// <summary>What tools take for mended is only what the facts show to be over.</summary>
    [Fact]
    public void ToSarif_FindingThatVanished_IsAbsentOnlyWhereSomethingShowsIt()
    {
        Result(Evaluator.Compare(Bad, Cleared).ToSarif(), "VISION-ABSENT").Should().Be(("pass", "none", "absent"));
        Result(Evaluator.Compare(Bad, Forgotten).ToSarif(), "VISION-ABSENT").Should().Be(("open", "none", "updated"));
        Result(Evaluator.Compare(Cleared, Bad).ToSarif(), "VISION-ABSENT").Should().Be(("fail", "error", "new"));
        Result(Evaluator.Compare(Bad, Bad with { AsOf = null }).ToSarif(), "VISION-ABSENT").Should().Be(("fail", "error", "unchanged"));
        Result(Evaluator.Timeline([Bad, Forgotten]).ToSarif(), "VISION-ABSENT").Should().Be(("open", "none", "updated"));
        Result(Evaluator.Timeline([Bad]).ToSarif(), "VISION-ABSENT").Should().Be(("fail", "error", (string?)null));
        Results(Evaluator.Compare(Cleared, Bad).ToSarif()).Where(each => each.GetProperty("properties").GetProperty("findingKind").GetString() == "strength")
            .Select(each => each.GetProperty("kind").GetString()).Distinct().Should().Equal("informational");
    }

    [Fact]
    public void EachForm_WithWhatAHostKnows_SaysIt()
    {
        var (course, plan) = (Course, ActionPlan.Of(Evaluator.Evaluate(Bad)));
        HostNote[] notes = [new(new(2025, 6, 1), "June cannot be assessed.", isLeftOut: true), new(new(2026, 1, 1), "Two of three answered.")];
        Func<Timeline, string>[] forms = [of => of.ToHtml(), of => of.ToMarkdown(), of => of.ToSarif(), of => of.ToCsv(), of => string.Join('\n', Texts(of.ToXlsx()))];
        foreach (var form in forms)
        {
            form(course.WithHostNotes(notes)).Should().ContainAll("June cannot be assessed.", "Two of three answered.");
            form(course.WithHostNotes(notes).WithHostNotes()).Should().Be(form(course));
        }

        JsonElement.Parse(course.WithHostNotes(notes).ToSarif()).GetProperty("runs")[0].GetProperty("properties").GetProperty("hostNotes").EnumerateArray().Select(note => note.GetProperty("leftOut").GetBoolean()).Should().Equal(true, false);
        foreach (var form in new Func<ActionPlan, string>[] { of => of.ToHtml(), of => string.Join('\n', Texts(of.ToXlsx())) })
        {
            form(plan.WithHostNotes(notes[1])).Should().Contain("Two of three answered.");
        }

        plan.WithHostNotes(notes[1]).ToCsv().Should().Be(plan.ToCsv(), "its rows are read back as steps");
    }

    [Fact]
    public void EachForm_OfViews_TellsWhoSaysWhatOnlyInALargeEnoughGroup()
    {
        Func<PerspectiveReportOptions, PerspectiveAssessment, string>[] forms =
            [(options, of) => of.ToMarkdown(options), (options, of) => of.ToSarif(options), (options, of) => of.ToCsv(options), (options, of) => string.Join('\n', Texts(of.ToXlsx(options)))];
        foreach (var form in forms)
        {
            form(new(), Views(4)).Should().NotContain("Holder");
            form(new(), Views(3)).Should().NotContain("Holder").And.NotMatchRegex(@"\b[A-C](: |, [A-C]\b)").And.NotMatchRegex("^[A-C]$");
            form(new() { ShowNames = true }, Views(3)).Should().Contain("Holder 1");
        }

        Views(4).ToMarkdown().Should().MatchRegex("[A-D], [A-D]: no; [A-D], [A-D]: yes");
        Views(3).ToMarkdown().Should().Contain("Answers given: no; yes");
    }

    [Fact]
    public void ToSarif_OfAPortfolio_IsARunForEachAndOneThatFailedForWhatCouldNotBeRead()
    {
        using var sarif = JsonDocument.Parse(Portfolio.Of("Ours", [new("a", Evaluator.Evaluate(Bad)), new("b", Evaluator.Evaluate(new()))], ["c.json: it is not JSON."]).ToSarif());
        var runs = sarif.RootElement.GetProperty("runs").EnumerateArray().ToList();
        runs.Select(run => run.GetProperty("automationDetails").GetProperty("id").GetString()).Should().Equal("a", "b", "could not be read");
        runs.Select(run => run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean()).Should().Equal(true, true, false);
        runs[0].GetProperty("results").GetArrayLength().Should().Be(Evaluator.Evaluate(Bad).Findings.Count);
    }

    [Fact]
    public void ToMarkdown_OfAReview_SaysWhatBecameOfThePlan() =>
        ActionPlan.Of(Evaluator.Evaluate(Bad)).Review(Evaluator.Compare(Bad, Forgotten)).ToMarkdown().Should().Contain("## What became of the plan").And.Contain("no longer known").And.NotContain("<");

    [Fact]
    public void MattersOfAPortfolio_AreTheSameNumberEverywhere()
    {
        var portfolio = Portfolio.Of("Ours", [new("many", Cases.Of("many-partners"))]);
        var matters = FindingGroup.CountRisks(Cases.Of("many-partners").Findings);
        matters.Should().BeGreaterThan(290);
        portfolio.ToCsv().Should().Contain($"\"None\",\"{matters}\",");
        portfolio.ToMarkdown().Should().Contain($"| High | {matters} |");
        Texts(portfolio.ToXlsx()).Should().Contain($"{matters}");
        Regex.Matches(Regex.Match(portfolio.ToHtml(), "data-l=\"Matters\">([^<]*)<").Groups[1].Value, @"\d+").Sum(match => int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(matters);
        new HtmlDocument(Cases.Of("many-partners").ToHtml()).Text.Should().Contain($"about {matters} matters, on ");
    }

    /// <summary>A hostile collaboration in every form: shown, never run, still readable.</summary>
    [Theory]
    [MemberData(nameof(Everything))]
    public void EveryForm_AnyCollaboration_IsSound(string name)
    {
        var collaboration = Cases.Of(name).Collaboration with { AsOf = new DateOnly(2026, 1, 1) };
        var changed = Cases.Changed(collaboration);
        var difference = Cases.AllPacks.Compare(collaboration, changed);
        var timeline = Cases.AllPacks.Timeline([collaboration, changed]);
        var views = Cases.AllPacks.Evaluate(PerspectiveSet.Of(new("</td><script>1</script>", collaboration), new("=B|", changed)));
        var named = new PerspectiveReportOptions { ShowNames = true };
        var portfolio = Portfolio.Of(Cases.Markup, [new(collaboration.Name ?? "", Cases.Of(name))], [Cases.Markup]);

        foreach (var html in new[] { difference.ToHtml(), timeline.ToHtml(), views.ToHtml(named), portfolio.ToHtml() })
        {
            var page = new HtmlDocument(html);
            page.Problems.Should().BeEmpty();
            page.Tags.Should().NotContain(["script", "img"]);
        }

        foreach (var markdown in new[] { difference.ToMarkdown(), timeline.ToMarkdown(), views.ToMarkdown(named), portfolio.ToMarkdown() })
        {
            FormatTests.IsSound(markdown);
            markdown.EnumerateRunes().Should().NotContain(rune => rune.Value != '\n' && Unseen.Is(rune));
        }

        foreach (var csv in new[] { difference.ToCsv(), timeline.ToCsv(), views.ToCsv(named), portfolio.ToCsv() })
        {
            var rows = FormatTests.Rows(csv);
            rows.Select(row => row.Count).Distinct().Should().ContainSingle();
            rows.SelectMany(row => row).Should().NotContain(cell => cell.StartsWith('=') || cell.StartsWith('@') || cell.StartsWith('+') || cell.StartsWith('-'));
        }

        foreach (var sarif in new[] { difference.ToSarif(), timeline.ToSarif(), views.ToSarif(named), portfolio.ToSarif() })
        {
            foreach (var result in Results(sarif))
            {
                Assert.True(result.GetProperty("kind").GetString() == "fail" || result.GetProperty("level").GetString() == "none");
                Assert.True(result.GetProperty("ruleIndex").GetInt32() >= 0);
                Assert.DoesNotContain(result.GetProperty("message").GetProperty("text").GetString()!.EnumerateRunes(), rune => Unseen.Is(rune));
            }
        }

        foreach (var xlsx in new[] { difference.ToXlsx(), timeline.ToXlsx(), views.ToXlsx(named), portfolio.ToXlsx() })
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), isEditable: false);
            new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken).Select(problem => $"{problem.Path?.XPath}: {problem.Description}").Should().BeEmpty();
            document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<CellFormula>()).Should().BeEmpty();
        }
    }

    private static PerspectiveAssessment Views(int count) => Evaluator.Evaluate(PerspectiveSet.Of(Enumerable.Range(1, count).Select(holder => new Perspective(
        $"Holder {holder}", Bad with { Vision = new() { Exists = holder % 2 == 0 }, Workload = holder == 1 ? new() { Overload = true } : new() }))));

    private static List<string> Texts(byte[] xlsx)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>()).Select(cell => cell.InnerText)];
    }

    private static List<JsonElement> Results(string sarif)
    {
        using var document = JsonDocument.Parse(sarif);
        return [.. document.RootElement.GetProperty("runs").EnumerateArray().SelectMany(run => run.GetProperty("results").EnumerateArray()).Select(result => result.Clone())];
    }

    private static (string? Kind, string? Level, string? Baseline)? Result(string sarif, string code) =>
        Results(sarif).Where(result => result.GetProperty("ruleId").GetString() == code).Select(result => ((string?, string?, string?)?)(
            result.GetProperty("kind").GetString(), result.GetProperty("level").GetString(), result.TryGetProperty("baselineState", out var state) ? state.GetString() : null)).SingleOrDefault();
}
