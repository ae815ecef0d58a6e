using CollabRisk.Evidence;
using CollabRisk.Questions;
using CollabRisk.Register.Answering;
using CollabRisk.Reporting.Content;
using CollabRisk.Reporting.Html;
using CollabRisk.Text;

namespace CollabRisk.Register.Pages;

/// <summary>What the answers so far come to, and what the last one changed.</summary>
internal sealed class SidePanel(Desk desk)
{
    private const int MostFindings = 8;

    private const int MostSteps = 5;

    private readonly Interview now = desk.Interview;

    private Interview Was => field ??= now.Back();

    /// <summary>Whether anything was said in this round: what is filled in from an earlier one did not just change.</summary>
    private bool HasSaid => now.Steps.Count > 0 && desk.Filled is null;

    public Markup Write(string home) => Markup.Of($"""
        <aside aria-label="What the answers so far come to">{JustChanged()}
        <section aria-labelledby="sd"><h2 id="sd">The range so far</h2><p class="say3">{Verdict.Headline(now.Assessment)}</p>{Pictures.RangeBar(now.Assessment.Overall)}<p class="small">{Verdict.InFull(now.Assessment)}</p></section>
        {Findings(home)}{Trail()}</aside>
        """);

    private Markup JustChanged() => Markup.When(HasSaid, () =>
    {
        var step = now.Steps[^1];
        var (before, after) = (Was.Assessment, now.Assessment);
        var came = New(after, before).ToList();
        var settled = after.Outcomes.Values.Count(each => each.Outcome != Outcome.Undetermined && before.Outcomes.TryGetValue(each.Rule.Code, out var then) && then.Outcome == Outcome.Undetermined);
        List<string> parts = [];
        parts.Add(before.Overall == after.Overall ? "The range is as it was." : $"The range moved {Wording.FromTo(before.Overall, after.Overall)}.");
        if (settled > 0)
        {
            parts.Add($"{Words.Count(settled, "rule")} settled, {Words.Count(came.Count, "new finding")}.");
        }

        return Markup.Of($"""
            <section class="chg" role="status" aria-labelledby="ch"><h2 id="ch">What just changed</h2><p>You said: {Question(step)} <b>{Answer(step)}</b>.</p><p>{string.Join(" ", parts)}</p></section>
            """);
    });

    private Markup Findings(string home)
    {
        var fresh = !HasSaid ? [] : New(now.Assessment, Was.Assessment).Select(finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);
        var graded = now.Assessment.Findings.Where(finding => finding.Level is not null).ToList();
        var strengths = now.Assessment.Findings.Where(finding => finding.Kind == FindingKind.Strength).DistinctBy(finding => finding.Code, StringComparer.Ordinal).ToList();
        return Markup.Of($"""
            <section aria-labelledby="fd"><h2 id="fd">Findings so far: {graded.Count}</h2>{Markup.When(graded.Count > 0, () => Markup.Of($"""
            <ul class="fl">{Markup.Each(graded.Take(MostFindings), finding => Markup.Of($"""<li>{Pictures.Mark(finding.Level!.Value)}<span><b>{finding.Rule.SaidTitle}</b>{Markup.When(!finding.SaidSubject.IsEmpty, () => Markup.Of($" (<bdi>{finding.SaidSubject}</bdi>)"))} {Markup.When(fresh.Contains(finding.Fingerprint), () => Markup.Of($"""<span class="new">new</span>"""))}<br><span class="small mut">{finding.Level!.Value.ToString()}; {finding.Confidence.InWords()}</span></span></li>"""))}</ul>
            """))}{Markup.When(graded.Count > MostFindings, () => Markup.Of($"""<p class="small">And {Words.Count(graded.Count - MostFindings, "other", "others")}.</p>"""))}
            <p class="small">{(strengths.Count == 0 ? "No strength shown yet." : Passage.Of($"Strong: {Wording.Some([.. strengths.Select(finding => Wording.Lower(finding.Rule.SaidTitle))], 3, ", ")}."))} <a href="{home}report.html">See your own report as it is now</a></p></section>
            """);
    }

    private Markup Trail() => Markup.When(now.Steps.Count > 0, () =>
    {
        var states = new List<Interview> { now };
        for (var i = 1; i <= Math.Min(MostSteps, now.Steps.Count); i++)
        {
            states.Add(states[^1].Back());
        }

        states.Reverse();
        return Markup.Of($"""
            <section aria-labelledby="tr"><h2 id="tr">How the range got here</h2><ol class="trail">{Markup.Each(states, state => Step(state, state == now))}</ol></section>
            """);
    });

    private Markup Step(Interview state, bool isNow) => Markup.Of($"""
        <li{(isNow ? Markup.Of($""" class="now" """) : Markup.Empty)}>{Pictures.MiniBar(state.Assessment.Overall)}<div><p>{(state.Steps is [.., var last] ? Markup.Of($"{Question(last)} <b>{Answer(last)}</b>") : Markup.Text("Before the first answer"))}</p><p class="small mut">{Wording.Short(state.Assessment.Overall)}</p></div></li>
        """);

    private Passage Question(InterviewStep step) => now.AskingOf(step.Path)?.Question ?? step.Path;

    private Passage Answer(InterviewStep step) => AnswerDesk.SaidIn(now, step) ?? Wording.NotKnown;

    private static IEnumerable<Finding> New(Assessment after, Assessment before)
    {
        var known = before.Findings.Select(finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);
        return after.Findings.Where(finding => finding.Level is not null && !known.Contains(finding.Fingerprint));
    }
}
