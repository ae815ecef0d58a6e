using CollabRisk.Facts;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>What is known of each partner, side by side while they fit next to each other, otherwise one after the other.</summary>
internal sealed class PartnerSection(AssessmentContent content)
{
    private const int MostSideBySide = 6;

    private readonly IReadOnlyList<Partner> partners = [.. (content.Assessment.Collaboration.Partners ?? []).OrderBy(partner => partner.Name, Names.Order)];
    private readonly ILookup<string, FactReading> known = content.Assessment.Facts.Where(fact => fact.PartnerName is not null && fact.Fact.DescriptiveBecause is null)
        .ToLookup(fact => fact.PartnerName!, StringComparer.Ordinal);

    private readonly IReadOnlyList<Fact> facts =
        [.. content.Assessment.RuleBook.Facts.Facts.Where(fact => fact is { IsPerPartner: true, IsDerived: false, DescriptiveBecause: null } && fact.Type is not FactType.Text)];

    public bool HasSomething => partners.Count > 1;

    public Markup Write() => partners.Count <= MostSideBySide ? SideBySide() : OneByOne();

    private Markup SideBySide()
    {
        var asked = facts.Where(fact => partners.Any(partner => ValueOf(partner, fact) is not null)).ToList();
        var never = facts.Except(asked).Select(Wording.Meaning).ToList();
        return Markup.Of($"""
            <div class="tw"><table role="table" class="t st side"><caption>What is known of each partner alone</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Fact</th>{Markup.Each(partners, partner => Markup.Of($"""<th role="columnheader" scope="col"><bdi>{content.Say(partner.Name)}</bdi></th>"""))}</tr></thead><tbody role="rowgroup">{Markup.Each(asked, Row)}{FindingsRow()}{KnownRow()}</tbody></table></div>{Markup.When(never.Count > 0, () => Markup.Of($"""<p class="note">Not known of any partner: {Passage.Join("; ", never)}.</p>"""))}
            """);
    }

    private Markup Row(Fact fact) => Markup.Of($"""
        <tr role="row"><th role="rowheader" scope="row">{Wording.Meaning(fact).AtStart(Words.Capitalize)}</th>{Markup.Each(partners, partner => ValueOf(partner, fact) is { } value
            ? Markup.Of($"""<td role="cell" data-l="{content.Say(partner.Name)}">{value}</td>""")
            : Markup.Of($"""<td role="cell" class="q" data-l="{content.Say(partner.Name)}">not known</td>"""))}</tr>
        """);

    private Markup FindingsRow() => Markup.When(content.Cards.Any(card => card.Rule.IsPerPartner), () => Markup.Of($"""
        <tr role="row"><th role="rowheader" scope="row">Findings about the partner</th>{Markup.Each(partners, partner => Markup.Of($"""<td role="cell" data-l="{content.Say(partner.Name)}">{About(partner)}</td>"""))}</tr>
        """));

    private Markup KnownRow() => Markup.Of($"""
        <tr role="row"><th role="rowheader" scope="row">Known of the partner</th>{Markup.Each(partners, partner => Markup.Of($"""<td role="cell" data-l="{content.Say(partner.Name)}">{KnownOf(partner)}</td>"""))}</tr>
        """);

    private Markup OneByOne() => Markup.Of($"""
        <div class="tw"><table role="table" class="t st"><caption>What is known of each of the {partners.Count} partners alone</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Partner</th><th role="columnheader" scope="col">Known</th><th role="columnheader" scope="col">What</th><th role="columnheader" scope="col">Findings</th></tr></thead><tbody role="rowgroup">{Markup.Each(partners, Line)}</tbody></table></div>
        """);

    private Markup Line(Partner partner) => Markup.Of($"""
        <tr role="row"><th role="rowheader" scope="row"><bdi>{content.Say(partner.Name)}</bdi></th><td role="cell" data-l="Known">{KnownOf(partner)}</td><td role="cell" data-l="What">{(known.Contains(partner.Name) ? Passage.Join("; ", known[partner.Name].Select(fact => Passage.Of($"{Wording.Meaning(fact.Fact)}: {fact.Said}"))) : "nothing yet")}</td><td role="cell" data-l="Findings">{About(partner)}</td></tr>

        """);

    private Markup About(Partner partner)
    {
        var about = content.Cards.Where(card => card.Rule.IsPerPartner && card.Findings.Any(finding => finding.SubjectInWords == partner.Name)).ToList();
        return about.Count == 0 ? Markup.Text("none raised") : Markup.Join(", ", about.Select(card => Markup.Of($"""<a href="#f{card.Number}">{card.Number}</a>""")));
    }

    private Markup KnownOf(Partner partner)
    {
        var count = known[partner.Name].Count();
        return Markup.Of($"{Pictures.Share(count, facts.Count)} {count} of {facts.Count}");
    }

    private Passage? ValueOf(Partner partner, Fact fact) => known[partner.Name].FirstOrDefault(each => each.Fact.Path == fact.Path)?.Said;
}
