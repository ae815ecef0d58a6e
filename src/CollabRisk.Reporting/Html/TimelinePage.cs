using CollabRisk.Comparing;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>The course of a collaboration: its range on each day, each finding over time, and what changed from day to day.</summary>
internal sealed class TimelinePage(Timeline timeline, ReportOptions options)
{
    /// <summary>More days do not fit next to each other; the table has them all.</summary>
    private const int MostDrawn = 8;

    private readonly LongNames names = new(timeline.Assessments.Select(assessment => assessment.Collaboration));

    private static readonly Level[] Scale = [Level.High, Level.Moderate, Level.Low];

    public string Write()
    {
        var last = timeline.Assessments[^1];
        var sections = new List<HtmlPage.Section> { new("course", "The findings over time", Findings()) };
        if (timeline.Steps.Count > 0)
        {
            sections.Add(new("steps", "What changed, step by step", Markup.Of($"""<ol class="stp">{Markup.Each(Enumerable.Range(0, timeline.Steps.Count), Step)}</ol>""")));
        }

        sections.Add(new("read", "How to read this report", ReadingSection.Key));
        return HtmlPage.Write(
            "CollabRisk timeline", Wording.NameOf(last.Collaboration),
            [
                Markup.Of($"{Words.Count(timeline.Days.Count, "snapshot")}, <b>{Wording.Day(timeline.Days[0])}{(timeline.Days.Count > 1 ? $" to {Wording.Day(timeline.Days[^1])}" : "")}</b>"),
                timeline.Steps.All(step => step.SameRules) ? Markup.Of($"Same rules for all: <b>{Wording.Packs(last)}</b>") : Markup.Of($"<b>The rules are not the same for all</b>"),
            ],
            Summary(), sections, options.MadeOn, names.Full);
    }

    private Markup Summary() => Markup.Of($"""
        <div class="sum one"><section class="verdict" aria-labelledby="h-v"><h2 id="h-v">The range over time</h2><p class="say2">{Courses.Now(timeline)}</p><p>Solid: shown by what was known then. Hatched: possible. A range that falls is good news only where a fact changed, not where it is no longer known.</p>{Markup.Each(timeline.HostNotes, note => Markup.Of($"""<p class="note">{note.Text}</p>"""))}{Markup.When(timeline.Days.Count <= MostDrawn, Picture)}
        <ol class="{(timeline.Days.Count <= MostDrawn ? "tln few" : "tln")}">{Markup.Each(Enumerable.Range(0, timeline.Days.Count), Line)}</ol></section></div>
        """);

    private Markup Picture()
    {
        var count = timeline.Days.Count;
        var step = count == 1 ? 0 : (1115.0 - 96 - 100) / (count - 1);
        return Markup.Of($"""
            <svg class="tl" viewBox="0 0 1116 205" role="img" aria-label="The range on each day; the same as words in the list that follows.">{Markup.Each(Scale.Select((level, row) => (level, row)), each => Markup.Of($"""<text x="0" y="{29 + (52 * each.row)}" class="rs2">{each.level}</text>"""))}{Markup.Each(Enumerable.Range(0, count), at => Column(at, 96 + (step * at), step))}</svg>
            """);
    }

    private Markup Column(int at, double x, double step)
    {
        var (day, assessment) = (timeline.Days[at], timeline.Assessments[at]);
        var range = assessment.Overall;
        var cells = Markup.Each(Scale.Select((level, row) => (level, y: 1 + (52.0 * row))), each =>
        {
            var paint = Pictures.Paint(each.level);
            return each.level <= range.AtLeast ? Markup.Of($"""<rect x="{x}" y="{each.y}" width="100" height="46" fill="var(--{paint})" stroke="var(--{paint}-e)" stroke-width="1.5"/><text x="{x + 50}" y="{each.y + 28}" text-anchor="middle" class="rl2" fill="var(--{paint}-t)">{each.level}</text>""")
                : each.level <= range.AtMost ? Markup.Of($"""<rect x="{x}" y="{each.y}" width="100" height="46" fill="url(#hatch)" stroke="var(--unk)" stroke-width="1.5"/>""")
                : Markup.Of($"""<rect x="{x}" y="{each.y}" width="100" height="46" fill="none" stroke="var(--line2)"/>""");
        });
        var arrow = at < timeline.Days.Count - 1 && step > 140
            ? Markup.Of($"""<path d="M{x + 106} 174 H{x + step - 8}" fill="none" stroke="var(--ink2)" stroke-width="1.5" marker-end="url(#arr)"/>""")
            : Markup.Empty;
        return Markup.Of($"""
            {cells}<text x="{x + 50}" y="178" text-anchor="middle" class="rl2" fill="var(--ink)">{Courses.Day(day)}</text><text x="{x + 50}" y="198" text-anchor="middle" class="rs2">{assessment.KnownFacts} facts</text>{arrow}
            """);
    }

    private Markup Line(int at) => Markup.Of($"""
        <li><b>{Courses.Day(timeline.Days[at])}</b>{Pictures.MiniBar(timeline.Assessments[at].Overall)}<span>{Wording.Short(timeline.Assessments[at].Overall)}, {timeline.Assessments[at].KnownFacts} facts known</span></li>
        """);

    private Markup Findings() => Markup.Of($"""
        <ul class="legend"><li>{Pictures.Unit(RuleState.Moderate)} raised, with its level</li><li><i class="u u-g">+</i> there, without a level</li><li>{Pictures.Unit(RuleState.Clear)} clear</li><li>{Pictures.Unit(RuleState.Open)} not known</li></ul>{Markup.Each(Courses.Groups(timeline), group => Table(group.Heading, group.Courses))}
        """);

    private Markup Table(string heading, IReadOnlyList<FindingCourse> rows) => Markup.Of($"""
        <div class="tw"><table role="table" class="t st tm"><caption class="vh">{heading}, by day</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{heading}</th>{Markup.Each(timeline.Days, day => Markup.Of($"""<th role="columnheader" scope="col">{Courses.Day(day)}</th>"""))}</tr></thead><tbody role="rowgroup">{Markup.Each(rows, Row)}</tbody></table></div>
        """);

    private Markup Row(FindingCourse course) => Markup.Of($"""
        <tr role="row"><th role="rowheader" scope="row">{Courses.Named(course).Select(names.Shorten)}</th>{Markup.Each(course.Points, point => Markup.Of($"""<td role="cell" data-l="{Courses.Day(point.Day)}">{Cell(course, point)}</td>"""))}</tr>
        """);

    private static Markup Cell(FindingCourse course, FindingPoint point)
    {
        var words = Courses.InWords(course, point);
        return (point.IsRaised, point.Outcome) switch
        {
            (true, _) when point.Level is { } level => Markup.Of($"{Pictures.Unit(level.AtLeast switch { Level.High => RuleState.High, Level.Moderate => RuleState.Moderate, _ => RuleState.Low })} {words}"),
            (true, _) => Markup.Of($"""<i class="u u-g">+</i> {words}"""),
            (_, Outcome.Clear) => Markup.Of($"{Pictures.Unit(RuleState.Clear)} {words}"),
            (_, Outcome.Undetermined) => Markup.Of($"{Pictures.Unit(RuleState.Open)} {words}"),
            (_, Outcome.NotApplicable) => Markup.Of($"{Pictures.Unit(RuleState.NotApplicable)} {words}"),
            (_, Outcome.Error) => Markup.Of($"{Pictures.Unit(RuleState.Failed)} {words}"),
            _ => Markup.Text(words),
        };
    }

    private Markup Step(int at)
    {
        var step = timeline.Steps[at];
        var changes = new ChangeList(step);
        return Markup.Of($"""
            <li><h3>{Wording.Day(timeline.Days[at])} to {Wording.Day(timeline.Days[at + 1])}</h3>{changes.Range()}{changes.FellByForgetting()}{changes.Rules()}{changes.Findings(depth: 4)}<details><summary>{Words.Count(step.Facts.Count, "fact")} that moved<span class="vh"> by {Wording.Day(timeline.Days[at + 1])}</span></summary>{changes.Facts()}</details></li>

            """);
    }
}
