using System.CommandLine;
using CollabRisk.Rules;

namespace CollabRisk.Cli;

/// <summary>Reads several collaborations, and tells what is wrong with all of them at once.</summary>
internal static class ManyFiles
{
    /// <summary>An argument that names one file or more.</summary>
    public static Argument<string[]> Argument(string name, string description)
    {
        var files = new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.OneOrMore };
        files.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string[]>()?.Contains("") == true)
            {
                given.AddError("The name of a file is empty.");
            }

            CollaborationInput.RefuseSecondStandardInput(given, given);
        });
        return files;
    }

    /// <summary>Builds the rule book and reads files; where any of it fails, it is not sound, after everything that is wrong has been written.</summary>
    public static async Task<(RuleBook? Book, bool IsSound, IReadOnlyList<(string File, Collaboration Collaboration)> Read)> ReadAsync(
        IReadOnlyList<string> files, ParseResult parsed, RuleOptions rules, Terminal terminal, CancellationToken cancel)
    {
        var book = rules.Load(parsed, terminal)?.RuleBook;
        var read = new List<(string File, Collaboration Collaboration)>();
        foreach (var file in files)
        {
            if (await CollaborationInput.ReadAsync(file, book, terminal, cancel).ConfigureAwait(false) is { } collaboration)
            {
                read.Add((file, collaboration));
            }
        }

        return (book, book is not null && read.Count == files.Count, read);
    }
}
