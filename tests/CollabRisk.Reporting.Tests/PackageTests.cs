namespace CollabRisk.Reporting.Tests;

/// <summary>The packages as their user meets them: packed, restored from a folder by a fresh program, and run.</summary>
public class PackageTests
{
    [Fact]
    public async Task Packages_RestoredByAFreshProgram_WriteReportsWorkbooksAndReadAnswers()
    {
        using var fresh = new FreshProgram();
        await fresh.Pack(fresh.Version, "CollabRisk", "CollabRisk.Reporting", "CollabRisk.Reporting.Spreadsheets");
        var output = await fresh.Run("""
            using CollabRisk;
            using CollabRisk.Questionnaires;
            using CollabRisk.Reporting;
            using CollabRisk.Reporting.Spreadsheets;

            var book = CollaborationEvaluator.Default.RuleBook;
            var collaboration = new Collaboration { Name = "Room", AsOf = new(2026, 1, 1), Vision = new() { Exists = false } };
            var assessment = CollaborationEvaluator.Default.Evaluate(collaboration);
            Console.WriteLine(assessment.ToHtml()[..15]);
            Console.WriteLine(assessment.ToXlsx() is [0x50, 0x4B, ..]);
            Console.WriteLine(CollaborationEvaluator.Default.Timeline([collaboration]).ToMarkdown().Split('\n')[0]);
            File.WriteAllBytes("police.xlsx", Questionnaire.Of(book, collaboration).ToXlsx());
            Console.WriteLine(FilledQuestionnaire.Read(book, AnswerFiles.Read("police.xlsx")).Respondents[0].Collaboration == collaboration);
            """, "CollabRisk.Reporting.Spreadsheets");
        output.Should().Be(
            """
            <!DOCTYPE html>
            True
            # Room
            True
            """);
    }
}
