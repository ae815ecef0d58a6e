using CollabRisk.Facts;
using CollabRisk.Questionnaires;
using CollabRisk.Text;

namespace CollabRisk.Planning;

/// <summary>Takes what people wrote into tables of a plan.</summary>
internal sealed class PlanTableReader(ActionPlan plan, List<AnswerProblem> problems)
{
    public const string Code = "Code";

    /// <summary>The columns in which people write.</summary>
    public static readonly IReadOnlyList<string> Written = [Owner, Due, State, Note];

    private const string Step = "Step";

    private const string Owner = "Owner";

    private const string Due = "Due";

    private const string State = "State";

    private const string Note = "Note";

    private static readonly IReadOnlyDictionary<string, StepState> States =
        Enum.GetValues<StepState>().ToDictionary(state => Words.Humanize($"{state}"), StringComparer.OrdinalIgnoreCase);

    /// <summary>Where each step was written about, in words.</summary>
    private readonly Dictionary<string, string> seen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The plan with what was read so far.</summary>
    public ActionPlan Plan { get; private set; } = plan;

    /// <summary>Reads a table.</summary>
    /// <returns>Whether it is one of a plan at all.</returns>
    public bool TryRead(AnswerTable table)
    {
        for (var row = 0; row < Math.Min(table.Rows.Count, AnswerTable.MostAbove); row++)
        {
            var columns = ColumnsOf(table, row);
            if (columns.ContainsKey(Code) && Written.Any(columns.ContainsKey))
            {
                for (var at = row + 1; at < table.Rows.Count; at++)
                {
                    ReadRow(table, at, columns);
                }

                return true;
            }
        }

        return false;
    }

    private Dictionary<string, int> ColumnsOf(AnswerTable table, int row)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var column = 0; column < table.Rows[row].Count; column++)
        {
            foreach (var heading in Written.Append(Step).Append(Code).Where(heading => FactValues.IsSame(table[row, column], heading) && !columns.TryAdd(heading, column)))
            {
                Report(table, row, column, $"'{heading}' is the heading of another column too. Give each its own, or remove one.");
            }
        }

        return columns;
    }

    private void ReadRow(AnswerTable table, int row, Dictionary<string, int> columns)
    {
        var code = Text(table, row, columns, Code);
        var action = Text(table, row, columns, Step);
        if (code.Length == 0)
        {
            if (columns.FirstOrDefault(column => table[row, column.Value].Length > 0) is { Key: not null } written)
            {
                Report(table, row, written.Value, $"'{Shown.Name(table[row, written.Value])}' is in a row without a code, so that no one knows for which step. Write the code of the step in column '{Code}', or a code of your own, such as OFFSITE, for a step of your own.");
            }

            return;
        }

        var step = Plan.Steps.FirstOrDefault(each => each.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
        if (!seen.TryAdd(code, $"{table}, cell {AnswerTable.Address(row, columns[Code])}"))
        {
            Report(table, row, columns[Code], $"the step '{Shown.Name(code)}' is in {seen[code]} too. Keep one of the two.");
            return;
        }

        if (step is null && action.Length == 0)
        {
            Report(table, row, columns[Code], $"no step of the plan has the code '{Shown.Name(code)}'.{DidYouMean.Sentence(code, Plan.Steps.Select(each => each.Code))} To add a step of your own, say in column '{Step}' what to do.");
            return;
        }

        if (step is null && Plan.Steps.FirstOrDefault(each => each.Action == action) is { } same)
        {
            Report(table, row, columns[Code], $"no step of the plan has the code '{Shown.Name(code)}', and {same.Code} says the same. Write that code, or say something else for a step of your own.");
            return;
        }

        if (!FactValues.Takes(action))
        {
            Report(table, row, columns[Step], AnswerTable.TooLong(action));
            return;
        }

        var changed = Read(table, row, columns, step ?? new ActionStep(code, action));
        Plan = step is null ? Plan.With(changed) : Plan.With(step.Code, _ => changed);
    }

    private ActionStep Read(AnswerTable table, int row, Dictionary<string, int> columns, ActionStep step)
    {
        var (due, state) = (step.Due, step.State);
        if (columns.TryGetValue(Due, out var column))
        {
            var text = table[row, column];
            due = text.Length == 0 ? null : CalendarDay.Read(text);
            if (due is null && text.Length > 0)
            {
                Report(table, row, column, $"'{Shown.Name(text)}' is not a day. Write it as 2026-03-31.");
            }
        }

        if (columns.TryGetValue(State, out column))
        {
            var text = table[row, column];
            if (!States.TryGetValue(text, out state))
            {
                Report(table, row, column, $"{(text.Length == 0 ? "there is no state" : $"'{Shown.Name(text)}' is not a state")}. Give {Words.List([.. States.Keys], "or")}.{DidYouMean.Sentence(text, States.Keys)}");
            }
        }

        return step with { Due = due, State = state, Owner = Said(Owner, step.Owner), Note = Said(Note, step.Note) };

        string? Said(string heading, string? before)
        {
            if (!columns.TryGetValue(heading, out var at))
            {
                return before;
            }

            var text = table[row, at];
            if (!FactValues.Takes(text))
            {
                Report(table, row, at, AnswerTable.TooLong(text));
            }

            // A table shows a text on one line and without what is not seen: that alone is not another text.
            return text.Length == 0 ? null : before is not null && AsShown(before) == AsShown(text) ? before : text;
        }
    }

    private static string AsShown(string text) => string.Join(' ', Unseen.Replaced(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Text(AnswerTable table, int row, Dictionary<string, int> columns, string heading) => columns.TryGetValue(heading, out var column) ? table[row, column] : "";

    private void Report(AnswerTable table, int row, int column, string message) => problems.Add(table.ProblemAt(row, column, message));
}
