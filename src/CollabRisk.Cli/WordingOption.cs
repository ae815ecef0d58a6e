using System.CommandLine;
using CollabRisk.Questions;
using CollabRisk.Rules;

namespace CollabRisk.Cli;

/// <summary>The option <c>--wording</c>: other words for questions, from a file.</summary>
internal sealed class WordingOption
{
    public Option<string?> Option { get; } = new("--wording")
    {
        Description = "A JSON file with other words for questions, by the paths of facts; it changes neither facts nor answers.",
        HelpName = "file",
    };

    /// <summary>Reads the file, if one is named.</summary>
    /// <returns>Whether there is none or it could be read; what is wrong has been written otherwise.</returns>
    public bool TryRead(ParseResult parsed, RuleBook book, Terminal terminal, out QuestionWording? wording)
    {
        wording = null;
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

            wording = reading.Value;
            return reading.IsValid;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Tell($"{path}: {CollaborationInput.Reason(path, e)}");
            return false;
        }
    }
}
