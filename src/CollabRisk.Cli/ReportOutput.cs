using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using CollabRisk.Reporting;
using CollabRisk.Text;

namespace CollabRisk.Cli;

/// <summary>Where a report goes, and in which form.</summary>
internal static class ReportOutput
{
    /// <summary>The form that is not text: a workbook for spreadsheets.</summary>
    public const string Workbook = "xlsx";

    /// <summary>The option <c>-o</c>, which does not take a file that the command reads: what was known would be lost.</summary>
    public static Option<string?> FileOption()
    {
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The file to write; standard output where it is left out. A file that is there is replaced.",
            HelpName = "file",
        };
        output.Validators.Add(given =>
        {
            if (given is { Tokens: [{ Value: { Length: > 0 } and not "-" and var file }], Parent: CommandResult command }
                && command.Tokens.Any(read => read.Value.Length > 0 && Path.GetFullPath(read.Value) == Path.GetFullPath(file)))
            {
                given.AddError($"{file}: it is what is read here, and would be lost. Name another file with -o.");
            }
            else if (given is { Tokens: [{ Value: var named }], Parent: CommandResult of } && of.Command.Options.FirstOrDefault(option => option.Name == "--format") is Option<string> format
                && of.GetResult(format) is null or { Implicit: true } && FormNamedBy(named) is { Length: > 0 } form && !FormatsOf(format).Contains(form))
            {
                var ending = Path.GetExtension(named).TrimStart('.');
                given.AddError($"{named}: '.{ending}' does not say how to write it.{DidYouMean.Sentence(ending, FormatsOf(format).Select(EndingOf))} End it in {Words.List([.. FormatsOf(format).Select(each => $"'.{EndingOf(each)}'")], "or")}, or say how with --format.");
            }
        });
        return output;
    }

    /// <summary>The forms in which an assessment can be written.</summary>
    public static Option<string> FormatOption(string usual, params string[] formats)
    {
        var format = new Option<string>("--format")
        {
            Description = "How to write the result.",
            HelpName = string.Join('|', formats),
            DefaultValueFactory = _ => usual,
        };
        format.CompletionSources.Add(formats);
        format.CustomParser = given =>
        {
            var word = Named(given.Tokens[0].Value);
            if (!formats.Contains(word, StringComparer.Ordinal))
            {
                given.AddError($"--format: '{given.Tokens[0].Value}' is not one of its words.{DidYouMean.Sentence(word, formats)} Give {Words.List([.. formats.Select(each => $"'{each}'")], "or")}.");
            }

            return word;
        };
        return format;
    }

    /// <summary>The form that was asked for; where none was, the one that the name of the file ends in, and otherwise the usual one.</summary>
    public static string FormatOf(ParseResult parsed, Option<string> format, string? file) =>
        FormatOf(parsed.GetResult(format), format, parsed.GetRequiredValue(format), file);

    /// <summary>The same while the command line is checked.</summary>
    public static string FormatOf(CommandResult given, Option<string> format, string? file) =>
        FormatOf(given.GetResult(format), format, given.GetValue(format)!, file);

    private static string FormatOf(OptionResult? given, Option<string> format, string value, string? file)
    {
        var named = FormNamedBy(file);
        return given is { Implicit: false } || !FormatsOf(format).Contains(named) ? value : named;
    }

    /// <summary>The form that the name of a file ends in; empty where it ends in none.</summary>
    private static string FormNamedBy(string? file) => Named(Path.GetExtension(file ?? "").TrimStart('.').ToLowerInvariant());

    private static string[] FormatsOf(Option<string> format) => (format.HelpName ?? "").Split('|');

    private static string EndingOf(string form) => form switch
    {
        "markdown" => "md",
        "text" => "txt",
        _ => form,
    };

    /// <summary>The form by its name, or by the ending that its files have.</summary>
    private static string Named(string word) => word switch
    {
        "md" => "markdown",
        "htm" => "html",
        "txt" => "text",
        _ => word,
    };

    /// <summary>The assessment in one of the forms that are reports; <see langword="null"/> for text and JSON.</summary>
    public static string? Of(Assessment assessment, string format, ReportOptions options) => format switch
    {
        "html" => assessment.ToHtml(options),
        "markdown" => assessment.ToMarkdown(options),
        "sarif" => assessment.ToSarif() + "\n",
        "csv" => assessment.ToCsv(),
        _ => null,
    };

    /// <summary>Writes a report to a file, or to standard output.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Write(string report, string? file, Terminal terminal)
    {
        if (file is not (null or "-"))
        {
            return ToFile(file, Encoding.UTF8.GetBytes(report), terminal);
        }

        terminal.Out.Write(report);
        return ExitCode.Evaluated;
    }

    /// <summary>Writes a workbook to a file, or to standard output where that leads to a file or a program.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Write(byte[] workbook, string? file, Terminal terminal)
    {
        if (file is not (null or "-"))
        {
            return ToFile(file, workbook, terminal);
        }

        if (terminal.Bytes is null)
        {
            terminal.Tell("collabrisk: a workbook is not text and cannot be shown here. Name the file with -o, or send the output to one.");
            return ExitCode.BadInput;
        }

        terminal.Bytes.Write(workbook);
        terminal.Bytes.Flush();
        return ExitCode.Evaluated;
    }

    /// <summary>Writes a file whole: what was there stays until all that replaces it is on the disk.</summary>
    private static int ToFile(string file, byte[] content, Terminal terminal)
    {
        try
        {
            SafeFile.Write(file, content);
            terminal.Tell($"collabrisk: wrote {file}.");
            return ExitCode.Evaluated;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            terminal.Tell($"{file}: it cannot be written: {e.Message}");
            return ExitCode.Failed;
        }
    }

    /// <summary>The day on which the command runs, for the report to say.</summary>
    public static DateOnly Today(Terminal terminal) => CalendarDay.Today(terminal.Time);
}
