using CollabRisk.Questionnaires;
using CollabRisk.Questions;

namespace CollabRisk.Reporting.Tests.Html;

/// <summary>Questionnaires to print, and as Markdown.</summary>
public class QuestionnairePageTests
{
    public static TheoryData<string> Everything => Cases.Names;

    [Fact]
    public void ToHtml_WhatIsKnown_IsTickedAndTheRestHasRoom()
    {
        var page = Of(new() { Name = "Room", Vision = new() { Exists = true }, BenefitsSought = [], StartYear = 2019, Partners = [new() { Name = "Fire" }] }).ToHtml(new() { MadeOn = new(2026, 11, 28) });
        new HtmlDocument(page).Problems.Should().BeEmpty();
        page.Should().Contain("<h3 dir=\"auto\">Do the partners share a vision").And.Contain("<i aria-hidden=\"true\">✕</i>yes<span class=\"vh\"> (answered so far)</span>")
            .And.Contain("<i aria-hidden=\"true\">✕</i>none of them").And.Contain(": <b dir=\"auto\">2019</b>").And.Contain("Partner: Fire").And.Contain("Made with CollabRisk on 28 November 2026");
        page.Split("don&#39;t know</span>").Length.Should().BeGreaterThan(200);
    }

    [Fact]
    public void ToMarkdown_WhatIsKnown_IsTicked() =>
        Of(new() { Name = "Room *1*", Vision = new() { Exists = false }, Remarks = [new("vision.exists") { By = "Ann", On = new(2026, 1, 2) }] }, InterviewForm.Short).ToMarkdown()
            .Should().StartWith("# Questionnaire: Room \\*1\\*\n").And.Contain("- [ ] yes\n- [x] no\n- [ ] don't know\n- [ ] does not apply\n\nNote: \n\nSaid by, on: Ann, 2 January 2026\n").And.Contain("## Partner 1\n");

    [Theory]
    [MemberData(nameof(Everything))]
    public void ToHtmlMarkdownAndCsv_AnyCollaboration_ShowsWhatItHoldsAndRunsNothing(string name)
    {
        var questionnaire = Of(Cases.Of(name).Collaboration);
        var page = questionnaire.ToHtml();
        new HtmlDocument(page).Problems.Should().BeEmpty();
        page.Should().NotContain("<script").And.NotContain("<img");
        questionnaire.ToMarkdown().Should().NotContain("<script");
        questionnaire.ToCsv().Should().StartWith("\uFEFF\"No.\",").And.NotContain("\u202E");
    }

    private static Questionnaire Of(Collaboration about, InterviewForm form = InterviewForm.Full) => Questionnaire.Of(Cases.AllPacks.RuleBook, about, new() { Form = form });
}
