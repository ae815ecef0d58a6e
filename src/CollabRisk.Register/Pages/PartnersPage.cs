using CollabRisk.Register.Coordination;
using CollabRisk.Reporting.Html;
using CollabRisk.Text;

namespace CollabRisk.Register.Pages;

/// <summary>Which organisations take part: who joins, is renamed, has left.</summary>
internal sealed class PartnersPage(EntryFrame frame, Membership membership)
{
    /// <summary>Writes the page.</summary>
    /// <param name="notice">What just happened.</param>
    /// <param name="problems">What is wrong with what was sent.</param>
    public Markup Write(string? notice = null, IReadOnlyList<FormProblem>? problems = null) => frame.Write("partners", Markup.Of($"""
        {Frame.Notice(notice)}{Frame.Problems(problems ?? [])}
        <section class="s" aria-labelledby="h-p"><h2 id="h-p">Partners</h2><p>{(frame.Entry.Partners.Count == 0 ? "None is given: each respondent lists them." : "What is asked of partners is asked of each of these.")} A change counts from round {membership.From} on{Begun}: what was asked and answered before stays as it is.</p>
        {Markup.When(frame.Entry.Partners.Count > 0, () => Table(problems))}{Left()}</section>
        <section class="s" aria-labelledby="h-a"><h2 id="h-a">Add a partner</h2>
        {frame.Form("join", Markup.Of($"""<div class="row"><div><label class="lbl" for="name">Its name</label><input class="field" id="name" name="name" required maxlength="{NewEntry.LongestName}" autocomplete="off"{Frame.About("name", problems, "name-h")} value="{frame.In("join", "name", "", problems)}"><p class="small mut" id="name-h">This asks no one of it: to hear how it sees the collaboration, ask someone on the page <a href="{frame.Home}">Respondents</a>.</p></div><button type="submit">Add it</button></div>"""))}</section>
        """), problems);

    /// <summary>What tells why a change counts in the round that is open, or does not.</summary>
    private string Begun => frame.Entry.OpenRound is not { } open ? "" : open.Number == membership.From ? ", in which no one has answered so far"
        : FormattableString.Invariant($", since someone {(membership.HasAnswers ? "has" : "had")} answered in round {open.Number}{(membership.HasAnswers ? "" : " when partners were changed before")}");

    private Markup Table(IReadOnlyList<FormProblem>? problems) => Markup.Of($"""
        <div class="tw"><table role="table" class="t st"><caption class="vh">Who takes part</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Partner</th><th role="columnheader" scope="col">Its name</th><th role="columnheader" scope="col">Whether it takes part</th></tr></thead><tbody role="rowgroup">{Markup.Each(frame.Entry.Partners.Select((name, at) => (name, at)), each => Row(each.name, FieldOf(each.at), problems))}</tbody></table></div>
        """);

    /// <summary>The id of the field with the name of a partner, by its place.</summary>
    public static string FieldOf(int at) => FormattableString.Invariant($"name-{at}");

    private Markup Row(string partner, string field, IReadOnlyList<FormProblem>? problems)
    {
        var isSent = frame.Typed("rename", "partner", "", problems) == partner;
        var former = frame.Entry.FormerNames.Where(each => Names.Alike.Equals(each.Now, partner)).Select(each => each.Name).ToList();
        return Markup.Of($"""
            <tr role="row"><th role="rowheader" scope="row" id="of-{field}"><bdi>{partner}</bdi>{Markup.When(former.Count > 0, () => Markup.Of($"""<br><span class="small mut">called {Words.List(former)} before</span>"""))}{(membership.FirstOf(partner) is { } first ? Markup.Of($"""<br><span class="small mut">from round {first} on</span>""") : Markup.Empty)}</th>
            <td role="cell" data-l="Its name">{frame.Form("rename", Markup.Of($"""{Frame.Hidden("partner", partner)}<div class="row"><label class="vh" for="{field}">New name of {partner}</label><input class="field" id="{field}" name="name" required maxlength="{NewEntry.LongestName}" autocomplete="off"{Frame.About(field, problems)} value="{new Verbatim(isSent ? frame.Typed("rename", "name", partner, problems) : partner).Attribute}"><button type="submit" aria-describedby="of-{field}">Rename</button></div>"""))}</td>
            <td role="cell" data-l="Whether it takes part">{frame.Form("leave", Markup.Of($"""{Frame.Hidden("partner", partner)}<button type="submit" aria-describedby="of-{field}">It has left</button>"""))}</td></tr>
            """);
    }

    private Markup Left() => Markup.When(membership.Left.Count > 0, () => Markup.Of($"""
        <p>No longer: {Markup.Join("; ", membership.Left.Select(each => Markup.Of($"<bdi>{each.Name}</bdi>, which took part until round {each.LastRound}")))}. Where one takes part again, add it by this name.</p>
        """));
}
