using System.Globalization;
using CollabRisk.Facts;
using CollabRisk.Text;

namespace CollabRisk.Questionnaires;

/// <summary>A table that someone filled in, wherever it comes from: the cells as texts, with the file and the sheet for messages.</summary>
/// <remarks>
/// Days are written 2024-03-31 and numbers with a point, whatever the culture; a cell without anything is <see langword="null"/> or blank.
/// Immutable and thread-safe, where the rows are.
/// </remarks>
public sealed class AnswerTable
{
    /// <summary>Makes a table.</summary>
    /// <param name="file">The file that it is from. Its name without the folder and the ending says who answers, where no heading does.</param>
    /// <param name="sheet">The sheet of the file; <see langword="null"/> where it has none.</param>
    /// <param name="rows">The rows from the first of the sheet, so that the addresses in messages are right; a row may end early.</param>
    /// <exception cref="ArgumentNullException">The file, the rows or one of them is <see langword="null"/>.</exception>
    public AnswerTable(string file, string? sheet, IEnumerable<IReadOnlyList<string?>> rows)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(rows);
        File = file;
        Sheet = sheet;
        Rows = [.. rows];
        foreach (var row in Rows)
        {
            ArgumentNullException.ThrowIfNull(row, nameof(rows));
        }
    }

    /// <summary>Above the headings there may be a title and a few lines; further down nothing is looked for.</summary>
    internal const int MostAbove = 20;

    /// <summary>The file that it is from.</summary>
    public string File { get; }

    /// <summary>The sheet of the file; <see langword="null"/> where it has none.</summary>
    public string? Sheet { get; }

    /// <summary>The rows, from the first of the sheet.</summary>
    public IReadOnlyList<IReadOnlyList<string?>> Rows { get; }

    /// <summary>The file, and the sheet where there is one.</summary>
    public override string ToString() => Sheet is null ? File : $"{File}, sheet '{Sheet}'";

    /// <summary>The address of a cell, as spreadsheets write it: A1, Z9, AA10.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="column">The column, from 0.</param>
    internal static string Address(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Words.Letters(column)}{row + 1}");

    /// <summary>What is wrong with a text that is too long to keep.</summary>
    internal static string TooLong(string text) =>
        string.Create(CultureInfo.InvariantCulture, $"the text '{Shown.Name(text)}' is too long: at most {FactValues.TextLength} characters are kept. Shorten it.");

    /// <summary>A problem of a cell.</summary>
    internal AnswerProblem ProblemAt(int row, int column, string message) => new(File, Sheet, Address(row, column), message);

    /// <summary>What a cell says, without blanks around it; the empty text where it says nothing.</summary>
    internal string this[int row, int column] => column >= 0 && column < Rows[row].Count ? Rows[row][column]?.Trim() ?? "" : "";
}
