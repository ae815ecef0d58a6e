namespace CollabRisk.Reporting.Spreadsheets;

/// <summary>A column: its heading, and how many characters wide it is.</summary>
internal sealed record Column(string Heading, int Width);

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

    public void Row(params object?[] cells)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cells.Length, Columns.Count);
        rows.Add(cells);
    }
}
