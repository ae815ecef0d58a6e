using CollabRisk.Questionnaires;
using CollabRisk.Reporting.Spreadsheets;

namespace CollabRisk.Cli.Questionnaires;

/// <summary>Reads tables that people filled in, and tells everything that is wrong with them at once.</summary>
internal static class AnswerInput
{
    /// <summary>Whether a file is a table and not a collaboration: by its name, which is all that there is to go by where it holds neither.</summary>
    public static bool IsTable(string file) => Path.GetExtension(file).ToLowerInvariant() is ".xlsx" or ".xlsm" or ".csv" or ".tsv";

    /// <summary>The tables of some files, and how many of them cannot be read, after it was told why.</summary>
    public static (IReadOnlyList<AnswerTable> Tables, int Unread) TablesIn(IReadOnlyList<string> files, Terminal terminal)
    {
        // What can be read is checked even where another file cannot, so that all that is wrong is told.
        var tables = files.Select(file => TablesIn(file, terminal)).ToList();
        return ([.. tables.OfType<IReadOnlyList<AnswerTable>>().SelectMany(each => each)], tables.Count(each => each is null));
    }

    /// <summary>Tells problems, each with the address of its cell, and counts them.</summary>
    public static int Tell(IReadOnlyList<AnswerProblem> problems, Terminal terminal)
    {
        foreach (var problem in problems)
        {
            terminal.Tell(problem.ToString());
        }

        return problems.Count;
    }

    /// <summary>Whether anything is wrong, which is then said, with how much.</summary>
    public static bool IsWrong(int problems, int files, Terminal terminal)
    {
        if (problems > 0)
        {
            terminal.Tell($"collabrisk: {ReportWords.Count(problems, "problem")} in {ReportWords.Count(files, "file")}. Nothing was written.");
        }

        return problems > 0;
    }

    /// <summary>Tells of those for whom there is room and who answered nothing.</summary>
    public static void TellSilent(FilledQuestionnaire filled, Terminal terminal)
    {
        foreach (var silent in filled.Silent)
        {
            terminal.Tell($"collabrisk: {silent} answered nothing, and is left out.");
        }
    }

    private static IReadOnlyList<AnswerTable>? TablesIn(string file, Terminal terminal)
    {
        try
        {
            return AnswerFiles.Read(file);
        }
        catch (InvalidDataException e)
        {
            terminal.Tell($"{file}: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Tell($"{file}: {(Directory.Exists(file) ? "it is a directory. Give the files in it." : CollaborationInput.Reason(file, e))}");
        }

        return null;
    }
}
