using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CollabRisk.Perspectives;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>Several partners' views of one collaboration: what to talk about first, who says what, and what one alone knows.</summary>
internal sealed class PerspectivesPage
{
    private const int MostTalked = 9;

    private readonly PerspectiveAssessment assessed;
    private readonly PerspectiveReportOptions options;

    private readonly LongNames names;

    /// <summary>What each holder is called in the report, in the order of the report.</summary>
    private readonly List<(ViewAssessment View, string Name)> holders;

    public PerspectivesPage(PerspectiveAssessment assessed, PerspectiveReportOptions options)
    {
        this.assessed = assessed;
        this.options = options;
        names = new LongNames(assessed.Views.Select(view => view.Perspective.View));
        holders = options.ShowNames
            ? [.. assessed.Views.Select(view => (view, view.Perspective.Holder))]
            : [.. assessed.Views.OrderBy(Shuffled, StringComparer.Ordinal).Select((view, at) => (view, Letters(at)))];
    }

    /// <summary>Whether the report tells who says what, by name or by letter.</summary>
    private bool TellsWho => options.ShowNames || holders.Count >= options.SmallestGroup;

    public string Write()
    {
        var sections = new List<HtmlPage.Section>
        {
            new("talk", "Talk about these first", Talk(), StartsPage: false),
        };
        if (assessed.Perspectives.Disputed.Count > 0 && TellsWho)
        {
            sections.Add(new("who", "Who says what", Who()));
        }

        sections.Add(new("one", "Known to one only", KnownToOne()));
        sections.Add(new("agreed", "What you agree on", Agreed()));
        sections.Add(new("findings", "What the answers show together", Together()));
        sections.Add(new("read", "How to read this report", Markup.Of($"""
            <p>No one is outvoted: what is disputed counts as not known, and what one alone knows is taken. A difference is not an error.</p>{ReadingSection.Key}
            """)));
        return HtmlPage.Write("CollabRisk perspectives", Name(), Meta(), Summary(), sections, options.MadeOn);
    }

    /// <summary>The name of the collaboration; where the views give several, the one that most of them give.</summary>
    private string Name() => assessed.Merged.Collaboration is { Name.Length: > 0 } merged ? Wording.NameOf(merged)
        : assessed.Views.GroupBy(view => Wording.NameOf(view.Perspective.View), StringComparer.Ordinal)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).First().Key;

    private IEnumerable<Markup> Meta()
    {
        var days = assessed.Views.Select(view => view.Perspective.On).OfType<DateOnly>().Order().ToList();
        if (days.Count > 0)
        {
            yield return Markup.Of($"Answers given <b>{(days[0] == days[^1] ? Wording.Day(days[0]) : $"{Wording.Day(days[0])} to {Wording.Day(days[^1])}")}</b>");
        }

        yield return Markup.Of($"<b>{holders.Count}</b> {(holders.Count == 1 ? "view" : "views, each given alone")}");
        yield return Markup.Of($"Shown as <b>{(options.ShowNames ? "names" : TellsWho ? "letters" : "answers alone")}</b>");
    }

    private Markup Summary()
    {
        var (agreed, disputed, one) = (assessed.Perspectives.Agreed.Count, assessed.Perspectives.Disputed.Count, assessed.Perspectives.KnownToOne.Count);
        return Markup.Of($"""
            <div class="sum"><div class="col"><section aria-labelledby="h-g"><h2 id="h-g">At a glance</h2><p class="say2">You agree on {Words.Count(agreed, "matter")}, differ on {disputed}, and {one} {(one == 1 ? "is" : "are")} known to one of you only.</p>{Shares(agreed, disputed, one)}<p>A difference is not an error. It is where a talk pays off most: no one is outvoted, and what is disputed counts as not known.</p>{Markup.When(!options.ShowNames && TellsWho, () => Markup.Of($"""<p class="small mut">With few partners, letters alone do not hide who said what. Agree beforehand who sees this page.</p>"""))}{Markup.When(!TellsWho, () => Markup.Of($"""<p class="small mut">With fewer than {options.SmallestGroup} views, this page does not show who said what, not even by letter.</p>"""))}</section></div>
            <div class="col"><section aria-labelledby="h-r"><h2 id="h-r">{(TellsWho ? "The range as each sees it" : "The range of all together")}</h2><ul class="sm">{Markup.When(TellsWho, () => Markup.Each(holders, Multiple))}<li class="all"><h3>All merged</h3>{Pictures.MiniBar(assessed.Merged.Overall)}<p><b>{Wording.Short(assessed.Merged.Overall)}</b></p><p class="small mut">{Risks(assessed.Merged)}; what is disputed counts as not known</p></li></ul><p class="small mut">Solid: shown by what that view knows. Hatched: possible. Empty: ruled out.</p></section></div></div>
            """);
    }

    private static Markup Multiple((ViewAssessment View, string Name) holder) => Markup.Of($"""
        <li><h3><bdi>{LongNames.Cut(holder.Name, 80)}</bdi></h3>{Pictures.MiniBar(holder.View.Assessment.Overall)}<p><b>{Wording.Short(holder.View.Assessment.Overall)}</b></p><p class="small mut">{Risks(holder.View.Assessment)}; {holder.View.Assessment.KnownFacts} facts</p></li>
        """);

    private static string Risks(Assessment assessment) => Words.Count(assessment.Findings.Count(finding => finding.Level is not null), "finding");

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
        <li><h3>{names.Shorten(disagreement.Question)}</h3><p>{Answers(disagreement.Held)}</p>{Markup.When(disagreement.Held.FollowsAs is not null, () => Markup.Of($"""<p class="small">Taken as {disagreement.Held.FollowsAs}, which follows from other facts.</p>"""))}{Markup.When(disagreement.HoldsOpen.Count > 0, () => Markup.Of($"""<p class="small mut">Holds open: {Wording.Some([.. disagreement.HoldsOpen.Select(Title)], 2)}{(disagreement.Worst > Level.None ? $", up to {disagreement.Worst}" : "")}</p>"""))}</li>
        """);

    /// <summary>The answers that were given; by whom only where the group is large enough, or names were asked for.</summary>
    private Markup Answers(HeldFact held)
    {
        var answers = held.Positions.GroupBy(position => position.Value, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal).ToList();
        if (!TellsWho)
        {
            return Markup.Of($"Answers given: {string.Join("; ", answers.Select(same => same.Key))}");
        }

        var silent = holders.Where(holder => !held.Holders.Contains(holder.View.Perspective.Holder, StringComparer.Ordinal)).Select(holder => holder.Name).ToList();
        return Markup.Of($"""
            {Markup.Join("; ", answers.Select(same => Markup.Of($"<b>{string.Join(", ", Named(same))}</b>: {same.Key}")))}{(silent.Count > 0 ? $"; {string.Join(", ", silent)} did not say" : "")}
            """);
    }

    private IEnumerable<string> Named(IEnumerable<FactPosition> positions)
    {
        var who = positions.Select(position => position.Holder).ToHashSet(StringComparer.Ordinal);
        return holders.Where(holder => who.Contains(holder.View.Perspective.Holder)).Select(holder => holder.Name);
    }

    private Markup Who() => Markup.Of($"""
        <div class="tw"><table role="table" class="t st side"><caption>Each disputed matter, and what each says</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Matter</th>{Markup.Each(holders, holder => Markup.Of($"""<th role="columnheader" scope="col"><bdi>{LongNames.Cut(holder.Name, 80)}</bdi></th>"""))}</tr></thead><tbody role="rowgroup">{Markup.Each(assessed.Disagreements, Row)}</tbody></table></div>
        """);

    private Markup Row(Disagreement disagreement) => Markup.Of($"""
        <tr role="row"><th role="rowheader" scope="row">{Matter(disagreement.Held)}</th>{Markup.Each(holders, holder => disagreement.Positions.FirstOrDefault(position => position.Holder == holder.View.Perspective.Holder) is { } position
            ? Markup.Of($"""<td role="cell" data-l="{LongNames.Cut(holder.Name, 80)}">{position.Value}</td>""")
            : Markup.Of($"""<td role="cell" class="q" data-l="{LongNames.Cut(holder.Name, 80)}">did not say</td>"""))}</tr>
        """);

    private string Matter(HeldFact held) => $"{(held.Partner is { } partner ? names.Shorten(partner) + ": " : "")}{Words.Capitalize(Wording.Meaning(held.Fact))}";

    private Markup KnownToOne()
    {
        var known = assessed.Perspectives.KnownToOne;
        return known.Count == 0
            ? Markup.Of($"<p>Nothing is known to one of you only.</p>")
            : Markup.Of($"""<p>These are taken as they are. Ask the others whether they see it so too.</p><ul class="two small">{Markup.Each(known, held => Markup.Of($"""<li>{Matter(held)}: <b>{held.Positions[0].Value}</b>{Markup.When(TellsWho, () => Markup.Of($""" <span class="mut">({string.Join("", Named(held.Positions))})</span>"""))}</li>"""))}</ul>""");
    }

    private Markup Agreed()
    {
        var agreed = assessed.Perspectives.Agreed;
        return agreed.Count == 0
            ? Markup.Of($"<p>There is nothing that two of you say alike.</p>")
            : Markup.Of($"""<details><summary>{Words.Count(agreed.Count, "matter")} that two or more of you say alike</summary><ul class="two small">{Markup.Each(agreed, held => Markup.Of($"<li>{Matter(held)}: <b>{held.Positions[0].Value}</b></li>"))}</ul></details>""");
    }

    /// <summary>The findings of all views together, as a list: the report of the merged assessment has the rest.</summary>
    private Markup Together()
    {
        var risks = assessed.Merged.Findings.Where(finding => finding.Level is not null).ToList();
        var strengths = assessed.Merged.Findings.Where(finding => finding.Kind == FindingKind.Strength).Select(finding => finding.Title).Distinct(StringComparer.Ordinal).ToList();
        return Markup.Of($"""
            {(risks.Count == 0 ? Markup.Of($"<p>No risk is shown by what you agree on or one of you knows. What is disputed is not ruled out.</p>") : Markup.Of($"""<ul>{Markup.Each(risks, finding => Markup.Of($"<li>{Pictures.Marked(finding.Level!.Value)} <b>{finding.Title}.</b> {names.Shorten(finding.Message)}</li>"))}</ul>"""))}{Markup.When(strengths.Count > 0, () => Markup.Of($"""<p><b>What is strong:</b> {string.Join("; ", strengths)}.</p>"""))}
            """);
    }

    private string Title(string code) => assessed.Merged.RuleBook.Find(code)?.Title ?? code;

    /// <summary>An order that is always the same and says nothing: by a digest of the name, and not by the name.</summary>
    private static string Shuffled(ViewAssessment view) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(view.Perspective.Holder)));

    private static string Letters(int at) =>
        at < 26 ? ((char)('A' + at)).ToString() : string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + (at % 26))}{at / 26}");
}
