using CollabRisk.Reporting.Content;

namespace CollabRisk.Reporting.Spreadsheets;

/// <summary>A column: its heading, how many characters wide it is, whether people write in it, and whether they write days.</summary>
internal sealed record Column(string Heading, int Width, bool IsFilledIn = false, bool IsOfDays = false);

/// <summary>A cell without a value, in which people write a day: what is typed there is shown and kept as one, whichever program types it.</summary>
internal sealed record RoomForDay
{
    public static RoomForDay Here { get; } = new();
}

/// <summary>What may be written in some cells of a sheet.</summary>
/// <param name="Cells">Their addresses. A formula is written for the first of them.</param>
/// <param name="Range">The cells that have the answers to choose from, as a formula names them; <see langword="null"/> where there is no list.</param>
/// <param name="Formula">What must hold of what is written, as a formula; <see langword="null"/> where anything may be.</param>
/// <param name="Says">What is allowed, in words.</param>
internal sealed record CellRule(IReadOnlyList<string> Cells, string? Range, string? Formula, string Says);

/// <summary>A table on a sheet of its own. A cell is a text, a whole number, a day, or empty.</summary>
internal sealed class Sheet(string name, params Column[] columns)
{
    private readonly List<object?[]> rows = [];

    /// <summary>The name on its tab: at most 31 characters, and different from the others.</summary>
    public string Name { get; } = name;

    public IReadOnlyList<Column> Columns { get; } = columns;

    public IReadOnlyList<object?[]> Rows => rows;

    /// <summary>What is said where there is no row, so that an empty table is not read as good news.</summary>
    public string? WhenEmpty { get; init; }

    /// <summary>What may be written in its cells.</summary>
    public IReadOnlyList<CellRule> Rules { get; init; } = [];

    /// <summary>Whether it is there for other sheets and not for readers.</summary>
    public bool IsHidden { get; init; }

    /// <summary>A table as any kind of file has it, with columns as wide as what is usual in them.</summary>
    public static Sheet Of(Table table)
    {
        var sheet = new Sheet(table.Name, [.. table.Headings.Select((heading, at) => new Column(heading, WidthOf(heading, table.Rows.Select(row => row[at]))))]) { WhenEmpty = table.WhenEmpty };
        foreach (var row in table.Rows)
        {
            sheet.Row(row);
        }

        return sheet;
    }

    private static int WidthOf(string heading, IEnumerable<object?> cells) =>
        Math.Clamp(cells.Select(cell => cell is string text ? text.Length : 10).Append(heading.Length).Max() + 2, 8, 60);

    public void Row(params object?[] cells)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cells.Length, Columns.Count);
        rows.Add(cells);
    }
}
