using System.Text;
using CollabRisk.Planning;
using CollabRisk.Tests;

namespace CollabRisk.Cli.Tests;

/// <summary>The plan next to a collaboration.</summary>
public sealed class PlanCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("collabrisk").FullName;

    public PlanCommandTests() => File.Copy(Path.Combine(Repository.Root, "samples", "cases", "joint-hr-function.json"), CaseFile);

    private string CaseFile => Path.Combine(folder, "hr.json");

    private string Kept => CaseFile + ".plan";

    private ActionPlan Plan => ActionPlan.Read(File.ReadAllText(Kept)).Value!;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Plan_MadeWrittenInAndUpdated_KeepsWhatPeopleWrote()
    {
        var (code, output, error) = await Run("plan", CaseFile);
        (code, error).Should().Be((0, $"collabrisk: made {Kept}.\n"));
        output.Should().StartWith("Plan for Joint HR function of the two police forces. Overall: High.").And.Contain("WRITE-VISION-TOGETHER");

        (await Run("plan", CaseFile, "--step", "WRITE-VISION-TOGETHER", "--owner", "Ann", "--due", "2026-03-31", "--state", "started", "--note", "begun")).Error.Should().Be($"collabrisk: updated {Kept}.\n");
        (await Run("plan", CaseFile, "--step", "OFFSITE", "--add", "Spend a day together", "--owner", "Bob")).Code.Should().Be(0);
        var text = await File.ReadAllTextAsync(CaseFile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(CaseFile, text.Replace("\"exists\": false", "\"exists\": true", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await Run("plan", CaseFile, "--step", "WRITE-VISION-TOGETHER", "--state", "done", "--note", "");
        Plan.Steps.Single(step => step.Code == "WRITE-VISION-TOGETHER").Should().BeEquivalentTo(new { Owner = "Ann", Due = new DateOnly(2026, 3, 31), State = StepState.Done, Note = (string?)null });
        Plan.Steps.Single(step => step.Code == "WRITE-VISION-TOGETHER").Need.Should().NotBe(StepNeed.CalledFor);
        Plan.Steps[^1].Owner.Should().Be("Bob");

        var before = File.GetLastWriteTimeUtc(Kept);
        (await Run("plan", CaseFile)).Error.Should().BeEmpty();
        File.GetLastWriteTimeUtc(Kept).Should().Be(before);
    }

    [Theory]
    [InlineData("plan.html", "<!DOCTYPE html>")]
    [InlineData("plan.csv", "\uFEFF\"No.\",\"Step\"")]
    [InlineData("plan.json", "{\n  \"schema\": \"collabrisk/plan/1\"")]
    [InlineData("plan.xlsx", "PK")]
    public async Task Plan_NameOfTheFile_SaysWhichForm(string name, string expected)
    {
        (await Run("plan", CaseFile, "-o", Path.Combine(folder, name))).Code.Should().Be(0);
        Encoding.UTF8.GetString(await File.ReadAllBytesAsync(Path.Combine(folder, name), TestContext.Current.CancellationToken)).Should().StartWith(expected);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task Plan_ReadBackFromATable_KeepsWhatPeopleWrote(string form)
    {
        await Run("plan", CaseFile, "--step", "WRITE-VISION-TOGETHER", "--owner", "Ann", "--due", "2026-03-31", "--state", "started");
        var table = Path.Combine(folder, "plan." + form);
        await Run("plan", CaseFile, "-o", table);
        File.Delete(Kept);
        (await Run("plan", CaseFile, "--from", table)).Error.Should().Be($"collabrisk: made {Kept}.\n");
        Plan.Steps.Single(step => step.Code == "WRITE-VISION-TOGETHER").Should().BeEquivalentTo(new { Owner = "Ann", Due = new DateOnly(2026, 3, 31), State = StepState.Started });
    }

    [Fact]
    public async Task Plan_TableWithBadCells_TellsThemAllAndWritesNothing()
    {
        await Run("plan", CaseFile);
        var before = await File.ReadAllTextAsync(Kept, TestContext.Current.CancellationToken);
        var table = Path.Combine(folder, "plan.csv");
        await File.WriteAllTextAsync(table, "Code;Owner;Due;State\nWRITE-VISION-TOGETHER;Ann;soon;nearly\nWRITE;Bob;;open\n", TestContext.Current.CancellationToken);
        var (code, output, error) = await Run("plan", CaseFile, "--from", table, "--from", Path.Combine(folder, "none.csv"));
        (code, output).Should().Be((2, ""));
        error.Should().Contain("plan.csv, cell C2: 'soon' is not a day.").And.Contain("cell D2: 'nearly' is not a state.").And.Contain("cell A3: no step of the plan has the code 'WRITE'.").And.Contain("none.csv: there is no such file.")
            .And.EndWith("collabrisk: 4 problems in 2 files. Nothing was written.\n");
        (await File.ReadAllTextAsync(Kept, TestContext.Current.CancellationToken)).Should().Be(before);
    }

    [Fact]
    public async Task Compare_WithThePlan_SaysWhatBecameOfItsSteps()
    {
        await Run("plan", CaseFile);
        var after = Path.Combine(folder, "after.json");
        await File.WriteAllTextAsync(after, (await File.ReadAllTextAsync(CaseFile, TestContext.Current.CancellationToken)).Replace("\"exists\": false", "\"exists\": true", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (await Run("compare", CaseFile, after, "--plan", Kept)).Output.Should().Contain("What became of the steps of the plan.").And.Contain("Findings: VISION-ABSENT: cleared");
        (await Run("compare", CaseFile, after, "--plan", Kept, "--format", "json")).Output.Should().StartWith("{\n  \"schema\": \"collabrisk/plan-review/1\"");
        (await Run("compare", CaseFile, after, "--plan", Kept, "--format", "html")).Output.Should().Contain("What became of the plan");
        (await Run("compare", CaseFile, after, "--plan", after)).Should().Match<(int Code, string Output, string Error)>(run => run.Code == 2 && run.Error.Contains("'schema' is missing"));
    }

    [Theory]
    [InlineData("no step of the plan has the code 'WRITE'. 'collabrisk plan ", "--step", "WRITE", "--state", "done")]
    [InlineData("the plan has a step with the code 'WRITE-STRATEGY'", "--step", "WRITE-STRATEGY", "--add", "x")]
    [InlineData("Say which step is meant: --step CODE.", "--owner", "Ann")]
    [InlineData("'31/03/2026' is not a day. Write it as 2026-03-31.", "--step", "WRITE-STRATEGY", "--due", "31/03/2026")]
    public async Task Plan_BadUsage_IsToldAndNothingIsWritten(string expected, params string[] args)
    {
        var (code, _, error) = await Run(["plan", CaseFile, .. args]);
        code.Should().Be(2);
        error.Should().Contain(expected);
        File.Exists(Kept).Should().BeFalse();
    }

    [Fact]
    public async Task Plan_FileOfThePlanIsBroken_IsToldAndLeftAsItIs()
    {
        await File.WriteAllTextAsync(Kept, "{ \"schema\": \"collabrisk/plan/1\" }", TestContext.Current.CancellationToken);
        var (code, _, error) = await Run("plan", CaseFile);
        code.Should().Be(2);
        error.Should().Contain($"{Kept}(1,1): 'collaboration' is missing.");
        (await File.ReadAllTextAsync(Kept, TestContext.Current.CancellationToken)).Should().Be("{ \"schema\": \"collabrisk/plan/1\" }");
        (await Run("plan", "-")).Error.Should().Contain("A plan is kept next to its collaboration.");
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var input = new MemoryStream();
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CollabRiskCommand.RunAsync(args, new Terminal(input, output, error));
        return (code, output.ToString(), error.ToString());
    }
}
