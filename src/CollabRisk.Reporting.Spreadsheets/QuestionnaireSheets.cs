using System.Globalization;
using CollabRisk.Facts;
using CollabRisk.Questionnaires;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Spreadsheets;

/// <summary>A questionnaire as tables: how to answer, the questions with room to answer, and, out of sight, the lists to choose from.</summary>
internal sealed class QuestionnaireSheets(Questionnaire questionnaire)
{
    public const string Questions = "Questions";

    private const string Lists = "Lists";

    /// <summary>Each list to choose from once, by what it offers.</summary>
    private readonly Dictionary<string, (IReadOnlyList<string> Answers, int Column)> lists = new(StringComparer.Ordinal);

    private readonly List<QuestionnaireItem> items = [.. questionnaire.Items];

    private readonly IReadOnlyList<string> headings = QuestionnaireTable.Headings(questionnaire);

    public IReadOnlyList<Sheet> All()
    {
        var questions = new Sheet(Questions, [.. headings.Select(Column)]) { Rules = Rules() };
        foreach (var (item, cells) in QuestionnaireTable.Rows(questionnaire))
        {
            questions.Row([.. cells.Select((cell, column) => Cell(item, headings[column], cell))]);
        }

        return [Guide(), questions, ListSheet()];
    }

    private Sheet Guide()
    {
        var sheet = new Sheet("How to answer", new Column($"Questionnaire: {Content.LongNames.Cut(questionnaire.Name ?? "a collaboration", 200)}", 110));
        foreach (var line in QuestionnaireTable.Guide(questionnaire, isTable: true).Append($"The questions are on the sheet '{Questions}'. Cells with a list show it when you go to them."))
        {
            sheet.Row(line);
        }

        return sheet;
    }

    private static Column Column(string heading) => heading.Split(QuestionnaireTable.OfRespondent)[0] switch
    {
        "No." => new(heading, 6),
        "About" => new(heading, 20),
        "Question" => new(heading, 46),
        "What counts" => new(heading, 60),
        "Allowed answers" => new(heading, 30),
        QuestionnaireTable.Answer => new(heading, 22, IsFilledIn: true),
        QuestionnaireTable.By => new(heading, 16, IsFilledIn: true),
        QuestionnaireTable.On => new(heading, 16, IsFilledIn: true, IsOfDays: true),
        QuestionnaireTable.Fact => new(heading, 30),
        _ => new(heading, 34, IsFilledIn: true),
    };

    /// <summary>A cell as a number or a day where it is one, so that spreadsheets sort and check it.</summary>
    private static object? Cell(QuestionnaireItem item, string heading, string? cell) => (heading.Split(QuestionnaireTable.OfRespondent)[0], item.Fact.Type) switch
    {
        ("No.", _) => int.Parse(cell!, CultureInfo.InvariantCulture),
        (QuestionnaireTable.On, _) or (QuestionnaireTable.Answer, FactType.Date) when cell is not null && CalendarDay.Read(cell) is { } day => day,
        (QuestionnaireTable.Answer, FactType.Date) when cell is null => RoomForDay.Here,
        (QuestionnaireTable.Answer, FactType.Number or FactType.WholeNumber) when decimal.TryParse(cell, CultureInfo.InvariantCulture, out var number) => number,
        _ => cell,
    };

    private List<CellRule> Rules()
    {
        var rules = new List<CellRule>();
        var columns = Enumerable.Range(0, headings.Count).Where(column => headings[column].Split(QuestionnaireTable.OfRespondent)[0] == QuestionnaireTable.Answer).ToList();
        foreach (var same in items.Select((item, at) => (Item: item, Row: at + 1)).Where(each => each.Item.Choices.Count > 0 && each.Item.Fact.Type != FactType.Words).GroupBy(each => Key(each.Item), StringComparer.Ordinal))
        {
            var item = same.First().Item;
            rules.Add(new(CellsOf(same.Select(each => each.Row)), RangeOf([.. item.Choices, .. item.OtherAnswers]), null, Says(item)));
        }

        for (var at = 0; at < items.Count; at++)
        {
            var item = items[at];
            if (item.Choices.Count == 0 || item.Fact.Type == FactType.Words)
            {
                rules.AddRange(columns.Select(column => AnswerTable.Address(at + 1, column)).Where(_ => item.Fact.Type != FactType.Text)
                    .Select(cell => new CellRule([cell], null, FormulaOf(item, cell), Says(item))));
            }
        }

        return rules;

        List<string> CellsOf(IEnumerable<int> rows) => [.. rows.SelectMany(row => columns.Select(column => AnswerTable.Address(row, column)))];
    }

    private static string Says(QuestionnaireItem item) => $"{Words.Capitalize(QuestionnaireTable.Allowed(item))}.";

    private static string Key(QuestionnaireItem item) => string.Join('\n', item.Choices.Concat(item.OtherAnswers));

    /// <summary>The cells of a list, which is made where there is none yet.</summary>
    private string RangeOf(IReadOnlyList<string> answers)
    {
        var key = string.Join('\n', answers);
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = (answers, lists.Count));
        }

        var (first, last) = (AnswerTable.Address(1, list.Column), AnswerTable.Address(answers.Count, list.Column));
        return $"{Lists}!{Absolute(first)}:{Absolute(last)}";
    }

    /// <summary>What must hold of a number or a day; null for several words, which no formula takes apart.</summary>
    private string? FormulaOf(QuestionnaireItem item, string cell)
    {
        if (item.Fact.Type == FactType.Words)
        {
            return null;
        }

        var (least, most) = (item.Fact.Minimum, item.Fact.Maximum);
        var tests = new[]
        {
            $"ISNUMBER({cell})",
            item.Fact.Type == FactType.WholeNumber ? $"{cell}=INT({cell})" : null,
            least is { } from ? string.Create(CultureInfo.InvariantCulture, $"{cell}>={from}") : null,
            most is { } to ? string.Create(CultureInfo.InvariantCulture, $"{cell}<={to}") : null,
        };
        return $"OR(ISNUMBER(MATCH({cell},{RangeOf(item.OtherAnswers)},0)),AND({string.Join(',', tests.OfType<string>())}))";
    }

    private Sheet ListSheet()
    {
        var all = lists.Values.OrderBy(list => list.Column).ToList();
        var sheet = new Sheet(Lists, [.. all.Select((_, at) => new Column(string.Create(CultureInfo.InvariantCulture, $"List {at + 1}"), 24))]) { IsHidden = true };
        for (var row = 0; row < all.Max(list => list.Answers.Count); row++)
        {
            sheet.Row([.. all.Select(list => row < list.Answers.Count ? list.Answers[row] : null)]);
        }

        return sheet;
    }

    /// <summary>An address that stays the same wherever the formula is: $A$1.</summary>
    private static string Absolute(string address)
    {
        var digits = address.AsSpan().IndexOfAnyInRange('0', '9');
        return $"${address[..digits]}${address[digits..]}";
    }
}
