using System.CommandLine;
using CollabRisk.Questions;
using CollabRisk.Rules;

namespace CollabRisk.Cli;

/// <summary>The option <c>--wording</c>: other words for questions, from a file; without one, those of the rule packs in use.</summary>
internal sealed class WordingOption
{
    public Option<string?> Option { get; } = new("--wording")
    {
        Description = "A JSON file with other words for questions, by the paths of facts; it changes neither facts nor answers.",
        HelpName = "file",
    };

    /// <summary>Reads the file, if one is named, over the words that the packs have in the language of the book.</summary>
    /// <returns>Whether there is none or it could be read; what is wrong has been written otherwise.</returns>
    public bool TryRead(ParseResult parsed, RuleBook book, Terminal terminal, out QuestionWording? wording)
    {
        wording = book.Language is { } language ? QuestionWording.Of(book, language) : null;

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
