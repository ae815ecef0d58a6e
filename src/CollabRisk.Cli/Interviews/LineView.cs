using System.Globalization;
using System.Text;
using CollabRisk.Questions;
using CollabRisk.Text;

namespace CollabRisk.Cli.Interviews;

/// <summary>An interview in lines of plain text, for pipes and for whatever is not a terminal.</summary>
internal sealed class LineView(Terminal terminal) : IInterviewView, IDisposable
{
    // What the caller gave stays open.
    private readonly StreamReader typed = new(terminal.In, Encoding.UTF8, leaveOpen: true);

    public void Dispose() => typed.Dispose();

    public void Greet(Interview interview, string file)
    {
        var page = Page();
        page.Write(IInterviewView.Greeting(interview, file));
        page.Write(IInterviewView.Ways);
        terminal.Out.Write(page.ToString());
    }

    public void Ask(Interview interview)
    {
        var page = Page();
        page.Blank();
        if (interview.Next is { } question)
        {
            page.Write(question.Question, string.Create(CultureInfo.InvariantCulture, $"{interview.Asked + 1}. "));
            page.Write($"Answer: {IInterviewView.Allowed(question)}", indent: 2);
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

    public async Task<string?> ReadAsync(Interview interview, CancellationToken cancel)
    {
        terminal.Out.Write("> ");
        terminal.Out.Flush();
        var line = await Task.Run(typed.ReadLine, cancel).WaitAsync(cancel).ConfigureAwait(false);
        if (!terminal.ShowsTyping)
        {
            terminal.Out.Write(Unseen.Escaped(line ?? "") + "\n");
        }

        return line;
    }

    public void Say(string text)
    {
        var page = Page();
        foreach (var line in text.Split('\n'))
        {
            page.Write(line, indent: 2);
        }

        terminal.Out.Write(page.ToString());
    }

    public void Changed(Assessment was, Assessment now)
    {
        var page = Page();
        page.Write(IInterviewView.Range(was, now), indent: 2);
        Write(page, "+ ", IInterviewView.Without(now, was));
        Write(page, "- ", IInterviewView.Without(was, now));
        terminal.Out.Write(page.ToString());
    }

    public void Part(Interview interview, string file)
    {
        var page = Page();
        page.Blank();
        page.Write(IInterviewView.Parting(interview, file));
        terminal.Out.Write(page.ToString());
    }

    private static void Write(TextPage page, string sign, (IReadOnlyList<string> Lines, int More) findings)
    {
        foreach (var line in findings.Lines)
        {
            page.Write(line, sign, indent: 2);
        }

        if (findings.More > 0)
        {
            page.Write(string.Create(CultureInfo.InvariantCulture, $"{findings.More} more"), sign, indent: 2);
        }
    }

    private TextPage Page() => new(terminal.Width, terminal.IsColoured);
}
