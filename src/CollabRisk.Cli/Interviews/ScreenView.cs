using System.Globalization;
using CollabRisk.Facts;
using CollabRisk.Questions;
using CollabRisk.Text;
using Spectre.Console;

namespace CollabRisk.Cli.Interviews;

/// <summary>
/// An interview on the screen of a terminal: answers to choose from, the range as a picture, what changed. Every text goes to the screen as text, whatever
/// it holds.
/// </summary>
internal sealed class ScreenView(IAnsiConsole screen) : IInterviewView
{
    /// <summary>So many choices are on the screen at once; the others are reached by going on or by typing.</summary>
    private const int MostChoices = 16;

    private static readonly Level[] Scale = [Level.Low, Level.Moderate, Level.High];

    public void Greet(Interview interview, string file)
    {
        screen.Write(new Panel(Plain($"{IInterviewView.Greeting(interview, file)}\n{Sum(interview)}")) { Header = new PanelHeader("CollabRisk"), Border = BoxBorder.Rounded, Expand = true });
        screen.Write(RangeOf(interview.Assessment.Overall));
        screen.WriteLine();
    }

    public void Ask(Interview interview)
    {
        screen.WriteLine();
        if (interview.Next is not { } question)
        {
            screen.Write(new Rule());
            Line(QuestionText.Ending(interview.End), Decoration.Bold);
            return;
        }

        screen.Write(new Rule(string.Create(CultureInfo.InvariantCulture, $"Question {interview.Asked + 1}")) { Justification = Justify.Left });
        Line(question.Question, Decoration.Bold);
        Line(question.Reason, Decoration.Dim);
        if (!IsChosen(question.Fact))
        {
            Line($"Answer: {IInterviewView.Allowed(question)}", Decoration.None);
            Line(IInterviewView.Ways, Decoration.Dim);
        }
    }

    public async Task<string?> ReadAsync(Interview interview, CancellationToken cancel)
    {
        if (interview.Next is { } asked && !IsChosen(asked.Fact))
        {
            return await screen.PromptAsync(new TextPrompt<string>("Answer:") { AllowEmpty = true }, cancel).ConfigureAwait(false);
        }

        var chosen = await ChooseAsync(Choices(interview), cancel).ConfigureAwait(false);
        var line = chosen.Line switch
        {
            Choice.Several => await SeveralAsync(interview.Next!.Fact, cancel).ConfigureAwait(false),
            Choice.Note => "note " + await screen.PromptAsync(new TextPrompt<string>("Note:") { AllowEmpty = true }, cancel).ConfigureAwait(false),
            var other => other,
        };

        // What was chosen from is gone from the screen.
        Line($"> {(line.Length == 0 ? chosen.Label : line)}", Decoration.None);
        return line;
    }

    public void Say(string text) => Line(text, Decoration.None);

    public void Changed(Assessment was, Assessment now)
    {
        Line(IInterviewView.Range(was, now), Decoration.None);
        screen.Write(RangeOf(now.Overall));
        screen.WriteLine();
        Findings("+", IInterviewView.Without(now, was));
        Findings("-", IInterviewView.Without(was, now));
    }

    public void Part(Interview interview, string file)
    {
        // A list that was left in the middle leaves the cursor hidden.
        screen.Cursor.Show();
        screen.WriteLine();
        Line(IInterviewView.Parting(interview, file), Decoration.None);
    }

    /// <summary>How much is known, and what that comes to.</summary>
    private static string Sum(Interview interview) =>
        string.Create(CultureInfo.InvariantCulture, $"{ReportWords.Count(interview.Assessment.KnownFacts, "fact")} of {interview.Assessment.TotalFacts} known. Overall: {interview.Assessment.Overall}.");

    /// <summary>Whether the answer is chosen from a list, and not typed.</summary>
    private static bool IsChosen(Fact fact) => fact.Type is FactType.YesNo or FactType.Word or FactType.Words;

    private static List<Choice> Choices(Interview interview)
    {
        var choices = new List<Choice>();
        if (interview.Next is { } question)
        {
            choices.AddRange(question.Fact.Type == FactType.Words
                ? [new("choose from the list", Choice.Several), new("none of them", "none of them")]
                : question.Answers.Select(answer => new Choice(answer.Answer, answer.Answer)));
            choices.AddRange(SpecialAnswers.OfferedFor(question.Fact).Select(words => new Choice(words, words)));
            choices.AddRange(question.CodingNote is null ? [] : [new("? what counts", "?")]);
            choices.Add(new("… add a note to your answer", Choice.Note));
        }
        else
        {
            choices.Add(new("end", ""));
            choices.AddRange(interview.End == InterviewEnd.NotKnown ? [new("continue all the same", "continue")] : []);
        }

        choices.AddRange(interview.Asked > 0 ? [new("← back: take the last answer back", "back")] : []);
        choices.AddRange(interview.Next is null ? [] : [new("■ stop: go on another time", "stop")]);
        return choices;
    }

    private Task<Choice> ChooseAsync(List<Choice> choices, CancellationToken cancel) => screen.PromptAsync(
        new SelectionPrompt<Choice> { PageSize = MostChoices, Converter = choice => Markup.Escape(choice.Label), SearchEnabled = true, SearchPlaceholderText = "Choose with the arrows or type, then Enter" }
            .AddChoices(choices),
        cancel);

    /// <summary>Several words of a fact, as one types them.</summary>
    private async Task<string> SeveralAsync(Fact fact, CancellationToken cancel)
    {
        var chosen = await screen.PromptAsync(
            new MultiSelectionPrompt<string> { PageSize = MostChoices, Required = false, Converter = Markup.Escape, InstructionsText = "Space chooses, Enter ends" }
                .AddChoices(fact.SpokenWords),
            cancel).ConfigureAwait(false);
        return chosen.Count == 0 ? "none of them" : string.Join(", ", chosen);
    }

    /// <summary>The range as three cells: shown, possible, ruled out; by shape and word first, then by colour.</summary>
    private static Columns RangeOf(OverallRange range)
    {
        return new Columns(Scale.Select(CellOf)) { Expand = false };

        Spectre.Console.Text CellOf(Level level) =>
            level <= range.AtLeast ? new($"█ {level}: shown", new Style(Paint(level), decoration: Decoration.Bold))
            : level <= range.AtMost ? new($"░ {level}: possible", new Style(Paint(level)))
            : new($"· {level}: ruled out", new Style(decoration: Decoration.Dim));
    }

    private static Color Paint(Level level) => level switch
    {
        Level.High => Color.Red,
        Level.Moderate => Color.Olive,
        _ => Color.Teal,
    };

    private void Findings(string sign, (IReadOnlyList<string> Lines, int More) findings)
    {
        foreach (var line in findings.Lines)
        {
            screen.Write(new Padder(Plain($"{sign} {line}"), new Padding(2, 0, 0, 0)));
        }

        if (findings.More > 0)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"  {sign} {findings.More} more"), Decoration.None);
        }
    }

    private void Line(string text, Decoration decoration)
    {
        screen.Write(Plain(text, decoration));
        screen.WriteLine();
    }

    /// <summary>A text as it is, and nothing that a terminal would obey.</summary>
    private static Spectre.Console.Text Plain(string text, Decoration decoration = Decoration.None) =>
        new(string.Join('\n', text.Split('\n').Select(Unseen.Replaced)), new Style(decoration: decoration));

    /// <summary>Something to choose, and the line that it stands for.</summary>
    private sealed record Choice(string Label, string Line)
    {
        /// <summary>Stands for a list of which several can be chosen.</summary>
        public const string Several = "\u0001several";

        /// <summary>Stands for a note that is typed next.</summary>
        public const string Note = "\u0001note";
    }
}
