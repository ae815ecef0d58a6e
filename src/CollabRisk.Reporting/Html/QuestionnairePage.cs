using CollabRisk.Questionnaires;
using CollabRisk.Questions;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>A questionnaire to be printed and filled in by hand: boxes to tick, lines to write on.</summary>
internal sealed class QuestionnairePage(Questionnaire questionnaire, ReportOptions options)
{
    /// <summary>What is set out in boxes takes one line or two; more words than these are read better as a list.</summary>
    private const int MostInALine = 6;

    private int number;

    public string Write()
    {
        var count = questionnaire.Items.Count();
        var summary = Markup.Of($"""
            <div class="sum one"><section aria-labelledby="h-g"><h2 id="h-g">How to answer</h2><ul>{Markup.Each(QuestionnaireTable.Guide(questionnaire, isTable: false), line => Markup.Of($"<li>{line}</li>"))}</ul><p class="rem"><span class="ln">Answered by</span><span class="ln">On</span></p></section></div>
            """);
        return HtmlPage.Write(
            "CollabRisk questionnaire", Content.LongNames.Cut(questionnaire.Name ?? "A collaboration", 200),
            [
                Markup.Of($"""<b>{Words.Count(count, "question")}</b>{(questionnaire.Form == InterviewForm.Short ? ", the short form" : "")}"""),
                .. questionnaire.Respondents.Count > 0 ? [Markup.Of($"For: {Words.List(questionnaire.Respondents)}")] : Array.Empty<Markup>(),
            ],
            summary, [.. questionnaire.Sections.Select((section, at) => new HtmlPage.Section(FormattableString.Invariant($"part{at + 1}"), section.Heading, Section(section)))], options.MadeOn);
    }

    private Markup Section(QuestionnaireSection section)
    {
        var first = number + 1;
        return Markup.Of($"""<ol class="qn" start="{first}">{Markup.Each(section.Items, Item)}</ol>""");
    }

    private Markup Item(QuestionnaireItem item)
    {
        number++;
        return Markup.Of($"""
            <li><h3 dir="auto">{item.SaidQuestion}</h3>{Markup.When(item.CodingNote is not null, () => Markup.Of($"""<p class="small mut">{item.SaidCodingNote}</p>"""))}{Answer(item)}<p class="rem"><span class="ln">Note{Given(item.Remark?.Note)}</span><span class="ln">Said by{Given(item.Remark?.By)}</span><span class="ln">Evidence{Given(item.Remark?.Evidence)}</span></p></li>
            """);
    }

    private static Markup Answer(QuestionnaireItem item)
    {
        var others = item.OtherAnswers;
        if (item.Choices.Count == 0)
        {
            var isSpecial = item.Answer is { } given && SpecialAnswers.Of(given) is not null;
            return Markup.Of($"""<p class="tick"><span class="ln">{item.SaidAllowedAnswers.AtStart(Words.Capitalize)}{Given(isSpecial ? null : item.Answer)}</span>{Markup.Each(others, choice => Box(choice, isTicked: false))}</p>""");
        }

        var ticked = (item.Answer ?? "").Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var isSeveral = item.Fact.Type == Facts.FactType.Words;
        IReadOnlyList<string> all = [.. item.Choices, .. isSeveral ? ["none of them"] : Array.Empty<string>(), .. others];
        return Markup.Of($"""
            <p class="{(all.Count > MostInALine ? "tick many" : "tick")}">{Markup.When(isSeveral, () => Markup.Of($"""<span class="mut">Tick all that hold:</span>"""))}{Markup.Each(all, choice => Box(item.Fact.Said(choice), ticked.Contains(choice) || (isSeveral && choice == "none of them" && item.Answer == "[]")))}</p>
            """);
    }

    private static Markup Box(Passage choice, bool isTicked) => Markup.Of($"""<span class="bx"><i aria-hidden="true">{(isTicked ? "✕" : "")}</i>{choice}{Markup.When(isTicked, () => Markup.Of($"""<span class="vh"> (answered so far)</span>"""))}</span>""");

    private static Markup Given(string? text) => Markup.When(text is not null, () => Markup.Of($""": <b dir="auto">{text}</b>"""));
}
