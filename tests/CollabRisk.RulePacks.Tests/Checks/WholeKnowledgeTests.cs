using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;

namespace CollabRisk.RulePacks.Tests.Checks;

public class WholeKnowledgeTests(ITestOutputHelper output)
{
    [Fact]
    public void Run_AllKnowledge_DecidesEverythingAndFindsNoRuleThatIsNeverRaised()
    {
        var book = RuleBook.Build(KnowledgePacks.All);
        var report = RulePackChecks.Run(book, KnowledgePacks.All);
        foreach (var line in report.Warnings.Select(warning => $"{warning.Code} {warning}").Concat(report.NotDecided))
        {
            output.WriteLine(line);
        }

        report.NotDecided.Should().BeEmpty();
        report.Warnings.Where(warning => warning.Code is "CRP601" or "CRP602").Should().BeEmpty();
    }

    [Fact]
    public void Run_SamplePack_FindsNothing()
    {
        var report = RulePackChecks.Run(new RulePackLoader().Load(Path.Combine(Repository.Root, "samples/packs/regional-control-room")));
        report.Warnings.Should().BeEmpty();
        report.NotDecided.Should().BeEmpty();
    }

    [Fact]
    public void Run_PackThatIsNotInTheBook_IsRefused()
    {
        var book = RuleBook.Build([KnowledgePacks.General]);
        Invoking(() => RulePackChecks.Run(book, [KnowledgePacks.UnitedKingdom])).Should().ThrowExactly<ArgumentException>()
            .WithMessage("*collabrisk.united-kingdom*");
    }
}
