using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using CollabRisk.Questionnaires;
using CollabRisk.Reporting.Content;
using CollabRisk.Reporting.Csv;
using CollabRisk.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace CollabRisk.Reporting.Spreadsheets;

/// <summary>Writes tables as a workbook (Office Open XML, transitional).</summary>
internal static class Workbook
{
    /// <summary>The most rows that a sheet takes.</summary>
    private const int MostRows = 1_048_576;

    /// <summary>The first day that spreadsheets agree on: before it, some count a 29 February 1900 that never was.</summary>
    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    /// <summary>The day from which spreadsheets count.</summary>
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>The earliest time that a ZIP file can hold: no report asks a clock.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The kinds of cells, by their place among the cell formats.</summary>
    private enum Style : uint
    {
        Text,
        Heading,
        FormulaLike,
        Number,
        Day,
        FilledIn,
        FilledInDay,
    }

    /// <summary>The most characters that a message about a cell takes.</summary>
    private const int MostInMessage = 250;

    /// <summary>The namespace of what a workbook says; the library writes it with a prefix, which some readers do not understand.</summary>
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static byte[] Write(IReadOnlyList<Sheet> sheets) => Plain(Document(sheets, MostRows));

    /// <summary>The workbook as it comes from the library, with as many rows on a sheet.</summary>
    internal static MemoryStream Document(IReadOnlyList<Sheet> sheets, int mostRows)
    {
        var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            // Ids are given, since those that the library chooses differ from run to run.
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "workbook");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            AddTheme(workbook);
            var list = new Sheets();
            for (var at = 0; at < sheets.Count; at++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"sheet{at + 1}");
                Write(sheets[at], workbook.AddNewPart<WorksheetPart>(id), isFirst: at == 0, mostRows);
                list.AppendChild(new Xlsx.Sheet { Name = sheets[at].Name, SheetId = (uint)at + 1, Id = id, State = sheets[at].IsHidden ? SheetStateValues.Hidden : null });
            }

            workbook.Workbook = new Xlsx.Workbook(list);
        }

        return stream;
    }

    /// <summary>
    /// A theme: programs that change a workbook name one in what they save, whether there is one or not, and such a file is then broken.
    /// </summary>
    private static void AddTheme(WorkbookPart workbook)
    {
        using var theme = typeof(Workbook).Assembly.GetManifestResourceStream("Theme.xml")!;
        workbook.AddNewPart<ThemePart>("theme").FeedData(theme);
    }

    private static void Write(Sheet sheet, WorksheetPart part, bool isFirst, int mostRows)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        {
            WorkbookViewId = 0,
            TabSelected = isFirst ? true : null,
        }));
        writer.WriteElement(new Columns(sheet.Columns.Select((column, at) => new Xlsx.Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = column.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        Row(writer, 1, [.. sheet.Columns.Select(column => (object?)column.Heading)], sheet.Columns, Style.Heading);

        var rows = sheet.Rows.Count > 0 || sheet.WhenEmpty is null ? sheet.Rows : [[sheet.WhenEmpty]];
        var fitting = rows.Count < mostRows ? rows.Count : mostRows - 2;
        for (var at = 0; at < fitting; at++)
        {
            Row(writer, at + 2, rows[at], sheet.Columns, Style.Text);
        }

        if (fitting < rows.Count)
        {
            Row(writer, fitting + 2, [$"{Words.Count(rows.Count - fitting, "row does", "rows do")} not fit on a sheet and {(rows.Count - fitting == 1 ? "is" : "are")} left out."], [], Style.Text);
        }

        writer.WriteEndElement();
        if (sheet.Rows.Count > 0)
        {
            writer.WriteElement(new AutoFilter { Reference = $"A1:{AnswerTable.Address(fitting, sheet.Columns.Count - 1)}" });
        }

        if (sheet.Rules.Count > 0)
        {
            writer.WriteElement(new DataValidations(sheet.Rules.Select(Validation)) { Count = (uint)sheet.Rules.Count });
        }

        writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteEndElement();
    }

    private static DataValidation Validation(CellRule rule)
    {
        var validation = new DataValidation
        {
            SequenceOfReferences = new ListValue<StringValue>(rule.Cells.Select(cell => new StringValue(cell))),
            AllowBlank = true,
            Type = rule.Range is not null ? DataValidationValues.List : rule.Formula is not null ? DataValidationValues.Custom : DataValidationValues.None,
            ShowErrorMessage = true,
            ErrorTitle = "Not an answer here",
            Error = LongNames.Cut(rule.Says, MostInMessage),
            ShowInputMessage = rule.Range is null ? true : null,
            Prompt = rule.Range is null ? LongNames.Cut(rule.Says, MostInMessage) : null,
        };
        if ((rule.Range ?? rule.Formula) is { } formula)
        {
            validation.Formula1 = new Formula1(formula);
        }

        return validation;
    }

    private static void Row(OpenXmlWriter writer, int number, IReadOnlyList<object?> cells, IReadOnlyList<Column> columns, Style text)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        for (var column = 0; column < cells.Count; column++)
        {
            var isFilledIn = text == Style.Text && column < columns.Count && columns[column].IsFilledIn;
            if (cells[column] is not (null or "" or RoomForDay))
            {
                writer.WriteElement(Cell(cells[column]!, AnswerTable.Address(number - 1, column), isFilledIn ? Style.FilledIn : text));
            }
            else if (isFilledIn)
            {
                writer.WriteElement(new Cell { CellReference = AnswerTable.Address(number - 1, column), StyleIndex = (uint)(columns[column].IsOfDays || cells[column] is RoomForDay ? Style.FilledInDay : Style.FilledIn) });
            }
        }

        writer.WriteEndElement();
    }

    private static Cell Cell(object value, string place, Style text) => value switch
    {
        int number => Number(number.ToString(CultureInfo.InvariantCulture), text == Style.FilledIn ? text : Style.Number, place),
        decimal number => Number(number.ToString("0.############################", CultureInfo.InvariantCulture), text == Style.FilledIn ? text : Style.Number, place),
        DateOnly day when day >= FirstDay => Number((day.DayNumber - DayZero.DayNumber).ToString(CultureInfo.InvariantCulture), text == Style.FilledIn ? Style.FilledInDay : Style.Day, place),
        DateOnly day => Text(CalendarDay.Write(day), text, place),
        string words => Text(words, text, place),
        _ => throw new ArgumentException($"A cell does not hold a {value.GetType().Name}.", nameof(value)),
    };

    private static Cell Number(string number, Style style, string place) =>
        new() { CellReference = place, StyleIndex = (uint)style, CellValue = new CellValue(number) };

    /// <summary>
    /// A text. It is never a formula in the file, whatever it begins with; the format keeps it a text where someone edits the cell and confirms
    /// it as it was.
    /// </summary>
    private static Cell Text(string words, Style style, string place)
    {
        var shown = CellText.Shown(words);
        return new()
        {
            CellReference = place,
            StyleIndex = (uint)(style == Style.Text && CsvText.BeginsLikeFormula(shown) ? Style.FormulaLike : style),
            DataType = CellValues.InlineString,
            InlineString = new InlineString(new Xlsx.Text(CellText.Written(shown)) { Space = SpaceProcessingModeValues.Preserve }),
        };
    }

    private static Stylesheet Styles()
    {
        const uint Days = 164;
        static CellFormat Of(uint font = 0, uint fill = 0, uint format = 0, uint border = 0, bool isFormulaLike = false) => new(
            new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true })
        {
            FontId = font,
            FillId = fill,
            BorderId = border,
            NumberFormatId = format,
            FormatId = 0,
            ApplyAlignment = true,
            ApplyBorder = border > 0 ? true : null,
            ApplyFont = font > 0 ? true : null,
            ApplyFill = fill > 0 ? true : null,
            ApplyNumberFormat = format > 0 ? true : null,
            QuotePrefix = isFormulaLike ? true : null,
        };

        static T Line<T>(T border)
            where T : BorderPropertiesType
        {
            border.Style = BorderStyleValues.Thin;
            border.Color = new Color { Rgb = "FFB8B4A8" };
            return border;
        }

        // The first two fills are what every spreadsheet takes for "none" and for a pattern of its own, whatever is written there.
        return new(
            new NumberingFormats(new NumberingFormat { NumberFormatId = Days, FormatCode = "d mmm yyyy" }),
            new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE4E9EE" }) { PatternType = PatternValues.Solid }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFFDFBF2" }) { PatternType = PatternValues.Solid })),
            new Borders(
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
                new Border(Line(new LeftBorder()), Line(new RightBorder()), Line(new TopBorder()), Line(new BottomBorder()), new DiagonalBorder())),
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
            new CellFormats(Of(), Of(font: 1, fill: 2), Of(isFormulaLike: true), Of(), Of(format: Days), Of(fill: 3, border: 1), Of(fill: 3, format: Days, border: 1)),
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));
    }

    /// <summary>
    /// The same file with its parts in one order, without the times at which they were written, and with names as all other programs write them:
    /// <c>row</c>, where the library has <c>x:row</c>.
    /// </summary>
    private static byte[] Plain(MemoryStream document)
    {
        using var result = new MemoryStream();
        using (var from = new ZipArchive(document, ZipArchiveMode.Read))
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in from.Entries.OrderBy(part => part.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(part.FullName);
                copy.LastWriteTime = NoTime;
                using var read = XmlReader.Create(part.Open(), new XmlReaderSettings { CloseInput = true, IgnoreWhitespace = true });
                using var write = XmlWriter.Create(copy.Open(), new XmlWriterSettings { CloseOutput = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
                Copy(read, write);
            }
        }

        return result.ToArray();
    }

    /// <summary>Copies a part without the prefix. Parts have elements, attributes and texts, and nothing else.</summary>
    private static void Copy(XmlReader read, XmlWriter write)
    {
        write.WriteStartDocument(standalone: true);
        while (read.Read())
        {
            switch (read.NodeType)
            {
                case XmlNodeType.Element:
                    var isEmpty = read.IsEmptyElement;
                    write.WriteStartElement(read.NamespaceURI == Main ? "" : read.Prefix, read.LocalName, read.NamespaceURI);
                    while (read.MoveToNextAttribute())
                    {
                        if (read.Value != Main)
                        {
                            write.WriteAttributeString(read.Prefix, read.LocalName, read.NamespaceURI, read.Value);
                        }
                    }

                    if (isEmpty)
                    {
                        write.WriteEndElement();
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace:
                    write.WriteString(read.Value);
                    break;
                case XmlNodeType.EndElement:
                    write.WriteEndElement();
                    break;
            }
        }

        write.WriteEndDocument();
    }
}
