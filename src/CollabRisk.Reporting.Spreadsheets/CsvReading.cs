using System.Text;
using CollabRisk.Questionnaires;
using CollabRisk.Reporting.Csv;
using nietras.SeparatedValues;

namespace CollabRisk.Reporting.Spreadsheets;

/// <summary>Reads a CSV file as spreadsheets of any country write it.</summary>
internal static class CsvReading
{
    private static readonly char[] Delimiters = [',', ';', '\t'];

    /// <exception cref="InvalidDataException">It is not text that can be read, or a quote is not closed.</exception>
    public static AnswerTable Read(ReadOnlySpan<byte> bytes, string name)
    {
        var text = TextOf(bytes);
        if (text.AsSpan().Count('"') % 2 == 1)
        {
            // All that follows would be one value, and the answers in it would be lost without a word.
            throw new InvalidDataException("a quotation mark is not closed. Open the file in a spreadsheet and save it again as CSV.");
        }

        using var reader = Sep.New(DelimiterOf(text)).Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true }).FromText(text);
        var rows = new List<IReadOnlyList<string?>>();
        foreach (var row in reader)
        {
            rows.Add([.. row[..].ToStringsArray().Select(AsWritten)]);
        }

        return new AnswerTable(name, null, rows);
    }

    private static string TextOf(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return bytes switch
            {
                [0xEF, 0xBB, 0xBF, .. var rest] => Strict(new UTF8Encoding(false, throwOnInvalidBytes: true), rest),
                [0xFF, 0xFE, .. var rest] => Strict(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), rest),
                [0xFE, 0xFF, .. var rest] => Strict(new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), rest),
                _ when bytes.Contains((byte)0) => throw new InvalidDataException("it is neither a workbook (.xlsx) nor a CSV file. Save it as one of them."),
                _ => Strict(new UTF8Encoding(false, throwOnInvalidBytes: true), bytes),
            };
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException("it is not valid UTF-8 text, so that names could be read as others. Save it as 'CSV UTF-8', or as .xlsx.");
        }

        static string Strict(Encoding encoding, ReadOnlySpan<byte> of) => encoding.GetString(of);
    }

    /// <summary>What is most often between the values in the first line with anything in it.</summary>
    private static char DelimiterOf(string text)
    {
        var first = text.AsSpan().TrimStart("\r\n");
        var line = first.IndexOfAny('\r', '\n') is var end and >= 0 ? first[..end].ToString() : first.ToString();
        return Delimiters.MaxBy(delimiter => line.Count(each => each == delimiter));
    }

    /// <summary>A value without the apostrophe that was put before what a spreadsheet would take for a formula.</summary>
    private static string AsWritten(string value) => value is ['\'', .. var rest] && CsvText.BeginsLikeFormula(rest) ? rest : value;
}
