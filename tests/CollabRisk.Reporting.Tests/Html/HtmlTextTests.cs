using System.Text;
using CollabRisk.Reporting.Html;

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
    public void Of_InterpolatedString_EncodesValuesAndNotItsOwnParts()
    {
        Markup.Of($"<b title=\"{"\""}\">{"<i>"}</b>{Markup.Of($"<br>{1}{0.5}")}{Level.High}").ToString()
            .Should().Be("<b title=\"&quot;\">&lt;i&gt;</b><br>10.5High");
        default(Markup).ToString().Should().BeEmpty();
    }

    private static string Encoded(string text)
    {
        var html = new StringBuilder();
        HtmlText.Append(html, text);
        return html.ToString();
    }
}
