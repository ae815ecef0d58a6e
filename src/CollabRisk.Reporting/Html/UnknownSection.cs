using CollabRisk.Reporting.Content;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>What is not known and would matter, what does not fit together, what was given for nothing; and, folded, what is known.</summary>
internal sealed class UnknownSection(AssessmentContent content)
{
    private const int MostInTable = 6;

    private Assessment Assessment => content.Assessment;

    public Markup Write() => Markup.Of($"""
        {Questions()}{Gaps()}{Failed()}{Listed("Facts to check", [.. Assessment.FactNotes])}{Remarks()}{Unread()}{Known()}
        """);

    private Markup Questions()
    {
        var questions = content.Questions;
        if (questions.Count == 0)
        {
            return Markup.Of($"<p>No question is open: whatever the rules ask is answered or makes no difference here.</p>");
        }

        var rest = questions.Skip(MostInTable).GroupBy(content.AreaOf).OrderBy(area => area.Key);
        return Markup.Of($"""
            <p>{Words.Count(questions.Count, "question is", "questions are")} open. They are ranked by what is at stake and by how many rules the answer could settle. “I don’t know” stays a good answer.</p><div class="tw"><table role="table" class="t st"><caption>The first {Math.Min(MostInTable, questions.Count)}, with their allowed answers</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Question</th><th role="columnheader" scope="col">Answers</th><th role="columnheader" scope="col">At stake</th><th role="columnheader" scope="col">Could settle</th></tr></thead><tbody role="rowgroup">{Markup.Each(questions.Take(MostInTable), Row)}</tbody></table></div>{Markup.Each(rest, Area)}
            """);
    }

    private Markup Row(QuestionLine question) => Markup.Of($"""
        <tr role="row"><th role="rowheader" scope="row">{content.Say(question.Text)}</th><td role="cell" data-l="Answers">{question.First.Asking.AllowedAnswers}</td><td role="cell" data-l="At stake">{Stake(question)}</td><td role="cell" data-l="Could settle">{Wording.Some([.. question.CouldSettle.Select(content.TitleOf).Distinct()], 2)}</td></tr>
        """);

    private Markup Area(IGrouping<Area, QuestionLine> area) => Markup.Of($"""
        <details><summary>{Wording.Of(area.Key).Name}: {Words.Count(area.Count(), "more question")}</summary><ul class="two small">{Markup.Each(area, question => Markup.Of($"""<li>{content.Say(question.Text)} <span class="mut">{Stake(question)}</span></li>"""))}</ul></details>
        """);

    private static string Stake(QuestionLine question) => question.Worst == Level.None ? "no level" : $"up to {question.Worst}";

    private Markup Gaps() => Listed("Gaps that the sources make much of", [.. content.OfKind(FindingKind.DataGap).DistinctBy(finding => finding.Message, StringComparer.Ordinal).Select(finding => finding.SaidMessage)]);

    private Markup Failed() => Listed("Rules that failed", [.. Assessment.Outcomes.Values.Where(outcome => outcome.Outcome == Outcome.Error)
        .Select(outcome => Passage.Of($"{outcome.Rule.SaidTitle} ({outcome.Rule.Code}): no one knows what it would have found. {outcome.Error}"))]);

    private Markup Unread() => Listed("Given, and read by no rule here",
        [
            .. Assessment.UnreadFacts.Select(fact => Passage.Of($"{Wording.Meaning(fact.Fact).AtStart(Words.Capitalize)}{(fact.Packs.Count > 0 ? $": read by the pack {Words.List(fact.Packs, "or")}, which was not used" : "")}.")),
            .. Assessment.UnreadExtensions.Select(path => (Passage)$"{path}: {Assessment.WhyUnread(path)}"),
        ]);

    private Markup Remarks() => Listed("What was said about the facts", [.. Assessment.Collaboration.Remarks.Select(remark => (Passage)$"{remark}")]);

    private Markup Listed(string heading, IReadOnlyList<Passage> texts) => Markup.When(texts.Count > 0, () => Markup.Of($"""
        <h3 class="h3">{heading}</h3><ul>{Markup.Each(texts, text => Markup.Of($"<li>{content.Say(text)}</li>"))}</ul>
        """));

    private Markup Known()
    {
        var facts = Assessment.Facts.Where(fact => fact.PartnerName is null && fact.Fact.DescriptiveBecause is null).ToList();
        return Markup.When(facts.Count > 0, () => Markup.Of($"""
            <h3 class="h3">What is known</h3><details><summary>{Words.Count(facts.Count, "fact")} about the whole, as given or as it follows from what was given</summary><ul class="two small">{Markup.Each(facts, fact => Markup.Of($"<li>{Wording.Meaning(fact.Fact).AtStart(Words.Capitalize)}: <b>{fact.SaidWithOrigin}</b></li>"))}</ul></details>
            """));
    }
}
