using CollabRisk.Register.Access;
using CollabRisk.Register.Coordination;
using CollabRisk.Register.Model;
using CollabRisk.Reporting;
using CollabRisk.Reporting.Content;
using CollabRisk.Reporting.Html;
using CollabRisk.Text;

namespace CollabRisk.Register.Pages;

/// <summary>All collaborations: where they are, and the same table as in the report, with filters.</summary>
internal sealed class OfficePage(Visitor visitor, PortfolioFilter filter, Portfolio portfolio, IReadOnlyDictionary<PortfolioEntry, Entry> entries, IReadOnlyList<LatestOf> others, int all)
{
    private static readonly string[] Forms = ["html", "md", "xlsx", "csv", "sarif"];

    public Markup Write(string? notice = null) => Frame.Write("Collaborations", "CollabRisk register", [Markup.Of($"<b>{Words.Count(all, "collaboration")}</b>")], Markup.Of($"""
        {Frame.Notice(notice)}{Filter()}{(portfolio.Entries.Count > 0 ? Table() : Markup.Of($"""<section class="s"><h2>{(all == 0 ? "There is not a collaboration yet" : "None of them has results that fit")}</h2><p class="lead">{(all == 0 ? "Make one: it takes a name and the partners, and gives a link for each." : "Change the filter, or wait until their rounds are closed.")}</p></section>"""))}{NotAssessed()}{Without()}
        """), Ways(visitor, ""));

    public static IEnumerable<(string?, string)> Ways(Visitor visitor, string here)
    {
        (string Part, string Name)[] all = visitor.Role == Role.Office ? [("", "Collaborations"), ("new", "Make a collaboration"), ("links", "Links"), ("import", "Import"), ("audit", "Audit log")] : [("", "Collaborations")];
        return all.Select(each => ((string?)(each.Part == here ? null : $"{visitor.Home}{each.Part}"), each.Name));
    }

    private Markup Filter() => Markup.Of($"""
        <form class="filter" method="get" action="{visitor.Home}" aria-label="Filter"><div class="row"><label class="lbl">Name, or a partner<input class="field" name="name" value="{new Verbatim(filter.Name).Attribute}"></label><label class="lbl">Shown at least<select class="field" name="least">{Markup.Each(Enum.GetValues<Level>(), level => Markup.Of($"""<option value="{level}"{(level == filter.Least ? Markup.Of($" selected") : Markup.Empty)}>{(level == Level.None ? "anything" : $"{level}")}</option>"""))}</select></label><label class="lbl">Found<select class="field" name="found"><option value="">anything</option>{Markup.Each(filter.Titles, title => Markup.Of($"""<option value="{title.Key}"{(title.Key == filter.Found ? Markup.Of($" selected") : Markup.Empty)}>{title.Value}</option>"""))}</select></label><button type="submit">Show these</button>{Markup.When(filter.IsSet, () => Markup.Of($"""<a href="{visitor.Home}">Show all</a>"""))}</div></form>
        """);

    private Markup Table()
    {
        var (summary, sections) = new PortfolioPage(portfolio, new(), entry => $"{visitor.Home}c/{entries[entry].Id}/results").Parts();
        return Markup.Of($"""
            {summary}{Markup.Each(sections, section => Markup.Of($"""<section class="s" id="{section.Id}" aria-labelledby="h-{section.Id}"><h2 id="h-{section.Id}">{section.Title}</h2>{section.Body}</section>"""))}
            <p>To take along: {Markup.Join(", ", Forms.Select(form => Markup.Of($"""<a href="{visitor.Home}portfolio.{form}{filter.Query}"{(form == "html" ? Markup.Empty : Markup.Of($" download"))}>{ResultsPage.Named(form)}</a>""")))}.</p>
            """);
    }

    /// <summary>What cannot be assessed is in none of the tables, and is not left out in silence.</summary>
    private Markup NotAssessed() => Listed("not-assessed", "Not assessed", others.Where(each => each.Problem is not null), each => each.Problem!);

    private Markup Without() => Listed("without", "Without results so far", others.Where(each => each.Problem is null), each =>
        FormattableString.Invariant($"round {each.Entry.LastRound.Number} is ") + (each.Entry.OpenRound is null ? "closed, and nothing is left to show" : $"open, {Words.Count(each.Entry.Respondents.Count, "respondent")}"));

    private Markup Listed(string id, string title, IEnumerable<LatestOf> some, Func<LatestOf, string> say) => Markup.When(some.Any(), () => Markup.Of($"""
        <section class="s" aria-labelledby="h-{id}"><h2 id="h-{id}">{title}</h2><ul>{Markup.Each(some, each => Markup.Of($"""<li><a href="{visitor.Home}c/{each.Entry.Id}/{(visitor.Role == Role.Office ? "" : "results")}"><bdi>{LongNames.Cut(each.Entry.Name, 120)}</bdi></a>: {say(each)}</li>"""))}</ul></section>
        """));
}

/// <summary>Which collaborations are shown.</summary>
/// <param name="Name">A part of the name, or of the name of a partner; empty for any.</param>
/// <param name="Least">What is shown at least.</param>
/// <param name="Found">The code of a rule that is raised; empty for any.</param>
/// <param name="Titles">What there is to choose of findings: code and title.</param>
internal sealed record PortfolioFilter(string Name, Level Least, string Found, IReadOnlyDictionary<string, string> Titles)
{
    public bool IsSet => Name.Length > 0 || Least > Level.None || Found.Length > 0;

    public string Query => IsSet ? $"?name={Uri.EscapeDataString(Name)}&least={Least}&found={Uri.EscapeDataString(Found)}" : "";

    public bool Takes(Entry entry, Assessment assessment) =>
        (Name.Length == 0 || entry.Name.Contains(Name, StringComparison.OrdinalIgnoreCase) || entry.Partners.Any(partner => partner.Contains(Name, StringComparison.OrdinalIgnoreCase)))
        && assessment.Overall.AtLeast >= Least
        && (Found.Length == 0 || assessment.Findings.Any(finding => finding.Code == Found));
}
