using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CollabRisk.Reporting.Tests.Html;

public partial class AssessmentPageTests
{
    private const int MostBytes = 300 * 1024;

    public static TheoryData<string> Everything => Cases.Names;

    [Theory]
    [MemberData(nameof(Everything))]
    public void ToHtml_AnyCollaboration_IsOneStrictFileThatRunsAndLoadsNothing(string name)
    {
        var html = Cases.Of(name).ToHtml();
        var page = new HtmlDocument(html);
        page.Problems.Should().BeEmpty();
        page.Tags.Should().NotContain(["script", "img", "iframe", "object", "link", "form", "base"]);
        page.Attributes.Where(each => each.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || each.Name is "style" or "src").Should().BeEmpty();
        Unsafe.Matches(html).Select(match => match.Value).Should().BeEmpty();
        var digest = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.StyleSheet)));
        page.Of("content").Should().Contain($"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'");
        page.StyleSheet.Should().NotContainAny("url(http", "@import", "expression(");
        Encoding.UTF8.GetByteCount(html).Should().BeLessThan(Cases.Samples.Contains(name) ? MostBytes : 2 * MostBytes);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void ToHtml_AnyCollaboration_SaysEveryFindingOnce(string name)
    {
        var assessment = Cases.Of(name);
        var html = assessment.ToHtml();
        var cards = Regex.Count(html, "<article class=\"card ");
        var expected = assessment.Findings.Where(finding => finding.Level is not null)
            .Select(finding => finding.Rule.IsPerPartner ? $"{finding.Code} {finding.Level} {finding.Confidence}" : finding.Fingerprint).Distinct().Count();
        cards.Should().Be(expected);
        var text = new HtmlDocument(html).Text;
        foreach (var kind in new[] { FindingKind.Strength, FindingKind.Context, FindingKind.Caveat, FindingKind.Diagnostic })
        {
            assessment.Findings.Where(finding => finding.Kind == kind).Where(finding => !text.Contains(Encoded(finding.Title), StringComparison.Ordinal)).Should().BeEmpty();
        }
    }

    [Fact]
    public void ToHtml_SeveralCasesOfOneRule_AreOneSentenceOnTheFirstScreen()
    {
        var text = new HtmlDocument(Cases.Of("shared-control-room").ToHtml()).Text;
        var matter = text[text.IndexOf("What matters most", StringComparison.Ordinal)..text.IndexOf("How much is known", StringComparison.Ordinal)];
        matter.Should().Contain("over identity. The same of: space and equipment, terms of employment, small daily matters, such as who sits where (Low to Moderate). With it: unlike terms for colleagues side by side (Low).");
        Regex.Count(matter, "tension over identity, space, terms or daily matters", RegexOptions.IgnoreCase).Should().Be(1);
    }

    /// <summary>What is known and what is not known takes its true share of every row: nothing unknown or failed is drawn as clear.</summary>
    [Theory]
    [MemberData(nameof(Everything))]
    public void ToHtml_Profile_DrawsEveryRuleAsItEnded(string name)
    {
        var assessment = Cases.Of(name);
        var html = assessment.ToHtml();
        var profile = html[html.IndexOf("<div class=\"prof\">", StringComparison.Ordinal)..html.IndexOf("id=\"findings\"", StringComparison.Ordinal)];
        var rules = assessment.Outcomes.Values.Where(outcome => outcome.Rule.Level is not null).ToLookup(outcome => outcome.Outcome);

        // Each is drawn twice: in the row of its area and under its heading.
        Count(profile, "u u-c").Should().Be(2 * rules[Outcome.Clear].Count());
        Count(profile, "u u-q").Should().Be(2 * (rules[Outcome.Undetermined].Count() + rules[Outcome.Error].Count()));
        Count(profile, "u u-n").Should().Be(2 * rules[Outcome.NotApplicable].Count());
        Count(profile, "u u-r").Should().Be(2 * rules[Outcome.Raised].Count());
    }

    [Fact]
    public void ToHtml_Remarks_AreShownAsTheyWereWritten()
    {
        var remarked = new Collaboration { Remarks = [new("vision.exists") { By = "<b>the chief</b>", Evidence = "the minutes" }] };
        var page = new HtmlDocument(CollaborationEvaluator.Default.Evaluate(remarked).ToHtml());
        page.Text.Should().Contain("What was said about the facts").And.Contain("vision.exists: Said by &lt;b&gt;the chief&lt;/b&gt;, evidence: the minutes.");
        new HtmlDocument(Cases.Of("nothing").ToHtml()).Text.Should().NotContain("What was said about the facts");
    }

    [Fact]
    public void ToHtml_NothingKnown_IsNotAssessableAndNotLow()
    {
        var text = new HtmlDocument(Cases.Of("nothing").ToHtml()).Text;
        text.Should().Contain("Not assessable yet").And.Contain("does not mean that the risk is low").And.Contain("No strength is shown by what is known. That does not mean that there is none.");
    }

    [Fact]
    public void ToHtml_HostileNames_AreShownAsTheyAre()
    {
        var page = new HtmlDocument(Cases.Of("markup").ToHtml());
        page.Text.Should().Contain("&lt;script&gt;alert(2)&lt;/script&gt;").And.Contain("&quot; onmouseover=&quot;alert(3)").And.Contain("B &amp; &#39;C&#39;");
    }

    [Fact]
    public void ToHtml_LongNames_AreCutInTextAndGivenOnce()
    {
        var html = Cases.Of("long-names").ToHtml();
        html.Should().Contain("Names that are cut in this report").And.Contain($"<h1 dir=\"auto\">{new string('N', 200)}…</h1>");
        Count(html, new string('p', 1_500)).Should().Be(1, "the list of cut names has it, and nothing else");
        html.Should().Contain(new string('p', 60) + "… (");
    }

    [Fact]
    public void ToHtml_ManyPartners_GroupsWhatIsTheSameOfThem()
    {
        var html = Cases.Of("many-partners").ToHtml();
        html.Should().Contain("Service 1, Service 2, Service 3 and 297 more").And.Contain("The same of 292 more");
        Regex.Count(html, "<article").Should().BeLessThan(20);
    }

    [Fact]
    public void ToHtml_Twice_IsTheSameWhateverTheOrderOfPartnersAndTheCulture()
    {
        var collaboration = EveryKindOfFinding.Collaboration;
        var html = EveryKindOfFinding.Evaluator.Evaluate(collaboration).ToHtml();
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NegativeSign, culture.NumberFormat.NumberDecimalSeparator) = ("\u2212", ",");
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            EveryKindOfFinding.Evaluator.Evaluate(collaboration with { Partners = [.. collaboration.Partners!.Reverse()] }).ToHtml().Should().Be(html);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void ToHtml_Options_AreFollowed()
    {
        var assessment = EveryKindOfFinding.Evaluator.Evaluate(EveryKindOfFinding.Collaboration);
        assessment.ToHtml().Should().NotContain("Report made").And.Contain("It would clear if").And.NotContain("<details open>");
        var other = assessment.ToHtml(new() { MadeOn = new DateOnly(2026, 11, 28), OpenCards = true, WhatWouldChange = false });
        other.Should().Contain("Report made <b>28 November 2026</b>").And.Contain("<details open>").And.NotContain("It would clear if").And.NotContain("Shortest way down");
    }

    /// <summary>The page of the small rule book with every kind of finding, without the style and the pictures that all pages share.</summary>
    [Fact]
    public void ToHtml_EveryKindOfFinding_IsAsApproved()
    {
        var html = EveryKindOfFinding.Evaluator.Evaluate(EveryKindOfFinding.Collaboration).ToHtml(new() { MadeOn = new DateOnly(2026, 11, 28) });
        html = Shared.Replace(html, match => match.Groups[1].Value + "…");
        Approved.Equal("tests/CollabRisk.Reporting.Tests/Approved/assessment.html", html);
    }

    [Fact]
    public void ToHtml_PairingsOfANetwork_KeepTextAndTableApart()
    {
        var text = new HtmlDocument(Cases.Of("network-resource-exchange").ToHtml()).Text;
        text.Should().Contain("Drivers and form, leaders and challenges").And.Contain("said in the text").And.Contain("only implied by a table");
        new HtmlDocument(Cases.Of("joint-hr-function").ToHtml()).Text.Should().NotContain("Drivers and form", "nothing is known of a network there");
    }

    [Fact]
    public void ToHtml_FailedAndSwitchedOffRules_AreSaidOnTheFirstScreen()
    {
        var html = EveryKindOfFinding.Evaluator.Evaluate(EveryKindOfFinding.Collaboration).ToHtml();
        var first = html[..html.IndexOf("id=\"profile\"", StringComparison.Ordinal)];
        first.Should().Contain("1 rule failed").And.Contain("1 finding is switched off and not counted, up to Low");
    }

    [Fact]
    public void ToHtml_NoAssessment_Throws() => Invoking(() => ((Assessment)null!).ToHtml()).Should().Throw<ArgumentNullException>();

    private static int Count(string text, string part) => Regex.Count(text, Regex.Escape(part));

    private static string Encoded(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>Control characters, marks of direction and halves of pairs.</summary>
    [GeneratedRegex("[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]")]
    private static partial Regex Unsafe { get; }

    [GeneratedRegex(@"((?<=<style>)|(?<=sha256-)|(?<=<defs>))(.*?)(?=</style>|'|</defs>)", RegexOptions.Singleline)]
    private static partial Regex Shared { get; }
}
