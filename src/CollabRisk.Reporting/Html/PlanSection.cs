using CollabRisk.Remedies;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>The steps, what they answer, when that clears, and room for who does it by when.</summary>
internal sealed class PlanSection(AssessmentContent content)
{
    public Markup Write() => Markup.Of($"""
        {Markup.When(content.Plan.Count > 0, Table)}{Markup.When(content.InPlace.Count > 0, () => Markup.Of($"""<h3 class="h3">In place: keep it up</h3><ul>{Markup.Each(content.InPlace, step => Markup.Of($"<li>{content.Say(step)}</li>"))}</ul>"""))}{WayDown()}
        """);

    private Markup Table() => Markup.Of($"""
        <p>Steps come from the findings; one step may serve several. Owner and dates are for you to fill in, by hand or after copying the table. {(content.SearchesChanges ? "The third column names the fact that would clear the finding; a step may ease it without clearing it." : "")}</p><div class="tw"><table role="table" class="t st plan"><caption class="vh">Steps to take</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Step</th><th role="columnheader" scope="col">For finding</th>{Markup.When(content.SearchesChanges, () => Markup.Of($"""<th role="columnheader" scope="col">The finding clears when</th>"""))}<th role="columnheader" scope="col">Owner</th><th role="columnheader" scope="col">By when</th></tr></thead><tbody role="rowgroup">{Markup.Each(content.Plan, Row)}</tbody></table></div>
        """);

    private Markup Row(PlanStep step)
    {
        var worst = step.For.Count == 0 ? default(LevelRange?) : new LevelRange(step.For.Max(card => card.Level.AtLeast), step.For.Max(card => card.Level.AtMost));
        var answers = worst is null
            ? Markup.Of($"""<span class="mut">called for by the facts</span>""")
            : Markup.Of($"""{Markup.Join(", ", step.For.Select(card => Markup.Of($"""<a href="#f{card.Number}">{card.Number}</a>""")))} <span class="mut">{worst.ToString()}</span>""");
        return Markup.Of($"""
            <tr role="row"><th role="rowheader" scope="row">{content.Say(step.Step)}{AssessmentPage.OurStep(step.Step)}</th><td role="cell" data-l="For finding">{answers}</td>{Markup.When(content.SearchesChanges, () => Markup.Of($"""<td role="cell" data-l="The finding clears when">{ClearsWhen(step)}</td>"""))}<td role="cell" class="w" data-l="Owner"></td><td role="cell" class="w" data-l="By when"></td></tr>
            """);
    }

    private Markup ClearsWhen(PlanStep step)
    {
        var facts = step.For.SelectMany(card => card.Changes.Remedies?.Remedies ?? []).Where(remedy => remedy.Changes.Count == 1)
            .Select(remedy => InWords(remedy.Changes[0])).Distinct().ToList();
        return step.For.Count == 0 ? Markup.Text("")
            : facts.Count > 0 ? Markup.Text(content.Say(Wording.Some(facts, 2, "; ")))
            : step.For.Exists(card => card.Changes.Remedies is { Remedies.Count: > 0 }) ? Markup.Of($"""<span class="mut">several facts change</span>""")
            : Markup.Of($"""<span class="mut">no single fact</span>""");
    }

    private Markup WayDown()
    {
        if (content.WayDown is not { Remedies: [var remedy, ..] } search)
        {
            return Markup.Empty;
        }

        var changes = remedy.Changes.Select(change => Passage.Of($"{(change.From.PartnerName is { } name ? name + ": " : "")}{Wording.Meaning(change.Fact)}: {change.From.Said} to {change.To.Said}"));
        return Markup.Of($"""
            <p class="note"><b>Shortest way down.</b> {(search.Target.Level == Level.None ? "No risk would be" : $"Nothing above {search.Target.Level} would be")} <em>shown</em> if {Words.Count(remedy.Changes.Count, "fact")} changed: {content.Say(Passage.Join("; ", changes))}. The range would then be: {Wording.Short(remedy.After)}.</p>
            """);
    }

    private static Passage InWords(RemedyChange change) => Passage.Of($"{(change.From.PartnerName is { } name ? name + ": " : "")}{Wording.Meaning(change.Fact)}: {change.To.Said}");
}
