using CollabRisk.Facts;
using Spectre.Console;
using Spectre.Console.Testing;

namespace CollabRisk.Cli.Tests;

/// <summary>An interview on the screen of a terminal: the same interview as in lines, with answers to choose from.</summary>
public sealed class InterviewScreenTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("collabrisk").FullName;

    private string CaseFile => Path.Combine(folder, "control-room.json");

    private Collaboration Saved => CollaborationJson.Parse(File.ReadAllText(CaseFile));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Interview_ChosenWithKeysOrByTyping_IsSavedAsInLines()
    {
        var (code, output) = await Run(input =>
        {
            input.PushTextWithEnter("Fire; Police");
            input.PushKey(ConsoleKey.Enter);                          // the first answer: lead
            input.PushText("non");                                    // typing goes to what has it
            input.PushKey(ConsoleKey.Enter);
            Choose(input, "stop");
        });
        code.Should().Be(0);
        output.Should().Contain("Question 1").And.Contain("Which organisations take part?").And.Contain("> lead").And.Contain("> non-lead").And.Contain("+ Strength LEAD-ORG-DECISIONS").And.Contain("Thank you. 3 questions, 0 of them skipped;");
        output.Should().Contain("░ Low: possible").And.Contain("░ High: possible");
        Saved.Should().Be(new Collaboration { Partners = [new() { Name = "Fire", Role = PartnerRole.Lead }, new() { Name = "Police", Role = PartnerRole.NonLead }] });
    }

    [Fact]
    public async Task Interview_EveryWay_IsAChoice()
    {
        var (_, output) = await Run(input =>
        {
            input.PushTextWithEnter("Fire");
            Choose(input, "add a note");
            input.PushTextWithEnter("as in the agreement");
            Choose(input, "does not apply");
            Choose(input, "back");
            Choose(input, "don't know");
            Choose(input, "stop");
        });
        output.Should().Contain("It is kept with your answer to this question.").And.Contain("Thank you. 2 questions, 1 of them skipped;");
        Saved.Partners!.Single().Should().Be(new Partner { Name = "Fire" });
    }

    [Fact]
    public async Task Interview_NothingKnown_EndsWithAChoiceToContinue()
    {
        var (_, output) = await Run(input =>
        {
            input.PushTextWithEnter("skip");
            for (var asked = 1; asked < 12; asked++)
            {
                Choose(input, "don't know");
            }

            Choose(input, "continue");
            Choose(input, "stop");
        });
        output.Should().Contain("there is no need to answer what one does not know").And.Contain("Question 13");
    }

    [Fact]
    public async Task Interview_HostileText_IsShownAndMovesNothing()
    {
        await File.WriteAllTextAsync(CaseFile, """{ "factModel": 2, "name": "[red]x[/] \u001b[2J\u202E", "partners": [{ "name": "[b]y" }] }""", TestContext.Current.CancellationToken);
        var (code, output) = await Run(input => Choose(input, "stop"));
        code.Should().Be(0);
        output.Should().Contain("[red]x[/]  [2J\uFFFD").And.Contain("[b]y: Which role").And.NotContain("\u001b[2J").And.NotContain("\u202E");
    }

    [Fact]
    public async Task Interview_Plain_IsLinesInATerminalToo()
    {
        using var screen = Screen();
        using var input = new MemoryStream("stop\n"u8.ToArray());
        using StringWriter output = new(), error = new();
        (await CollabRiskCommand.RunAsync(["interview", CaseFile, "--plain"], new Terminal(input, output, error) { Screen = () => screen })).Should().Be(0);
        output.ToString().Should().Contain("1. Which organisations take part?");
        screen.Output.Should().BeEmpty();
    }

    /// <summary>Without colours everything is said all the same: by words and shapes.</summary>
    [Fact]
    public async Task Interview_WithoutColours_SaysTheSame()
    {
        static void Keys(TestConsoleInput input)
        {
            input.PushTextWithEnter("Fire");
            Choose(input, "stop");
        }

        var coloured = await Run(Keys, ColorSystem.TrueColor);
        File.Delete(CaseFile);
        File.Delete(CaseFile + ".interview");
        (await Run(Keys, ColorSystem.NoColors)).Should().Be(coloured);
    }

    private static void Choose(TestConsoleInput input, string label)
    {
        input.PushText(label);
        input.PushKey(ConsoleKey.Enter);
    }

    private static TestConsole Screen() => new TestConsole().Width(100).Interactive();

    private async Task<(int Code, string Output)> Run(Action<TestConsoleInput> keys, ColorSystem colours = ColorSystem.NoColors)
    {
        using var screen = Screen().SupportsAnsi(true).Colors(colours);
        keys(screen.Input);
        using var input = new MemoryStream();
        using StringWriter output = new(), error = new();
        var code = await CollabRiskCommand.RunAsync(["interview", CaseFile], new Terminal(input, output, error) { Screen = () => screen });
        (output.ToString(), error.ToString()).Should().Be(("", ""));
        return (code, screen.Output);
    }
}
