using CollabRisk.Register.Access;
using CollabRisk.Register.Model;
using CollabRisk.Register.Storage;
using CollabRisk.Reporting.Content;
using CollabRisk.Reporting.Html;
using CollabRisk.Text;

namespace CollabRisk.Register.Pages;

/// <summary>What the office has besides the collaborations: links for all of them, import, the audit log.</summary>
internal sealed class OfficePages(Visitor visitor)
{
    public Markup Links(IReadOnlyList<Link> links, DateTimeOffset now, LinkSecret? made, string address, string? notice, Func<string, string>? sent = null, IReadOnlyList<FormProblem>? problems = null) => Write("links", "Links for all collaborations", Markup.Of($"""
        {Frame.Notice(notice)}{Frame.Problems(problems ?? [])}{Markup.When(made is not null, () => Markup.Of($"""<section class="chg"><h2>A new link</h2><p><b>Copy it now.</b> It is shown once and kept nowhere.</p><label class="lbl" for="l">The link</label><input class="link" id="l" readonly value="{address}/l/{made!.ToString()}"></section>"""))}
        <section class="s" aria-labelledby="h-l"><h2 id="h-l">Links</h2><p>Who holds one of these sees all collaborations. The office also makes and changes them.</p><ul>{Markup.Each(links, link => Markup.Of($"""<li><span class="code">{link.Id}</span> for {link.Role.InWords()}, made on {Wording.Day(DateOnly.FromDateTime(link.MadeAt.LocalDateTime))}{(link.RevokedAt is not null ? ", withdrawn" : link.IsValidAt(now) ? "" : ", ended")}{(link.Id == visitor.Key ? " (the one you use)" : "")} {Markup.When(link.IsValidAt(now) && link.Id != visitor.Key, () => Frame.Form(visitor, $"{visitor.Home}links", 0, Markup.Of($"""{Frame.Hidden("revoke", link.Id)}<button class="plain" type="submit" aria-label="Withdraw the link {link.Id}">withdraw</button>"""), "inline"))}</li>"""))}</ul>
        {Frame.Form(visitor, $"{visitor.Home}links", 0, Markup.Of($"""<div class="row"><label class="lbl">For<select class="field" id="role" name="role"{Frame.About("role", problems)}><option value="Reader">a reader of all results</option><option value="Office"{(sent?.Invoke("role") == nameof(Role.Office) ? Markup.Of($" selected") : Markup.Empty)}>another person of the office</option></select></label><label class="lbl">Works for so many days<input class="field short" id="days" name="days"{Frame.About("days", problems)} inputmode="numeric" value="{new Verbatim(sent?.Invoke("days") ?? "365").Attribute}"></label><button type="submit">Make a link</button></div>"""))}</section>
        """), problems);

    public Markup Import(IReadOnlyList<FormProblem>? problems = null, string? notice = null) => Write("import", "Import", Markup.Of($"""
        {Frame.Notice(notice)}{Frame.Problems(problems ?? [])}<section class="s"><p>What a register exported, or collaborations as JSON that the tool <span class="code">collabrisk</span> writes, one file each. Each becomes a collaboration of its own; nothing that is here is changed. What is here already and is brought in again is here twice then.</p>
        {Frame.Form(visitor, $"{visitor.Home}import", 0, Markup.Of($"""<div class="row"><label class="lbl wide">The files<input class="field" id="file" name="file"{Frame.About("file", problems)} type="file" multiple required accept=".json,application/json"></label><button class="pri" type="submit">Bring them in</button></div>"""), takesFiles: true)}</section>
        <section class="s"><h2>Export</h2><p><a href="{visitor.Home}export.json" download>All collaborations as JSON</a>. Links and the audit log are not part of it: for a whole copy, whoever operates the register makes a backup.</p></section>
        """), problems);

    public Markup Audit(IReadOnlyList<AuditNote> notes) => Write("audit", "Audit log", Markup.Of($"""
        <section class="s"><p>Who got in, what was taken along, what was deleted. It outlives what it is about, and has no answers in it. The latest first.</p>
        <div class="tw"><table role="table" class="t st"><caption class="vh">What was noted</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">When</th><th role="columnheader" scope="col">Who</th><th role="columnheader" scope="col">What</th><th role="columnheader" scope="col">Collaboration</th></tr></thead><tbody role="rowgroup">{Markup.Each(notes, note => Markup.Of($"""<tr role="row"><th role="rowheader" scope="row" class="nw">{Saying.Moment(note.At)}</th><td role="cell" data-l="Who"><bdi>{note.By}</bdi></td><td role="cell" data-l="What">{Words.Capitalize(note.What)} {note.Detail}</td><td role="cell" data-l="Collaboration"><span class="code">{note.Entry ?? ""}</span></td></tr>"""))}</tbody></table></div></section>
        """));

    private Markup Write(string part, string title, Markup main, IReadOnlyList<FormProblem>? problems = null) =>
        Frame.Write(title, "CollabRisk register", [], main, OfficePage.Ways(visitor, part), isRefusal: problems is { Count: > 0 });
}
