using CollabRisk.Reporting.Content;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>Many collaborations on one page: where they are, what is found most often, each in a line; those that cannot be assessed apart.</summary>
/// <param name="portfolio">The collaborations.</param>
/// <param name="options">How it is written.</param>
/// <param name="address">Where a collaboration can be looked at; null, or for one of them, where there is not such a place.</param>
internal sealed class PortfolioPage(Portfolio portfolio, ReportOptions options, Func<PortfolioEntry, string?>? address = null)
{
    private const int MostOften = 8;

    private readonly List<(PortfolioEntry Entry, AssessmentContent Content)> all =
        [.. portfolio.Entries.Select(entry => (entry, new AssessmentContent(entry.Assessment, searchesChanges: false)))];

    public string Write()
    {
        var (summary, sections) = Parts();
        return HtmlPage.Write("CollabRisk portfolio", portfolio.Title, Meta(), summary, [.. sections, new("read", "How to read this report", ReadingSection.Key)], options.MadeOn);
    }

    /// <summary>The first screen and what follows it, for a page that has a frame of its own.</summary>
    public (Markup Summary, IReadOnlyList<HtmlPage.Section> Sections) Parts()
    {
        var assessable = all.Where(each => each.Entry.Assessment.Overall.Assessable).ToList();
        var rest = all.Where(each => !each.Entry.Assessment.Overall.Assessable).ToList();
        var sections = new List<HtmlPage.Section>();
        if (assessable.Count > 0)
        {
            sections.Add(new("all", "The collaborations", Table(assessable)));
        }

        if (rest.Count > 0)
        {
            sections.Add(new("open", "Not assessable yet", Open(rest)));
        }

        if (portfolio.Unread.Count > 0)
        {
            sections.Add(new("unread", "Could not be read", Markup.Of($"""<p>They are missing from everything above.</p><ul>{Markup.Each(portfolio.Unread, reason => Markup.Of($"<li>{reason}</li>"))}</ul>""")));
        }

        return (Summary(rest.Count), sections);
    }

    private Markup NameOf(PortfolioEntry entry)
    {
        var name = Markup.Of($"<bdi>{LongNames.Cut(entry.Name, 120)}</bdi>");
        return address?.Invoke(entry) is { } way ? Markup.Of($"""<a href="{way}">{name}</a>""") : name;
    }

    private IEnumerable<Markup> Meta()
    {
        yield return Markup.Of($"<b>{Words.Count(all.Count, "collaboration")}</b>");
        var books = all.Select(each => each.Entry.Assessment.RuleBook).DistinctBy(book => book.Digest, StringComparer.Ordinal).ToList();
        if (books.Count > 0)
        {
            yield return books.Count == 1 ? Markup.Of($"Rules: <b>{Wording.Packs(all[0].Entry.Assessment)}</b> for all") : Markup.Of($"<b>Not the same rules for all</b>");
        }
    }

    private Markup Summary(int open)
    {
        var high = all.Count(each => each.Entry.Assessment.Overall.AtLeast == Level.High);
        return Markup.Of($"""
            <div class="sum"><div class="col"><section aria-labelledby="h-w"><h2 id="h-w">Where they are</h2><p class="say2">High is shown in {high} of {all.Count}. {(open == 0 ? "All can be assessed." : $"{open} cannot be assessed yet.")}</p>{Markup.When(open > 0, () => Markup.Of($"<p>“Not assessable” does not mean low risk. These need questions answered, not comfort.</p>"))}{Grid()}</section></div>
            <div class="col"><section aria-labelledby="h-o"><h2 id="h-o">Found most often</h2><p class="small mut">Of {Words.Count(all.Count, "collaboration")}, by matter. How often a matter is found depends on how often someone asked.</p>{Often()}</section></div></div>
            """);
    }

    private Markup Grid()
    {
        Level[] atMost = [Level.High, Level.Moderate, Level.Low, Level.None];
        var count = all.ToLookup(each => each.Entry.Assessment.Overall);
        return Markup.Of($"""
            <table class="where"><caption>How many are shown at least (across) and are possible at most (down)</caption><thead><tr><th scope="col">at most \ at least</th>{Markup.Each(Enum.GetValues<Level>(), level => Markup.Of($"""<th scope="col">{(level == Level.None ? "nothing" : level.ToString())}</th>"""))}</tr></thead><tbody>{Markup.Each(atMost, most => Markup.Of($"""<tr><th scope="row">{(most == Level.None ? "nothing" : most.ToString())}</th>{Markup.Each(Enum.GetValues<Level>(), least => Square(new(least, most), count[new(least, most)].Count()))}</tr>"""))}</tbody></table>
            """);
    }

    private static Markup Square(OverallRange range, int count) =>
        range.AtLeast > range.AtMost ? Markup.Of($"""<td class="x"></td>""")
        : !range.Assessable ? Markup.Of($"""<td class="q"><span>{count}</span></td>""")
        : count > 0 ? Markup.Of($"""<td class="n">{count}</td>""")
        : Markup.Of($"<td>0</td>");

    private Markup Often()
    {
        var often = all.SelectMany(each => each.Content.Matters.DistinctBy(card => (card.Code, card.First.Title)))
            .GroupBy(card => (card.Code, card.First.Title)).Select(same => (same.First().Title, Count: same.Count())).OrderByDescending(each => each.Count).ThenBy(each => $"{each.Title}", StringComparer.Ordinal).Take(MostOften).ToList();
        return often.Count == 0
            ? Markup.Of($"<p>Nothing is found in any of them.</p>")
            : Markup.Of($"""<ul class="often">{Markup.Each(often, each => Markup.Of($"<li><span>{each.Title}</span>{Pictures.Share(each.Count, all.Count)}<b>{each.Count}</b></li>"))}</ul>""");
    }

    private Markup Table(IReadOnlyList<(PortfolioEntry Entry, AssessmentContent Content)> rows) => Markup.Of($"""
        <p>By what is shown, then by what is possible, then by name. No averages and no ranks.</p>
        <ul class="legend"><li><span class="h u-M">M2</span> worst level shown in the area, and how many are raised</li><li><span class="h u-q">&nbsp;</span> mostly not known</li><li><span class="h u-c">✓</span> none raised, most known</li></ul>
        <div class="tw"><table role="table" class="t st"><caption class="vh">Collaborations</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Collaboration</th><th role="columnheader" scope="col">Range</th><th role="columnheader" scope="col">Matters</th><th role="columnheader" scope="col">Strengths</th>{Markup.Each(Enum.GetValues<Area>(), area => Markup.Of($"""<th role="columnheader" scope="col">{Wording.Of(area).Name}</th>"""))}<th role="columnheader" scope="col">Facts known</th><th role="columnheader" scope="col">As of</th></tr></thead><tbody role="rowgroup">{Markup.Each(rows, Row)}</tbody></table></div>
        """);

    private Markup Row((PortfolioEntry Entry, AssessmentContent Content) row)
    {
        var assessment = row.Entry.Assessment;
        return Markup.Of($"""
            <tr role="row"><th role="rowheader" scope="row">{NameOf(row.Entry)}</th><td role="cell" data-l="Range"><span class="rangecell">{Pictures.Mark(new(assessment.Overall.AtLeast, assessment.Overall.AtMost))}{Wording.Short(assessment.Overall)}</span></td><td role="cell" data-l="Matters">{Levels(row.Content)}</td><td role="cell" data-l="Strengths">{row.Content.OfKind(FindingKind.Strength).Count}</td>{Markup.Each(Enum.GetValues<Area>(), area => Markup.Of($"""<td role="cell" data-l="{Wording.Of(area).Name}">{Heat(row.Content, area)}</td>"""))}<td role="cell" class="nw" data-l="Facts known">{assessment.KnownFacts} of {assessment.TotalFacts}</td><td role="cell" class="nw" data-l="As of">{(assessment.Collaboration.AsOf is { } day ? Wording.Day(day) : "no date")}</td></tr>

            """);
    }

    private static string Levels(AssessmentContent content)
    {
        var counts = content.Assessment.Groups.Where(group => group.Level is not null).GroupBy(group => group.Level!.Value.AtLeast).OrderByDescending(same => same.Key).Select(same => $"{Words.Count(same.Count(), same.Key.ToString(), same.Key.ToString())}").ToList();
        return counts.Count == 0 ? "none raised" : string.Join(", ", counts);
    }

    private static Markup Heat(AssessmentContent content, Area area)
    {
        var rules = content.Rules.Where(rule => rule.Rule.Area == area).ToList();
        var raised = rules.Where(rule => rule.State <= RuleState.Low).ToList();
        if (raised.Count > 0)
        {
            var worst = raised.Min(rule => rule.State);
            return Markup.Of($"""<span class="h u-{worst.ToString()[..1]}">{worst.ToString()[..1]}{(raised.Count > 1 ? Markup.Of($"{raised.Count}") : Markup.Empty)}</span>""");
        }

        var open = rules.Count(rule => rule.State is RuleState.Open or RuleState.Failed);
        return rules.Count == 0 ? Markup.Text("–")
            : 2 * open >= rules.Count ? Markup.Of($"""<span class="h u-q">&nbsp;<span class="vh">mostly not known</span></span>""")
            : Markup.Of($"""<span class="h u-c">✓<span class="vh"> none raised, most known</span></span>""");
    }

    private Markup Open(IReadOnlyList<(PortfolioEntry Entry, AssessmentContent Content)> rows) => Markup.Of($"""
        <p>So little is known of these that they could come to anything from no risk to High. Ask first what is named here.</p>
        <div class="tw"><table role="table" class="t st"><caption class="vh">Collaborations that cannot be assessed yet</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Collaboration</th><th role="columnheader" scope="col">Facts known</th><th role="columnheader" scope="col">Ask first</th></tr></thead><tbody role="rowgroup">{Markup.Each(rows, row => Markup.Of($"""<tr role="row"><th role="rowheader" scope="row">{NameOf(row.Entry)}</th><td role="cell" data-l="Facts known">{row.Entry.Assessment.KnownFacts} of {row.Entry.Assessment.TotalFacts}</td><td role="cell" data-l="Ask first">{(row.Content.Questions.Count > 0 ? row.Content.Say(row.Content.Questions[0].Text) : "")}</td></tr>"""))}</tbody></table></div>
        """);
}
