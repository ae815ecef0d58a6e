using CollabRisk.Perspectives;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Markdown;

/// <summary>Several partners' views as Markdown: the same content as the page, in the same order, and no more of who says what.</summary>
internal sealed class PerspectivesMarkdown(PerspectiveAssessment assessed, PerspectiveReportOptions options)
{
    private readonly MarkdownText page = new();

    private readonly Views views = new(assessed, options);

    public string Write()
    {
        page.Heading(1, $"{LongNames.Cut(views.Name, 200)}");
        page.Line($"{(views.Days is { } days ? $"Answers given {days}. " : "")}{views.Holders.Count} {views.HowMany}, shown as {views.ShownAs}{(options.MadeOn is { } day ? $"; report made {Wording.Day(day)}" : "")}.");
        page.Heading(2, $"At a glance");
        page.Line($"{views.AtAGlance} A difference is not an error: no one is outvoted, and what is disputed counts as not known. {views.Anonymity}");
        page.Line();
        Ranges();
        Talk();
        page.Heading(2, $"Known to one only");
        page.Line($"{(assessed.Perspectives.KnownToOne.Count == 0 ? "Nothing is known to one of you only." : "These are taken as they are. Ask the others whether they see it so too.")}");
        page.Line();
        foreach (var held in assessed.Perspectives.KnownToOne)
        {
            page.Line($"- {views.Matter(held)}: {held.Positions[0].Value}{(views.TellsWho ? $" ({string.Join("", views.Named(held.Positions))})" : "")}");
        }

        page.Heading(2, $"What you agree on");
        page.Line($"{(assessed.Perspectives.Agreed.Count == 0 ? "There is nothing that two of you say alike." : $"{Words.Count(assessed.Perspectives.Agreed.Count, "matter")} that two or more of you say alike.")}");
        page.Line();
        foreach (var held in assessed.Perspectives.Agreed)
        {
            page.Line($"- {views.Matter(held)}: {held.Positions[0].Value}");
        }

        Together();
        return page.ToString();
    }

    private void Ranges()
    {
        page.Line($"| View | Range | Findings | Facts known |");
        page.Line($"| --- | --- | --- | --- |");
        if (views.TellsWho)
        {
            foreach (var (view, name) in views.Holders)
            {
                Range(name, view.Assessment);
            }
        }

        Range("all merged", assessed.Merged);
    }

    private void Range(string name, Assessment assessment) =>
        page.Line($"| {name} | {Wording.Short(assessment.Overall)} | {assessment.Findings.Count(finding => finding.Level is not null)} | {assessment.KnownFacts} of {assessment.TotalFacts} |");

    private void Talk()
    {
        page.Heading(2, $"Talk about these first");
        page.Line($"{(assessed.Disagreements.Count == 0 ? "The views contradict one another nowhere. Where only one of you knows something, ask the others." : "Ordered by what is at stake. Ask each what they have seen, before asking who is right.")}");
        page.Line();
        foreach (var disagreement in assessed.Disagreements)
        {
            var silent = views.Silent(disagreement.Held);
            page.Line($"1. **{views.Say(disagreement.Question)}** {(views.TellsWho ? "" : "Answers given: ")}{string.Join("; ", views.Answers(disagreement.Held).Select(each => each.Who.Length > 0 ? $"{each.Who}: {each.Answer}" : each.Answer))}{(silent.Count > 0 ? $"; {string.Join(", ", silent)} did not say" : "")}.{(disagreement.Held.FollowsAs is { } value ? $" Taken as {value}, which follows from other facts." : "")}{(views.HoldsOpen(disagreement) is { IsEmpty: false } open ? $" {open}." : "")}");
        }
    }

    private void Together()
    {
        page.Heading(2, $"What the answers show together");
        var risks = new AssessmentContent(assessed.Merged, searchesChanges: false).Cards;
        if (risks.Count == 0)
        {
            page.Line($"No risk is shown by what you agree on or one of you knows. What is disputed is not ruled out.");
        }

        foreach (var card in risks)
        {
            page.Line($"- **{card.Level.ToString()}: {card.First.Title}.** {views.Says(card)}");
        }

        var strengths = assessed.Merged.Findings.Where(finding => finding.Kind == FindingKind.Strength).Select(finding => finding.Title).Distinct(StringComparer.Ordinal).ToList();
        if (strengths.Count > 0)
        {
            page.Line();
            page.Line($"What is strong: {string.Join("; ", strengths)}.");
        }
    }
}
