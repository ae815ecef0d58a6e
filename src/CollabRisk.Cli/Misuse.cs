using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using CollabRisk.Text;

namespace CollabRisk.Cli;

/// <summary>What is wrong with a command line: which word, with its value, and what to do. All of it at once.</summary>
internal static partial class Misuse
{
    /// <summary>An option that the command does not have, or else everything that cannot be read; nothing where all can.</summary>
    public static IReadOnlyList<string> In(ParseResult parsed)
    {
        var commands = new List<Command>();
        for (SymbolResult? at = parsed.CommandResult; at is not null; at = at.Parent)
        {
            commands.AddRange(at is CommandResult { Command: var command } ? [command] : []);
        }

        var called = string.Join(' ', commands.AsEnumerable().Reverse().Select(command => command is RootCommand ? "collabrisk" : command.Name));
        if (UnknownOption(parsed, commands, called) is { } unknown)
        {
            return [unknown];
        }

        // Help, the version and what a shell asks to be completed are answered, whatever else is on the line; but there is no help on a command that is not there.
        if (parsed.Action is not ParseErrorAction && !(parsed.Action is CollabRiskCommand.HelpWithExamples && commands[0].Subcommands.Count > 0 && parsed.UnmatchedTokens.Count > 0))
        {
            return [];
        }

        // Where a command is missing, whatever follows is not read, so only its first word is told.
        if (commands[0].Subcommands is { Count: > 0 } subcommands)
        {
            var names = subcommands.Select(command => command.Name);
            return [parsed.UnmatchedTokens is [var word, ..]
                ? $"collabrisk: '{word}' is not a command of '{called}'.{DidYouMean.Sentence(word, names)} '{called} --help' lists them."
                : $"collabrisk: a command is missing after '{called}'. Give {Words.List([.. names.Select(name => $"'{name}'")], "or")}."];
        }

        var unmatched = parsed.UnmatchedTokens.Select(word => $"collabrisk: '{word}' is more than '{called}' takes. '{called} --help' shows how it is called.");
        return [.. parsed.Errors.Where(error => !parsed.UnmatchedTokens.Any(word => error.Message.EndsWith($"'{word}'.", StringComparison.Ordinal)))
            .Select(error => $"collabrisk: {error.Message.Trim()}{(error.Message.StartsWith("Required", StringComparison.Ordinal) ? $" '{called} --help' shows how it is called." : "")}").Concat(unmatched)];
    }

    /// <summary>
    /// What to say of an option that the command does not have: it would be taken for a path, and the user would read that there is no such
    /// file. A file with such a name is given as <c>./--name</c>.
    /// </summary>
    private static string? UnknownOption(ParseResult parsed, List<Command> commands, string called)
    {
        var given = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => token.Type == TokenType.Argument && OptionForm.IsMatch(token.Value))?.Value.Split('=')[0];
        if (given is null)
        {
            return null;
        }

        var names = commands.SelectMany((command, above) => command.Options.Where(option => above == 0 || option.Recursive)).Select(option => option.Name);
        return $"collabrisk: '{given}' is not an option of '{called}'.{DidYouMean.Sentence(given, names)} '{called} --help' lists them.";
    }

    [GeneratedRegex("^--?[A-Za-z][A-Za-z0-9-]*(=.*)?$", RegexOptions.Singleline)]
    private static partial Regex OptionForm { get; }
}
