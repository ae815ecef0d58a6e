using System.Text.RegularExpressions;
using CollabRisk.Reporting.Content;
using CollabRisk.Text;

namespace CollabRisk.Reporting.Spreadsheets;

/// <summary>Makes any text fit for a cell.</summary>
internal static partial class CellText
{
    /// <summary>The most characters that a cell takes; a workbook with more in one is called broken.</summary>
    public const int MostCharacters = 32_767;

    /// <summary>The text as it is read: what is not seen is replaced, and what does not fit is cut.</summary>
    public static string Shown(string text) => LongNames.Cut(Unseen.Replaced(text), MostCharacters - 1);

    /// <summary>
    /// The text as it is written in the file. There _x0041_ is the letter A (ISO/IEC 29500-1, 22.9.2.19), so an underscore that would begin
    /// such a code is written as a code itself.
    /// </summary>
    public static string Written(string shown) => Code.Replace(shown, "_x005F_");

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Code { get; }
}
