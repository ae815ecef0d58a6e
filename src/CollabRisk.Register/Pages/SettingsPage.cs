using System.Globalization;
using CollabRisk.Register.Model;
using CollabRisk.Reporting.Html;

namespace CollabRisk.Register.Pages;

/// <summary>The name, what results tell of who said what, and deletion that deletes.</summary>
internal sealed class SettingsPage(EntryFrame frame, bool hasAnswers)
{
    private Entry Entry => frame.Entry;

    /// <summary>Writes the page.</summary>
    /// <param name="notice">What just happened.</param>
    /// <param name="problems">What is wrong with what was sent.</param>
    /// <param name="leaving">The respondent whose deletion is asked about once more; null where no one was chosen.</param>
    public Markup Write(string? notice = null, IReadOnlyList<FormProblem>? problems = null, Respondent? leaving = null) => frame.Write("settings", Markup.Of($"""
        {Frame.Notice(notice)}{Frame.Problems(problems ?? [])}
        <section class="s" aria-labelledby="h-n"><h2 id="h-n">Name</h2>{frame.Form("settings", Markup.Of($"""<div class="row"><label class="lbl wide">Name of the collaboration<input class="field" id="name" name="name"{Frame.About("name", problems)} required maxlength="200" autocomplete="off" value="{frame.In("settings", "name", Entry.Name, problems)}"></label><button type="submit">Save</button></div>"""))}</section>
        <section class="s" aria-labelledby="h-l"><h2 id="h-l">Names or letters</h2><p>{Entry.TellingInWords}.</p>{(hasAnswers
            ? Markup.Of($"<p>This was shown to those who have answered, so it cannot be changed any more.</p>")
            : frame.Form("settings", Markup.Of($"""{NamingFields.Write(frame.Typed("settings", "naming", $"{Entry.Naming}", problems), frame.Typed("settings", "group", Entry.SmallestGroup.ToString(CultureInfo.InvariantCulture), problems), problems)}<div class="btns"><button type="submit">Save</button></div>""")))}</section>
        <section class="s" aria-labelledby="h-e"><h2 id="h-e">Export</h2><p><a href="{frame.Home}export.json" download>All of this collaboration as JSON</a>{(Entry.Naming == Naming.Letters ? ", with letters in place of names and without what tells who answered what" : "")}. Links are not part of it.</p></section>
        <section class="s" aria-labelledby="h-d"><h2 id="h-d">Delete</h2><p>What is deleted is gone from this register, its history and its snapshots. Backups that were made before still have it: whoever operates the register deletes those.{(Entry.Naming == Naming.Letters ? " A respondent who has answered in a round that is closed is deleted by the office, since what is missing afterwards tells what they said. Where one alone is left of a round, its results go too." : "")}</p>
        {(leaving is not null ? Sure(leaving) : Markup.When(Entry.Respondents.Count > 0, () => Choice(problems)))}
        {frame.Form("delete", Markup.Of($"""<div class="row"><label class="lbl wide">The whole collaboration: type its name<input class="field" id="confirm" name="confirm"{Frame.About("confirm", problems)} autocomplete="off" value="{frame.In("delete", "confirm", "", problems)}"></label><button type="submit">Delete the collaboration</button></div>"""))}</section>
        """), problems);

    /// <summary>Whom to delete. No one is chosen beforehand: what is deleted does not come back.</summary>
    private Markup Choice(IReadOnlyList<FormProblem>? problems) => frame.Form("forget", Markup.Of($"""<div class="row"><label class="lbl wide">A respondent, with all they said<select class="field" id="respondent" name="respondent"{Frame.About("respondent", problems)} required><option value="">choose one</option>{Markup.Each(Entry.Respondents, respondent => Markup.Of($"""<option value="{respondent.Id}">{respondent.Name}</option>"""))}</select></label><button type="submit">Delete the respondent</button></div>"""));

    /// <summary>Whether it is this one: the question has the name, and no list in which another could be chosen meanwhile.</summary>
    private Markup Sure(Respondent leaving) => frame.Form("forget", Markup.Of($"""
        {Frame.Hidden("respondent", leaving.Id)}{Frame.Hidden("sure", "yes")}<div class="told strong" id="sure" role="alert" tabindex="-1"><p><b>Delete <bdi>{leaving.Name}</bdi>, with all they said?</b> It cannot be undone.</p><div class="btns"><button type="submit">Delete {leaving.Name}</button><a href="{frame.Home}settings">Keep {leaving.Name}</a></div></div>
        """));
}

/// <summary>The choice of names or letters.</summary>
internal static class NamingFields
{
    /// <summary>Writes the fields with what is in them, which may be what someone typed.</summary>
    public static Markup Write(string naming, string smallestGroup, IReadOnlyList<FormProblem>? problems) => Markup.Of($"""
        <fieldset><legend class="lbl">What results tell of who said what</legend><div class="opts"><label class="opt"><input type="radio" name="naming" value="Names"{Chosen(naming == nameof(Naming.Names))}><span>Names<small>Everyone sees who said what. Good for partners who know each other well.</small></span></label><label class="opt"><input type="radio" name="naming" value="Letters"{Chosen(naming == nameof(Naming.Letters))}><span>Letters<small>Results show letters. Letters alone make no one anonymous: whoever knows the partners can often tell.</small></span></label></div></fieldset>
        <label class="lbl">With letters: how many must answer before anything is shown by letter<input class="field short" id="group" name="group"{Frame.About("group", problems)} inputmode="numeric" value="{new Verbatim(smallestGroup).Attribute}"></label>
        """);

    private static Markup Chosen(bool isChosen) => isChosen ? Markup.Of($" checked") : Markup.Empty;
}
