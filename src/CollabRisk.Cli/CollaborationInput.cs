using System.CommandLine.Parsing;
using System.Globalization;
using CollabRisk.Json;
using CollabRisk.Rules;

namespace CollabRisk.Cli;

/// <summary>Reads a collaboration from a file or from standard input, and tells why where it cannot.</summary>
internal static class CollaborationInput
{
    /// <summary>Refuses a command line on which standard input is read twice, before anything is read: the second time nothing is left of it.</summary>
    /// <param name="given">What is checked, which takes the problem.</param>
    /// <param name="files">What names the files that are read; null for what was not given.</param>
    public static void RefuseSecondStandardInput(SymbolResult given, params IEnumerable<SymbolResult?> files)
    {
        if (files.OfType<SymbolResult>().SelectMany(each => each.Tokens).Count(token => token.Value == "-") > 1)
        {
            given.AddError("'-' is given more than once, and standard input can be read only once. Give it once, and the others as files.");
        }
    }

    /// <summary>Reads a collaboration; what is wrong is written for the person at the keyboard.</summary>
    /// <param name="file">A file, or <c>-</c> for standard input.</param>
    /// <param name="book">The rule book, whose packs may declare facts; null where it could not be built, or there are several.</param>
    /// <param name="terminal">Where standard input and standard error are.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>The collaboration, or <see langword="null"/> after the problems have been written.</returns>
    public static async Task<Collaboration?> ReadAsync(string file, RuleBook? book, Terminal terminal, CancellationToken cancel)
    {
        var name = NameOf(file);
        try
        {
            await using var stream = file == "-" ? terminal.In : File.OpenRead(file);
            return Told(name, await (book is null ? CollaborationJson.ReadAsync(stream, cancel) : CollaborationJson.ReadAsync(stream, book, cancel)).ConfigureAwait(false), terminal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Tell($"{name}: {Reason(file, e)}");
            return null;
        }
    }

    /// <summary>What was read, after what there is to tell of it has been written for the person at the keyboard.</summary>
    /// <param name="name">The name of the input.</param>
    /// <param name="reading">What was read from it.</param>
    /// <param name="terminal">Where standard error is.</param>
    /// <returns>The collaboration, or <see langword="null"/> where there were problems.</returns>
    public static Collaboration? Told(string name, CollaborationReading reading, Terminal terminal)
    {
        WriteProblems(name, reading.Problems, terminal);
        foreach (var conversion in reading.Conversions)
        {
            terminal.Tell(InWords(name, conversion.Line, conversion));
        }

        return reading.Collaboration;
    }

    private static string NameOf(string file) => file == "-" ? "stdin" : file;

    /// <summary>Why a file cannot be read, and what to do.</summary>
    public static string Reason(string file, Exception e) => e switch
    {
        _ when Directory.Exists(file) => "it is a directory. Give a JSON file.",
        FileNotFoundException or DirectoryNotFoundException => "there is no such file.",
        UnauthorizedAccessException => "you are not permitted to read it.",
        _ => $"it cannot be read: {e.Message}",
    };

    /// <summary>Every problem on a line of its own, in the form that editors turn into links.</summary>
    public static void WriteProblems(string name, IReadOnlyList<JsonProblem> problems, Terminal terminal)
    {
        foreach (var problem in problems)
        {
            terminal.Tell(InWords(name, problem.Line, problem));
        }

        WriteCount(name, problems.Count, terminal);
    }

    /// <summary>A problem with the name of the input and the line in it, in the form that editors turn into links.</summary>
    public static string InWords(string name, long line, JsonProblem problem) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}({line},{problem.Column}): {(problem.Path.Length > 0 ? $"{problem.Path}: " : "")}{problem.Message}");

    /// <summary>A value that was read as another one, in the same form.</summary>
    public static string InWords(string name, long line, JsonConversion conversion) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}({line},{conversion.Column}): {conversion.Path}: converted: {conversion.Message}");

    /// <summary>How many problems an input has, where it has any, and that nothing came of it.</summary>
    public static void WriteCount(string name, int problems, Terminal terminal)
    {
        if (problems > 0)
        {
            terminal.Tell($"collabrisk: {name} has {ReportWords.Count(problems, "problem")}; nothing was evaluated.");
        }
    }
}
