using System.Text;
using CollabRisk.Text;
using Spectre.Console;

namespace CollabRisk.Cli;

/// <summary>Where a command reads from and writes to.</summary>
/// <param name="In">Standard input.</param>
/// <param name="Out">Standard output, for results.</param>
/// <param name="Error">Standard error, for problems.</param>
internal sealed record Terminal(Stream In, TextWriter Out, TextWriter Error)
{
    /// <summary>Used where no one says how wide the output is, such as in a file.</summary>
    private const int UsualWidth = 100;

    /// <summary>Longer lines are hard to read, however wide the window.</summary>
    private const int WidestReadable = 120;

    private const int Narrowest = 40;

    /// <summary>How many columns text may take.</summary>
    public int Width { get; init; } = UsualWidth;

    /// <summary>Whether levels are coloured.</summary>
    public bool IsColoured { get; init; }

    /// <summary>Whether a person watches who wants to see how far it is.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Whether what is typed is on the screen already, as it is where standard input is a terminal.</summary>
    public bool ShowsTyping { get; init; }

    /// <summary>
    /// Gives a screen on which a person can choose with keys; <see langword="null"/> where there is none: input or output is a pipe, or the terminal knows
    /// no more than lines.
    /// </summary>
    public Func<IAnsiConsole?> Screen { get; init; } = () => null;

    /// <summary>Standard output for what is not text; <see langword="null"/> where a person watches, whose window could not show it.</summary>
    public Stream? Bytes { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// Says a line about what was given: names of files and values in it come from outside, so what a terminal would obey, or a reader would
    /// not see, is written as its code.
    /// </summary>
    public void Tell(string line) => Error.WriteLine(Unseen.Escaped(line));

    /// <summary>Writes an answer, as text or as JSON.</summary>
    public void Write(IAnswer answer, bool asJson) => Out.Write(asJson ? answer.ToJson() + "\n" : answer.ToText());

    /// <summary>The terminal of this process. Colours only for a person who watches and has not set NO_COLOR.</summary>
    public static Terminal OfProcess()
    {
        // What is not encoded as UTF-8 loses the £ and the ’ of messages, and JSON is UTF-8 always.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var watched = !Console.IsOutputRedirected;
        return new Terminal(new InterruptibleInput(Console.OpenStandardInput()), Console.Out, Console.Error)
        {
            Width = watched ? WidthOfWindow() : UsualWidth,
            ShowsTyping = !Console.IsInputRedirected && watched,
            Bytes = watched ? null : Console.OpenStandardOutput(),
            ShowsProgress = !Console.IsErrorRedirected && !watched,
            IsColoured = watched && !IsWithoutColour,
            Screen = () => watched && !Console.IsInputRedirected ? ScreenOfProcess() : null,
        };
    }

    private static bool IsWithoutColour => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    private static IAnsiConsole? ScreenOfProcess()
    {
        var screen = AnsiConsole.Create(new AnsiConsoleSettings { ColorSystem = IsWithoutColour ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect });
        screen.Profile.Width = WidthOfWindow();
        return screen.Profile.Capabilities is { Ansi: true, Interactive: true } ? screen : null;
    }

    private static int WidthOfWindow()
    {
        try
        {
            return Console.WindowWidth is var width and > 0 ? Math.Clamp(width, Narrowest, WidestReadable) : UsualWidth;
        }
        catch (IOException)
        {
            return UsualWidth;
        }
    }
}
