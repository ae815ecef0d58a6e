using System.Globalization;
using CollabRisk.Evidence;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Markdown;

/// <summary>The report of one assessment as Markdown, for tickets, wikis and merge requests: the same content as the page, in the same order.</summary>
internal sealed class AssessmentMarkdown(AssessmentContent content, ReportOptions options)
{
    private const int MostQuestions = 12;

    private readonly MarkdownText page = new();

    private Assessment Assessment => content.Assessment;

    public string Write()
    {
        page.Heading(1, $"{LongNames.Cut(Wording.NameOf(Assessment.Collaboration), 200)}");
        page.Line($"Facts as of: {Wording.AsOf(Assessment)}{(options.MadeOn is { } day ? $"; report made {Wording.Day(day)}" : "")}.");
        page.Heading(2, $"Overall risk: {Verdict.Headline(Assessment)}");
        page.Line($"{Verdict.InFull(Assessment)}");
        page.Line();
        page.Line($"Known: {Assessment.KnownFacts} of {Assessment.TotalFacts} facts. Of the possible risks: {content.Count(RuleState.High, RuleState.Moderate, RuleState.Low)} found, {content.Count(RuleState.Clear)} ruled out, {content.Count(RuleState.Open, RuleState.Failed)} cannot be told.");
        Findings();
        Strengths();
        Questions();
        Plan();
        Context();
        Evidence();
        return page.ToString();
    }

    private void Findings()
    {
        page.Heading(2, $"The findings");
        if (content.Cards.Count == 0)
        {
            page.Line($"Nothing is raised by what is known. What is not known is not ruled out.");
        }

        foreach (var card in content.Cards)
        {
            page.Heading(3, $"{card.Number}. {content.Say(Html.CardSection.Title(card))}");
            page.Line($"**{card.Level.ToString()}** · {card.First.Confidence.InWords()}{(card.First.Kind == FindingKind.Mismatch ? " · mismatch" : "")} · {card.Code}{(card.IsRoot ? "" : $" · same matter as finding {card.Matter}")}");
            page.Line();
            page.Line($"{content.Say(card.First.Message)}{(card.Findings.Count > 1 ? $" The same of {Wording.Some([.. card.Subjects.Skip(1).Select(content.Say)], 6, ", ")}." : "")} {Words.Sentence(card.First.LevelReason ?? "")}");
            page.Line();
            foreach (var step in card.Steps)
            {
                page.Line($"- **Do:** {step.Text}{(step.IsDerived ? $" ({Wording.OurStep})" : "")}");
            }

            foreach (var fact in card.First.Facts)
            {
                page.Line($"- Fact: {content.Say(Wording.Known(fact))}");
            }

            foreach (var claim in card.First.Claims)
            {
                page.Line($"- Evidence ({claim.Strength.InWords()}): {claim.Paraphrase}{claim.Quoted()} [{claim.Source.Id}, {claim.Locator}; {claim.Id}]");
            }

            foreach (var caveat in card.First.Caveats.Concat(card.First.Notes).Distinct(StringComparer.Ordinal))
            {
                page.Line($"- Keep in mind: {content.Say(caveat)}");
            }
        }
    }

    private void Strengths()
    {
        var strengths = content.OfKind(FindingKind.Strength).DistinctBy(finding => finding.Code, StringComparer.Ordinal).ToList();
        page.Heading(2, $"What is strong");
        if (strengths.Count == 0)
        {
            page.Line($"No strength is shown by what is known. That does not mean that there is none.");
        }

        foreach (var finding in strengths)
        {
            page.Line($"- **{finding.Title}.** {content.Say(finding.Message)} ({finding.Confidence.InWords()})");
        }
    }

    private void Questions()
    {
        page.Heading(2, $"What is not known");
        if (content.Questions.Count == 0)
        {
            page.Line($"No question is open.");
            return;
        }

        page.Line($"| Question | Answers | At stake |");
        page.Line($"| --- | --- | --- |");
        foreach (var question in content.Questions.Take(MostQuestions))
        {
            page.Line($"| {content.Say(question.Text)} | {question.First.AllowedAnswers} | {(question.Worst == Level.None ? "no level" : $"up to {question.Worst}")} |");
        }

        if (content.Questions.Count > MostQuestions)
        {
            page.Line();
            page.Line($"And {content.Questions.Count - MostQuestions} more.");
        }

        foreach (var failed in Assessment.Outcomes.Values.Where(outcome => outcome.Outcome == Outcome.Error))
        {
            page.Line();
            page.Line($"The rule {failed.Rule.Code} failed, so that no one knows what it would have found. {failed.Error}");
        }
    }

    private void Plan()
    {
        if (content.Plan.Count == 0)
        {
            return;
        }

        page.Heading(2, $"Action plan");
        page.Line($"| Step | For finding | Owner | By when |");
        page.Line($"| --- | --- | --- | --- |");
        foreach (var step in content.Plan)
        {
            page.Line($"| {step.Step.Text}{(step.Step.IsDerived ? $" ({Wording.OurStep})" : "")} | {(step.For.Count == 0 ? "called for by the facts" : string.Join(", ", step.For.Select(card => card.Number.ToString(CultureInfo.InvariantCulture))))} | | |");
        }
    }

    private void Context()
    {
        var findings = new[] { FindingKind.Diagnostic, FindingKind.Context, FindingKind.Caveat, FindingKind.DataGap }.SelectMany(content.OfKind).ToList();
        if (findings.Count + Assessment.SwitchedOff.Count + Assessment.HostFindings.Count == 0)
        {
            return;
        }

        page.Heading(2, $"Context and points to bear in mind");
        foreach (var finding in findings)
        {
            page.Line($"- **{finding.Title}.** {content.Say(finding.Message)} ({Wording.Of(finding.Kind)})");
        }

        foreach (var finding in Assessment.SwitchedOff)
        {
            page.Line($"- **Switched off and not counted: {finding.Title}.** {content.Say(finding.Message)} {string.Join(" ", finding.Overrides.Select(change => LevelReasons.Overridden(change, finding.Rule.Language)))}");
        }

        foreach (var finding in Assessment.HostFindings)
        {
            page.Line($"- **{finding.Title}.** {content.Say(finding.Message)} (judged by {finding.JudgedBy}; not counted in the range)");
        }
    }

    private void Evidence()
    {
        page.Heading(2, $"What the evidence can bear");
        foreach (var note in Assessment.Notes.Where(note => note.About.Count == 0))
        {
            page.Line($"- {note.Text}");
        }

        foreach (var (source, times) in content.Sources)
        {
            page.Line($"- {source.Id}: {Words.Sentence(source.Title)}{source.Whereabouts()} {source.Weight} {Words.Count(times, "statement")} used here.");
        }

        page.Line();
        page.Line($"Rules: {Wording.Packs(Assessment)}; digest {Assessment.RuleBook.Digest}. Nothing here is a verdict or a probability.");
    }
}
