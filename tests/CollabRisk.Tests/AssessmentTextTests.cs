using System.Text.RegularExpressions;
using CollabRisk.Facts;
using CollabRisk.Knowledge;
using CollabRisk.Rules;
using CollabRisk.Tests.Rules;

namespace CollabRisk.Tests;

public class AssessmentTextTests
{
    [Theory]
    [InlineData(false, "report-every-kind.txt")]
    [InlineData(true, "report-every-kind-all.txt")]
    public void Write_EveryKindOfFinding_IsAsApproved(bool all, string file) =>
        AssertApproved(file, Report(EveryKindOfFinding.Collaboration, all));

    [Fact]
    public void ToText_WithoutOptions_IsTheShortFormIn100Columns() =>
        EveryKindOfFinding.Evaluator.Evaluate(EveryKindOfFinding.Collaboration).ToText().Should().Be(Report(EveryKindOfFinding.Collaboration));

    [Fact]
    public void Options_TooNarrow_AreRefused() => Invoking(() => new AssessmentTextOptions { Width = 39 }).Should().ThrowExactly<ArgumentOutOfRangeException>();

    [Fact]
    public void Write_NothingKnown_SaysSoAndAsks() => AssertApproved("report-nothing-known.txt", Report(new Collaboration()));

    [Fact]
    public void AssessmentJson_EveryKindOfFinding_IsAsApproved() =>
        AssertApproved("every-kind.json", EveryKindOfFinding.Evaluator.Evaluate(EveryKindOfFinding.Collaboration).ToJson());

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void Write_AnyWidth_NoLineIsWider(int width)
    {
        foreach (var line in Report(EveryKindOfFinding.Collaboration, all: true, width).Split('\n'))
        {
            line.Length.Should().BeLessThanOrEqualTo(width, line);
            line.Should().Be(line.TrimEnd());
        }
    }

    [Fact]
    public void Write_InColour_OnlyAddsColourToLevels()
    {
        var plain = Report(EveryKindOfFinding.Collaboration);
        var coloured = Report(EveryKindOfFinding.Collaboration, isColoured: true);
        coloured.Should().Contain("\u001b[1;31mHigh");
        plain.Should().NotContain("\u001b");
        Regex.Replace(coloured, "\u001b\\[[0-9;]*m", "").Should().Be(plain);
    }

    [Fact]
    public void Write_NameWithControlCharacters_CannotMoveTheCursor()
    {
        var report = Report(new Collaboration { Name = "North\u001b[2J\r\nOverall: no risk\u0007" });
        report.Should().StartWith("North [2J Overall: no risk\n=====");
    }

    [Fact]
    public void Write_EverySampleAndEveryPack_EndsWithoutError()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "cases"), "*.json"))
        {
            var collaboration = CollaborationJson.Read(File.ReadAllBytes(file)).Collaboration!;
            Report(collaboration, all: true).Should().Contain("Overall: ");
        }
    }

    [Fact]
    public void Write_LongLists_AreCutWithWordsAboutTheRest()
    {
        var many = new RulePack
        {
            Id = "many",
            Version = "1.0.0",
            Title = "Many risks",
            Claims = EveryKindOfFinding.Pack.Claims,
            Chapters = [new ManyRisks()],
        };
        var assessment = new CollaborationEvaluator(RuleBook.Build([many])).Evaluate(new() { Vision = new() { Exists = false } });
        var report = Report(assessment);
        report.Should().Contain("RISK-12");
        report.Should().NotContain("RISK-13");
        report.Should().Contain("… and 1 more matter.");
        report.Should().Contain("… and 8 more matters.");

        report = Report(assessment, all: true);
        report.Should().Contain("RISK-13: A title");
        report.Should().NotContain("more matter");
    }

    [Fact]
    public void Write_MatterWithConsequences_IsOneEntryWithTheirStepsOnce()
    {
        var report = Report(Matter());
        report.Should().Contain("  High      named case  No vision [ROOT]\n  Moderate  named case  + It shows [CONSEQUENCE]\n");
        report.Should().Contain("Found: 2 risks and mismatches about 1 matter, 0 strengths.");
        $"{Matter()}".Should().Contain("; 2 risks and mismatches about 1 matter, 0 strengths; ");
        report.Should().Contain("  With it         Moderate: People go their own way. [CONSEQUENCE]\n");
        Regex.Count(report, "MEET-WEEKLY").Should().Be(1);
        Regex.Count(report, "CONSEQUENCE: It shows").Should().Be(0);
    }

    [Fact]
    public void Write_MatterWithConsequencesInFull_SaysOfEachWhatItIsPartOf()
    {
        var report = Report(Matter(), all: true);
        report.Should().Contain("Moderate · named case · CONSEQUENCE: It shows\n");
        report.Should().Contain("  Part of         ROOT\n");
    }

    [Fact]
    public void Write_CaveatOfSeveralFindings_IsSaidOnce()
    {
        var report = Report(Matter(), all: true);
        Regex.Count(report, "Told by one participant").Should().Be(1);
        report.Should().Contain("  Caveats         As for ROOT, above.\n");
    }

    [Fact]
    public void Write_GoodAnswers_AreUnderCheckedAndInOrder()
    {
        var assessment = TestPack.Evaluator(chapter => chapter.ARisk("VISION").When(c => c.Vision.Exists == false))
            .Evaluate(new() { Vision = new() { Exists = true } });

        Report(assessment).Should().Contain("- A chapter for tests: vision.exists: yes; rules out VISION\n");
        Report(assessment, all: true).Should().Contain("- A chapter for tests:\n  - vision.exists: yes; rules out VISION: A title\n");
    }

    [Fact]
    public void Write_RulesSwitchedOff_SaysHowManyAndTheWorstNextToTheRange()
    {
        var book = RuleBook.Build(
            [TestPack.Of(chapter =>
            {
                chapter.ARisk("MILD", Level.Low).When(c => c.Vision.Exists == false);
                chapter.ARisk("GRAVE", Level.High).When(c => c.Vision.Exists == false);
                chapter.ARisk("COUNTED").When(c => c.Vision.AtStart == false);
            })],
            [RuleOverride.SwitchOff("MILD", "Asked elsewhere."), RuleOverride.SwitchOff("GRAVE", "Asked elsewhere.")]);

        var assessment = new CollaborationEvaluator(book).Evaluate(new() { Vision = new() { Exists = false, AtStart = true } });

        Report(assessment).Should().Contain("only what the rules ask was looked at.\nNot counted: 2 findings switched off, the worst GRAVE, High; see \"Rules\" below.\n");
        $"{assessment}".Should().StartWith("Overall None without 2 findings switched off, at worst High; 0 risks and mismatches, 0 strengths;");
    }

    [Fact]
    public void Write_NoRuleThatCouldFindARisk_NeverReadsAsNoRisk()
    {
        var book = RuleBook.Build(
            [TestPack.Of(chapter => chapter.ARisk("ONLY").When(c => c.Vision.Exists == false))], [RuleOverride.SwitchOff("ONLY", "Asked elsewhere.")]);

        var report = Report(new CollaborationEvaluator(book).Evaluate(new()));

        report.Should().Contain("Overall: Nothing was asked. No rule that could find a risk or mismatch is in use");
        report.Should().NotContain("nothing was found");
    }

    [Fact]
    public void Write_UnderAQuarterKnown_SaysThatOtherRisksMayExist()
    {
        var evaluator = TestPack.Evaluator(chapter => chapter.ARisk("VISION").When(c => c.Vision.Exists == false));

        Report(evaluator.Evaluate(new() { Vision = new() { Exists = false } })).Should().Contain("Other risks may exist next to these");
        Report(evaluator.Evaluate(new() { Vision = new() { Exists = true } })).Should().Contain("Risks may exist that no one has looked for");
    }

    [Fact]
    public void Write_FactThatNoRuleReads_IsNamedWithThePackThatWould()
    {
        var report = Report(new CollaborationEvaluator(RuleBook.Build([KnowledgePacks.General])).Evaluate(new() { Alliance = new() { OpportunismExposure = false } }));

        report.Should().Contain("- alliance.opportunismExposure: collabrisk.alliance-and-delivery, not loaded, would read it.\n");
    }

    private static Recommendation MeetWeekly { get; } = new("MEET-WEEKLY", "Meet every week.", "T-1");

    /// <summary>A root and what follows from it, which share a caveat and a step.</summary>
    private static Assessment Matter() => new CollaborationEvaluator(RuleBook.Build(
    [
        TestPack.Of(chapter =>
        {
            chapter.ARisk("CONSEQUENCE").Titled("It shows").When(c => c.Vision.Exists == false).Says("People go their own way.")
                .Advise(MeetWeekly).WithCaveat("Told by one participant.").Under("ROOT");
            chapter.ARisk("ROOT", Level.High).Titled("No vision").When(c => c.Vision.Exists == false).Says("No vision is shared.")
                .Advise(MeetWeekly).WithCaveat("Told by one participant.");
        }),
    ])).Evaluate(new() { Vision = new() { Exists = false } });

    /// <summary>The digest stands for every detail of the rules, so it would change with details that no one sees here.</summary>
    private static void AssertApproved(string file, string text) =>
        Approved.Equal($"tests/CollabRisk.Tests/Approved/{file}", Regex.Replace(text, "sha256:[0-9a-f]+", "sha256:0"));

    private static string Report(Collaboration collaboration, bool all = false, int width = 100, bool isColoured = false) =>
        Report(EveryKindOfFinding.Evaluator.Evaluate(collaboration), all, width, isColoured);

    private static string Report(Assessment assessment, bool all = false, int width = 100, bool isColoured = false) => assessment.ToText(
        new() { Detail = all ? AssessmentDetail.Full : AssessmentDetail.Compact, Width = width, IsColoured = isColoured });

    private sealed class ManyRisks : Chapter
    {
        public override string Heading => "Many risks";

        public override Area Area => Area.Relations;

        public override Tier Tier => Tier.Project;

        protected override void Write()
        {
            for (var i = 1; i <= 13; i++)
            {
                Risk($"RISK-{i:00}", LevelBasis.MainInfluence)
                    .Titled("A title")
                    .When(c => c.Vision.Exists == false)
                    .Says("A message.")
                    .RestsOn("EX-1");
            }
        }
    }
}
