using CollabRisk.Comparing;
using CollabRisk.Planning;
using CollabRisk.Reporting.Content;

namespace CollabRisk.Reporting.Html;

/// <summary>Two states of a collaboration next to each other, and what made the difference.</summary>
internal sealed class DifferencePage(AssessmentDifference difference, ReportOptions options, PlanReview? review = null)
{
    private readonly ChangeList changes = new(difference);

    public string Write()
    {
        var (before, after) = (difference.Before, difference.After);
        var summary = Markup.Of($"""
            <div class="sum one"><section class="verdict" aria-labelledby="h-v"><h2 id="h-v">The range before and after</h2><p class="say2">{Headline()}</p>{changes.Order()}{changes.FellByForgetting()}{changes.Rules()}
            <ul class="sm">{Side("Before", before)}{Side("After", after)}</ul></section></div>
            """);
        var sections = new List<HtmlPage.Section>
        {
            new("findings", "What became of the findings", changes.Findings(depth: 3)),
            new("facts", "The facts that moved", changes.Facts()),
        };
        if (review is not null)
        {
            sections.Insert(0, new("plan", "What became of the plan", PlanPage.Review(review)));
        }

        if (difference.Outcomes.Count > 0)
        {
            sections.Add(new("settled", "What was settled, and what is open again", Outcomes()));
        }

        sections.Add(new("read", "How to read this report", ReadingSection.Key));
        return HtmlPage.Write(
            "CollabRisk comparison", Wording.NameOf(after.Collaboration),
            [Markup.Of($"Before: <b>{Wording.AsOf(before)}</b>"), Markup.Of($"After: <b>{Wording.AsOf(after)}</b>"), Markup.Of($"Rules: <b>{Wording.Packs(after)}</b>")],
            summary, sections, options.MadeOn, changes.Shortened);
    }

    private string Headline() => difference.Before.Overall == difference.After.Overall
        ? $"{Verdict.Headline(difference.After)}, as before."
        : $"Before: {Verdict.Headline(difference.Before)}. Now: {Verdict.Headline(difference.After)}.";

    private static Markup Side(string heading, Assessment assessment) => Markup.Of($"""
        <li><h3>{heading}</h3>{Pictures.MiniBar(assessment.Overall)}<p><b>{Wording.Short(assessment.Overall)}</b></p><p class="small mut">{assessment.Findings.Count(finding => finding.Level is not null)} risks and mismatches; {assessment.KnownFacts} facts known</p></li>
        """);

    private Markup Outcomes() => Markup.Of($"""
        {List("Settled now", difference.Outcomes.Where(outcome => outcome.IsSettled))}{List("Not known any more", difference.Outcomes.Where(outcome => outcome.IsOpened))}{List("Ended in another way", difference.Outcomes.Where(outcome => outcome is { IsSettled: false, IsOpened: false }))}
        """);

    private static Markup List(string heading, IEnumerable<OutcomeChange> outcomes)
    {
        var list = outcomes.ToList();
        return Markup.When(list.Count > 0, () => Markup.Of($"""<h3 class="h3">{heading}</h3><ul class="two small">{Markup.Each(list, each => Markup.Of($"""<li>{each.Rule.SaidTitle} <span class="mut">{InWords(each.Before)} → {InWords(each.After)}</span></li>"""))}</ul>"""));
    }

    public static string InWords(Outcome? outcome) => outcome switch
    {
        Outcome.Raised => "raised",
        Outcome.Clear => "clear",
        Outcome.Undetermined => Wording.NotKnown,
        Outcome.NotApplicable => "does not apply",
        Outcome.Error => "failed",
        _ => "not asked",
    };
}
