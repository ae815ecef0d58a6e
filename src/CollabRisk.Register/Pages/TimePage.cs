using CollabRisk.Register.Coordination;
using CollabRisk.Register.Model;
using CollabRisk.Reporting.Content;
using CollabRisk.Reporting.Html;
using CollabRisk.Text;

namespace CollabRisk.Register.Pages;

/// <summary>The snapshots of a collaboration, and what changed between them.</summary>
internal sealed class TimePage(EntryFrame frame, IReadOnlyList<DayInTime> days)
{
    private static readonly string[] Forms = ["html", "md", "xlsx", "csv", "sarif", "json"];

    public Markup Write(string? notice = null, IReadOnlyList<FormProblem>? problems = null) => frame.Write("time", Markup.Of($"""
        {Frame.Notice(notice)}{Frame.Problems(problems ?? [])}
        <section class="s" aria-labelledby="h-s"><h2 id="h-s">Over time</h2>{(days.Count == 0 ? Markup.Of($"<p>There is not a snapshot yet: each round that is closed is one.</p>") : Markup.Of($"""
        <ol class="trail">{Markup.Each(days, day => day.Assessment is { } assessment ? Day(assessment, day.Snapshot, day.Turnout) : NotAssessed(day))}</ol>
        """))}{Markup.When(days.Any(day => day.Assessment is not null), () => Markup.Of($"""
        <p>The course of each finding, and what made the differences{(days.Any(day => day.Turnout is not null || day.Problem is not null) ? ", with what is said here" : "")}: {Markup.Join(", ", Forms.Select(form => Markup.Of($"""<a href="{frame.Home}report/timeline.{form}"{(form == "html" ? Markup.Empty : Markup.Of($" download"))}>{ResultsPage.Named(form)}</a>""")))}.</p>
        """))}</section>
        {Markup.When(frame.Coordinates, () => Bring(problems))}
        """), problems);

    private static Markup NotAssessed(DayInTime day) => Markup.Of($"""
        <li><span class="small">not assessed</span><div><p><b>{Wording.Day(day.Snapshot.Day)}</b></p><p class="small">{day.Note!.Text}</p></div></li>
        """);

    private Markup Day(Assessment assessment, Snapshot snapshot, Turnout? turnout) => Markup.Of($"""
        <li>{Pictures.MiniBar(assessment.Overall)}<div><p><b>{Wording.Day(snapshot.Day)}</b>: {Wording.Short(assessment.Overall)}</p><p class="small mut">{(snapshot.Round is { } round ? $"Round {round}{(snapshot.Views.Count > 0 ? $", {Turnout.Of(snapshot)}" : "")}" : "Brought from elsewhere")}; {Words.Count(assessment.Findings.Count(finding => finding.Level is not null), "finding")}. <a href="{frame.Home}results?day={CalendarDay.Write(snapshot.Day)}">Results</a>{Markup.When(snapshot.Range.Length > 0 && snapshot.Range != $"{assessment.Overall}", () => Markup.Of($" By the rules of that day it was <b>{snapshot.Range}</b>."))}</p>{Markup.When(turnout is not null, () => Markup.Of($"""<p class="small">{turnout!.InWords}</p>"""))}</div></li>
        """);

    private Markup Bring(IReadOnlyList<FormProblem>? problems) => Markup.Of($"""
        <section class="s" aria-labelledby="h-b"><h2 id="h-b">Bring facts from elsewhere</h2><p>A collaboration as JSON, as the tool <span class="code">collabrisk</span> writes it, becomes the snapshot of its day.</p>
        {frame.Form("bring", Markup.Of($"""<div class="row"><div><label class="lbl" for="file">The file</label><input class="field" id="file" name="file" type="file" accept=".json,application/json"{Frame.About("file", problems)} required></div><div><label class="lbl" for="bday">The day that it describes</label><input class="field" id="bday" name="day" type="date"{Frame.About("bday", problems, "bday-h")} value="{frame.In("bring", "day", "", problems)}"><p class="small mut" id="bday-h">Left out for the day in the file.</p></div><button type="submit">Bring it in</button></div>"""), takesFiles: true)}</section>
        """);
}
