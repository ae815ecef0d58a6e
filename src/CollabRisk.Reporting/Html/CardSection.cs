using CollabRisk.Conditions;
using CollabRisk.Evidence;
using CollabRisk.Explaining;
using CollabRisk.Remedies;
using CollabRisk.Reporting.Content;
using CollabRisk.Rules;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>A card for each risk and mismatch: what it says and what to do on its face; why, on what evidence and what would change it inside.</summary>
internal sealed class CardSection(AssessmentContent content, bool open)
{
    private const int MostMessages = 8;
    private const int MostFacts = 12;

    private Assessment Assessment => content.Assessment;

    /// <summary>The title, with what it is about where one rule says it of several things.</summary>
    public static Passage Title(Card card) => card.Subjects.Count == 0 ? card.Title : Passage.Of($"{card.Title}: {Wording.Some(card.Subjects, 3, ", ")}");

    public Markup Write()
    {
        if (content.Cards.Count == 0)
        {
            return Markup.Of($"<p>Nothing is raised by what is known. What is not known is listed below: it is not ruled out.</p>");
        }

        var findings = content.Cards.Sum(card => card.Findings.Count);
        return Markup.Of($"""
            <p>{content.Counted}{(content.Cards.Count < findings ? $", on {Words.Count(content.Cards.Count, "card")}: what is the same of several partners is on one" : "")}; the gravest first{(content.Matters.Count() < content.Cards.Count ? ", and what follows from a matter right after it" : "")}. Open a card for the facts, the evidence and what would change it.</p>{Markup.Each(content.Cards, Write)}
            """);
    }

    private Markup Write(Card card)
    {
        var title = content.Say(Title(card));
        var step = card.Steps.Count > 0 ? card.Steps[0] : null;
        var messages = card.Findings.Select(finding => content.Say(finding.SaidMessage)).Distinct().ToList();
        var message = messages.Count == 1
            ? Markup.Of($"""<p class="msg">{messages[0]}</p>""")
            : Markup.Of($"""<ul class="msg">{Markup.Each(messages.Take(MostMessages), each => Markup.Of($"<li>{each}</li>"))}{Markup.When(messages.Count > MostMessages, () => Markup.Of($"<li>The same of {messages.Count - MostMessages} more, who are named inside.</li>"))}</ul>""");
        return Markup.Of($"""
            <article class="card {card.Level.AtLeast}{(card.IsRoot ? "" : " part")}" id="f{card.Number}" aria-labelledby="t{card.Number}"><header>{Pictures.Marked(card.Level)}{Pictures.Support(card.First.Confidence)}{Markup.When(card.First.Kind == FindingKind.Mismatch, () => Markup.Of($"""<span class="mut">mismatch</span>"""))}</header>{Markup.When(!card.IsRoot, () => Markup.Of($"""<p class="part-of">Same matter as <a href="#f{card.Matter}">finding {card.Matter}</a></p>"""))}
            <div class="face"><div><h3 id="t{card.Number}"><span class="fid">{card.Number}</span>{title}</h3>{message}</div>{Markup.When(step is not null, () => Markup.Of($"""<p class="act"><b>Do:</b> {content.Say(step!)}{AssessmentPage.OurStep(step!)}</p>"""))}</div>
            <details{Markup.When(open, () => Markup.Of($" open"))}><summary>Why, on what evidence, what would change it<span class="vh">: {title}</span></summary><dl>
            {Item("Why it counts", Why(card))}
            {Item("Facts read", Facts(card))}
            {Item("Evidence", Markup.Of($"""<ul class="ev">{Markup.Each(card.First.Claims, Claim)}</ul>"""))}
            {Item("What to do", Steps(card.Steps))}
            {Item("In place, keep it", Steps([.. card.Findings.SelectMany(finding => finding.InPlace).DistinctBy(each => each.Code, StringComparer.Ordinal)]))}
            {Item("What would change it", Changes(card))}
            {Item("Keep in mind", List([.. Reminders(card.First)]))}
            {Item("Builds on", Linked(card.Findings.SelectMany(finding => finding.BuildsOn)))}
            {Item("Leads to", Linked(card.Findings.SelectMany(finding => finding.LeadsTo)))}
            <dt>Rule</dt><dd class="code">{card.Code} · {card.Rule.Said(card.Rule.Chapter)}</dd></dl></details></article>

            """);
    }

    /// <summary>A heading and what belongs to it; nothing where there is nothing.</summary>
    private static Markup Item(string heading, Markup body) => body.IsEmpty ? Markup.Empty : Markup.Of($"<dt>{heading}</dt><dd>{body}</dd>");

    private static Markup List(IReadOnlyList<Markup> items) => items.Count == 0 ? Markup.Empty : Markup.Of($"<ul>{Markup.Each(items, item => Markup.Of($"<li>{item}</li>"))}</ul>");

    private Markup Steps(IReadOnlyList<Recommendation> steps) => List([.. steps.Select(step => Markup.Of($"{content.Say(step)}{AssessmentPage.OurStep(step)}"))]);

    private static Markup Why(Card card) => Markup.Of($"""
        <p>{card.Rule.Said(card.First.LevelReason).Select(Words.Sentence)}</p>{List([.. LevelReasons.Beyond(card.Findings).Select(Markup.Text)])}
        """);

    private Markup Facts(Card card) => Markup.Of($"""
        {Markup.Each(card.Findings.Take(MostFacts).SelectMany(finding => finding.Facts).Distinct(), fact => Chip(fact, fact.Said))}{Markup.When(card.Findings.Count > MostFacts, () => Markup.Of($"""<p>The same of: <bdi>{content.Say(Passage.Join(", ", card.Subjects.Skip(MostFacts)))}</bdi>.</p>"""))}
        """);

    /// <summary>What a fact means, and its value; of a partner's fact the name first.</summary>
    public Markup Chip(FactReading fact, Passage value) => Markup.Of(
        $"""<span class="chip{(fact.IsKnown ? "" : " q")}"><span>{Markup.When(fact.PartnerName is not null, () => Markup.Of($"<bdi>{content.Say(fact.PartnerName!)}</bdi>: "))}{Wording.Meaning(fact.Fact)}</span><b>{value}</b>{Markup.When(fact.FollowsFrom is not null, () => Markup.Of($"""<i>follows from {fact.FollowsFrom!}</i>"""))}</span>""");

    private Markup Claim(Claim claim) => Markup.Of($"""
        <li>{Assessment.RuleBook.Said(claim)}{claim.Quoted()} <span class="src">{Pictures.Support(claim.Strength)}{(claim.Basis.Length > 0 ? $": {claim.Basis.TrimEnd('.')}" : "")}. <a href="#src-{claim.Source.Id}">{claim.Source.Id}</a>, {claim.Locator} <span class="id">[{claim.Id}]</span></span></li>
        """);

    private Markup Changes(Card card)
    {
        var items = new List<Markup>();
        if (card.Changes.Remedies is { } search)
        {
            items.AddRange(search.Remedies.Select(Remedy));
            if (search.Remedies.Count == 0)
            {
                items.Add(Markup.Text(content.Say(search.SaidStatement)));
            }
        }

        items.AddRange(card.Changes.Moderators.Where(each => each.Condition.Value != Truth.True).Select(each => Moderator(each, card.Rule)));
        return List(items);
    }

    private Markup Remedy(Remedy remedy)
    {
        var worse = remedy.AlsoRaises.Select(finding => Wording.Lower(finding.Rule.SaidTitle)).ToList();
        return Markup.Of($"""
            It would clear if {Markup.Each(remedy.Changes, change => Chip(change.From, Passage.Of($"{change.From.Said} → {Passage.Join(" or ", change.Alternatives.Prepend(change.To).Select(each => each.Said))}")))} {(remedy.After == Assessment.Overall ? "The range would stay as it is." : $"The range would then be {Wording.Short(remedy.After)}.")}{Markup.When(worse.Count > 0, () => Markup.Of($" It would raise: {Passage.Join("; ", worse)}."))}
            """);
    }

    private Markup Moderator(ExplainedModerator each, Rule rule)
    {
        var step = Passage.Of($"{(each.Moderator.Direction == Direction.Raised ? "one step higher" : "one step lower")} if {rule.Said(each.Moderator.Because)}.");
        return each.Condition.Value == Truth.Unknown
            ? Markup.Of($"Not known: {step}{Markup.Each(content.QuestionsOf(each.Condition).Take(2), question => Markup.Of($" <b>Ask:</b> {question}"))}")
            : Markup.Of($"It would be {step} That is not so now.");
    }

    private IEnumerable<Markup> Reminders(Finding finding)
    {
        foreach (var text in finding.Caveats.Concat(finding.Notes).Distinct(StringComparer.Ordinal))
        {
            yield return Markup.Text(content.Say(finding.Rule.Said(text)));
        }

        foreach (var tension in finding.Tensions)
        {
            yield return Markup.Of($"""The sources differ on this: see <a href="#tension-{tension.Id}">{tension.Id}</a>.""");
        }
    }

    private Markup Linked(IEnumerable<string> codes) => Markup.Join("; ", codes.Distinct(StringComparer.Ordinal).Select(code =>
        content.Cards.FirstOrDefault(card => card.Code == code) is { } card
            ? Markup.Of($"""<a href="#f{card.Number}" data-p="finding {card.Number}">{content.TitleOf(code)}</a>""")
            : Markup.Text(content.TitleOf(code))));
}
