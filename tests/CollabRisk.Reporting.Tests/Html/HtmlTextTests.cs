using System.Text;
using CollabRisk.Reporting.Html;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Tests.Html;

public class HtmlTextTests
{
    [Theory]
    [InlineData("a < b & c > d", "a &lt; b &amp; c &gt; d")]
    [InlineData("\"x\" 'y'", "&quot;x&quot; &#39;y&#39;")]
    [InlineData("one\r\ntwo\tthree", "one  two three")]
    [InlineData("\u0000\u001b\u007f\u0085", "\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("a\u202Eb\u2066c\u2069\u200F\u061C\uFEFF", "a\uFFFDb\uFFFDc\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("\uFFFE\uFDD0", "\uFFFD\uFFFD")]
    [InlineData("Zoë 消防署 🚒 €", "Zoë 消防署 🚒 €")]
    [InlineData("", "")]
    public void Append_Text_IsShownAndDoesNothing(string text, string html) => Encoded(text).Should().Be(html);

    [Fact]
    public void Append_HalfOfAPair_IsReplaced() => Encoded("a\uD83Db").Should().Be("a\uFFFDb");

    /// <summary>A joiner is there to shape letters, in every form of a report; where it shapes none, it is replaced as whatever is not seen.</summary>
    [Fact]
    public void Append_Joiner_StaysWhereItShapesLetters()
    {
        Encoded("آتش\u200Cنشانی, Fi\u200Cre").Should().Be("آتش\u200Cنشانی, Fi\uFFFDre");
        var assessment = CollaborationEvaluator.Default.Evaluate(new() { Name = "آتش\u200Cنشانی, Fi\u200Cre" });
        assessment.ToMarkdown().Should().Contain("آتش\u200Cنشانی, Fi\uFFFDre");
        assessment.ToHtml().Should().Contain("آتش\u200Cنشانی, Fi\uFFFDre");
        assessment.ToText().Should().Contain("آتش\u200Cنشانی, Fi\uFFFDre");
        Portfolio.Of("P", [new("آتش\u200Cنشانی", assessment)]).ToCsv().Should().Contain("آتش\u200Cنشانی").And.NotContain("\uFFFDن");
    }

    [Fact]
    public void Append_VeryLongText_IsCutAndSaysSo()
    {
        Encoded(new string('x', HtmlText.MostCharacters)).Should().HaveLength(HtmlText.MostCharacters);
        Encoded(new string('x', 10_000)).Should().StartWith("xxx").And.EndWith("x… (cut: 10000 characters in all)").And.HaveLength(HtmlText.MostCharacters + 32);
    }

    [Fact]
    public void Append_VeryLongPassage_IsCutAsAWhole()
    {
        var long1200 = new string('x', 1_200);

        Markup.Text(Passage.Of($"{long1200}{new Passage("drie", "nl")}{long1200}")).ToString().Should().EndWith("x… (cut: 2404 characters in all)");
        Markup.Text(Passage.Of($"a {new Passage("drie", "nl")}")).ToString().Should().Be("a <span lang=\"nl\">drie</span>");
    }

    [Fact]
    public void Of_InterpolatedString_EncodesValuesAndNotItsOwnParts()
    {
        Markup.Of($"<b title=\"{"\""}\">{"<i>"}</b>{Markup.Of($"<br>{1}{0.5}")}{Level.High}").ToString()
            .Should().Be("<b title=\"&quot;\">&lt;i&gt;</b><br>10.5High");
        default(Markup).ToString().Should().BeEmpty();
    }

    [Fact]
    public void Of_PassageInAnotherLanguage_IsInAnElementThatSaysItAndItsDirection()
    {
        Markup.Of($"<p>{new Passage("twee", "nl")} {(Passage)"two"} {new Passage("II", "en-GB")}</p>").ToString().Should().Be("<p><span lang=\"nl\">twee</span> two II</p>");
        Markup.Of($"<p>{Passage.Of("ar", [new("لديهم ", "ar"), "radio", new(".", "ar")])}</p>").ToString()
            .Should().Be("<p><span lang=\"ar\" dir=\"rtl\">لديهم <span lang=\"en\" dir=\"ltr\">radio</span>.</span></p>");
        Markup.Of($"<text{Markup.LanguageOf(new("twee", "nl"))}/><text{Markup.LanguageOf("two")}/>").ToString().Should().Be("<text lang=\"nl\"/><text/>");
        Markup.Text(new Passage("x", "\"><script>")).ToString().Should().Be("<span lang=\"&quot;&gt;&lt;script&gt;\">x</span>", "no tag gets out of its attribute");
        Markup.Text(new Passage("", "nl")).ToString().Should().BeEmpty();
    }

    private static string Encoded(string text)
    {
        var html = new StringBuilder();
        HtmlText.Append(html, text);
        return html.ToString();
    }
}
