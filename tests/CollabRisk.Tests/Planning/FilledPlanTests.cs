using CollabRisk.Facts;
using CollabRisk.Planning;
using CollabRisk.Questionnaires;

namespace CollabRisk.Tests.Planning;

/// <summary>What people wrote into the table of a plan, read back.</summary>
public class FilledPlanTests
{
    private static readonly ActionPlan Plan = ActionPlan.Of(CollaborationEvaluator.Default.Evaluate(new() { Name = "Room", Vision = new() { Exists = false }, Trust = new() { Organisational = TrustLevel.None } }))
        .With("WRITE-VISION-TOGETHER", step => step with { Owner = "Ann", Due = new(2026, 1, 1), State = StepState.Started, Note = "two\nlines" });

    [Fact]
    public void Read_CellsOfEveryColumn_AreTakenAndEmptyOnesTakenBack()
    {
        var filled = Read(["Code", "Step", "Owner", "due", "STATE", "Note"],
            ["WRITE-VISION-TOGETHER", "changed here, and not read", "Bob", "2026-03-31", "Done", "two lines"],
            ["write-strategy", "", "", "", "open", ""],
            ["OFFSITE", "Spend a day together", "Cid", "", "started", ""],
            ["", "", "", "", "", ""]);
        filled.Problems.Should().BeEmpty();
        filled.Plan.Steps.Single(step => step.Code == "WRITE-VISION-TOGETHER").Should().Be(Plan.Steps.Single(step => step.Code == "WRITE-VISION-TOGETHER") with { Owner = "Bob", Due = new(2026, 3, 31), State = StepState.Done });
        filled.Plan.Steps[^1].Should().Be(new ActionStep("OFFSITE", "Spend a day together") { Owner = "Cid", State = StepState.Started });
        filled.Plan.Steps.Should().HaveCount(Plan.Steps.Count + 1);
        Read(["Code", "Owner"], ["WRITE-VISION-TOGETHER", ""]).Plan.Steps.Single(step => step.Code == "WRITE-VISION-TOGETHER")
            .Should().BeEquivalentTo(new { Owner = (string?)null, Due = new DateOnly(2026, 1, 1), State = StepState.Started, Note = "two\nlines" });
    }

    [Fact]
    public void Read_BadCells_AreAllToldWithTheirAddressesAndNothingIsTaken()
    {
        var filled = Read(["A title above"], ["Code", "Step", "Owner", "Due", "State", "Note", "Owner"],
            ["WRITE-VISION-TOGETHER", "", "Bob", "31/03/2026", "nearly", new string('x', 2_001)],
            ["WRITE-STRATEGI", "", "", "", "open"],
            ["WRITE-VISION-TOGETHER", "", "", "", "open"],
            ["", "A step without a code", "Cid", "", ""],
            ["WRITE-STRATEGY", "", "", "", ""]);
        filled.Problems.Select(problem => $"{problem.Cell}: {problem.Message.Split(". ")[0]}").Should().Equal(
            "G2: 'Owner' is the heading of another column too",
            "D3: '31/03/2026' is not a day",
            "E3: 'nearly' is not a state",
            $"F3: the text '{new string('x', 60)}…' is too long: at most 2000 characters are kept",
            "A4: no step of the plan has the code 'WRITE-STRATEGI'",
            "A5: the step 'WRITE-VISION-TOGETHER' is in plan.csv, cell A3 too",
            "B6: 'A step without a code' is in a row without a code, so that no one knows for which step",
            "E7: there is no state");
        filled.Problems[4].Message.Should().Contain("Did you mean 'WRITE-STRATEGY'?").And.Contain("To add a step of your own");
        filled.Plan.Should().BeSameAs(Plan);
    }

    [Fact]
    public void Read_MisspeltCodeBesideTheTextOfAStep_IsNotTakenForAStepOfOnesOwn()
    {
        var step = Plan.Steps.Single(each => each.Code == "WRITE-STRATEGY");
        Read(["Code", "Step", "Owner"], ["WRITE-STRATEGI", step.Action, "Bob"]).Problems.Should().ContainSingle().Which.Message
            .Should().Be("no step of the plan has the code 'WRITE-STRATEGI', and WRITE-STRATEGY says the same. Write that code, or say something else for a step of your own.");
    }

    [Fact]
    public void Read_TableOfSomethingElse_IsTold()
    {
        Read(["Fact", "Answer"], ["vision.exists", "yes"]).Problems.Should().ContainSingle().Which.ToString().Should().StartWith("plan.csv: there is no row of headings with 'Code'");
        FilledPlan.Read(Plan, []).Plan.ToJson().Should().Be(Plan.ToJson());
    }

    private static FilledPlan Read(params string[][] rows) => FilledPlan.Read(Plan, [new AnswerTable("plan.csv", null, rows)]);
}
