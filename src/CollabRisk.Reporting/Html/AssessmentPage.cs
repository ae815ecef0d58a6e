using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Html;

/// <summary>The report of one assessment: the first screen, then its sections. A section that has nothing to say is left out.</summary>
internal sealed class AssessmentPage(AssessmentContent content, ReportOptions options)
{
    private const int MostMatters = 3;
    private const int MostQuestions = 3;
    private const int MostStrengths = 5;
    private const int MostNamedPartners = 6;

    private Assessment Assessment => content.Assessment;

    public string Write()
    {
        var partners = new PartnerSection(content);
        var network = new PairingSection(content);
        var sections = new List<HtmlPage.Section>
        {
            new("profile", "Profile by area", new ProfileSection(content).Write(), StartsPage: true),
        };
        if (content.Cards.Count > 0)
        {
            sections.Add(new("chain", "How the findings hang together", new ChainSection(content).Write()));
        }

        sections.Add(new("findings", "The findings", new CardSection(content, options.OpenCards).Write()));
        sections.Add(new("strengths", "What is strong", new StrengthSection(content).Write()));
        if (partners.HasSomething)
        {
            sections.Add(new("partners", "Partners side by side", partners.Write()));
        }

        if (network.HasSomething)
        {
            sections.Add(new("pairings", "Drivers and form, leaders and challenges", network.Write()));
        }

        sections.Add(new("unknown", "What is not known", new UnknownSection(content).Write()));
        if (content.Plan.Count + content.InPlace.Count > 0)
        {
            sections.Add(new("plan", "Action plan", new PlanSection(content).Write()));
        }

        var context = new ContextSection(content);
        if (context.HasSomething)
        {
            sections.Add(new("context", "Context and points to bear in mind", context.Write()));
        }

        sections.Add(new("evidence", "What the evidence can bear", new EvidenceSection(content).Write()));
        sections.Add(new("read", "How to read this report", new ReadingSection(content).Write()));
        return HtmlPage.Write("CollabRisk assessment", Wording.NameOf(Assessment.Collaboration), Meta(), FirstScreen(sections), sections, options.MadeOn, content.Shortened);
    }

    private IEnumerable<Markup> Meta()
    {
        yield return Markup.Of($"Facts as of: <b>{Wording.AsOf(Assessment)}</b>");
        if (options.MadeOn is { } day)
        {
            yield return Markup.Of($"Report made <b>{Wording.Day(day)}</b>");
        }

        if (Assessment.Collaboration.Partners is { Count: > 0 } partners)
        {
            var names = partners.Select(partner => content.Say(partner.Name)).Order(Names.Order).ToList();
            yield return Markup.Of($"{Words.Count(names.Count, "partner")}: <b><bdi>{Wording.Some(names, MostNamedPartners, ", ")}</bdi></b>");
        }
    }

    private Markup FirstScreen(List<HtmlPage.Section> sections)
    {
        return Markup.Of($"""
            <div class="sum">
            <div class="col">{Overall()}
            {Matters(NumberOf("findings"))}</div>
            <div class="col">{Known()}
            {Questions()}
            {Strengths(NumberOf("strengths"))}</div>
            {Care(NumberOf("evidence"))}
            </div>
            """);

        int NumberOf(string id) => sections.FindIndex(section => section.Id == id) + 1;
    }

    private Markup Overall()
    {
        var range = Assessment.Overall;
        return Markup.Of($"""
            <section class="verdict o1" aria-labelledby="h-v"><h2 id="h-v">Overall risk</h2><p class="say">{Verdict.Headline(Assessment)}</p><p class="sub">{Verdict.InFull(Assessment)}</p>{Pictures.RangeBar(range)}</section>
            """);
    }

    private Markup Matters(int findings)
    {
        var matters = content.Matters.ToList();
        var body = matters.Count == 0
            ? Markup.Of($"""<p>No risk and no mismatch is shown by what is known. {(content.Count(RuleState.Open) is var open and > 0 ? $"{Words.Count(open, "possible risk")} cannot be told yet." : "")}</p>""")
            : Markup.Of($"""
                <ol class="top3">{Markup.Each(matters.Take(MostMatters), Matter)}</ol><p class="small"><a href="#findings" data-p="section {findings}">All {content.Counted}</a></p>
                """);
        return Markup.Of($"""<section class="o2" aria-labelledby="h-m"><h2 id="h-m">What matters most</h2>{body}</section>""");
    }

    private Markup Matter(Card card)
    {
        var level = content.LevelOf(card);
        var (same, with) = (Same(card), With(card));
        var step = card.Steps.Count > 0 ? card.Steps[0] : content.ConsequencesOf(card).SelectMany(each => each.Steps).FirstOrDefault();
        return Markup.Of($"""
            <li><div class="mk">{Pictures.Mark(level)}<b>{level.ToString()}</b></div><div><h3><a href="#f{card.Number}" data-p="finding {card.Number}">{content.Say(CardSection.Title(card))}</a></h3>
            <p class="small">{content.Say(card.First.SaidMessage)}{(card.Findings.Count > 1 ? $" The same is found of {Words.Count(card.Findings.Count - 1, "other partner")}." : "")}{Markup.When(same.Count > 0, () => Markup.Of($" The same of: {content.Say(Wording.Some(same, 2))}."))}{Markup.When(with.Count > 0, () => Markup.Of($" With it: {Wording.Some(with, 3, ", ")}."))}</p>{Markup.When(step is not null, () => Markup.Of($"""<p class="small do"><b>Do:</b> {content.Say(step!)}{OurStep(step!)}</p>"""))}</div></li>
            """);
    }

    /// <summary>What else the rule of the card says it of, so that its words are not said again.</summary>
    private List<Passage> Same(Card card) =>
        [.. content.ConsequencesOf(card).Where(each => each.Code == card.Code).GroupBy(each => each.Level).Select(level => Passage.Of($"{Passage.Join(", ", level.SelectMany(each => each.Subjects))} ({level.Key})"))];

    /// <summary>What follows from it by other rules, each title once for a level.</summary>
    private List<Passage> With(Card card) =>
        [.. content.ConsequencesOf(card).Where(each => each.Code != card.Code).Select(each => Passage.Of($"{Wording.Lower(each.Title)} ({each.Level})")).Distinct()];

    /// <summary>The tag of a step that no source gives in so many words.</summary>
    public static Markup OurStep(CollabRisk.Rules.Recommendation step) => step.IsDerived ? Markup.Of($""" <span class="own">{Wording.OurStep}</span>""") : Markup.Empty;

    private Markup Known()
    {
        var raised = content.Count(RuleState.High, RuleState.Moderate, RuleState.Low);
        var clear = content.Count(RuleState.Clear);
        var open = content.Count(RuleState.Open, RuleState.Failed);
        var apart = content.Count(RuleState.NotApplicable);
        return Markup.Of($"""
            <section class="known o5" aria-labelledby="h-k"><h2 id="h-k">How much is known</h2>
            <p class="small"><b>{Assessment.KnownFacts} of {Assessment.TotalFacts} facts.</b> Of {raised + clear + open} possible risks:</p>{Pictures.Stack(raised, clear, open)}
            <ul class="legend"><li><b class="k k-r">{raised}</b> found</li><li><b class="k k-c">{clear}</b> ruled out</li><li><b class="k k-q">{open}</b> cannot be told</li></ul>{Markup.When(apart > 0, () => Markup.Of($"""<p class="small mut">{apart} more {(apart == 1 ? "does" : "do")} not apply here.</p>"""))}</section>
            """);
    }

    private Markup Questions() => Markup.When(content.Questions.Count > 0, () => Markup.Of($"""
        <section class="o3" aria-labelledby="h-q"><h2 id="h-q">{(content.Questions.Count >= MostQuestions ? "Three questions worth asking" : "Worth asking")}</h2><p class="small mut">Ranked by what the answers could settle.</p><ol class="qs">{Markup.Each(content.Questions.Take(MostQuestions), question => Markup.Of($"<li><span>{content.Say(question.Text)}</span></li>"))}</ol></section>
        """));

    private Markup Strengths(int number)
    {
        var strengths = content.OfKind(FindingKind.Strength).DistinctBy(finding => finding.Code, StringComparer.Ordinal).ToList();
        var body = strengths.Count == 0
            ? Markup.Of($"""<p class="small">No strength is shown by what is known. That does not mean that there is none.</p>""")
            : Markup.Of($"""
                <ul class="good">{Markup.Each(strengths.Take(MostStrengths), finding => Markup.Of($"<li>{finding.Rule.SaidTitle}</li>"))}</ul>{Markup.When(strengths.Count > MostStrengths, () => Markup.Of($"""<p class="small"><a href="#strengths" data-p="section {number}">All {strengths.Count} strengths</a></p>"""))}
                """);
        return Markup.Of($"""<section class="o4" aria-labelledby="h-s"><h2 id="h-s">What is strong</h2>{body}</section>""");
    }

    /// <summary>The one line about limits on the first screen: from the notes of the rule book, with whatever a reader must not miss.</summary>
    private Markup Care(int evidence)
    {
        var failed = content.CountOf(Outcome.Error);
        var off = Assessment.SwitchedOff.Count;

        // The note with the most claims behind it says most of the evidence as a whole.
        var note = Assessment.Notes.Where(each => each.About.Count == 0).MaxBy(each => each.Claims.Count);
        return Markup.Of($"""
            <p class="care"><b>Read with care.</b> {Markup.When(note is not null, () => Markup.Of($"{Assessment.RuleBook.Said(note!)} "))}{(failed > 0 ? $"{Words.Count(failed, "rule")} failed, so that no one knows what would have been found. " : "")}{(off > 0 ? $"{Words.Count(off, "finding")} {(off == 1 ? "is" : "are")} switched off and not counted{(Assessment.WorstSwitchedOff > Level.None ? $", up to {Assessment.WorstSwitchedOff}" : "")}. " : "")}{(Assessment.FactNotes.Count > 0 ? $"{Words.Count(Assessment.FactNotes.Count, "fact does", "facts do")} not fit together. " : "")}Nothing here is a verdict or a probability. <a href="#evidence" data-p="section {evidence}">What the evidence can bear</a></p>
            """);
    }
}
