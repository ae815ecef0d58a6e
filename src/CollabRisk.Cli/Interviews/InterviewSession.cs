using CollabRisk.Questions;

namespace CollabRisk.Cli.Interviews;

/// <summary>An interview: a question, what is said, what came of it. How it looks is the view's matter.</summary>
internal sealed class InterviewSession(InterviewFile file, Interview interview, IInterviewView view, Terminal terminal)
{
    private Interview interview = interview;
    private string? note;

    /// <summary>Asks until nothing is left, the person stops, or no more is typed.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        view.Greet(interview, file.Path);
        try
        {
            try
            {
                await AskAsync(cancel).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                Part();
                throw;
            }

            Part();
            return ExitCode.Evaluated;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Tell($"{file.Path}: the last answer cannot be saved; those before it were. {e.Message}");
            return ExitCode.Failed;
        }
    }

    private async Task AskAsync(CancellationToken cancel)
    {
        for (var isAsked = false; ;)
        {
            if (!isAsked)
            {
                view.Ask(interview);
            }

            var line = await view.ReadAsync(interview, cancel).ConfigureAwait(false);
            if (line is null || Means(line, "stop", "quit", "exit") || (interview.Next is null && line.Trim().Length == 0))
            {
                return;
            }

            isAsked = !Take(line.Trim());
        }
    }

    /// <summary>Says what is saved. A note that waits for its answer is saved without one: no one may come back to give it.</summary>
    private void Part()
    {
        if (note is not null)
        {
            GoTo(interview.Skip(note));
            view.Say("Your note is saved with “don’t know” as the answer. To give another one, begin with 'back' the next time.");
        }

        view.Part(interview, file.Path);
    }

    /// <summary>Does what was typed.</summary>
    /// <returns>Whether it led on, to another question; otherwise the same one waits for an answer.</returns>
    private bool Take(string line)
    {
        switch (line)
        {
            case "":
                view.Say("Type an answer, or 'don't know'.");
                return false;
            case "?" or "help":
                view.Say(interview.Next?.CodingNote is { } counts ? $"{counts}\n{IInterviewView.Ways}" : IInterviewView.Ways);
                return false;
            case var _ when Means(line, "back"):
                if (interview.Asked == 0)
                {
                    view.Say("This is the first question.");
                    return false;
                }

                if (note is not null)
                {
                    view.Say($"Not kept, since it belongs to an answer that was not given: {note}");
                }

                return GoTo(interview.Back());
            case var _ when Means(line, "note") || line.StartsWith("note ", StringComparison.OrdinalIgnoreCase):
                if (interview.Next is null || line.Length <= "note ".Length)
                {
                    view.Say("Write what is to be noted with your answer: note as in the agreement.");
                    return false;
                }

                note = (note is null ? "" : note + " ") + line["note ".Length..].Trim();
                view.Say("It is kept with your answer to this question.");
                return false;
            case var _ when interview.Next is null:
                if (interview.End == InterviewEnd.NotKnown && Means(line, "continue"))
                {
                    return GoTo(interview.Continue());
                }

                view.Say(interview.End == InterviewEnd.NotKnown
                    ? "No question is asked now. Type 'continue' to be asked all the same, 'back' to take the last answer back, or 'stop'."
                    : "All that matters has been asked. Type 'back' to take the last answer back, or 'stop'.");
                return false;
            case var _ when Means(line, "skip") || SpecialAnswers.Of(line) == SpecialAnswer.NotKnown:
                return GoTo(interview.Skip(note));
            default:
                return Answer(line);
        }
    }

    private bool Answer(string line)
    {
        try
        {
            return GoTo(interview.AnswerText(line, note));
        }
        catch (FormatException e)
        {
            view.Say(e.Message);
        }
        catch (ArgumentException e)
        {
            // It contradicts what is known; the message says what.
            view.Say(e.Message.Split(" (Parameter '")[0]);
        }

        return false;
    }

    /// <summary>Saves the interview as it is now, and then says what changed.</summary>
    private bool GoTo(Interview next)
    {
        var before = interview;
        file.Save(before, next);
        (interview, note) = (next, null);
        view.Changed(before.Assessment, next.Assessment);
        return true;
    }

    private static bool Means(string line, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (line.Trim().Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
