using CollabRisk.Evidence;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>What speaks for the collaboration, and what was looked at and is in order.</summary>
internal sealed class StrengthSection(AssessmentContent content)
{
    public Markup Write()
    {
        var strengths = content.OfKind(FindingKind.Strength).GroupBy(finding => finding.Code, StringComparer.Ordinal).ToList();
        var inOrder = content.Assessment.InOrder;
        var list = strengths.Count == 0
            ? Markup.Of($"<p>No strength is shown by what is known. That does not mean that there is none.</p>")
            : Markup.Of($"""<p>A strength has no level: the sources say that it helps, and not how much.</p><div class="two"><ul class="good">{Markup.Each(strengths, Strength)}</ul></div>""");
        return Markup.Of($"{list}{Markup.When(inOrder.Count > 0, () => InOrder(inOrder))}");
    }

    private Markup Strength(IGrouping<string, Finding> same)
    {
        var first = same.First();
        var subjects = same.Select(finding => finding.SaidSubject).Where(subject => !subject.IsEmpty).ToList();
        return Markup.Of($"""
            <li><b>{first.Rule.SaidTitle}</b>{(subjects.Count > 1 ? Markup.Of($": {content.Say(Wording.Some(subjects, 8, ", "))}.") : Markup.Of($". {content.Say(first.SaidMessage)}"))} <span class="mut small">{first.Confidence.InWords()}: {Markup.Join(", ", same.SelectMany(finding => finding.Claims).DistinctBy(claim => claim.Id, StringComparer.Ordinal).Select(claim => Markup.Of($"""<span class="id">{claim.Id}</span>""")))}</span></li>
            """);
    }

    private Markup InOrder(IReadOnlyList<ChapterInOrder> chapters) => Markup.Of($"""
        <details class="list-of"><summary>Looked at and in order: {Words.Count(chapters.Sum(chapter => chapter.Rules.Count), "possible risk")}</summary><p>Each is ruled out by something that is known and good.</p>{Markup.Each(chapters, chapter => Markup.Of($"""<h3>{chapter.Rules[0].Rule.Said(chapter.Chapter)}</h3><ul class="two small">{Markup.Each(chapter.Rules, Rule)}</ul>"""))}</details>
        """);

    private Markup Rule(RuleInOrder inOrder) => Markup.Of($"""
        <li>Not raised: {Wording.Lower(inOrder.Rule.SaidTitle)} <span class="mut">({content.Say(Wording.Some([.. inOrder.Facts.Select(Wording.Known)], 3))})</span></li>
        """);
}
