using CollabRisk.Perspectives;
using CollabRisk.Register.Coordination;
using CollabRisk.Register.Model;
using CollabRisk.Reporting;
using CollabRisk.Reporting.Content;
using CollabRisk.Reporting.Html;
using CollabRisk.Text;

namespace CollabRisk.Register.Pages;

/// <summary>What a closed round came to: the range of all together, what to talk about first, and everything to read or to take along.</summary>
internal sealed class ResultsPage(EntryFrame frame, Snapshot? snapshot, Assessment? assessment, PerspectiveAssessment? perspectives, SinceBefore since)
{
    private const int MostTalked = 5;

    private const int MostMatters = 5;

    /// <summary>What can be read or taken along, by name.</summary>
    private static readonly IReadOnlyList<(string Name, string Title, string[] Forms)> Reports =
    [
        ("report", "The report", ["html", "md", "xlsx", "csv", "sarif", "json"]),
        ("perspectives", "The views next to each other", ["html", "md", "xlsx", "csv", "sarif"]),
    ];

    public Markup Write(string? notice = null) => frame.Write("results", snapshot is null ? Markup.Of($"{Frame.Notice(notice)}{Nothing()}") : Markup.Of($"""
        {Frame.Notice(notice)}{Overall()}{Talk()}{Matters()}{ToRead()}
        """));

    private Markup Nothing() => Markup.Of($"""
        <section class="s"><h2>{(frame.Entry.OpenRound is null ? "There are no results" : "There are no results yet")}</h2><p class="lead">{(frame.Entry.OpenRound is { } round ? $"Round {round.Number} is open. Its results are here when it is closed." : "What was answered was deleted, or all of it but what one respondent said, which is not shown where results have letters.")}</p></section>
        """);

    private Markup Overall() => Markup.Of($"""
        <section class="s verdict" aria-labelledby="h-v"><h2 id="h-v">As of {Wording.Day(snapshot!.Day)}</h2><p class="say">{Verdict.Headline(assessment!)}</p><p class="sub">{Verdict.InFull(assessment!)}</p><div class="bar">{Pictures.RangeBar(assessment!.Overall)}</div>
        <p class="small mut">{(perspectives is null ? "These facts were brought from elsewhere." : $"{(snapshot.Asked is null ? $"{Words.Count(snapshot.Views.Count, "view")} merged" : Turnout.Of(snapshot))}. What is disputed counts as not known, and no one is outvoted.")} {assessment!.KnownFacts} of {assessment.TotalFacts} facts are known.</p>{Markup.When(since.InWords is not null, () => Markup.Of($"""<p class="small">Next to the results before: {since.InWords}</p>"""))}</section>
        """);

    private Markup Talk() => Markup.When(perspectives is not null, () =>
    {
        var views = new Views(perspectives!, Options(frame.Entry));
        var first = perspectives!.Disagreements.Take(MostTalked).ToList();
        return Markup.Of($"""
            <section class="s" aria-labelledby="h-t"><h2 id="h-t">Talk about these first</h2><p>{views.AtAGlance} {views.Anonymity}</p>{(first.Count == 0 ? Markup.Of($"<p>The views contradict one another nowhere.</p>") : Markup.Of($"""
            <ol class="talk">{Markup.Each(first, disagreement => Markup.Of($"""<li><h3>{views.Say(disagreement.Held.SaidQuestion)}</h3><p>{Markup.Join("; ", views.Answers(disagreement.Held).Select(each => each.Who.Length > 0 ? Markup.Of($"<b><bdi>{each.Who}</bdi></b>: {each.Answer}") : Markup.Text(each.Answer)))}</p>{Markup.When(!views.HoldsOpen(disagreement).IsEmpty, () => Markup.Of($"""<p class="small mut">{views.HoldsOpen(disagreement)}</p>"""))}</li>"""))}</ol>
            """))}<p><a href="{frame.Home}report/perspectives.html?day={CalendarDay.Write(snapshot!.Day)}">All of it, next to each other</a></p></section>
            """);
    });

    private Markup Matters()
    {
        var graded = assessment!.Findings.Where(finding => finding.Level is not null).ToList();
        return Markup.Of($"""
            <section class="s" aria-labelledby="h-m"><h2 id="h-m">What matters most</h2>{(graded.Count == 0 ? Markup.Of($"<p>No risk and no mismatch is shown by what is known.</p>") : Markup.Of($"""<ul class="fl">{Markup.Each(graded.Take(MostMatters), finding => Markup.Of($"""<li>{Pictures.Mark(finding.Level!.Value)}<span><b>{finding.Rule.SaidTitle}</b> <span class="small mut">{finding.Level!.Value.ToString()}</span><br>{finding.SaidMessage}</span></li>"""))}</ul>"""))}
            <p><a href="{frame.Home}report/report.html?day={CalendarDay.Write(snapshot!.Day)}">The whole report: why, on which evidence, what to do</a></p></section>
            """);
    }

    private Markup ToRead() => Markup.Of($"""
        <section class="s" aria-labelledby="h-d"><h2 id="h-d">To read and to take along</h2><ul>{Markup.Each(Reports.Where(report => report.Name == "report" || perspectives is not null), report => Markup.Of($"""<li><b>{report.Title}</b>: {Markup.Join(", ", report.Forms.Select(form => Markup.Of($"""<a href="{frame.Home}report/{report.Name}.{form}?day={CalendarDay.Write(snapshot!.Day)}"{(form == "html" ? Markup.Empty : Markup.Of($" download"))}>{Named(form)}</a>""")))}</li>"""))}</ul>
        <p class="small mut">One file each; the HTML file needs no network and can be sent on.</p></section>
        """);

    /// <summary>What results of a collaboration tell of who said what.</summary>
    public static PerspectiveReportOptions Options(Entry entry, DateOnly? madeOn = null) =>
        new() { ShowNames = entry.Naming == Naming.Names, AreLetters = entry.Naming == Naming.Letters, SmallestGroup = Math.Max(2, entry.SmallestGroup), MadeOn = madeOn };

    public static string Named(string form) => form switch
    {
        "html" => "HTML",
        "md" => "Markdown",
        "xlsx" => "Excel",
        "csv" => "CSV",
        "sarif" => "SARIF",
        _ => "JSON",
    };
}
