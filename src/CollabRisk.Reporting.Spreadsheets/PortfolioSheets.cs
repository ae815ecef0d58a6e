using CollabRisk.Evidence;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Spreadsheets;

/// <summary>Many collaborations as tables: a row for each, their findings in one list to filter, and what is missing.</summary>
internal sealed class PortfolioSheets(Portfolio portfolio, ReportOptions options)
{
    private readonly List<(PortfolioEntry Entry, AssessmentContent Content)> all =
        [.. portfolio.Entries.Select(entry => (entry, new AssessmentContent(entry.Assessment, searchesChanges: false)))];

    public IReadOnlyList<Sheet> All() => [Summary(), Collaborations(), Findings(), Often(), Unread()];

    private Sheet Summary()
    {
        var sheet = new Sheet("Summary", new("About", 34), new("Value", 90));
        sheet.Row("Portfolio", portfolio.Title);
        if (options.MadeOn is { } made)
        {
            sheet.Row("Report made", made);
        }

        sheet.Row("Collaborations", all.Count);
        sheet.Row("High is shown in", all.Count(each => each.Entry.Assessment.Overall.AtLeast == Level.High));
        sheet.Row("Cannot be assessed yet", all.Count(each => !each.Entry.Assessment.Overall.Assessable));
        sheet.Row("Could not be read", portfolio.Unread.Count);
        sheet.Row("Rules", all.Select(each => each.Entry.Assessment.RuleBook.Digest).Distinct(StringComparer.Ordinal).Count() switch
        {
            0 => "none",
            1 => $"{Wording.Packs(all[0].Entry.Assessment)}, for all",
            _ => "Not the same rules for all",
        });
        sheet.Row("Bear in mind", "No averages and no ranks. “Not assessable” does not mean low risk. How often a matter is found depends on how often someone asked.");
        return sheet;
    }

    private Sheet Collaborations()
    {
        var sheet = new Sheet(
            "Collaborations",
            new("Collaboration", 40), new("As of", 13), new("Range", 30), new("Assessable", 11), new("At least", 11), new("At most", 11), new("Switched off", 10), new("Worst switched off", 11),
            new("Matters", 9), new("Strengths", 10), new("Rules not known", 10), new("Facts known", 9), new("Facts", 9), new("Ask first", 60), new("Rule book", 24))
        { WhenEmpty = "There is no collaboration that could be evaluated." };
        foreach (var (entry, content) in all)
        {
            var assessment = entry.Assessment;
            sheet.Row(
                entry.Name, assessment.Collaboration.AsOf, Wording.Short(assessment.Overall), AssessmentSheets.YesNo(assessment.Overall.Assessable), assessment.Overall.AtLeast.ToString(), assessment.Overall.AtMost.ToString(),
                assessment.SwitchedOff.Count, assessment.WorstSwitchedOff.ToString(), FindingGroup.CountRisks(assessment.Findings), content.OfKind(FindingKind.Strength).Count,
                content.CountOf(Outcome.Undetermined) + content.CountOf(Outcome.Error), assessment.KnownFacts, assessment.TotalFacts, content.Questions.Count > 0 ? $"{content.Questions[0].Text}" : "", assessment.RuleBook.Digest);
        }

        return sheet;
    }

    private Sheet Findings()
    {
        var sheet = new Sheet(
            "Findings",
            new("Collaboration", 40), new("Level at least", 11), new("Level at most", 11), new("Support", 18), new("Kind", 11), new("About", 22), new("Title", 28), new("What is found", 50), new("What to do", 50),
            new("Chapter", 26), new("Code", 24))
        { WhenEmpty = "Nothing is raised by what is known. What is not known is not ruled out." };
        foreach (var (entry, content) in all)
        {
            foreach (var finding in content.Cards.SelectMany(card => card.Findings))
            {
                sheet.Row(
                    entry.Name, finding.Level!.Value.AtLeast.ToString(), finding.Level.Value.AtMost.ToString(), finding.Confidence.InWords(), Words.Humanize($"{finding.Kind}"), finding.SubjectInWords, finding.Title, finding.Message,
                    AssessmentSheets.Steps(finding.Recommendations), finding.Rule.Chapter, finding.Code);
            }
        }

        return sheet;
    }

    private Sheet Often()
    {
        var sheet = new Sheet("Found most often", new("Matter", 50), new("Collaborations", 14), new("Code", 24)) { WhenEmpty = "Nothing is found in any of them." };
        foreach (var (code, title, count) in all.SelectMany(each => each.Content.Matters.Select(card => (card.Code, card.First.Title)).Distinct())
            .GroupBy(each => each).Select(same => (same.Key.Code, same.Key.Title, Count: same.Count())).OrderByDescending(each => each.Count).ThenBy(each => each.Title, StringComparer.Ordinal))
        {
            sheet.Row(title, count, code);
        }

        return sheet;
    }

    private Sheet Unread()
    {
        var sheet = new Sheet("Could not be read", new Column("What and why", 100)) { WhenEmpty = "All could be read." };
        foreach (var reason in portfolio.Unread)
        {
            sheet.Row(reason);
        }

        return sheet;
    }
}
