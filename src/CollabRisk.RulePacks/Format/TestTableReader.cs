using System.Globalization;
using CollabRisk.RulePacks.Yaml;
using CollabRisk.Text;

namespace CollabRisk.RulePacks.Format;

/// <summary>Reads a table of tests: a test for each row, with the facts and the outcomes of its cells.</summary>
internal sealed class TestTableReader(MapReader table, PackProblems problems)
{
    /// <summary>A cell that says nothing: the null of YAML.</summary>
    private const string Nothing = "~";

    private static readonly IReadOnlyDictionary<string, Outcome> Outcomes = new Dictionary<string, Outcome>(StringComparer.Ordinal)
    {
        ["raised"] = Outcome.Raised,
        [TestKeys.Clear.Name] = Outcome.Clear,
        [TestKeys.Undetermined.Name] = Outcome.Undetermined,
        [TestKeys.NotApplicable.Name] = Outcome.NotApplicable,
    };

    private static readonly IReadOnlyList<string> Levels = [nameof(Level.Low), nameof(Level.Moderate), nameof(Level.High)];

    private static readonly IReadOnlyList<string> OutcomeWords = [.. Outcomes.Keys, .. Levels];

    private static readonly IReadOnlyList<string> OverallWords = [nameof(Level.None), .. Levels];

    /// <summary>What the cell of a rule can say.</summary>
    public static IReadOnlyList<string> Cells { get; } = [.. OutcomeWords, Nothing];

    /// <summary>What the cell of the overall range can say.</summary>
    public static IReadOnlyList<string> OverallCells { get; } = [.. OverallWords, Nothing];

    /// <summary>The columns of what is expected that is not a rule.</summary>
    public static IReadOnlyList<Key> OtherColumns { get; } = [TestKeys.Overall, TestKeys.Asks];

    public IEnumerable<WrittenTest> Read()
    {
        var (name, caseFile, common) = (table.Text(TableTestKeys.Name), TestReader.CaseFileOf(table, TableTestKeys.CaseFile), TestReader.FactsOf(table, TableTestKeys.Facts));
        var columns = table.Scalars(TableTestKeys.Columns).ToList();
        if (columns.Count > 0 && columns.TrueForAll(column => IsFact(column.Text)))
        {
            table.Report(PackProblemKinds.MissingKey, table.PlaceOf(TableTestKeys.Columns), $"the table expects nothing: no column is the code of a rule, '{TestKeys.Overall.Name}' or '{TestKeys.Asks.Name}'. Add one.");
        }

        foreach (var twice in columns.GroupBy(column => column.Text, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            table.Report(PackProblemKinds.DefinedTwice, twice.Last().Place, $"two columns are {Shown.Value(twice.Key)}. Keep one.");
        }

        foreach (var (number, row) in Rows().Index())
        {
            if (row is YamlList { Items: var cells } && cells.Count == columns.Count)
            {
                yield return Test($"{name}: {NameOf([.. cells.Where((_, at) => IsFact(columns[at].Text))], number)}", row, [.. columns.Zip(cells)], caseFile, common);
            }
            else
            {
                table.Report(PackProblemKinds.WrongKind, row.Place, row is YamlList { Items.Count: var count }
                    ? $"the row has {Words.Count(count, "cell")}, and the table {Words.Count(columns.Count, "column")}. Write '{Nothing}' where a cell says nothing."
                    : $"a row is a list of cells in square brackets, in the order of '{TableTestKeys.Columns.Name}'; found {row.InWords}.");
            }
        }
    }

    private IReadOnlyList<YamlNode> Rows()
    {
        switch (table.Node(TableTestKeys.Rows))
        {
            case YamlList { Items: { Count: > 0 } rows }:
                return rows;
            case null:
                break;
            case var other:
                table.Report(PackProblemKinds.WrongKind, other.Place, $"'{TableTestKeys.Rows.Name}' is a list of rows, each a list of cells in square brackets; found {other.InWords}.");
                break;
        }

        return [];
    }

    private WrittenTest Test(string name, YamlNode row, IReadOnlyList<(YamlScalar Column, YamlNode Cell)> cells, YamlScalar? caseFile, YamlMap? common)
    {
        var said = cells.Where(each => each.Cell is not YamlScalar { IsEmpty: true }).ToList();
        var facts = said.Where(each => IsFact(each.Column.Text)).ToList();
        var above = common?.Entries.Where(entry => !facts.Exists(each => each.Column.Text == entry.Key.Text)) ?? [];
        var expected = said.Where(each => IsRule(each.Column.Text)).Select(each => Expected(each.Column.Text, each.Cell)).OfType<ExpectedOutcome>().ToList();
        if (said.TrueForAll(each => IsFact(each.Column.Text) || each.Cell is YamlList { Items.Count: 0 }))
        {
            table.Report(PackProblemKinds.MissingKey, row.Place, "the row expects nothing. Say what a rule or the overall range comes to, or what is asked; or leave the row out.");
        }

        return new WrittenTest(name, row.Place, caseFile, new YamlMap(row.Place, [.. above, .. facts]), expected)
        {
            Overall = Cell(TestKeys.Overall) is { } overall ? Overall(overall) : null,
            Asks = Cell(TestKeys.Asks) is { } asks ? Asks(asks) : [],
        };

        YamlNode? Cell(Key column) => said.Find(each => each.Column.Text == column.Name).Cell;
    }

    private ExpectedOutcome? Expected(string rule, YamlNode cell)
    {
        if (cell is YamlScalar { Text: var text })
        {
            if (Outcomes.TryGetValue(text, out var outcome))
            {
                return new ExpectedOutcome(cell.Place, rule, outcome, null, null);
            }

            if (Levels.Contains(text))
            {
                return new ExpectedOutcome(cell.Place, rule, Outcome.Raised, null, Enum.Parse<Level>(text));
            }
        }

        if (cell is YamlMap)
        {
            return MapReader.Open(cell, TestReader.Cell, problems) is { } map ? TestReader.Expected(map, rule, Outcome.Raised) : null;
        }

        table.Report(PackProblemKinds.UnknownWord, cell.Place, $"{cell.InWords} is not what {rule} can come to. Write {Words.List(OutcomeWords, "or")}, what is raised in curly brackets, or '{Nothing}' for nothing.{(cell is YamlScalar scalar ? DidYouMean.Sentence(scalar.Text, OutcomeWords) : "")}");
        return null;
    }

    /// <summary>The overall range: a level, which both ends are, or its ends.</summary>
    private ExpectedRange? Overall(YamlNode cell)
    {
        if (cell is YamlMap)
        {
            return MapReader.Open(cell, RangeKeys.Shape, problems) is { } range ? TestReader.Range(range) : null;
        }

        if (cell is YamlScalar { Text: var text } && OverallWords.Contains(text))
        {
            var level = Enum.Parse<Level>(text);
            return new(cell.Place, level, level);
        }

        table.Report(PackProblemKinds.UnknownWord, cell.Place, $"{cell.InWords} is not an overall range. Write {Words.List(OverallWords, "or")}, or its ends in curly brackets, or '{Nothing}' for nothing.{(cell is YamlScalar other ? DidYouMean.Sentence(other.Text, OverallWords) : "")}");
        return null;
    }

    /// <summary>The facts that must be asked for: a path, or a list of them.</summary>
    private IReadOnlyList<YamlScalar> Asks(YamlNode cell)
    {
        var items = cell is YamlList list ? list.Items : [cell];
        foreach (var other in items.Where(item => item is not YamlScalar))
        {
            table.Report(PackProblemKinds.WrongKind, other.Place, $"'{TestKeys.Asks.Name}' has the path of a fact, or several in square brackets; found {other.InWords}.");
        }

        return [.. items.OfType<YamlScalar>()];
    }

    private static bool IsFact(string column) => !IsRule(column) && !OtherColumns.Any(other => other.Name == column);

    /// <summary>Codes of rules are in capitals, and no path of a fact is.</summary>
    public static bool IsRule(string column) => column is [>= 'A' and <= 'Z', ..];

    /// <summary>What tells a row from the others: its facts, or its number where they are too much to read.</summary>
    private static string NameOf(IReadOnlyList<YamlNode> facts, int number) => facts.SelectMany(cell => cell.All).Any(node => node is YamlMap)
        ? string.Create(CultureInfo.InvariantCulture, $"row {number + 1}")
        : string.Join(", ", facts.Select(Text));

    private static string Text(YamlNode cell) => cell is YamlScalar scalar ? scalar.IsEmpty ? Nothing : scalar.Text : $"[{string.Join(", ", ((YamlList)cell).Items.Select(Text))}]";
}
