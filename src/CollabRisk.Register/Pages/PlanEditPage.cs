using CollabRisk.Comparing;
using CollabRisk.Planning;
using CollabRisk.Register.Coordination;
using CollabRisk.Reporting.Content;
using CollabRisk.Reporting.Html;
using CollabRisk.Text;

namespace CollabRisk.Register.Pages;

/// <summary>The action plan: what the findings call for, and who does what by when.</summary>
internal sealed class PlanEditPage(EntryFrame frame, ActionPlan? plan, SinceBefore since, DateOnly today)
{
    private static readonly string[] Forms = ["html", "xlsx", "csv", "json"];

    /// <summary>Writes the page.</summary>
    /// <param name="notice">What just happened.</param>
    /// <param name="given">What was sent and was not kept; null where nothing was.</param>
    /// <param name="problems">What is wrong with it.</param>
    public Markup Write(string? notice = null, PlanForm? given = null, IReadOnlyList<FormProblem>? problems = null) => frame.Write("plan", plan is null
        ? Markup.Of($"""<section class="s"><h2>There is not a plan yet</h2><p class="lead">It comes of the findings, when the first round is closed.</p></section>""")
        : Markup.Of($"""
            {Frame.Notice(notice)}{Frame.Problems(problems ?? [])}
            <section class="s" aria-labelledby="h-p"><h2 id="h-p">Action plan</h2><p>{PlanText.Counts(plan)} A step that is done has helped only when the facts of the next round say so.{(frame.Coordinates ? " Each step is saved by itself; without script, save one before you write into the next." : "")}</p>
            <p>To take along{(since.InWords is null ? "" : ". CSV has the steps alone and not who answered, so read it with what is said below")}: {Markup.Join(", ", Forms.Select(form => Markup.Of($"""<a href="{frame.Home}report/plan.{form}"{(form == "html" ? Markup.Empty : Markup.Of($" download"))}>{ResultsPage.Named(form)}</a>""")))}.</p>
            <ol class="steps">{Markup.Each(plan.Steps, step => Step(step, given, problems))}</ol></section>{Review()}{Markup.When(frame.Coordinates, () => Own(given is { IsTakenOut: false } && plan.Steps.All(step => step.Code != given.Code) ? given with { Code = "" } : new(""), problems))}
            """), problems);

    /// <summary>What became of the findings of each step between the last two snapshots.</summary>
    private Markup Review() => Markup.When(since.Difference is not null || since.InWords is not null, () => Markup.Of($"""
        <section class="s" aria-labelledby="h-w"><h2 id="h-w">What became of it</h2>{Markup.When(since.Difference is not null, () => Range(since.Difference!))}{Markup.When(since.InWords is not null, () => Markup.Of($"<p>{since.InWords}</p>"))}{Markup.When(since.Difference is not null, () => PlanPage.Review(plan!.Review(since.Difference!), since.Turnout is null ? null : since.Turnout.Gone))}</section>
        """));

    private static Markup Range(AssessmentDifference since) => Markup.Of($"""
        <p>From {Wording.AsOf(since.Before)} to {Wording.AsOf(since.After)} the range {(since.Before.Overall == since.After.Overall ? $"stayed {Wording.Short(since.After.Overall)}" : $"went {Wording.FromTo(since.Before.Overall, since.After.Overall)}")}.</p>
        """);

    private Markup Step(ActionStep step, PlanForm? given, IReadOnlyList<FormProblem>? problems) => Markup.Of($"""
        <li id="s-{step.Code}"><div role="group" aria-labelledby="t-{step.Code}"><h3 id="t-{step.Code}">{plan!.Languages.Said(step)}{Markup.When(step.IsDerived, () => Markup.Of($""" <span class="own">{Wording.OurStep}</span>"""))}</h3>
        <p class="small">{(step.Findings.Count > 0 ? Passage.Of($"For: {Wording.Some([.. step.Findings.Select(finding => Wording.Named(finding, plan!.Languages))], 3)}. ") : "")}{Words.Capitalize(NeedOf(step))}.{(step.IsOverdue(today) ? " Overdue." : "")}</p>
        {(frame.Coordinates ? Edit(step, given?.Code == step.Code ? given : PlanForm.Of(step), problems) : Read(step))}</div></li>
        """);

    /// <summary>What the step is needed for. One that is cleared only in the views that were given, or only since a partner has left, says so.</summary>
    private string NeedOf(ActionStep step) => (step.Need is StepNeed.Cleared or StepNeed.NoLongerAsked ? step.Findings.Select(finding => since.Turnout?.Gone(finding.Fingerprint)).FirstOrDefault(said => said is not null) : null) ?? step.NeedInWords;

    private static Markup Read(ActionStep step) => Markup.Of($"""
        <p class="small">Owner: <b>{step.Owner ?? "no one yet"}</b>; by: <b>{(step.Due is { } due ? Wording.Day(due) : "no day yet")}</b>; <b>{Words.Humanize($"{step.State}")}</b>.{(step.Note is null ? "" : $" {step.Note}")}</p>
        """);

    private Markup Edit(ActionStep step, PlanForm form, IReadOnlyList<FormProblem>? problems) => frame.Form("plan", Markup.Of($"""
        {Frame.Hidden("code", step.Code)}<div class="row">{Markup.When(step.Need == StepNeed.Own, () => What(form, problems))}{Owner(form, problems)}{By(form, problems)}<label class="lbl">State<select class="field" id="{form.FieldOf("state")}" name="state">{Markup.Each(Enum.GetValues<StepState>(), state => Markup.Of($"""<option value="{$"{state}"}"{($"{state}" == form.State ? Markup.Of($" selected") : Markup.Empty)}>{Words.Humanize($"{state}")}</option>"""))}</select></label>{Note(form, problems)}<button type="submit" aria-describedby="t-{step.Code}">Save</button>{Markup.When(step.Need == StepNeed.Own, () => Markup.Of($"""<button class="plain" type="submit" name="do" value="take-out" formnovalidate aria-describedby="t-{step.Code}">Take it out</button>"""))}</div>
        """));

    private Markup Own(PlanForm form, IReadOnlyList<FormProblem>? problems) => Markup.Of($"""
        <section class="s" aria-labelledby="h-o"><h2 id="h-o">A step of your own</h2>{frame.Form("plan", Markup.Of($"""{Frame.Hidden("code", "")}<div class="row">{What(form, problems)}{Owner(form, problems)}{By(form, problems)}{Note(form, problems)}<button type="submit">Add it</button></div>"""))}</section>
        """);

    private static Markup What(PlanForm form, IReadOnlyList<FormProblem>? problems) => Markup.Of($"""<label class="lbl wide">What to do<input class="field" id="{form.FieldOf("action")}" name="action"{Frame.About(form.FieldOf("action"), problems)} required maxlength="{PlanForm.LongestAction}" autocomplete="off" value="{new Verbatim(form.Action).Attribute}"></label>""");

    private static Markup Owner(PlanForm form, IReadOnlyList<FormProblem>? problems) => Markup.Of($"""<label class="lbl">Owner<input class="field" id="{form.FieldOf("owner")}" name="owner"{Frame.About(form.FieldOf("owner"), problems)} maxlength="{PlanForm.LongestOwner}" autocomplete="off" value="{new Verbatim(form.Owner).Attribute}"></label>""");

    private static Markup By(PlanForm form, IReadOnlyList<FormProblem>? problems) => Markup.Of($"""<label class="lbl">By<input class="field" type="date" id="{form.FieldOf("due")}" name="due"{Frame.About(form.FieldOf("due"), problems)} value="{new Verbatim(form.Due).Attribute}"></label>""");

    private static Markup Note(PlanForm form, IReadOnlyList<FormProblem>? problems) => Markup.Of($"""<label class="lbl wide">Note<input class="field" id="{form.FieldOf("note")}" name="note"{Frame.About(form.FieldOf("note"), problems)} maxlength="{PlanForm.LongestNote}" autocomplete="off" value="{new Verbatim(form.Note).Attribute}"></label>""");
}
