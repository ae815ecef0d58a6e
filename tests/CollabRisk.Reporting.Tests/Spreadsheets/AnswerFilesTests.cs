using System.Globalization;
using System.IO.Compression;
using System.Text;
using CollabRisk.Facts;
using CollabRisk.Questionnaires;
using CollabRisk.Reporting.Spreadsheets;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace CollabRisk.Reporting.Tests.Spreadsheets;

/// <summary>Questionnaires as files to fill in, and what is read of files that people filled in.</summary>
public class AnswerFilesTests
{
    private static readonly Collaboration ControlRoom = new()
    {
        Name = "=1+1 \"Ærø\"; 局",
        AsOf = new(2026, 1, 12),
        StartYear = 2019,
        BenefitsSought = [Benefit.Resilience, Benefit.CostReduction],
        Vision = new() { Exists = true },
        Partners = [new() { Name = "Police", BenefitShare = 33.5m }, new() { Name = "-Fire_x0041_" }],
        Remarks = [new("vision.exists") { By = "Ann", On = new(2026, 1, 2), Evidence = "@minutes", Note = "two\nlines" }],
    };

    private static Questionnaire Filled => Questionnaire.Of(Cases.AllPacks.RuleBook, ControlRoom);

    [Fact]
    public void ToXlsx_Questionnaire_IsValidWithListsInItsCells()
    {
        var xlsx = Questionnaire.Of(Cases.AllPacks.RuleBook, ControlRoom, new() { Respondents = ["Ann", "Bob"] }).ToXlsx();
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken).Select(problem => problem.Description).Should().BeEmpty();
        var sheets = document.WorkbookPart!.Workbook!.Descendants<Xlsx.Sheet>().ToList();
        sheets.Select(sheet => (sheet.Name!.Value, sheet.State?.Value == SheetStateValues.Hidden)).Should().Equal(("How to answer", false), ("Questions", false), ("Lists", true));

        var questions = ((WorksheetPart)document.WorkbookPart.GetPartById(sheets[1].Id!.Value!)).Worksheet!;
        var cells = questions.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!, cell => cell.InnerText, StringComparer.Ordinal);
        var row = cells.Single(cell => cell.Value == "vision.exists").Key.TrimStart('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L');
        cells["F1"].Should().Be("Answer: Ann");
        cells["I1"].Should().Be("Answer: Bob");
        var rules = questions.Descendants<DataValidation>().ToList();
        var yesNo = rules.Single(rule => rule.SequenceOfReferences!.Items.Any(cell => cell.Value == "F" + row));
        yesNo.SequenceOfReferences!.Items.Select(cell => cell.Value).Should().Contain("I" + row);
        yesNo.Type!.Value.Should().Be(DataValidationValues.List);
        var list = ((WorksheetPart)document.WorkbookPart.GetPartById(sheets[2].Id!.Value!)).Worksheet!.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!, cell => cell.InnerText, StringComparer.Ordinal);
        var range = yesNo.Formula1!.Text["Lists!".Length..].Replace("$", "", StringComparison.Ordinal).Split(':');
        Enumerable.Range(int.Parse(range[0][1..], CultureInfo.InvariantCulture), 4).Select(at => list[$"{range[0][0]}{at}"]).Should().Equal("yes", "no", "don't know", "does not apply");
        range[1][1..].Should().Be((int.Parse(range[0][1..], CultureInfo.InvariantCulture) + 3).ToString(CultureInfo.InvariantCulture));
        rules.Should().Contain(rule => rule.Type!.Value == DataValidationValues.Custom && rule.Formula1!.Text.Contains(">=1800", StringComparison.Ordinal) && rule.Formula1.Text.Contains("<=2200", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public void Read_WhatAQuestionnaireWrote_GivesTheSameCollaboration(string format)
    {
        var file = format == "xlsx" ? Filled.ToXlsx() : Encoding.UTF8.GetBytes(Filled.ToCsv());
        var filled = Read(file);
        filled.Problems.Should().BeEmpty();
        var read = filled.Respondents.Should().ContainSingle().Which;
        read.Respondent.Should().Be("police");

        // A line in a CSV file is one line.
        var note = format == "xlsx" ? "two\nlines" : "two lines";
        read.Collaboration.Should().Be(ControlRoom with { Remarks = [ControlRoom.Remarks[0] with { Note = note }] });
    }

    [Fact]
    public void Read_CellsOfEveryKind_AreReadAsThePersonSeesThem()
    {
        var xlsx = Workbook(
            ["Fact", "Answer", "Said on"],
            [
                (Shared("vision.exists"), Of("1", CellValues.Boolean), Number("46034", 1)),
                (Shared("startYear"), Number("2019"), Number("46034.75", 2)),
                (Shared("asOf"), Number("46034", 2), null),
                (Shared("partners[A].benefitShare"), Number("0.335", 3), null),
                (Shared("partners[B].benefitShare"), Number("33.300000000000004"), null),
                (Shared("crossProfession"), new Cell { DataType = CellValues.String, CellFormula = new CellFormula("IF(1,\"yes\")"), CellValue = new CellValue("yes") }, null),
                (Shared("name"), Inline("a_x0007_b_x005F_x0041_"), null),
                (Shared("sameRegion"), Of("#N/A", CellValues.Error), Number("12")),
            ]);
        var filled = Read(xlsx);
        filled.Problems.Select(problem => problem.ToString()).Should().Equal(
            "police.xlsx, sheet 'S', cell C9: '12' is not a day. Write it as 2024-03-31.",
            "police.xlsx, sheet 'S', cell B9: '#N/A' is not an answer here. Give yes or no, or don't know, or does not apply.");

        var read = Read(Workbook(["Fact", "Answer", "Said on"], [.. Cells(xlsx).Take(7)])).Respondents[0].Collaboration;
        read.Should().BeEquivalentTo(new { Name = "a\ab_x0041_", StartYear = 2019, CrossProfession = true, AsOf = new DateOnly(2026, 1, 12) });
        read.Vision.Exists.Should().BeTrue();
        read.Partners!.Select(partner => partner.BenefitShare).Should().Equal(33.5m, 33.3m);
        read.Remarks.Select(remark => remark.On).Should().Equal(new DateOnly(2026, 1, 12), new DateOnly(2026, 1, 12));

        static IEnumerable<(Cell, Cell?, Cell?)> Cells(byte[] _) =>
        [
            (Shared("vision.exists"), Of("1", CellValues.Boolean), Number("46034", 1)),
            (Shared("startYear"), Number("2019"), Number("46034.75", 2)),
            (Shared("asOf"), Number("46034", 2), null),
            (Shared("partners[A].benefitShare"), Number("0.335", 3), null),
            (Shared("partners[B].benefitShare"), Number("33.300000000000004"), null),
            (Shared("crossProfession"), Inline("yes"), null),
            (Shared("name"), Inline("a_x0007_b_x005F_x0041_"), null),
        ];
    }

    [Theory]
    [InlineData("Fact,Answer\nvision.exists,yes\n")]
    [InlineData("\uFEFFFact;Answer\r\nvision.exists;yes\r\n")]
    [InlineData("Fact\tAnswer\r\n\r\nvision.exists\tyes")]
    [InlineData("\"Fact\",\"What counts\",\"Answer\"\n\"vision.exists\",\"a, \"\"b\"\"\nand c\",\"yes\"\n")]
    public void Read_CsvOfAnyCountry_IsRead(string text)
    {
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text.TrimStart('\uFEFF'))).ToArray() })
        {
            Read(bytes).Respondents.Should().ContainSingle().Which.Collaboration.Should().Be(new Collaboration { Vision = new() { Exists = true } });
        }
    }

    [Fact]
    public void Read_CsvWithABlankLine_KeepsTheAddresses() =>
        Read("Fact,Answer\n\nvision.exists,mabye\n"u8.ToArray()).Problems.Should().ContainSingle().Which.Cell.Should().Be("B3");

    [Theory]
    [InlineData("quotation mark is not closed", "Fact,Answer\nvision.exists,\"yes\nasOf,2026-01-12\n", "utf-8")]
    [InlineData("not valid UTF-8", "Fact,Answer\nname,Zoë\n", "iso-8859-1")]
    [InlineData("neither a workbook", "Fact,Answer\0\n", "utf-8")]
    [InlineData("old kind, or has a password", "\u00D0\u00CF\u0011\u00E0rest", "iso-8859-1")]
    [InlineData("is damaged or too large", "PK\u0003\u0004rest", "iso-8859-1")]
    public void Read_FileThatIsNeither_SaysWhatToDo(string expected, string text, string encoding) =>
        Invoking(() => AnswerFiles.Read(new MemoryStream(Encoding.GetEncoding(encoding).GetBytes(text)), "police.csv")).Should().Throw<InvalidDataException>().Which.Message.Should().Contain(expected);

    [Theory]
    [InlineData("police.XLSX", "it is not a workbook, though its name says so. Save it as .xlsx again.")]
    [InlineData("police.html", "it is for paper, and what is written on it is not read back. Fill in a .xlsx or .csv file.")]
    public void Read_FileOfAnotherKindThanItsNameSays_IsTold(string name, string expected) =>
        Invoking(() => AnswerFiles.Read(new MemoryStream("Fact,Answer\nvision.exists,yes\n"u8.ToArray()), name)).Should().Throw<InvalidDataException>().WithMessage(expected);

    [Fact]
    public void Read_ZipThatIsNoWorkbookOrLargeOrFullOfNothing_IsRefused()
    {
        static byte[] Zip(string name, long length)
        {
            using var stream = new MemoryStream();
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            using (var part = zip.CreateEntry(name).Open())
            {
                for (; length > 0; length -= 1 << 20)
                {
                    part.Write(new byte[1 << 20]);
                }
            }

            return stream.ToArray();
        }

        Invoking(() => Read(Zip("content.xml", 1))).Should().Throw<InvalidDataException>().WithMessage("*is not a workbook*");
        Invoking(() => AnswerFiles.Read(new MemoryStream(new byte[AnswerFiles.MostBytes + 1]), "a")).Should().Throw<InvalidDataException>().WithMessage("it is too large*");
        Invoking(() => Read(Workbook(["Fact", "Answer"], [(Shared("vision.exists"), null, null)], row: 1_000_000))).Should().Throw<InvalidDataException>().WithMessage("it has a value in cell A1000000.*");
    }

    private static FilledQuestionnaire Read(byte[] file) =>
        FilledQuestionnaire.Read(Cases.AllPacks.RuleBook, AnswerFiles.Read(new MemoryStream(file), file[0] == (byte)'P' ? "police.xlsx" : "police.csv"));

    private static Cell Shared(string text) => new() { DataType = CellValues.SharedString, CellValue = new CellValue(text) };

    private static Cell Inline(string text) => new() { DataType = CellValues.InlineString, InlineString = new InlineString(new Xlsx.Run(new Xlsx.Text(text[..1])), new Xlsx.Run(new Xlsx.Text(text[1..]))) };

    private static Cell Of(string value, CellValues type) => new() { DataType = type, CellValue = new CellValue(value) };

    private static Cell Number(string value, uint style = 0) => new() { CellValue = new CellValue(value), StyleIndex = style };

    /// <summary>A workbook as another program writes it: shared texts, and formats of days (built in and its own) and of shares.</summary>
    private static byte[] Workbook(string[] headings, (Cell, Cell?, Cell?)[] rows, uint row = 2)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new NumberingFormats(new NumberingFormat { NumberFormatId = 200, FormatCode = "[$-809]dd\\ mmm\" of \"yyyy" }),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14 }, new CellFormat { NumberFormatId = 200 }, new CellFormat { NumberFormatId = 10 }));
            var shared = new List<string>();
            var data = new SheetData(new Row(headings.Select(Inline)) { RowIndex = 1 });
            foreach (var (fact, answer, day) in rows)
            {
                var cells = new List<Cell>();
                foreach (var (cell, column) in new[] { (fact, "A"), (answer, "B"), (day, "C") })
                {
                    if (cell?.DataType?.Value == CellValues.SharedString)
                    {
                        shared.Add(cell.CellValue!.Text);
                        cell.CellValue = new CellValue(shared.Count - 1);
                    }

                    if (cell is not null)
                    {
                        cell.CellReference = column + row.ToString(CultureInfo.InvariantCulture);
                        cells.Add(cell);
                    }
                }

                data.AppendChild(new Row(cells) { RowIndex = row++ });
            }

            workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(shared.Select(text => new SharedStringItem(new Xlsx.Text(text))));
            workbook.AddNewPart<WorksheetPart>("sheet").Worksheet = new Worksheet(data);
            workbook.Workbook = new Xlsx.Workbook(new Sheets(new Xlsx.Sheet { Name = "S", SheetId = 1, Id = "sheet" }));
        }

        return stream.ToArray();
    }
}
