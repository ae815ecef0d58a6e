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
        });
        return files;
    }

    /// <summary>Reads files and builds the rule book; no book where any of it fails, after everything that is wrong has been written.</summary>
    public static async Task<(RuleBook? Book, IReadOnlyList<(string File, Collaboration Collaboration)> Read)> ReadAsync(
        IReadOnlyList<string> files, ParseResult parsed, RuleOptions rules, Terminal terminal, CancellationToken cancel)
    {
        var read = new List<(string File, Collaboration Collaboration)>();
        foreach (var file in files)
        {
            if (await CollaborationInput.ReadAsync(file, terminal, cancel).ConfigureAwait(false) is { } collaboration)
            {
                read.Add((file, collaboration));
            }
        }

        var book = rules.Load(parsed, terminal)?.RuleBook;
        if (book is null || read.Count < files.Count)
        {
            return (null, read);
        }

        var suit = read.Select(each => CollaborationInput.Suits(book, each.Collaboration, each.File, terminal)).ToList();
        return suit.TrueForAll(suits => suits) ? (book, read) : (null, read);
    }
}
