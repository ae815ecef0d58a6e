using System.Text.Json;
using CollabRisk.Facts;

namespace CollabRisk.Cli.Tests;

/// <summary>The commands that answer why, what if, what would help, what next and what changed.</summary>
public sealed class QuestionCommandsTests : IDisposable
{
    private static readonly string Hr = Case("joint-hr-function");

    private readonly string folder = Directory.CreateTempSubdirectory("collabrisk").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("explain", "vision-absent", "VISION-ABSENT is raised at High")]
    [InlineData("what-if", "vision.exists=yes", "- Risk VISION-ABSENT (High)")]
    [InlineData("remedies", "VISION-ABSENT", "vision.exists: no → yes")]
    public async Task Command_OnACaseFile_Answers(string command, string argument, string expected)
    {
        var (code, output, error) = await Run(command, Hr, argument);
        code.Should().Be(0);
        error.Should().BeEmpty();
        output.Should().Contain(expected);
    }

    [Fact]
    public async Task Next_NamedFailure_AsksWhoTakesPartFirstAndThenAboutTheHighRisks()
    {
        var (code, output, _) = await Run("next", Case("firecontrol"), "-n", "7");
        code.Should().Be(0);
        output.Should().StartWith("1. Which organisations take part?").And.Contain("7. Is there visible conflict").And.NotContain("8. ");
    }

    [Fact]
    public async Task Next_Short_AsksOnlyWhatTheShortFormHas()
    {
        var (code, output, _) = await Run("next", Case("firecontrol"), "-n", "2", "--short");
        code.Should().Be(0);
        output.Should().StartWith("1. How open are the partners with one another?").And.Contain("  Note: Counts: ");
    }

    [Fact]
    public async Task Next_Wording_AsksInTheWordsOfTheFileAndTellsAllThatIsWrongWithIt()
    {
        var path = Path.Combine(folder, "wording.json");
        await File.WriteAllTextAsync(path, """{ "partners": "Welke organisaties doen mee?" }""", TestContext.Current.CancellationToken);
        var (code, output, _) = await Run("next", Case("firecontrol"), "-n", "1", "--wording", path);
        code.Should().Be(0);
        output.Should().StartWith("1. Welke organisaties doen mee?");

        await File.WriteAllTextAsync(path, """{ "partner": "?", "form": "" }""", TestContext.Current.CancellationToken);
        (code, output, var error) = await Run("next", Case("firecontrol"), "-n", "1", "--wording", path);
        code.Should().Be(2);
        output.Should().BeEmpty();
        error.Should().Contain($"{path}(1,3): partner: there is no such fact. Did you mean 'partners'?").And.Contain("form: the question is blank");
    }

    [Fact]
    public async Task Questionnaire_Language_AsksInTheWordsOfAPackAndSaysWhichLanguagesThereAre()
    {
        var pack = Path.Combine(CollabRisk.Tests.Repository.Root, "samples", "packs", "regional-control-room");
        var (code, output, _) = await Run("questionnaire", "--packs", pack, "--language", "nl-BE", "--partner", "Police", "--format", "md");
        code.Should().Be(0);
        output.Should().Contain("Plannen de meldkamers hun diensten samen?").And.Contain("Heeft deze partner een liaisonplek in de gezamenlijke meldkamer?").And.Contain("How open are the partners with one another?", "what has no words in the language is asked in English");

        (code, output, var error) = await Run("next", Case("firecontrol"), "--packs", pack, "--language", "cy");
        (code, output).Should().Be((2, ""));
        error.Should().Contain("--language: no rule pack in use has words in 'cy'. There are: nl.");

        var facts = Path.Combine(folder, "facts.json");
        await File.WriteAllTextAsync(facts, """{ "isInformationSystem": true, "extensions": { "rcr": { "rotaShared": false } } }""", TestContext.Current.CancellationToken);
        (code, output, _) = await Run("evaluate", facts, "--packs", pack, "--language", "nl");
        code.Should().Be(0);
        output.Should().ContainAll("Diensten worden apart gepland", "Elke meldkamer plant haar eigen diensten", "Plan de diensten van alle meldkamers", "Overall:");
        (_, output, _) = await Run("evaluate", facts, "--packs", pack, "--language", "nl", "--format", "html");
        output.Should().ContainAll("<html lang=\"en-GB\">", "<b>Do:</b> <span lang=\"nl\">Plan de diensten van alle meldkamers", "<h2 id=\"h-v\">Overall risk</h2>");
        (_, output, _) = await Run("questionnaire", "--packs", pack, "--language", "nl-BE", "--format", "html");
        output.Should().Contain("><span lang=\"nl\">Plannen de meldkamers hun diensten samen?</span></h3>").And.Contain(">How open are the partners with one another?</h3>");

        (code, _, error) = await Run("interview", Path.Combine(folder, "none.json"), "--language", "cy");
        code.Should().Be(2);
        error.Should().Contain("not in 'cy' either");
    }

    [Fact]
    public async Task Compare_EarlyAndLate_TellsWhatChangedAndWhy()
    {
        var (code, output, _) = await Run("compare", Case("joint-it-department-early"), Case("joint-it-department-late"));
        code.Should().Be(0);
        output.Should().Contain("+ Risk ENGAGEMENT-TRUST-EROSION/One of the two forces (Moderate)");
        output.Should().Contain("because partners[One of the two forces].strategicEngagement went from not known to declining");
    }

    [Theory]
    [InlineData("explain", "VISION-ABSENT")]
    [InlineData("what-if", "vision.exists=yes")]
    [InlineData("remedies", "VISION-ABSENT")]
    [InlineData("next", "--count=3")]
    [InlineData("compare", null)]
    public async Task Command_FormatJson_WritesJson(string command, string? argument)
    {
        var (code, output, error) = await Run(command, Hr, argument ?? Hr, "--format", "json");
        code.Should().Be(0);
        error.Should().BeEmpty();
        using var json = JsonDocument.Parse(output);
        json.RootElement.ValueKind.Should().NotBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("explain", "VISION-ABSNT", "Did you mean 'VISION-ABSENT'?")]
    [InlineData("what-if", "vison.exists=yes", "Did you mean 'vision.exists'?")]
    [InlineData("what-if", "vision.exists=perhaps", "vision.exists")]
    [InlineData("remedies", "VISION-ABSNT", "Did you mean 'VISION-ABSENT'?")]
    [InlineData("remedies", "--subject=A", "Give the code of a finding, or --target")]
    [InlineData("next", "--count=0", "-n: '0' is not a whole number of at least 1.")]
    public async Task Command_BadInput_SaysWhatToDoAndEndsWithTwo(string command, string argument, string expected)
    {
        var (code, output, error) = await Run(command, Hr, argument);
        code.Should().Be(2);
        output.Should().BeEmpty();
        error.Should().Contain(expected);
    }

    [Fact]
    public async Task Remedies_UnknownSubject_SaysWhichThereAreAndPointsToNoListThatLacksThem()
    {
        var (code, output, error) = await Run("remedies", Hr, "ENGAGEMENT-TRUST-EROSION", "--subject", "No one");
        code.Should().Be(2);
        output.Should().BeEmpty();
        error.Should().StartWith("collabrisk: No finding of ENGAGEMENT-TRUST-EROSION is about 'No one', only about ");
        error.Should().NotContain("catalogue");
        error.Should().NotContain("Parameter");
    }

    private static string Case(string name) => Path.Combine(CollabRisk.Tests.Repository.Root, "samples", "cases", name + ".json");

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CollabRiskCommand.RunAsync(args, new Terminal(Stream.Null, output, error));
        return (code, output.ToString(), error.ToString());
    }
}
