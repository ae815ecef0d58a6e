using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using CollabRisk.Questionnaires;
using CollabRisk.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace CollabRisk.Reporting.Spreadsheets;

/// <summary>Reads the cells of a workbook as texts, whichever program wrote it.</summary>
internal static partial class WorkbookReader
{
    /// <summary>So much is unpacked of a part at most: a small file must not become a large one.</summary>
    private const int MostCharacters = 64 << 20;

    private const int MostRows = 20_000;

    private const int MostColumns = 1_000;

    /// <exception cref="InvalidDataException">It is not a workbook, or damaged or too large.</exception>
    public static IReadOnlyList<AnswerTable> Read(Stream content, string name)
    {
        try
        {
            using var document = SpreadsheetDocument.Open(content, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharacters });
            if (document.WorkbookPart is not { Workbook: { } workbook } part)
            {
                throw new RefusedException("it is not a workbook (.xlsx). Save it as one, or as CSV.");
            }

            var cells = new CellReading(part);
            return
            [
                .. workbook.Descendants<Xlsx.Sheet>().Where(sheet => sheet.Id?.Value is not null)
                    .Select(sheet => (sheet.Name, Part: part.GetPartById(sheet.Id!.Value!) as WorksheetPart)).Where(sheet => sheet.Part is not null)
                    .Select(sheet => new AnswerTable(name, sheet.Name?.Value ?? "", Rows(sheet.Part!, cells))),
            ];
        }
        catch (RefusedException e)
        {
            throw new InvalidDataException(e.Message);
        }
        catch (Exception e) when (IsOfDamage(e))
        {
            throw new InvalidDataException("it is not a workbook (.xlsx), or is damaged or too large. Open it in a spreadsheet and save it again as .xlsx, or as CSV.", e);
        }
    }

    /// <summary>Whether an exception is what a damaged file comes to somewhere between the archive, its XML and the library that reads both.</summary>
    private static bool IsOfDamage(Exception e) => e is OpenXmlPackageException or FileFormatException or XmlException or ArgumentException or FormatException or InvalidOperationException or OverflowException
        or IndexOutOfRangeException or InvalidDataException or IOException or NotSupportedException or KeyNotFoundException or NullReferenceException or InvalidCastException;

    private static List<IReadOnlyList<string?>> Rows(WorksheetPart part, CellReading cells)
    {
        var rows = new List<IReadOnlyList<string?>>();
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }

            var row = (Row)reader.LoadCurrentElement()!;
            var number = row.RowIndex?.Value is { } given ? (long)given : rows.Count + 1;
            var texts = new List<string?>();
            foreach (var cell in row.Elements<Cell>())
            {
                var column = cell.CellReference?.Value is { } address ? ColumnOf(address) : texts.Count;
                var text = cells.TextOf(cell);
                if (string.IsNullOrEmpty(text))
                {
                    continue;
                }

                if (number > MostRows || column >= MostColumns)
                {
                    throw new RefusedException($"it has a value in cell {cell.CellReference?.Value}. At most {MostRows.ToString(CultureInfo.InvariantCulture)} rows and {MostColumns.ToString(CultureInfo.InvariantCulture)} columns are read. Remove what is not part of the questionnaire.");
                }

                while (texts.Count < column)
                {
                    texts.Add(null);
                }

                texts.Add(text);
            }

            if (texts.Count == 0)
            {
                continue;
            }

            while (rows.Count < number - 1)
            {
                rows.Add([]);
            }

            rows.Add(texts);
        }

        return rows;
    }

    private static int ColumnOf(string address)
    {
        var column = 0;
        foreach (var letter in address.TakeWhile(char.IsAsciiLetter))
        {
            column = checked((column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1));
        }

        return column - 1;
    }

    /// <summary>Why a file is refused, in words for the person who gave it.</summary>
    private sealed class RefusedException(string message) : Exception(message);

    /// <summary>What the cells of one workbook say.</summary>
    private sealed partial class CellReading
    {
        private readonly List<string> shared;
        private readonly List<string> formats;
        private readonly DateOnly dayZero;

        public CellReading(WorkbookPart part)
        {
            shared = [.. part.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => Of(item)) ?? []];
            var styles = part.WorkbookStylesPart?.Stylesheet;
            var own = styles?.NumberingFormats?.Elements<NumberingFormat>().Where(format => format.NumberFormatId is not null)
                .GroupBy(format => format.NumberFormatId!.Value).ToDictionary(same => same.Key, same => same.First().FormatCode?.Value ?? "") ?? [];
            formats = [.. styles?.CellFormats?.Elements<CellFormat>().Select(format => format.NumberFormatId?.Value is { } id ? own.GetValueOrDefault(id) ?? BuiltIn(id) : "") ?? []];

            // Workbooks that began on an old Mac count from 1904.
            dayZero = part.Workbook!.WorkbookProperties?.Date1904?.Value == true ? new(1904, 1, 1) : new(1899, 12, 30);
        }

        public string? TextOf(Cell cell)
        {
            var value = cell.CellValue?.Text ?? "";
            var type = cell.DataType?.Value;
            return type == CellValues.SharedString ? shared[int.Parse(value, CultureInfo.InvariantCulture)]
                : type == CellValues.InlineString ? cell.InlineString is { } inline ? Of(inline) : null
                : type == CellValues.Boolean ? value is "1" or "true" ? "yes" : value.Length > 0 ? "no" : null
                : type == CellValues.String || type == CellValues.Error ? Decoded(value)
                : type == CellValues.Date ? value.Split('T')[0]
                : value.Length == 0 ? null
                : Number(double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture), cell.StyleIndex?.Value is { } style && style < formats.Count ? formats[(int)style] : "");
        }

        private string Number(double number, string format)
        {
            if (format.Contains('%', StringComparison.Ordinal))
            {
                return Plain(number * 100) + "%";
            }

            return IsOfDay(format) && number is >= 0 and < 2_958_466
                ? CalendarDay.Write(dayZero.AddDays((int)Math.Floor(number)))
                : Plain(number);
        }

        /// <summary>The number as a person typed it: fifteen digits, which is what spreadsheets keep.</summary>
        private static string Plain(double number) => Math.Abs(number) < 1e15
            ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);

        /// <summary>Whether a format shows a day: it has a letter of days or years outside of quotes, brackets and escapes.</summary>
        private static bool IsOfDay(string format) => Quoted.Replace(format, "").AsSpan().IndexOfAny("dyDY") >= 0;

        /// <summary>The formats that no workbook spells out, as far as they are of days or shares.</summary>
        private static string BuiltIn(uint id) => id switch
        {
            9 or 10 => "0%",
            (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => "d",
            _ => "",
        };

        /// <summary>A text with its pieces, but without the readings that are written above characters.</summary>
        private static string Of(OpenXmlElement item) =>
            Decoded(string.Concat(item.ChildElements.SelectMany(child => child is Xlsx.Text text ? [text.Text] : child is Run run ? run.Elements<Xlsx.Text>().Select(each => each.Text) : [])));

        /// <summary>The text without the codes of characters that XML does not take.</summary>
        private static string Decoded(string text) => Code.Replace(text, match => ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

        [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
        private static partial Regex Code { get; }

        [GeneratedRegex("""
            "[^"]*"|\[[^\]]*\]|\\.
            """)]
        private static partial Regex Quoted { get; }
    }
}
