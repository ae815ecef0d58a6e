using CollabRisk.Planning;
using CollabRisk.Questionnaires;
using CollabRisk.Reporting.Content;

namespace CollabRisk.Reporting.Spreadsheets;

/// <summary>An action plan as a table, with the states to choose from.</summary>
internal static class PlanSheets
{
    private const string States = "States";

    public static IReadOnlyList<Sheet> Of(ActionPlan plan)
    {
        var rows = PlanTable.Rows(plan).ToList();
        var state = PlanTable.Headings.ToList().IndexOf("State");
        var sheet = new Sheet("Action plan", [.. PlanTable.Headings.Select(Column)])
        {
            WhenEmpty = "Nothing that is known calls for a step. What is not known is not ruled out.",
            Rules = rows.Count == 0 ? [] :
            [
                new([.. Enumerable.Range(1, rows.Count).Select(row => AnswerTable.Address(row, state))], FormattableString.Invariant($"{States}!$A$2:$A${PlanTable.States.Count + 1}"), null, $"{string.Join(", ", PlanTable.States)}."),
            ],
        };
        rows.ForEach(row => sheet.Row(row));

        var states = new Sheet(States, new Column("State", 14)) { IsHidden = true };
        foreach (var each in PlanTable.States)
        {
            states.Row(each);
        }

        return [sheet, states];
    }

    private static Column Column(string heading) => heading switch
    {
        "No." => new(heading, 6),
        "Step" => new(heading, 60),
        "For findings" or "Clears" or "Cleared otherwise" => new(heading, 40),
        "Owner" => new(heading, 20, IsFilledIn: true),
        "Due" => new(heading, 14, IsFilledIn: true, IsOfDays: true),
        "State" => new(heading, 14, IsFilledIn: true),
        "Note" => new(heading, 40, IsFilledIn: true),
        "Code" => new(heading, 26),
        _ => new(heading, 16),
    };
}
