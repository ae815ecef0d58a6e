using CollabRisk.Perspectives;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>Several partners' views of one collaboration: what to talk about first, who says what, and what one alone knows.</summary>
internal sealed class PerspectivesPage(PerspectiveAssessment assessed, PerspectiveReportOptions options)
{
    private const int MostTalked = 9;

    private readonly Views views = new(assessed, options);

    public string Write()
    {
        var sections = new List<HtmlPage.Section>
        {
            new("talk", "Talk about these first", Talk(), StartsPage: false),
        };
        if (assessed.Perspectives.Disputed.Count > 0 && views.TellsWho)
        {
            sections.Add(new("who", "Who says what", Who()));
        }

        sections.Add(new("one", "Known to one only", KnownToOne()));
        sections.Add(new("agreed", "What you agree on", Agreed()));
        sections.Add(new("findings", "What the answers show together", Together()));
        sections.Add(new("read", "How to read this report", Markup.Of($"""
            <p>No one is outvoted: what is disputed counts as not known, and what one alone knows is taken. A difference is not an error.</p>{ReadingSection.Key}
            """)));
        return HtmlPage.Write("CollabRisk perspectives", views.Name, Meta(), Summary(), sections, options.MadeOn, views.Shortened);
    }

    private IEnumerable<Markup> Meta()
    {
        if (views.Days is { } days)
        {
            yield return Markup.Of($"Answers given <b>{days}</b>");
        }

        yield return Markup.Of($"<b>{views.Holders.Count}</b> {views.HowMany}");
        yield return Markup.Of($"Shown as <b>{views.ShownAs}</b>");
    }

    private Markup Summary()
    {
        var (agreed, disputed, one) = (assessed.Perspectives.Agreed.Count, assessed.Perspectives.Disputed.Count, assessed.Perspectives.KnownToOne.Count);
        return Markup.Of($"""
            <div class="sum"><div class="col"><section aria-labelledby="h-g"><h2 id="h-g">At a glance</h2><p class="say2">{views.AtAGlance}</p>{Shares(agreed, disputed, one)}<p>A difference is not an error. It is where a talk pays off most: no one is outvoted, and what is disputed counts as not known.</p>{Markup.When(views.Anonymity is not null, () => Markup.Of($"""<p class="small mut">{views.Anonymity}</p>"""))}</section></div>
            <div class="col"><section aria-labelledby="h-r"><h2 id="h-r">{(views.TellsWho ? "The range as each sees it" : "The range of all together")}</h2><ul class="sm">{Markup.When(views.TellsWho, () => Markup.Each(views.Holders, Multiple))}<li class="all"><h3>All merged</h3>{Pictures.MiniBar(assessed.Merged.Overall)}<p><b>{Wording.Short(assessed.Merged.Overall)}</b></p><p class="small mut">{Views.Risks(assessed.Merged)}; what is disputed counts as not known</p></li></ul><p class="small mut">Solid: shown by what that view knows. Hatched: possible. Empty: ruled out.</p></section></div></div>
            """);
    }

    private static Markup Multiple((ViewAssessment View, string Name) holder) => Markup.Of($"""
        <li><h3><bdi>{holder.Name}</bdi></h3>{Pictures.MiniBar(holder.View.Assessment.Overall)}<p><b>{Wording.Short(holder.View.Assessment.Overall)}</b></p><p class="small mut">{Views.Risks(holder.View.Assessment)}; {holder.View.Assessment.KnownFacts} facts</p></li>
        """);

    private static Markup Shares(int agreed, int disputed, int one)
    {
        var total = Math.Max(1, agreed + disputed + one);
        var (a, d) = (420.0 * agreed / total, 420.0 * disputed / total);
        return Markup.Of($"""
            <svg class="stack" viewBox="0 0 420 26" aria-hidden="true"><rect x="0" y="1" width="{a}" height="24" fill="var(--good)"/><rect x="{a}" y="1" width="{d}" height="24" fill="var(--ink)"/><rect x="{a + d}" y="1.5" width="{Math.Max(0, 419.5 - a - d)}" height="23" fill="url(#hatch-s)" stroke="var(--unk)"/></svg>
            <ul class="legend"><li><b class="k k-c">{agreed}</b> agreed</li><li><b class="k k-r">{disputed}</b> disputed</li><li><b class="k k-q">{one}</b> known to one only</li></ul>
            """);
    }

    private Markup Talk()
    {
        if (assessed.Disagreements.Count == 0)
        {
            return Markup.Of($"<p>The views contradict one another nowhere. Where only one of you knows something, ask the others.</p>");
        }

        return Markup.Of($"""
            <p>Ordered by what is at stake. Ask each what they have seen, before asking who is right.</p><ol class="talk">{Markup.Each(assessed.Disagreements.Take(MostTalked), Item)}</ol>{Markup.When(assessed.Disagreements.Count > MostTalked, () => Markup.Of($"""<details><summary>{Words.Count(assessed.Disagreements.Count - MostTalked, "more difference")}</summary><ol class="talk">{Markup.Each(assessed.Disagreements.Skip(MostTalked), Item)}</ol></details>"""))}
            """);
    }

    private Markup Item(Disagreement disagreement) => Markup.Of($"""
        <li><h3>{views.Say(disagreement.Held.SaidQuestion)}</h3><p>{Answers(disagreement.Held)}</p>{Markup.When(disagreement.Held.FollowsAs is not null, () => Markup.Of($"""<p class="small">Taken as {disagreement.Held.FollowsAs}, which follows from other facts.</p>"""))}{Markup.When(!views.HoldsOpen(disagreement).IsEmpty, () => Markup.Of($"""<p class="small mut">{views.HoldsOpen(disagreement)}</p>"""))}</li>
        """);

    /// <summary>The answers that were given; by whom only where that may be told.</summary>
    private Markup Answers(HeldFact held)
    {
        var (answers, silent) = (views.Answers(held), views.Silent(held));
        return views.TellsWho
            ? Markup.Of($"""
            {Markup.Join("; ", answers.Select(each => Markup.Of($"<b>{each.Who}</b>: {each.Answer}")))}{(silent.Count > 0 ? $"; {string.Join(", ", silent)} did not say" : "")}
            """)
            : Markup.Of($"Answers given: {Passage.Join("; ", answers.Select(each => each.Answer))}");
    }

    private Markup Who() => Markup.Of($"""
        <div class="tw"><table role="table" class="t st side"><caption>Each disputed matter, and what each says</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Matter</th>{Markup.Each(views.Holders, holder => Markup.Of($"""<th role="columnheader" scope="col"><bdi>{holder.Name}</bdi></th>"""))}</tr></thead><tbody role="rowgroup">{Markup.Each(assessed.Disagreements, Row)}</tbody></table></div>
        """);

    private Markup Row(Disagreement disagreement) => Markup.Of($"""
        <tr role="row"><th role="rowheader" scope="row">{views.Matter(disagreement.Held)}</th>{Markup.Each(views.Holders, holder => Views.Said(disagreement.Held, holder.View) is { } said
            ? Markup.Of($"""<td role="cell" data-l="{holder.Name}">{said}</td>""")
            : Markup.Of($"""<td role="cell" class="q" data-l="{holder.Name}">did not say</td>"""))}</tr>
        """);

    private Markup KnownToOne()
    {
        var known = assessed.Perspectives.KnownToOne;
        return known.Count == 0
            ? Markup.Of($"<p>Nothing is known to one of you only.</p>")
            : Markup.Of($"""<p>These are taken as they are. Ask the others whether they see it so too.</p><ul class="two small">{Markup.Each(known, held => Markup.Of($"""<li>{views.Matter(held)}: <b>{held.Positions[0].Said}</b>{Markup.When(views.TellsWho, () => Markup.Of($""" <span class="mut">({string.Join("", views.Named(held.Positions))})</span>"""))}</li>"""))}</ul>""");
    }

    private Markup Agreed()
    {
        var agreed = assessed.Perspectives.Agreed;
        return agreed.Count == 0
            ? Markup.Of($"<p>There is nothing that two of you say alike.</p>")
            : Markup.Of($"""<details><summary>{Words.Count(agreed.Count, "matter")} that two or more of you say alike</summary><ul class="two small">{Markup.Each(agreed, held => Markup.Of($"<li>{views.Matter(held)}: <b>{held.Positions[0].Said}</b></li>"))}</ul></details>""");
    }

    /// <summary>The findings of all views together, as a list: the report of the merged assessment has the rest.</summary>
    private Markup Together()
    {
        var content = new AssessmentContent(assessed.Merged, searchesChanges: false);
        var matters = content.Matters.ToList();
        var strengths = content.OfKind(FindingKind.Strength).DistinctBy(finding => finding.Title, StringComparer.Ordinal).Select(finding => finding.Rule.SaidTitle).ToList();
        return Markup.Of($"""
            {(matters.Count == 0 ? Markup.Of($"<p>No risk is shown by what you agree on or one of you knows. What is disputed is not ruled out.</p>") : Markup.Of($"""<ul>{Markup.Each(matters, matter => MatterOf(matter, content))}</ul>"""))}{Markup.When(strengths.Count > 0, () => Markup.Of($"""<p><b>What is strong:</b> {Passage.Join("; ", strengths)}.</p>"""))}
            """);
    }

    /// <summary>A matter once, of whichever partners it was found: what is at its root, and what is part of it.</summary>
    private Markup MatterOf(Card matter, AssessmentContent content)
    {
        var others = content.ConsequencesOf(matter).Select(views.Named).ToList();
        return Markup.Of($"""
            <li>{Pictures.Marked(content.LevelOf(matter))} <b>{matter.Title}.</b> {views.Says(matter)}{Markup.When(others.Count > 0, () => Markup.Of($""" <span class="mut">With it: {Passage.Join("; ", others)}.</span>"""))}</li>
            """);
    }
}
