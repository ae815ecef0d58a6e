using CollabRisk.Planning;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>A plan: what to do next, by whom and when, and what became of what was planned before.</summary>
internal sealed class PlanPage(ActionPlan plan, ReportOptions options)
{
    /// <summary>Of so many findings the names are in a cell; the rest is counted.</summary>
    private const int MostNamed = 3;

    private readonly LongNames names = new(PlanTable.Names(plan));

    public string Write()
    {
        var overdue = plan.Steps.Where(IsOverdue).ToList();
        var summary = Markup.Of($"""
            <div class="sum one"><section class="verdict" aria-labelledby="h-v"><h2 id="h-v">The plan in short</h2><p class="say2">{PlanText.Counts(plan)}</p>{Markup.When(overdue.Count > 0, () => Markup.Of($"""<p class="note"><b>{Words.Count(overdue.Count, "step is", "steps are")} overdue</b>: {Wording.Some([.. overdue.Select(step => Say(step).AtEnd(text => text.TrimEnd('.')))], 3)}.</p>"""))}{Markup.Each(plan.HostNotes, note => Markup.Of($"""<p class="note">{note.Text}</p>"""))}
            <p class="small mut">Owner, day, state and note are what people wrote. A step that is done has helped only when the facts say so.</p></section></div>
            """);
        var sections = new List<HtmlPage.Section>();
        Add("now", "To do now", plan.Steps.Where(step => step.Need is StepNeed.CalledFor && step.State is (StepState.Open or StepState.Started)));
        Add("said", "Done or dropped, and still called for", plan.Steps.Where(step => step.Need is StepNeed.CalledFor && step.State is (StepState.Done or StepState.Dropped)));
        Add("unknown", "No longer known: nothing shows that it is over", plan.Steps.Where(step => step.Need is StepNeed.NoLongerKnown));
        Add("own", "Steps of your own", plan.Steps.Where(step => step.Need is StepNeed.Own));
        Add("place", "In place: keep it up", plan.Steps.Where(step => step.Need is StepNeed.InPlace));
        Add("over", "No longer called for", plan.Steps.Where(step => step.Need is StepNeed.Cleared or StepNeed.NoLongerAsked));
        return HtmlPage.Write(
            "CollabRisk action plan", string.IsNullOrWhiteSpace(plan.Collaboration) ? "Collaboration without a name" : plan.Collaboration.Trim(),
            [Markup.Of($"Facts as of: <b>{(plan.AsOf is { } day ? Wording.Day(day) : "no date given")}</b>"), Markup.Of($"Range: <b>{Wording.Short(plan.Overall)}</b>")],
            summary, sections, options.MadeOn, names.Full);

        void Add(string id, string title, IEnumerable<ActionStep> steps)
        {
            var list = steps.ToList();
            if (list.Count > 0)
            {
                sections.Add(new(id, title, Table(title, list)));
            }
        }
    }

    /// <summary>What became of the steps of a plan, for the page of a comparison.</summary>
    /// <param name="review">What became of them.</param>
    /// <param name="say">What to say of a finding, by its fingerprint, where a host knows better; null for what the review says.</param>
    public static Markup Review(PlanReview review, Func<string, string?>? say = null)
    {
        var languages = review.Plan.Languages;
        var names = new LongNames(review.Steps.SelectMany(step => PlanTable.NamesIn(step.Step.Findings)));
        return Markup.Of($"""
            <p>That a finding went after a step was done does not show that the step did it.</p>{Markup.When(review.Steps.Count == 0, () => Markup.Of($"<p>The plan has no steps.</p>"))}{Markup.When(review.Steps.Count > 0, () => Markup.Of($"""<div class="tw"><table role="table" class="t st plan"><caption class="vh">What became of the steps</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Step</th><th role="columnheader" scope="col">State</th><th role="columnheader" scope="col">Owner</th><th role="columnheader" scope="col">What became of its findings</th></tr></thead><tbody role="rowgroup">{Markup.Each(review.Steps, Row)}</tbody></table></div>"""))}
            """);

        Markup Row(StepReview step) => Markup.Of($"""
            <tr role="row"><th role="rowheader" scope="row">{languages.Said(step.Step)} {Own(step.Step)}</th><td role="cell" data-l="State">{Words.Humanize($"{step.Step.State}")}</td><td role="cell" data-l="Owner">{step.Step.Owner ?? "no one yet"}</td><td role="cell" data-l="What became of its findings">{Markup.Join("<br/>", step.Findings.Select(finding => Markup.Of($"""{Wording.Titled(finding.Finding, languages).Select(names.Shorten)}: <b>{say?.Invoke(finding.Finding.Fingerprint) ?? finding.InWords}</b>""")))}</td></tr>
            """);
    }

    private Passage Say(ActionStep step) => plan.Languages.Said(step);

    private Markup Table(string caption, List<ActionStep> steps) => Markup.Of($"""
        <div class="tw"><table role="table" class="t st plan"><caption class="vh">{caption}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Step</th><th role="columnheader" scope="col">For</th><th role="columnheader" scope="col">The finding clears when</th><th role="columnheader" scope="col">Owner</th><th role="columnheader" scope="col">By when</th><th role="columnheader" scope="col">State</th></tr></thead><tbody role="rowgroup">{Markup.Each(steps, Row)}</tbody></table></div>
        """);

    private Markup Row(ActionStep step) => Markup.Of($"""
        <tr role="row"><th role="rowheader" scope="row">{Say(step)} {Own(step)}{Markup.When(step.Note is not null, () => Markup.Of($"""<br/><span class="small mut">Note: {step.Note}</span>"""))}<br/><span class="code">{step.Code}</span></th><td role="cell" data-l="For">{For(step)}</td><td role="cell" data-l="The finding clears when">{ClearsWhen(step)}</td><td role="cell" class="w" data-l="Owner">{step.Owner}</td><td role="cell" class="w" data-l="By when">{(step.Due is { } due ? Wording.Day(due) : "")}{Markup.When(IsOverdue(step), () => Markup.Of($" <b>overdue</b>"))}</td><td role="cell" data-l="State">{Words.Humanize($"{step.State}")}{Markup.When(step.Need is not (StepNeed.CalledFor or StepNeed.Own), () => Markup.Of($"""<br/><span class="mut">{step.NeedInWords}</span>"""))}</td></tr>
        """);

    private Markup For(ActionStep step)
    {
        var named = step.Findings.Take(MostNamed).Select(finding => Wording.Named(finding, plan.Languages).Select(names.Shorten)).ToList();
        return Markup.Of($"""{Passage.Join("; ", named)}{(step.Findings.Count > MostNamed ? FormattableString.Invariant($" and {step.Findings.Count - MostNamed} more") : "")}{Markup.When(step.Findings.Count == 0 && step.Need != StepNeed.Own, () => Markup.Of($"""<span class="mut">called for by the facts</span>"""))}""");
    }

    /// <summary>What clears the findings of a step: first what the step counts as done by, then what no fact ties to it.</summary>
    private Markup ClearsWhen(ActionStep step)
    {
        var lines = new List<Markup>();
        if (step.Clears.Count > 0)
        {
            lines.Add(AnyOf(step.Clears));
        }

        if (step.ClearedOtherwise.Count > 0)
        {
            lines.Add(Markup.Of($"""{AnyOf(step.ClearedOtherwise)} <span class="small mut">(no fact says that this step brings it about)</span>"""));
        }

        return lines.Count > 0 ? Markup.Join("<br/>", lines)
            : Markup.When(step.Need == StepNeed.CalledFor && step.Level is not null, () => Markup.Of($"""<span class="small mut">no change of a few facts was found</span>"""));
    }

    /// <summary>Each change on a line of its own: any of them is enough.</summary>
    private Markup AnyOf(IReadOnlyList<StepClearing> clearings) => Markup.Of($"""{Markup.Join("<br/>or ", clearings.Take(MostNamed).Select(clearing => Markup.Text(PlanTable.InPlainWords(clearing, plan.Languages).Select(names.Shorten))))}{(clearings.Count > MostNamed ? FormattableString.Invariant($" and {clearings.Count - MostNamed} more") : "")}""");

    private static Markup Own(ActionStep step) => step.IsDerived ? Markup.Of($"""<span class="own">{Wording.OurStep}</span>""") : Markup.Empty;

    private bool IsOverdue(ActionStep step) => options.MadeOn is { } today && step.IsOverdue(today);
}
