using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Markdown;

/// <summary>Many collaborations as Markdown: the same content as the page, in the same order, without the squares of the areas.</summary>
internal sealed class PortfolioMarkdown(Portfolio portfolio, ReportOptions options)
{
    private const int MostOften = 8;

    private readonly MarkdownText page = new();

    private readonly List<(PortfolioEntry Entry, AssessmentContent Content)> all =
        [.. portfolio.Entries.Select(entry => (entry, new AssessmentContent(entry.Assessment, searchesChanges: false)))];

    public string Write()
    {
        var assessable = all.Where(each => each.Entry.Assessment.Overall.Assessable).ToList();
        var rest = all.Where(each => !each.Entry.Assessment.Overall.Assessable).ToList();
        page.Heading(1, $"{LongNames.Cut(portfolio.Title, 200)}");
        page.Line($"{Words.Count(all.Count, "collaboration")}{(options.MadeOn is { } day ? $"; report made {Wording.Day(day)}" : "")}. High is shown in {all.Count(each => each.Entry.Assessment.Overall.AtLeast == Level.High)}. {(rest.Count == 0 ? "All can be assessed." : $"{rest.Count} cannot be assessed yet: that does not mean low risk.")}");
        if (all.Select(each => each.Entry.Assessment.RuleBook.Digest).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            page.Line();
            page.Line($"**Not the same rules for all.**");
        }

        Often();
        Assessable(assessable);
        Open(rest);
        Unread();
        return page.ToString();
    }

    private void Often()
    {
        page.Heading(2, $"Found most often");
        var often = all.SelectMany(each => each.Content.Matters.Select(card => (card.Code, card.First.Title)).Distinct())
            .GroupBy(each => each).Select(same => (same.Key.Title, Count: same.Count())).OrderByDescending(each => each.Count).ThenBy(each => each.Title, StringComparer.Ordinal).Take(MostOften).ToList();
        page.Line($"{(often.Count == 0 ? "Nothing is found in any of them." : "How often a matter is found depends on how often someone asked.")}");
        page.Line();
        foreach (var (title, count) in often)
        {
            page.Line($"- {title}: {count} of {all.Count}");
        }
    }

    private void Assessable(IReadOnlyList<(PortfolioEntry Entry, AssessmentContent Content)> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        page.Heading(2, $"The collaborations");
        page.Line($"By what is shown, then by what is possible, then by name. No averages and no ranks.");
        page.Line();
        page.Line($"| Collaboration | Range | Matters | Strengths | Facts known | As of |");
        page.Line($"| --- | --- | --- | --- | --- | --- |");
        foreach (var (entry, content) in rows)
        {
            page.Line($"| {LongNames.Cut(entry.Name, 120)} | {Wording.Short(entry.Assessment.Overall)} | {FindingGroup.CountRisks(entry.Assessment.Findings)} | {content.OfKind(FindingKind.Strength).Count} | {entry.Assessment.KnownFacts} of {entry.Assessment.TotalFacts} | {(entry.Assessment.Collaboration.AsOf is { } day ? Wording.Day(day) : "no date")} |");
        }
    }

    private void Open(IReadOnlyList<(PortfolioEntry Entry, AssessmentContent Content)> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        page.Heading(2, $"Not assessable yet");
        page.Line($"So little is known of these that they could come to anything from no risk to High. Ask first what is named here.");
        page.Line();
        page.Line($"| Collaboration | Facts known | Ask first |");
        page.Line($"| --- | --- | --- |");
        foreach (var (entry, content) in rows)
        {
            page.Line($"| {LongNames.Cut(entry.Name, 120)} | {entry.Assessment.KnownFacts} of {entry.Assessment.TotalFacts} | {(content.Questions.Count > 0 ? content.Say(content.Questions[0].Text) : "")} |");
        }
    }

    private void Unread()
    {
        if (portfolio.Unread.Count == 0)
        {
            return;
        }

        page.Heading(2, $"Could not be read");
        page.Line($"They are missing from everything above.");
        page.Line();
        foreach (var reason in portfolio.Unread)
        {
            page.Line($"- {reason}");
        }
    }
}
