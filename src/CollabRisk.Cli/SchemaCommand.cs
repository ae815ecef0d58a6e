using System.CommandLine;
using CollabRisk.Json;

namespace CollabRisk.Cli;

/// <summary><c>collabrisk schema</c>: writes the JSON Schema of a kind of document.</summary>
internal static class SchemaCommand
{
    /// <summary>The schemas by name: what is read, and what is written.</summary>
    private static readonly Dictionary<string, Func<string>> Schemas = All().ToDictionary(each => each.Name, each => each.Text, StringComparer.Ordinal);

    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string?>("NAME") { Description = "Which kind of document. Without it their names are listed.", Arity = ArgumentArity.ZeroOrOne };
        name.CompletionSources.Add([.. Schemas.Keys]);
        name.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string?>() is { } asked && !Schemas.ContainsKey(asked))
            {
                given.AddError($"There is no schema '{asked}'.{Text.DidYouMean.Sentence(asked, Schemas.Keys)} 'collabrisk schema' lists them.");
            }
        });
        var command = new Command("schema", "Writes the JSON Schema of a kind of document that is read or written, for editors and other programs.") { name };
        command.SetAction(parsed =>
        {
            terminal.Out.Write(parsed.GetValue(name) is { } asked ? Schemas[asked]().TrimEnd('\n') + "\n" : string.Concat(Schemas.Keys.Order(StringComparer.Ordinal).Select(each => each + "\n")));
            return ExitCode.Evaluated;
        });
        return command;
    }

    private static IEnumerable<(string Name, Func<string> Text)> All()
    {
        const string Ending = ".schema.json";
        yield return ("collaboration", () => CollaborationJson.Schema);
        foreach (var id in AnswerSchemas.Ids)
        {
            yield return (id.Split('/')[1], () => AnswerSchemas.Texts[id]);
        }

        // What only the tool writes, and the files of rule packs.
        foreach (var file in typeof(SchemaCommand).Assembly.GetManifestResourceNames().Where(file => file.EndsWith(Ending, StringComparison.Ordinal)))
        {
            yield return (file[..^Ending.Length], () => Read(file));
        }
    }

    private static string Read(string file)
    {
        using var stream = typeof(SchemaCommand).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
