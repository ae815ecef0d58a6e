using System.Globalization;
using CollabRisk.Questions;
using CollabRisk.Register.Access;
using CollabRisk.Register.Coordination;
using CollabRisk.Register.Model;
using CollabRisk.Register.Rules;
using CollabRisk.Reporting.Html;

namespace CollabRisk.Register.Pages;

/// <summary>Where a collaboration is made.</summary>
internal sealed class NewEntryPage(Visitor visitor, RuleShelf shelf)
{
    /// <summary>Writes the page.</summary>
    /// <param name="given">What was chosen; null where nothing was sent.</param>
    /// <param name="sent">What was typed into a field; null where nothing was sent.</param>
    /// <param name="problems">What is wrong with it.</param>
    public Markup Write(NewEntry? given = null, Func<string, string>? sent = null, IReadOnlyList<FormProblem>? problems = null)
    {
        given ??= new("", [], Naming.Names, 4, InterviewForm.Short, [], Coordinator.UsualDays);
        string In(string field, int usual) => sent?.Invoke(field) ?? usual.ToString(CultureInfo.InvariantCulture);
        return Frame.Write("Make a collaboration", "CollabRisk register", [], Markup.Of($"""
            {Frame.Problems(problems ?? [])}
            {Frame.Form(visitor, $"{visitor.Home}new", 0, Markup.Of($"""
            <section class="s"><label class="lbl" for="name">Name of the collaboration</label><input class="field wide" id="name" name="name"{Frame.About("name", problems)} required maxlength="200" autocomplete="off" value="{new Verbatim(given.Name).Attribute}">
            <label class="lbl" for="partners">The partners, one on a line <span class="mut">(each gets a link of its own)</span></label><textarea id="partners" name="partners" rows="6"{Frame.About("partners", problems, "partners-h")}>{new Verbatim(sent?.Invoke("partners")).Markup}</textarea><p class="small mut" id="partners-h">Questions are asked about these partners. Partners can join, be renamed and leave later, from one round to the next.</p>
            <label class="lbl">Their links work for so many days<input class="field short" id="days" name="days"{Frame.About("days", problems)} inputmode="numeric" value="{new Verbatim(In("days", given.Days)).Attribute}"></label></section>
            <section class="s"><h2>How it is asked</h2><fieldset><legend class="lbl">Which questions</legend><div class="opts"><label class="opt"><input type="radio" name="form" value="Short"{Chosen(given.Form == InterviewForm.Short)}><span>The short form<small>Some 60 to 90 short questions, more with many partners or with rules next to the general knowledge, which decide most of what can be grave. For one sitting.</small></span></label><label class="opt"><input type="radio" name="form" value="Full"{Chosen(given.Form == InterviewForm.Full)}><span>All that matters<small>Goes on until nothing that matters is open.</small></span></label></div></fieldset>
            {NamingFields.Write($"{given.Naming}", In("group", given.SmallestGroup), problems)}
            {Markup.When(shelf.Packs.Count > 0, () => Markup.Of($"""<fieldset><legend class="lbl">Rules next to the general knowledge</legend><div class="opts">{Markup.Each(shelf.Packs, pack => Markup.Of($"""<label class="opt"><input type="checkbox" name="pack" value="{pack.Id}"{Chosen(given.Packs.Contains(pack.Id))}><span>{pack.Title}<small>{pack.Description}</small></span></label>"""))}</div></fieldset>"""))}
            <div class="btns"><button class="pri" type="submit">Make it</button><a href="{visitor.Home}">Leave it</a></div></section>
            """))}
            """), OfficePage.Ways(visitor, "new"), isRefusal: problems is { Count: > 0 });
    }

    private static Markup Chosen(bool isChosen) => isChosen ? Markup.Of($" checked") : Markup.Empty;
}
