using System.Globalization;
using System.Text;
using CollabRisk.Facts;
using CollabRisk.Questions;
using CollabRisk.Text;

namespace CollabRisk.Cli.Interviews;

/// <summary>An interview in lines of plain text: a question, what is typed, what came of it.</summary>
internal sealed class InterviewSession(InterviewFile file, Interview interview, Terminal terminal)
{
    /// <summary>So many findings are shown after an answer; the rest is counted.</summary>
    private const int MostShown = 5;

    private const string Ways = "Type an answer, or: skip (not known), n/a (does not apply here), back, note TEXT, ? (what counts), stop.";

    private Interview interview = interview;
    private string? note;

    /// <summary>Asks until nothing is left, the person stops, or no more is typed.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        // What the caller gave stays open.
        using var typed = new StreamReader(terminal.In, Encoding.UTF8, leaveOpen: true);
        Greet();
        try
        {
            for (var isAsked = false; ;)
            {
                if (!isAsked)
                {
                    Ask();
                }

                terminal.Out.Write("> ");
                terminal.Out.Flush();
                var line = await Task.Run(typed.ReadLine, cancel).WaitAsync(cancel).ConfigureAwait(false);
                if (!terminal.ShowsTyping)
                {
                    terminal.Out.Write(Unseen.Escaped(line ?? "") + "\n");
                }

                if (line is null || Means(line, "stop", "quit", "exit") || (interview.Next is null && line.Trim().Length == 0))
                {
                    Part();
                    return ExitCode.Evaluated;
                }

                isAsked = !Take(line.Trim());
            }
        }
        catch (OperationCanceledException)
        {
            terminal.Out.Write("\n");
            Part();
            throw;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Tell($"{file.Path}: the last answer cannot be saved: {e.Message} Those before it are.");
            return ExitCode.Failed;
        }
    }

    /// <summary>Does what was typed.</summary>
    /// <returns>Whether it led on, to another question; otherwise the same one waits for an answer.</returns>
    private bool Take(string line)
    {
        switch (line)
        {
            case "":
                Say("Type an answer, or skip where it is not known.");
                return false;
            case "?" or "help":
                Say(interview.Next?.CodingNote is { } counts ? $"{counts}\n{Ways}" : Ways);
                return false;
            case var _ when Means(line, "back"):
                if (interview.Asked == 0)
                {
                    Say("This is the first question.");
                    return false;
                }

                return GoTo(interview.Back());
            case var _ when Means(line, "note") || line.StartsWith("note ", StringComparison.OrdinalIgnoreCase):
                if (interview.Next is null || line.Length <= "note ".Length)
                {
                    Say("Write what is to be noted with your answer: note as in the agreement.");
                    return false;
                }

                note = (note is null ? "" : note + " ") + line["note ".Length..].Trim();
                Say("It is kept with your answer to this question.");
                return false;
            case var _ when interview.Next is null:
                if (interview.End == InterviewEnd.NotKnown && Means(line, "continue"))
                {
                    return GoTo(interview.Continue());
                }

                Say("There is no question to answer now.");
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
            Say(e.Message);
        }
        catch (ArgumentException e)
        {
            // It contradicts what is known; the message says what.
            Say(e.Message.Split(" (Parameter '")[0]);
        }

        return false;
    }

    /// <summary>Saves the interview as it is now, and then says what changed.</summary>
    private bool GoTo(Interview next)
    {
        var before = interview;
        file.Save(before, next);
        (interview, note) = (next, null);
        var (was, now) = (before.Assessment, next.Assessment);
        var page = new TextPage(terminal.Width, terminal.IsColoured);
        page.Write(was.Overall == now.Overall ? $"Saved. Overall: {now.Overall}, as before." : $"Saved. Overall: {was.Overall} -> {now.Overall}.", indent: 2);
        Write(page, "+", Without(now, was));
        Write(page, "-", Without(was, now));
        terminal.Out.Write(page.ToString());
        return true;
    }

    private static List<Finding> Without(Assessment all, Assessment known)
    {
        var fingerprints = known.Findings.Select(finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);
        return [.. all.Findings.Where(finding => !fingerprints.Contains(finding.Fingerprint))];
    }

    private static void Write(TextPage page, string sign, List<Finding> findings)
    {
        foreach (var finding in findings.Take(MostShown))
        {
            page.Write($"{Words.Capitalize(Words.Humanize($"{finding.Kind}"))} {finding.Fingerprint}{(finding.Level is { } level ? $" ({level})" : "")}: {finding.Message}", $"{sign} ", indent: 2);
        }

        if (findings.Count > MostShown)
        {
            page.Write(string.Create(CultureInfo.InvariantCulture, $"{findings.Count - MostShown} more"), $"{sign} ", indent: 2);
        }
    }

    private void Greet()
    {
        var page = new TextPage(terminal.Width, terminal.IsColoured);
        page.Write(interview.Asked == 0
            ? $"An interview about {interview.Collaboration.Name ?? file.Path}. Every answer is saved in {file.Path} at once."
            : $"The interview about {interview.Collaboration.Name ?? file.Path} goes on after {ReportWords.Count(interview.Asked, "question")}.");
        page.Write(Ways);
        terminal.Out.Write(page.ToString());
    }

    private void Ask()
    {
        var page = new TextPage(terminal.Width, terminal.IsColoured);
        page.Blank();
        if (interview.Next is { } question)
        {
            page.Write(question.Question, string.Create(CultureInfo.InvariantCulture, $"{interview.Asked + 1}. "));
            page.Write($"Answer: {(question.Fact == FactRegistry.Default.PartnerList ? "their names, with semicolons between them" : question.AllowedAnswers)}", indent: 2);
            page.Write($"About: {question.Reason}", indent: 2);
            if (question.CodingNote is not null)
            {
                page.Write("? shows what counts.", indent: 2);
            }
        }
        else
        {
            page.Write(QuestionText.Ending(interview.End));
            page.Write($"Press Enter to end, or type back to take the last answer back{(interview.End == InterviewEnd.NotKnown ? ", or continue to go on all the same" : "")}.");
        }

        terminal.Out.Write(page.ToString());
    }

    private void Part()
    {
        var page = new TextPage(terminal.Width, terminal.IsColoured);
        page.Blank();
        page.Write(interview.Asked == 0
            ? "Nothing was answered, so nothing was written."
            : $"Thank you. {ReportWords.Count(interview.Asked, "question")}, {interview.Skipped.Count.ToString(CultureInfo.InvariantCulture)} of them skipped; all is saved in {file.Path}. "
                + $"Overall: {interview.Assessment.Overall}. {(interview.Next is null ? "" : "The same command goes on with the next question. ")}To read what it says: collabrisk report {file.Path} -o report.html");
        terminal.Out.Write(page.ToString());
    }

    private void Say(string text)
    {
        var page = new TextPage(terminal.Width, terminal.IsColoured);
        foreach (var line in text.Split('\n'))
        {
            page.Write(line, indent: 2);
        }

        terminal.Out.Write(page.ToString());
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
