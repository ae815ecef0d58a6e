using System.CommandLine;
using CollabRisk.Text;

namespace CollabRisk.Cli.Packs;

/// <summary><c>collabrisk pack new</c>: makes a small pack to begin from, with everything an editor needs.</summary>
internal static class PackNewCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder of the new pack; made if it is not there, and empty if it is." };
        var id = new Option<string>("--id") { Description = "The permanent id; taken from the name of the folder if left out.", HelpName = "id" };
        var prefix = new Option<string>("--prefix") { Description = "The first word of all codes of the pack; taken from the id if left out.", HelpName = "PREFIX" };
        var command = new Command("new", "Makes a small pack to begin from: valid, tested, with settings and schema for VS Code.") { folder, id, prefix };
        command.SetAction(parsed => Write(parsed.GetRequiredValue(folder), parsed.GetValue(id), parsed.GetValue(prefix), terminal));
        return command;
    }

    private static int Write(string folder, string? id, string? prefix, Terminal terminal)
    {
        try
        {
            if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            {
                terminal.Tell($"{folder}: there is something there already. Name a folder that is empty or not there yet.");
                return ExitCode.BadInput;
            }

            var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
            id ??= PackScaffold.IdFor(name);
            var scaffold = new PackScaffold(id, prefix ?? PackScaffold.PrefixFor(id), Title(name), CalendarDay.Today(terminal.Time));
            foreach (var (file, text) in scaffold.Files)
            {
                var path = Path.Combine(folder, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text.ReplaceLineEndings("\n"));
                terminal.Out.WriteLine(path);
            }

            terminal.Out.WriteLine($"The id of the pack is {scaffold.Id}, and its codes begin with {scaffold.Prefix}. Both are permanent once someone uses the pack; to choose others, remove the folder and give --id and --prefix.");
            terminal.Out.WriteLine($"Next: collabrisk pack test {Shell.Word(folder)}");
            return ExitCode.Evaluated;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Tell($"{folder}: it cannot be written: {e.Message}");
            return ExitCode.BadInput;
        }
    }

    /// <summary>The name of a folder as the title of a pack: "duty-rotas" becomes "Duty rotas".</summary>
    private static string Title(string name) =>
        name.Length == 0 ? name : $"{char.ToUpperInvariant(name[0])}{name[1..].Replace('-', ' ')}";
}
