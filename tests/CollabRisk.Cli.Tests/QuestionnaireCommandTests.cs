using System.Text;
using CollabRisk.Facts;
using CollabRisk.Tests;

namespace CollabRisk.Cli.Tests;

/// <summary>Questionnaires as files, from the question to the views of several partners.</summary>
public sealed class QuestionnaireCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("collabrisk").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("q.html", "<!DOCTYPE html>")]
    [InlineData("q.md", "# Questionnaire: Joint HR function")]
    [InlineData("q.csv", "\uFEFF\"No.\",\"About\",\"Question\"")]
    [InlineData("q.xlsx", "PK")]
    public async Task Questionnaire_NameOfTheFile_SaysWhichForm(string name, string expected)
    {
        var (code, output, error) = await Run("questionnaire", Case("joint-hr-function"), "--short", "-o", At(name));
        code.Should().Be(0);
        output.Should().BeEmpty();
        error.Should().Be($"collabrisk: wrote {At(name)}.\n");
        Encoding.UTF8.GetString(await File.ReadAllBytesAsync(At(name), TestContext.Current.CancellationToken)).Should().StartWith(expected);
    }

    [Fact]
    public async Task Questionnaire_OnlyAPack_AsksItsPartOfTheShortForm()
    {
        var (code, output, error) = await Run("questionnaire", "--packs", "partnership-guidance", "--only", "collabrisk.partnership-guidance", "--short", "--format", "csv");
        error.Should().BeEmpty();
        code.Should().Be(0);
        output.Should().Contain("\"extensions.gdn.agreement.written\"").And.NotContain("\"vision.exists\"");
        (await Run("questionnaire", "--only", "gdn")).Error.Should().Be("collabrisk: The rule book has no pack 'gdn'. It has collabrisk.general.\n");
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Answers_OfAQuestionnaireThatWasFilledInFromAFile_AreThatFile(string format)
    {
        var file = Case("shared-control-room");
        await Run("questionnaire", file, "-o", At("q." + format));
        var (code, _, error) = await Run("answers", At("q." + format), "--onto", file, "-o", At("answers"));
        code.Should().Be(0);
        error.Should().StartWith($"collabrisk: wrote {At("answers")}{Path.DirectorySeparatorChar}q.json: ");
        CollaborationJson.Parse(await File.ReadAllTextAsync(At("answers/q.json"), TestContext.Current.CancellationToken))
            .Should().Be(CollaborationJson.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Answers_SixRespondentsInOneTable_BecomeViewsThatAreMerged()
    {
        string[] names = ["Ann", "Bob", "Cy", "Di", "Ed/Flo", "Gus"];
        await Run(["questionnaire", "--short", "--partner", "Police", "--partner", "Fire", "-o", At("q.csv"), .. names.SelectMany(name => new[] { "--respondent", name })]);
        var lines = await File.ReadAllLinesAsync(At("q.csv"), TestContext.Current.CancellationToken);
        var columns = lines[0].Split(',').Select(heading => heading.Trim('"', '\uFEFF')).ToList();
        var row = Array.FindIndex(lines, line => line.EndsWith("\"vision.exists\"", StringComparison.Ordinal));
        var empty = string.Concat(Enumerable.Repeat(",\"\"", columns.Count - 6));
        var answers = names.Select(name => $"\"{(name == "Gus" ? "" : name == "Cy" ? "no" : "yes")}\",\"\",\"\"");
        lines[row] = lines[row].Replace(empty, "," + string.Join(',', answers), StringComparison.Ordinal);
        await File.WriteAllLinesAsync(At("q.csv"), lines, TestContext.Current.CancellationToken);

        var (code, _, error) = await Run("answers", At("q.csv"), "-o", At("views"));
        code.Should().Be(0);
        error.Should().Contain("Gus answered nothing, and is left out.").And.Contain("Ed-Flo.json: 1 answer, 0 of them not known.");
        var views = Directory.GetFiles(At("views"));
        views.Should().HaveCount(5);
        var merged = await Run(["perspectives", .. views, "--format", "text"]);
        merged.Code.Should().Be(0);
        merged.Output.Should().Contain("Cy").And.Contain("vision.exists");
    }

    [Fact]
    public async Task Answers_BadCells_AreAllToldAndNothingIsWritten()
    {
        await File.WriteAllTextAsync(At("police.csv"), "Fact,Answer\nvision.exists,mabye\npartnerCount,one\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(At("fire.csv"), "Fact,Answer\nvision.exists,yes\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(At("other.csv"), "Fact,Answer\nvision.exists,\"yes\nno\n", TestContext.Current.CancellationToken);
        var (code, _, error) = await Run("answers", At("police.csv"), At("fire.csv"), At("other.csv"), At("none.csv"), folder, "-o", At("answers"));
        code.Should().Be(2);
        error.Should().Contain($"{At("police.csv")}, cell B2: 'mabye' is not an answer here. Give yes or no, or don't know, or does not apply.\n")
            .And.Contain($"{At("police.csv")}, cell B3: 'one' is not an answer here.").And.Contain($"{At("other.csv")}: a quotation mark is not closed.")
            .And.Contain($"{At("none.csv")}: there is no such file.").And.Contain($"{folder}: it is a directory. Give the files in it.")
            .And.EndWith("collabrisk: 5 problems in 5 files. Nothing was written.\n");
        Directory.Exists(At("answers")).Should().BeFalse();
    }

    [Theory]
    [InlineData("would be written to one file, A-B.json", "Fact,Answer: A/B,Answer: a:b\nvision.exists,yes,no\n")]
    [InlineData("nothing was answered, so nothing was written", "Fact,Answer\nvision.exists,\n")]
    public async Task Answers_NothingToWriteOrOneFileForTwo_IsTold(string expected, string text)
    {
        await File.WriteAllTextAsync(At("a.csv"), text, TestContext.Current.CancellationToken);
        var (code, _, error) = await Run("answers", At("a.csv"), "-o", At("answers"));
        code.Should().Be(2);
        error.Should().Contain(expected);
        Directory.Exists(At("answers")).Should().BeFalse();
    }

    [Fact]
    public async Task Answers_FolderThatCannotBeWritten_LeavesWhatWasThere()
    {
        await File.WriteAllTextAsync(At("a.csv"), "Fact,Answer: A,Answer: B\nvision.exists,yes,no\n", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(At("answers/B.json.saving"));
        await File.WriteAllTextAsync(At("answers/A.json"), "old", TestContext.Current.CancellationToken);
        var (code, _, error) = await Run("answers", At("a.csv"), "-o", At("answers"));
        code.Should().Be(3);
        error.Should().Contain("the answers cannot be written");
        (await File.ReadAllTextAsync(At("answers/A.json"), TestContext.Current.CancellationToken)).Should().Be("old");
        File.Exists(At("answers/A.json.saving")).Should().BeFalse();
    }

    [Fact]
    public async Task Answers_OneOfWhichIsADirectory_AreNotWrittenEither()
    {
        await File.WriteAllTextAsync(At("a.csv"), "Fact,Answer: A,Answer: B\nvision.exists,yes,no\n", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(At("answers/B.json"));
        var (code, _, error) = await Run("answers", At("a.csv"), "-o", At("answers"));
        code.Should().Be(3);
        error.Should().Contain($"'{At("answers/B.json")}' is a directory.");
        Directory.EnumerateFileSystemEntries(At("answers")).Should().BeEquivalentTo(At("answers/B.json"));
    }

    [Fact]
    public void SafeFile_SetOfWhichOneCannotTakeItsPlace_IsAsItWasBefore()
    {
        // The same file twice: the second time there is nothing left to take its place.
        File.WriteAllText(At("old.json"), "old");
        File.WriteAllText(At("same.json"), "old too");
        File.WriteAllText(At("same.json.replaced"), "of someone else");
        var write = () => SafeFile.Write([(At("old.json"), "1"u8.ToArray()), (At("new.json"), "2"u8.ToArray()), (At("same.json"), "3"u8.ToArray()), (At("same.json"), "4"u8.ToArray())]);
        write.Should().Throw<IOException>();
        File.ReadAllText(At("old.json")).Should().Be("old");
        File.ReadAllText(At("same.json")).Should().Be("old too");
        Directory.EnumerateFiles(folder).Should().BeEquivalentTo(At("old.json"), At("same.json"), At("same.json.replaced"));
    }

    [Fact]
    public async Task Questionnaire_BadNames_AreAllTold()
    {
        var (code, output, error) = await Run("questionnaire", "--partner", "A", "--partner", "A", "--respondent", " ");
        code.Should().Be(2);
        output.Should().BeEmpty();
        error.Should().Contain("collabrisk: partner: 'A' is there twice.").And.Contain("collabrisk: respondent: a name must not be empty");
    }

    [Theory]
    [InlineData("partner: 'Police' and 'police' differ only in capitals. Write one name where the same partner is meant, or give the other one another name.", "--partner", "Police", "--partner", "police")]
    [InlineData("respondent: 'Ann' and 'ANN' differ only in capitals.", "--respondent", "Ann", "--respondent", "ANN")]
    [InlineData("partner: 'TAMESIDE' and 'Tameside' differ only in capitals.", "known.json", "--partner", "TAMESIDE")]
    public async Task Questionnaire_NamesThatDifferOnlyInCapitals_AreRefusedBeforeAnyoneFillsItIn(string expected, params string[] args)
    {
        await File.WriteAllTextAsync(At("known.json"), """{ "partners": [{ "name": "Tameside" }, { "name": "Police" }] }""", TestContext.Current.CancellationToken);
        var (code, output, error) = await Run(["questionnaire", "--short", .. args.Select(each => each.EndsWith(".json", StringComparison.Ordinal) ? At(each) : each)]);
        code.Should().Be(2);
        output.Should().BeEmpty();
        error.Should().Contain(expected);
    }

    private static string Case(string name) => Path.Combine(Repository.Root, "samples", "cases", name + ".json");

    private string At(string name) => Path.Combine(folder, name);

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var input = new MemoryStream();
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CollabRiskCommand.RunAsync(args, new Terminal(input, output, error));
        return (code, output.ToString(), error.ToString());
    }
}
