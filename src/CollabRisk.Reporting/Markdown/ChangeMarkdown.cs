using CollabRisk.Comparing;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Markdown;

/// <summary>What is different between two assessments, as part of a page of Markdown.</summary>
internal sealed class ChangeMarkdown(AssessmentDifference difference, MarkdownText page)
{
    private readonly Changes changes = new(difference);

    /// <summary>What became of the range, and what must be said right where it is.</summary>
    public void Range()
    {
        page.Line($"{changes.Range}");
        Note("Look at the order.", changes.Order);
        Note("It fell, but nothing shows an improvement.", changes.StillOpen);
        Note("The rules are not the same.", changes.OtherRules);
    }

    /// <summary>The findings, by what became of them.</summary>
    /// <param name="depth">How deep the headings are.</param>
    public void Findings(int depth)
    {
        if (changes.Groups.Count == 0)
        {
            page.Line();
            page.Line($"No finding is different.");
        }

        foreach (var (heading, list) in changes.Groups)
        {
            page.Heading(depth, $"{heading}");
            foreach (var change in list)
            {
                var because = changes.Because(change);
                page.Line($"- **{changes.Named(change.Latest)}**{(Changes.Level(change) is { } level ? $" ({level})" : "")}. {changes.Says(change.Latest)}{(Changes.WasNotKnown(change) ? " It was not known before." : "")}{(because.Count > 0 ? $" Because: {Wording.Some(because, 4)}." : "")}");
            }
        }
    }

    /// <summary>The facts that moved.</summary>
    /// <param name="depth">How deep the heading is.</param>
    public void Facts(int depth)
    {
        page.Heading(depth, $"{Words.Count(difference.Facts.Count, "fact")} that moved");
        foreach (var move in difference.Facts)
        {
            page.Line($"- {changes.Moved(move)}");
        }
    }

    private void Note(string what, Passage more)
    {
        if (!more.IsEmpty)
        {
            page.Line();
            page.Line($"**{what}** {more}");
        }
    }
}
