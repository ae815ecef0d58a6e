using System.Text;
using CollabRisk.Facts;
using CollabRisk.Planning;
using CollabRisk.Reporting.Spreadsheets;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace CollabRisk.Reporting.Tests.Formats;

/// <summary>Action plans as pages and tables.</summary>
public class PlanFormatTests
{
    public static TheoryData<string> Everything => Cases.Names;

    private static ActionPlan Written => ActionPlan.Of(EveryKindOfFinding.Evaluator.Evaluate(EveryKindOfFinding.Collaboration)) is var plan
        ? plan.With(plan.Steps[0].Code, step => step with { Owner = "=Ann \"<b>\"", Due = new(2026, 3, 1), State = StepState.Started, Note = "two\nlines" })
            .With(new ActionStep("OURS", "-do") { State = StepState.Done })
        : throw new InvalidOperationException();

    [Fact]
    public void ToHtml_Plan_SaysWhatIsToDoWhatIsOverdueAndWhatPeopleWrote()
    {
        var page = new HtmlDocument(Written.ToHtml(new() { MadeOn = new(2026, 3, 2) }));
        page.Problems.Should().BeEmpty();
        page.Text.Should().Contain("1 step is overdue").And.Contain("To do now").And.Contain("Steps of your own").And.Contain("1 March 2026").And.NotContain("<b>");
        new HtmlDocument(Written.ToHtml(new() { MadeOn = new(2026, 3, 1) })).Text.Should().NotContain("overdue");
    }

    /// <summary>What is no longer known is not over: a board that reads "no longer called for" takes it off its list.</summary>
    [Fact]
    public void ToHtml_FindingOfWhichNothingIsKnownAnyLonger_IsNotAmongThoseNoLongerCalledFor()
    {
        var before = new Collaboration { Workload = new() { Overload = true }, Vision = new() { Exists = false } };
        var plan = ActionPlan.Of(CollaborationEvaluator.Default.Evaluate(before));
        var now = CollaborationEvaluator.Default.Evaluate(new Collaboration { Workload = new() { Overload = false } });
        var text = new HtmlDocument(ActionPlan.Of(now, plan.With(plan.Steps[0].Code, step => step with { Owner = "Ann" })).ToHtml()).Text;
        text.Should().Contain("No longer known: nothing shows that it is over");
    }

    /// <summary>The plan of a collaboration says of a finding what its report says.</summary>
    [Fact]
    public void ToHtml_StepOfWhichNoFactSaysThatItClears_SaysWhatClearsTheFinding()
    {
        var assessment = CollaborationEvaluator.Default.Evaluate(new() { Workload = new() { Overload = true } });
        var plan = ActionPlan.Of(assessment);
        plan.Steps.Should().NotBeEmpty().And.OnlyContain(step => step.Clears.Count == 0);
        new HtmlDocument(assessment.ToHtml()).Text.Should().Contain("work overload: no");
        new HtmlDocument(plan.ToHtml()).Text.Should().Contain("work overload: no").And.Contain("no fact says that this step brings it about").And.NotContain("no fact says so");
        plan.ToCsv().Should().Contain("WORK-OVERLOAD when workload.overload: yes → no");
    }

    /// <summary>Columns stay on the page, whatever a partner is called.</summary>
    [Fact]
    public void ToHtml_NameThatIsVeryLong_IsCutAndListedOnce()
    {
        var name = new string('N', 400);
        var given = new Collaboration { Partners = [new() { Name = name, Role = PartnerRole.NonLead, ActiveInDecisions = false }, new() { Name = "B", Role = PartnerRole.Lead }] };
        var plan = ActionPlan.Of(CollaborationEvaluator.Default.Evaluate(given));
        plan.Steps.SelectMany(step => step.Findings).Should().Contain(finding => finding.Subject == name);
        foreach (var html in new[] { plan.ToHtml(), plan.Review(CollaborationEvaluator.Default.Compare(given, new() { Partners = [new() { Name = name }] })).ToHtml() })
        {
            html.Should().Contain("Names that are cut in this report").And.Contain(new string('N', 60) + "… (1)");
            html.Split(name).Should().HaveCount(2, "it is listed in full once");
        }
    }

    [Fact]
    public void ToHtml_Review_IsPartOfTheComparison()
    {
        var evaluator = EveryKindOfFinding.Evaluator;
        var page = new HtmlDocument(Written.Review(evaluator.Compare(EveryKindOfFinding.Collaboration, new())).ToHtml());
        page.Problems.Should().BeEmpty();
        page.Text.Should().Contain("What became of the plan").And.Contain("no longer known").And.Contain("What became of the findings");
    }

    [Fact]
    public void ToCsvAndXlsx_Plan_AreTheSameTable()
    {
        var lines = Written.ToCsv().TrimStart('\uFEFF').TrimEnd('\n').Split('\n');
        lines.Should().HaveCount(Written.Steps.Count + 1);
        lines[1].Should().Contain("\"'=Ann \"\"<b>\"\"\",\"2026-03-01\",\"started\",\"two lines\"");

        using var document = SpreadsheetDocument.Open(new MemoryStream(Written.ToXlsx()), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken).Select(problem => problem.Description).Should().BeEmpty();
        var sheet = document.WorkbookPart!.WorksheetParts.Select(part => part.Worksheet!).Single(sheet => sheet.Descendants<DataValidation>().Any());
        sheet.Descendants<Row>().Should().HaveCount(lines.Length);
        sheet.Descendants<DataValidation>().Single().SequenceOfReferences!.Items.Should().HaveCount(Written.Steps.Count);
    }

    /// <summary>What people write into a table comes back, from either kind of file; what the table cannot show, such as a line feed, stays.</summary>
    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public void Read_TableOfThePlan_GivesThePlanAgain(string form)
    {
        using var file = new MemoryStream(form == "xlsx" ? Written.ToXlsx() : Encoding.UTF8.GetBytes(Written.ToCsv()));
        var tables = AnswerFiles.Read(file, $"plan.{form}");
        FilledPlan.Read(Written, tables).Plan.ToJson().Should().Be(Written.ToJson());

        var plain = ActionPlan.Of(EveryKindOfFinding.Evaluator.Evaluate(EveryKindOfFinding.Collaboration));
        var filled = FilledPlan.Read(plain, tables);
        filled.Problems.Should().BeEmpty();
        filled.Plan.Steps.Select(step => (step.Code, step.Owner, step.Due, step.State, step.Need)).Should().Equal(Written.Steps.Select(step => (step.Code, step.Owner, step.Due, step.State, step.Need)));
    }

    /// <summary>A program that only puts a number into the cell has written a day all the same.</summary>
    [Fact]
    public void ToXlsx_RoomForADay_IsADay()
    {
        var plan = ActionPlan.Of(EveryKindOfFinding.Evaluator.Evaluate(EveryKindOfFinding.Collaboration));
        using var file = new MemoryStream();
        file.Write(plan.ToXlsx());
        using (var document = SpreadsheetDocument.Open(file, isEditable: true))
        {
            document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>()).Single(cell => cell.CellReference == "K2").CellValue = new CellValue("46112");
        }

        file.Position = 0;
        FilledPlan.Read(plan, AnswerFiles.Read(file, "plan.xlsx")).Plan.Steps[0].Due.Should().Be(new DateOnly(2026, 3, 31));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void ToHtmlCsvAndXlsx_AnyCollaboration_ShowsWhatItHoldsAndRunsNothing(string name)
    {
        var plan = ActionPlan.Of(Cases.Of(name));
        var page = plan.ToHtml();
        new HtmlDocument(page).Problems.Should().BeEmpty();
        page.Should().NotContain("<script").And.NotContain("<img");
        using var document = SpreadsheetDocument.Open(new MemoryStream(plan.ToXlsx()), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken).Should().BeEmpty();
        plan.ToCsv().Split('\n').Length.Should().Be(plan.Steps.Count + 2);
    }
}
