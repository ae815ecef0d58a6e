using System.Text;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Csv;

/// <summary>Rows of values separated by commas (RFC 4180), safe to open in a spreadsheet.</summary>
internal sealed class CsvText
{
    private readonly StringBuilder text = new();

    /// <summary>Adds a row.</summary>
    public void Row(params IEnumerable<string?> cells) => text.AppendJoin(',', cells.Select(Cell)).Append('\n');

    public override string ToString() => text.ToString();

    /// <summary>
    /// A value in quotes. One that a spreadsheet would take for a formula begins with an apostrophe instead, and what is not seen is replaced:
    /// names come from files of others.
    /// </summary>
    private static string Cell(string? value)
    {
        var cell = new StringBuilder();
        foreach (var (rune, isSeen) in Unseen.Of(value ?? ""))
        {
            _ = rune.Value is '\n' or '\r' or '\t' ? cell.Append(' ')
                : rune.Value == '"' ? cell.Append("\"\"")
                : isSeen ? cell.Append(rune.ToString())
                : cell.Append('\uFFFD');
        }

        return BeginsLikeFormula(cell.ToString()) ? $"\"'{cell}\"" : $"\"{cell}\"";
    }

    /// <summary>Whether a spreadsheet would take a value for a formula if it was typed in.</summary>
    public static bool BeginsLikeFormula(string value) => value.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..];
}
