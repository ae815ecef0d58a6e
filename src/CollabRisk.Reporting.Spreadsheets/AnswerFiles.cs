using CollabRisk.Questionnaires;

namespace CollabRisk.Reporting.Spreadsheets;

/// <summary>Reads questionnaires that people filled in: workbooks (XLSX) and CSV files.</summary>
/// <remarks>
/// What a file is, its content says and not its name. No formula is computed: what the spreadsheet last showed is taken. CSV files are UTF-8 or
/// UTF-16, with commas, semicolons or tabs between the values. Thread-safe.
/// </remarks>
public static class AnswerFiles
{
    /// <summary>The largest file that is read, in bytes: a questionnaire with a hundred respondents stays below it.</summary>
    public const int MostBytes = 32 << 20;

    /// <summary>What the names of questionnaires for paper end in.</summary>
    private static readonly string[] Printed = [".html", ".htm", ".md", ".pdf"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its tables: one of a CSV file, one for each sheet of a workbook. <see cref="FilledQuestionnaire.Read"/> takes them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is <see langword="null"/>.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    /// <exception cref="InvalidDataException">It is neither, or is damaged or too large; the message says what to do.</exception>
    public static IReadOnlyList<AnswerTable> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using var stream = File.OpenRead(path);
        return Read(stream, path);
    }

    /// <summary>Reads a file that came as a stream.</summary>
    /// <param name="stream">The content. It is read to its end and left open.</param>
    /// <param name="name">The name of the file, for messages, and for who answers.</param>
    /// <returns>Its tables; see <see cref="Read(string)"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="InvalidDataException">See <see cref="Read(string)"/>.</exception>
    public static IReadOnlyList<AnswerTable> Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, read);
            if (content.Length > MostBytes)
            {
                throw new InvalidDataException($"it is too large: at most {MostBytes >> 20} MB are read. Leave out what is not part of the questionnaire.");
            }
        }

        content.Position = 0;
        return content.GetBuffer().AsSpan(0, (int)content.Length) switch
        {
            [0x50, 0x4B, 0x03, 0x04, ..] => WorkbookReader.Read(content, name),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => throw new InvalidDataException("it is a workbook of an old kind, or has a password. Save it as .xlsx without one."),
            _ when name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) => throw new InvalidDataException("it is not a workbook, though its name says so. Save it as .xlsx again."),
            _ when Printed.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) => throw new InvalidDataException("it is for paper, and what is written on it is not read back. Fill in a .xlsx or .csv file."),
            var bytes => [CsvReading.Read(bytes, name)],
        };
    }
}
