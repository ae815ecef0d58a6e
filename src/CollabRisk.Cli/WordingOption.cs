using System.CommandLine;
using CollabRisk.Questions;
using CollabRisk.Rules;

namespace CollabRisk.Cli;

/// <summary>The options <c>--wording</c> and <c>--language</c>: other words for questions, from a file or from the rule packs in use.</summary>
internal sealed class WordingOption
{
    public Option<string?> Option { get; } = new("--wording")
    {
        Description = "A JSON file with other words for questions, by the paths of facts; it changes neither facts nor answers.",
        HelpName = "file",
    };

    public Option<string?> Language { get; } = new("--language")
    {
        Description = "The language, such as nl or de-AT, in which rule packs have words for questions; those without are asked in English.",
        HelpName = "tag",
    };

    /// <summary>Reads the file, if one is named, over the words that the packs have in the language.</summary>
    /// <returns>Whether there is none or it could be read; what is wrong has been written otherwise.</returns>
    public bool TryRead(ParseResult parsed, RuleBook book, Terminal terminal, out QuestionWording? wording)
    {
        wording = null;
        if (parsed.GetValue(Language) is { } language)
        {
            if (QuestionWording.LanguagesOf(book) is var known && !known.Any(each => language.StartsWith(each, StringComparison.OrdinalIgnoreCase)))
            {
                terminal.Tell(known.Count == 0
                    ? $"--language: no pack in use has words for questions in a language of their own, so not in '{language}' either. Name a pack that has with --packs, or give a file with --wording."
                    : $"--language: no pack in use has words for questions in '{language}'. There are: {string.Join(", ", known)}.");
                return false;
            }

            wording = QuestionWording.Of(book, language);
        }

        if (parsed.GetValue(Option) is not { } path)
        {
            return true;
        }

        try
        {
            var reading = QuestionWording.Read(File.ReadAllText(path), book.Facts);
            foreach (var problem in reading.Problems)
            {
                terminal.Tell(CollaborationInput.InWords(path, problem.Line, problem));
            }

            wording = reading.Value is { } read && wording is not null ? read.Over(wording) : reading.Value;
            return reading.IsValid;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Tell($"{path}: {CollaborationInput.Reason(path, e)}");
            return false;
        }
    }
}
