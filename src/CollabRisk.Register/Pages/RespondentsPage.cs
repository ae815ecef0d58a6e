using CollabRisk.Questions;
using CollabRisk.Register.Coordination;
using CollabRisk.Register.Model;
using CollabRisk.Reporting.Content;
using CollabRisk.Reporting.Html;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Register.Pages;

/// <summary>Who was asked, who has answered and by which link. Not what they answered.</summary>
internal sealed class RespondentsPage(EntryFrame frame, IReadOnlyList<Sheet> sheets, IReadOnlyList<Snapshot> snapshots, IReadOnlyList<Link> links, DateTimeOffset now, RuleBook book)
{
    private Entry Entry => frame.Entry;

    /// <summary>Writes the page.</summary>
    /// <param name="made">Links that were just made, whose secrets are shown now and never again.</param>
    /// <param name="address">The address that links begin with.</param>
    /// <param name="notice">What just happened.</param>
    /// <param name="problems">What is wrong with what was sent.</param>
    public Markup Write(IReadOnlyList<NewLink> made, string address, string? notice = null, IReadOnlyList<FormProblem>? problems = null) => frame.Write("", Markup.Of($"""
        {Frame.Notice(notice)}{Frame.Problems(problems ?? [])}{Made(made, address)}
        <section class="s" aria-labelledby="h-r"><h2 id="h-r">Respondents</h2><p>{Sentence()}</p>{Table()}</section>
        {Closing(problems)}{DaysOfRounds(problems)}
        {Adding(problems)}
        {Others(problems)}
        """), problems);

    private string Sentence()
    {
        var round = Entry.LastRound.Number;
        var here = sheets.Where(sheet => sheet.Round == round && Entry.RespondentOf(sheet.Respondent) is not null).ToList();
        return Entry.Respondents.Count == 0 ? "No one was asked yet. Add respondents below."
            : $"{here.Count(sheet => sheet.Answered > 0)} of {Entry.Respondents.Count(IsAsked)} have begun, {here.Count(sheet => sheet.IsFinished)} have finished.{(Entry.Respondents.All(IsAsked) ? "" : " Whoever answers for a partner that has left is not counted.")} You see that they have answered, and not what, until the round is closed. Whoever opens a link of theirs sees and changes their answers: send links, and open none. They see when one is made and when it is followed.";
    }

    private bool IsAsked(Respondent respondent) => Entry.IsAsked(respondent, Entry.LastRound, sheets);

    private Markup Table() => Markup.When(Entry.Respondents.Count > 0, () => Markup.Of($"""
        <div class="tw"><table role="table" class="t st"><caption class="vh">Who was asked, and how far they are</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Respondent</th><th role="columnheader" scope="col">State</th><th role="columnheader" scope="col">Links</th><th role="columnheader" scope="col">What you can do</th></tr></thead><tbody role="rowgroup">{Markup.Each(Entry.Respondents, Row)}</tbody></table></div>
        """));

    private Markup Row(Respondent respondent) => Markup.Of($"""
        <tr role="row"><th role="rowheader" scope="row"><bdi>{respondent.Name}</bdi></th><td role="cell" data-l="State">{State(respondent)}</td><td role="cell" data-l="Links">{LinksOf(link => link.Respondent == respondent.Id)}</td><td role="cell" data-l="What you can do">{frame.Form("link", Markup.Of($"""{Frame.Hidden("role", "Respondent")}{Frame.Hidden("respondent", respondent.Id)}<button type="submit">Make a new link</button>"""))}</td></tr>
        """);

    private string State(Respondent respondent) => sheets.FirstOrDefault(sheet => sheet.Respondent == respondent.Id && sheet.Round == Entry.LastRound.Number) switch
    {
        null or { Version: 0 } => IsAsked(respondent) ? "has not begun" : "not waited for, since the partner has left",
        { IsFinished: true } sheet => $"has finished{(Entry.TellsHowMany ? $" ({Words.Count(sheet.Answered, "answer")})" : "")}",
        var sheet => $"has begun ({(Entry.TellsHowMany ? $"{Words.Count(sheet.Answered, "answer")}, " : "")}last on {Wording.Day(sheet.ChangedOn!.Value)})",
    };

    private Markup LinksOf(Func<Link, bool> which)
    {
        var some = links.Where(which).ToList();
        return some.Count == 0 ? Markup.Text("none") : Markup.Of($"""<ul class="plain">{Markup.Each(some, link => Markup.Of($"""<li><span class="code">{link.Id}</span> {InWords(link)}{Markup.When(link.IsValidAt(now), () => frame.Form("revoke", Markup.Of($"""{Frame.Hidden("link", link.Id)}<button class="plain" type="submit" aria-label="Withdraw the link {link.Id}">withdraw</button>"""), "inline"))}</li>"""))}</ul>""");
    }

    private string InWords(Link link) => link.RevokedAt is { } revoked ? $"withdrawn on {Wording.Day(DateOnly.FromDateTime(revoked.LocalDateTime))}"
        : link.EndsAt is { } ends ? $"{(link.IsValidAt(now) ? "works until" : "ended on")} {Wording.Day(DateOnly.FromDateTime(ends.LocalDateTime))}"
        : "works until it is withdrawn";

    private Markup Made(IReadOnlyList<NewLink> made, string address) => Markup.When(made.Count > 0, () => Markup.Of($"""
        <section class="chg" aria-labelledby="h-n"><h2 id="h-n">{(made.Count == 1 ? "A new link" : "The new links")}</h2><p><b>Copy {(made.Count == 1 ? "it" : "them")} now.</b> {(made.Count == 1 ? "It is" : "They are")} shown once and kept nowhere: whoever has a link gets in. Send each to its person alone.</p>
        <ul class="plain">{Markup.Each(made, link => Markup.Of($"""<li><label class="lbl" for="l-{link.Secret.Id}">{(link.Respondent is { } respondent ? respondent.Name : link.Role == Role.Coordinator ? "For you, who coordinate" : "For a reader")}{(link.EndsAt is { } ends ? $", until {Wording.Day(DateOnly.FromDateTime(ends.LocalDateTime))}" : "")}</label><input class="link" id="l-{link.Secret.Id}" readonly value="{address}/l/{link.Secret.ToString()}">{Markup.When(link.Respondent is not null, () => Invitation(link, address))}</li>"""))}</ul></section>
        """));

    /// <summary>What to write to a respondent, so that they know what they are asked for before they open the link.</summary>
    private Markup Invitation(NewLink link, string address)
    {
        var text = $"""
            You are asked to say how you see the collaboration “{Entry.Name}”, for {link.Respondent!.Name}.

            {address}/l/{link.Secret}

            {(Entry.Form == InterviewForm.Short ? $"It asks {Words.Count(ShortForm.Of(book).LinesFor(Entry.PartnersIn(Entry.LastRound).Count), "short question")} at most, one after the other." : "It goes on until nothing that matters is open; you can stop at any moment.")} Each answer is kept at once, and the same link brings you back. What you do not know, you leave as not known. The others answer alone as well. Whoever coordinates is not shown your answers before the round is closed; who made this link could open it, and the page “What happens with them” lists when it was followed. {Entry.TellingInWords}.{(link.EndsAt is { } ends ? $" The link works until {Wording.Day(DateOnly.FromDateTime(ends.LocalDateTime))}." : "")}

            The link is for you alone: whoever has it answers in your place.
            """;
        return Markup.Of($"""<details><summary>A message to send it with</summary><label class="vh" for="m-{link.Secret.Id}">Message for {link.Respondent!.Name}</label><textarea class="link" id="m-{link.Secret.Id}" rows="9" readonly>{new Verbatim(text).Markup}</textarea></details>""");
    }

    private Markup Closing(IReadOnlyList<FormProblem>? problems)
    {
        return Entry.OpenRound is { } round ? Close(round) : Open();

        Markup Close(Round round) => Markup.Of($"""
            <section class="s" aria-labelledby="h-c"><h2 id="h-c">Close the round</h2><p>From then on no one can answer, and you see what was answered together. It cannot be opened again; you can open the next round, and correct the day.</p>
            {frame.Form("close", Markup.Of($"""<div class="row"><div><label class="lbl" for="day">The day that the answers describe</label><input class="field" id="day" name="day" type="date"{Frame.About("day", problems)} required value="{frame.In("close", "day", Text.CalendarDay.Write(DateOnly.FromDateTime(now.LocalDateTime)), problems)}"></div><button class="pri" type="submit">Close round {round.Number}</button></div>"""))}</section>
            """);

        Markup Open() => Markup.Of($"""
            <section class="s" aria-labelledby="h-c"><h2 id="h-c">The next round</h2><p>The results of round {Entry.LastRound.Number} are on the page <a href="{frame.Home}results">Results</a>. Ask again when things have changed: each round is a day of the timeline.</p>
            {frame.Form("open", Markup.Of($"""<div class="opts"><label class="opt"><input type="radio" name="begin" value="last"{Chosen("last")}><span>Begin with the answers of last time<small>Respondents change what has changed, are asked what is still open, also what they did not know, and say that they have finished. Whoever missed a round begins with the last one that they answered. Who does not answer in a round is not part of its results.</small></span></label><label class="opt"><input type="radio" name="begin" value="empty"{Chosen("empty")}><span>Ask everything again</span></label></div><div class="btns"><button class="pri" type="submit">Open round {Entry.LastRound.Number + 1}</button></div>"""))}</section>
            """);

        Markup Chosen(string begin) => frame.Typed("open", "begin", "last", problems) == begin ? Markup.Of($" checked") : Markup.Empty;
    }

    /// <summary>The closed rounds of which there are results.</summary>
    private IReadOnlyList<Round> WithResults => [.. Entry.Rounds.Where(round => round.ClosedOn is not null && snapshots.Any(snapshot => snapshot.Round == round.Number))];

    /// <summary>The days of the rounds that are closed: one that was a slip can be corrected.</summary>
    private Markup DaysOfRounds(IReadOnlyList<FormProblem>? problems) => Markup.When(WithResults.Count > 0, () => Markup.Of($"""
        <section class="s" aria-labelledby="h-y"><h2 id="h-y">The days of closed rounds</h2><p>The timeline has each of these days; results and plan are those of the latest day, of a round or of facts that were brought. Where one was a slip, correct it: what was answered stays as it is, and the history says who corrected it.</p>
        {Markup.Each(WithResults, round => frame.Form("day", Markup.Of($"""{Frame.Hidden("round", FormattableString.Invariant($"{round.Number}"))}<div class="row"><div><label class="lbl" for="day-{round.Number}">Round {round.Number} is as of</label><input class="field" id="day-{round.Number}" name="day" type="date"{Frame.About(FormattableString.Invariant($"day-{round.Number}"), problems)} required value="{DayOf(round, problems)}"></div><button type="submit">Correct the day of round {round.Number}</button></div>""")))}</section>
        """));

    private Markup DayOf(Round round, IReadOnlyList<FormProblem>? problems)
    {
        var usual = Text.CalendarDay.Write(round.ClosedOn!.Value);
        return frame.Typed("day", "round", "", problems) == FormattableString.Invariant($"{round.Number}") ? frame.In("day", "day", usual, problems) : new Verbatim(usual).Attribute;
    }

    private Markup Adding(IReadOnlyList<FormProblem>? problems) => Markup.Of($"""
        <section class="s" aria-labelledby="h-a"><h2 id="h-a">Ask someone else</h2>
        {frame.Form("respondent", Markup.Of($"""<div class="row"><div><label class="lbl" for="name">Who answers</label><input class="field" id="name" name="name" required maxlength="200" autocomplete="off"{Frame.About("name", problems, "name-h")} value="{frame.In("respondent", "name", "", problems)}"><p class="small mut" id="name-h">Someone of a partner, or for example “Fire Service, control room”. This asks someone more and adds no partner: questions stay about {Partners}. Those are added on the page <a href="{frame.Home}partners">Partners</a>. {(Entry.Naming == Naming.Names ? "Results show it." : "Results do not show it.")}</p></div>{Days("respondent", problems)}<button type="submit">Add and make a link</button></div>"""))}</section>
        """);

    /// <summary>The partners that questions are about. A long list is cut.</summary>
    private string Partners => Entry.PartnersIn(Entry.LastRound) is { Count: > 0 } partners ? Wording.Some(partners, 5, ", ") : "the partners that each respondent lists";

    private Markup Others(IReadOnlyList<FormProblem>? problems) => Markup.Of($"""
        <section class="s" aria-labelledby="h-o"><h2 id="h-o">Who else gets in</h2><dl class="read"><dt>Coordinators</dt><dd>{LinksOf(link => link.Role == Role.Coordinator)}{frame.Form("link", Markup.Of($"""{Frame.Hidden("role", "Coordinator")}<button type="submit">Make a link for another coordinator</button>"""))}</dd>
        <dt>Readers</dt><dd>{LinksOf(link => link.Role == Role.Reader)}<p class="small mut">A reader sees results of closed rounds, the timeline and the plan, and changes nothing.</p>{frame.Form("link", Markup.Of($"""{Frame.Hidden("role", "Reader")}<div class="row">{Days("link", problems)}<button type="submit">Make a link for a reader</button></div>"""))}</dd></dl></section>
        """);

    private Markup Days(string part, IReadOnlyList<FormProblem>? problems) => Markup.Of($"""<div><label class="lbl">Works for so many days<input class="field short" id="days-{part}" name="days"{Frame.About($"days-{part}", problems)} inputmode="numeric" value="{frame.In(part, "days", FormattableString.Invariant($"{Coordinator.UsualDays}"), problems)}"></label></div>""");
}
