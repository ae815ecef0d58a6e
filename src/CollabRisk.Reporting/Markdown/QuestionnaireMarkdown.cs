using CollabRisk.Questionnaires;
using CollabRisk.Reporting.Content;

namespace CollabRisk.Reporting.Markdown;

/// <summary>A questionnaire as Markdown: the same questions as the page, with task lists to tick.</summary>
internal sealed class QuestionnaireMarkdown(Questionnaire questionnaire)
{
    private readonly MarkdownText page = new();

    public string Write()
    {
        page.Heading(1, $"Questionnaire: {LongNames.Cut(questionnaire.Name ?? "a collaboration", 200)}");
        foreach (var line in QuestionnaireTable.Guide(questionnaire, isTable: false))
        {
            page.Line($"- {line}");
        }

        page.Line();
        page.Line($"Answered by: ");
        page.Line();
        page.Line($"On: ");
        var number = 0;
        foreach (var section in questionnaire.Sections)
        {
            page.Heading(2, $"{section.Heading}");
            foreach (var item in section.Items)
            {
                number++;
                Item(item, number);
            }
        }

        return page.ToString();
    }

    private void Item(QuestionnaireItem item, int number)
    {
        page.Heading(3, $"{number}\\. {item.Question}");
        if (item.CodingNote is { } note)
        {
            page.Line($"{note}");
            page.Line();
        }

        if (item.Choices.Count == 0)
        {
            page.Line($"Answer ({QuestionnaireTable.Allowed(item)}): {item.Answer}");
        }
        else
        {
            var given = (item.Answer ?? "").Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var choice in item.Choices.Concat(item.Fact.Type == Facts.FactType.Words ? ["none of them"] : []).Concat(item.OtherAnswers))
            {
                page.Line($"- [{(given.Contains(choice) || (choice == "none of them" && item.Answer == "[]") ? "x" : " ")}] {choice}");
            }
        }

        page.Line();
        page.Line($"Note: {item.Remark?.Note}");
        page.Line();
        page.Line($"Said by, on: {item.Remark?.By}{(item.Remark?.On is { } day ? (item.Remark.By is null ? "" : ", ") + Wording.Day(day) : "")}");
        page.Line();
        page.Line($"Evidence: {item.Remark?.Evidence}");
    }
}
