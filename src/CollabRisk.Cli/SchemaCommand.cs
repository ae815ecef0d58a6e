using System.CommandLine;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk schema</c>: writes the JSON Schema of a kind of document.</summary>
internal static class SchemaCommand
{
    private const string Ending = ".schema.json";

    /// <summary>The files of the folder schemas, by the name of what they describe.</summary>
    private static readonly Dictionary<string, string> Files = typeof(SchemaCommand).Assembly.GetManifestResourceNames()
        .Where(file => file.EndsWith(Ending, StringComparison.Ordinal)).ToDictionary(file => file[..^Ending.Length], StringComparer.Ordinal);

    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string?>("NAME") { Description = "Which kind of document. Without it their names are listed.", HelpName = "NAME", Arity = ArgumentArity.ZeroOrOne };
        name.CompletionSources.Add([.. Files.Keys]);
        name.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string?>() is { } asked && !Files.ContainsKey(asked))
            {
                given.AddError($"There is no schema '{asked}'.{Text.DidYouMean.Sentence(asked, Files.Keys)} 'collabrisk schema' lists them.");
            }
        });
        var command = new Command("schema", "Writes the JSON Schema of a kind of document that is read or written, for editors and other programs.") { name };
        command.SetAction(parsed =>
        {
            terminal.Out.Write(parsed.GetValue(name) is { } asked ? Read(Files[asked]) : string.Concat(Files.Keys.Order(StringComparer.Ordinal).Select(each => each + "\n")));
            return ExitCode.Evaluated;
        });
        return command;
    }

    private static string Read(string file)
    {
        using var stream = typeof(SchemaCommand).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
