using CollabRisk.Comparing;
using CollabRisk.Planning;
using CollabRisk.Reporting.Content;
using CollabRisk.Reporting.Html;
using CollabRisk.Text;

namespace CollabRisk.Register.Pages;

/// <summary>The action plan: what the findings call for, and who does what by when.</summary>
internal sealed class PlanEditPage(EntryFrame frame, ActionPlan? plan, AssessmentDifference? since, DateOnly today)
{
    private static readonly string[] Forms = ["html", "xlsx", "csv", "json"];

    public Markup Write(string? notice = null, IReadOnlyList<string>? problems = null) => frame.Write("plan", plan is null
        ? Markup.Of($"""<section class="s"><h2>There is not a plan yet</h2><p class="lead">It comes of the findings, when the first round is closed.</p></section>""")
        : Markup.Of($"""
            {Frame.Notice(notice)}{Frame.Problems(problems ?? [])}
            <section class="s" aria-labelledby="h-p"><h2 id="h-p">Action plan</h2><p>{PlanText.Counts(plan)} A step that is done has helped only when the facts of the next round say so.</p>
            <p>To take along: {Markup.Join(", ", Forms.Select(form => Markup.Of($"""<a href="{frame.Home}report/plan.{form}"{(form == "html" ? Markup.Empty : Markup.Of($" download"))}>{ResultsPage.Named(form)}</a>""")))}.</p>
            <ol class="steps">{Markup.Each(plan.Steps, Step)}</ol></section>{Review()}{Markup.When(frame.Coordinates, Own)}
            """));

    /// <summary>What became of the findings of each step between the last two snapshots.</summary>
    private Markup Review() => Markup.When(since is not null, () => Markup.Of($"""
        <section class="s" aria-labelledby="h-w"><h2 id="h-w">What became of it</h2><p>From {Wording.AsOf(since!.Before)} to {Wording.AsOf(since.After)} the range {(since.Before.Overall == since.After.Overall ? $"stayed {Wording.Short(since.After.Overall)}" : $"went from {Wording.Short(since.Before.Overall)} to {Wording.Short(since.After.Overall)}")}.</p>{PlanPage.Review(plan!.Review(since))}</section>
        """));

    private Markup Step(ActionStep step) => Markup.Of($"""
        <li id="s-{step.Code}"><h3>{step.Action}{Markup.When(step.IsDerived, () => Markup.Of($""" <span class="own">{Wording.OurStep}</span>"""))}</h3>
        <p class="small">{(step.Findings.Count > 0 ? $"For: {Wording.Some([.. step.Findings.Select(Wording.Named)], 3)}. " : "")}{Words.Capitalize(step.NeedInWords)}.{(step.IsOverdue(today) ? " Overdue." : "")}</p>
        {(frame.Coordinates ? Edit(step) : Read(step))}</li>
        """);

    private static Markup Read(ActionStep step) => Markup.Of($"""
        <p class="small">Owner: <b>{step.Owner ?? "no one yet"}</b>; by: <b>{(step.Due is { } due ? Wording.Day(due) : "no day yet")}</b>; <b>{Words.Humanize($"{step.State}")}</b>.{(step.Note is null ? "" : $" {step.Note}")}</p>
        """);

    private Markup Edit(ActionStep step) => frame.Form("plan", Markup.Of($"""
        {Frame.Hidden("code", step.Code)}<div class="row"><label class="lbl">Owner<input class="field" name="owner" maxlength="200" autocomplete="off" value="{new Verbatim(step.Owner).Attribute}"></label><label class="lbl">By<input class="field" type="date" name="due" value="{(step.Due is { } due ? CalendarDay.Write(due) : "")}"></label><label class="lbl">State<select class="field" name="state">{Markup.Each(Enum.GetValues<StepState>(), state => Markup.Of($"""<option value="{$"{state}"}"{(state == step.State ? Markup.Of($" selected") : Markup.Empty)}>{Words.Humanize($"{state}")}</option>"""))}</select></label><label class="lbl wide">Note<input class="field" name="note" maxlength="2000" autocomplete="off" value="{new Verbatim(step.Note).Attribute}"></label><button type="submit" aria-label="Save the step {step.Code}">Save</button></div>
        """));

    private Markup Own() => Markup.Of($"""
        <section class="s" aria-labelledby="h-o"><h2 id="h-o">A step of your own</h2>{frame.Form("plan", Markup.Of($"""{Frame.Hidden("code", "")}<div class="row"><label class="lbl wide">What to do<input class="field" name="action" required maxlength="500" autocomplete="off"></label><label class="lbl">Owner<input class="field" name="owner" maxlength="200" autocomplete="off"></label><label class="lbl">By<input class="field" type="date" name="due"></label><button type="submit">Add it</button></div>"""))}</section>
        """);
}
